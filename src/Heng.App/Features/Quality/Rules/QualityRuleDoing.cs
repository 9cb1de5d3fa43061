using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Closing;
using Heng.App.Features.Doing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Takes quality rules through their course, and says why not. What is found changes once somebody counts the days again.</summary>
public sealed class QualityRuleDoing(Database database, TimeProvider time)
{
    public const string ToConfirmKind = "quality-rule-to-confirm", AnsweredKind = "quality-rule-answered";

    /// <summary>Whether a version passed the shop's bar.</summary>
    public Func<string, int, bool> Passed { get; init; } = (rule, version) => RuleBar.Passed(database, rule, version);

    /// <summary>Proposes each rule whose text is new; how many were. A refusal of one keeps none.</summary>
    public (int Proposed, Refusal? Refused) Propose(IReadOnlyList<QualityRule> rules, DateOnly? from, string? why, Viewer viewer)
    {
        if (Checked(viewer, why) is { } no) return (0, no);
        if (from is not { } day) return (0, QualityRuleWords.DayMissing);
        if (string.IsNullOrWhiteSpace(why)) return (0, QualityRuleWords.Of(RuleRefusal.NeedsReason));
        var (matters, steps) = (database.Matters(QualityMatters.Rule), new List<(QualityRule Rule, KeptMatter<RuleStep>? Kept, IReadOnlyList<RuleStep> Happens)>());
        foreach (var rule in rules)
        {
            var (kept, text) = (matters.Find(rule.Id), RuleTexts.Write(rule));
            var (happens, refused) = kept is null ? RuleCourse.Begin(text, day, why, Now(viewer, rule.Id, 1)) : new RuleCourse(kept.Happened).Propose(text, day, why, Now(viewer, rule.Id, 1));
            if (refused is RuleRefusal.Unchanged) continue;
            if (refused is { } against) return (0, QualityRuleWords.Of(against));
            steps.Add((rule, kept, happens));
        }
        if (steps.Count == 0) return (0, QualityRuleWords.Of(RuleRefusal.Unchanged));
        foreach (var (rule, kept, happens) in steps)
            if (Keep(rule.Id, kept, happens) is { } failed) return (0, failed);
        if (SecondNeeded) Tell(steps[0].Rule.Id, ToConfirmKind, NameOf(viewer), Recipients.Who(database, Rights.SetsQuality), steps.Count);
        return (steps.Count, null);
    }

    public Refusal? Confirm(string rule, Viewer viewer) => Act(rule, "", viewer, (course, now) => course.Confirm(now));

    /// <summary>Confirms whatever others proposed, and says why not where there is none.</summary>
    public Refusal? ConfirmAll(Viewer viewer)
    {
        if (Checked(viewer, null) is { } no) return no;
        var waiting = database.Matters(QualityMatters.Rule).All.Where(k => new RuleCourse(k.Happened).Newest is { Waits: true } newest && newest.By != NameOf(viewer)).ToList();
        if (waiting.Count == 0) return QualityRuleWords.Of(RuleRefusal.NotOpen);
        foreach (var kept in waiting)
            if (Act(kept.Of.Key!, "", viewer, (course, now) => course.Confirm(now), tell: false) is { } refused) return refused;
        // A pack of thirty rules is one answer, not thirty.
        foreach (var of in waiting.GroupBy(k => new RuleCourse(k.Happened).Newest.By, StringComparer.Ordinal)) Tell(of.First().Of.Key!, AnsweredKind, NameOf(viewer), [of.Key], of.Count());
        return null;
    }

    public Refusal? Drop(string rule, string? why, Viewer viewer) => Act(rule, why, viewer, (course, now) => course.Drop(why ?? "", now));
    public Refusal? Activate(string rule, DateOnly? from, string? why, Viewer viewer) => from is not { } day ? QualityRuleWords.DayMissing : Act(rule, why, viewer, (course, now) => course.Activate(day, why ?? "", now));
    public Refusal? End(string rule, DateOnly? from, string? why, Viewer viewer) => from is not { } day ? QualityRuleWords.DayMissing : Act(rule, why, viewer, (course, now) => course.End(day, why ?? "", now));

    private Refusal? Act(string rule, string? why, Viewer viewer, Func<RuleCourse, RuleSituation, (IReadOnlyList<RuleStep> Happens, RuleRefusal? Refused)> decide, bool tell = true)
    {
        if (Checked(viewer, why) is { } no) return no;
        if (database.Matters(QualityMatters.Rule).Find(rule) is not { } kept) return QualityRuleWords.Unknown(rule);
        var course = new RuleCourse(kept.Happened);
        var (happens, refused) = decide(course, Now(viewer, rule, course.Newest.Number));
        if (refused is { } against) return QualityRuleWords.Of(against);
        if (Keep(rule, kept, happens) is { } failed) return failed;
        if (tell && happens[0] is { What: RuleEvent.Confirmed or RuleEvent.Refused } && course.Newest.By != NameOf(viewer)) Tell(rule, AnsweredKind, NameOf(viewer), [course.Newest.By], 1);
        return null;
    }

    private Refusal? Keep(string rule, KeptMatter<RuleStep>? kept, IReadOnlyList<RuleStep> happens)
    {
        var matters = database.Matters(QualityMatters.Rule);
        foreach (var step in happens)
        {
            if (kept is null ? matters.Begin(new("", step.From!.Value, step.From.Value, rule), step) is null : !matters.Append(kept, step)) return DoingWords.ChangedMeanwhile;
            kept = matters.Find(rule);
        }
        return null;
    }

    private static Refusal? Checked(Viewer viewer, string? why) => viewer.Role is People.Role.Operator ? DoingWords.NeedsNamedPerson : !Rights.SetsQuality(viewer) ? QualityRuleWords.RoleMayNot
        : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong : null;

    public bool SecondNeeded => Recipients.Who(database, Rights.SetsQuality).Count > 1;

    private RuleSituation Now(Viewer viewer, string rule, int version) => new(NameOf(viewer), At, SecondNeeded, Passed(rule, version), FirstOpen);

    private DateOnly FirstOpen => database.ClosedMonths.Months(SealedMonth.Company) is { Count: > 0 } closed ? closed.Max().Plus(1).First : DateOnly.MinValue;

    private string NameOf(Viewer viewer) => AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;

    private Instant At => new(time.GetUtcNow().ToUnixTimeSeconds());

    private void Tell(string rule, string kind, string by, IEnumerable<string> whom, int count)
    {
        var kept = database.Matters(QualityMatters.Rule).Find(rule)!;
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["by"] = by, ["rule"] = rule, ["count"] = count.ToString(CultureInfo.InvariantCulture), ["step"] = Json.Kebab(kept.Happened[^1].What), ["why"] = kept.Happened[^1].Why,
        };
        database.Notices.Tell([.. whom.Where(w => w != by).Select(to => new Notice(to, kind, $"{kept.Subject}/{kept.Happened.Count.ToString(CultureInfo.InvariantCulture)}", words, Links.QualityRules, At))]);
    }
}
