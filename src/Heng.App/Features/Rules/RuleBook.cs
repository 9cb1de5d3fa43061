using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>A version of a shop's rules: from which day, what it changed, and who decided it when and why. The first one nobody decided.</summary>
public sealed record RuleVersion(int Version, DateOnly From, IReadOnlyList<(RuleSetting Setting, string Before, string After)> Changes, string? By, DateTime? At, string? Reason);

/// <summary>A stretch of days whose numbers an older version made (待重算).</summary>
public sealed record StaleDays(DateOnly From, DateOnly To);

/// <summary>A change as it was asked for: settings by id, from which day, and why.</summary>
public sealed record RuleChange(IReadOnlyList<KeyValuePair<string, string>> Settings, DateOnly From, string Reason);

/// <summary>What came of a change: the version that holds now, what was wrong with it, or that it waits for a second person.</summary>
public sealed record RulesKept(RuleSet? Rules, IReadOnlyList<RuleFault> Faults, KeptMatter<ProposalStep>? Waits);

/// <summary>A shop's rule sets: what is in force, how it came to be so, a change from a day on. A change counts nothing again by itself. Who may is the caller's to ask.</summary>
public sealed class RuleBook(Database database, Shop shop, TimeProvider time)
{
    private const string Changed = "rules-changed";
    private readonly SecondPerson second = new(database, time, TwoPersonChange.Rules);

    public Shop Shop => shop;
    public RuleTimeline Timeline => database.RuleSets.Timeline(shop.Id);
    public RuleSet Newest => Timeline.Latest;

    /// <summary>Newest first. What a version changed is told beside the one that stood on its first day before it came.</summary>
    public IReadOnlyList<RuleVersion> Versions()
    {
        var all = database.RuleSets.All(shop.Id).OrderBy(v => v.Rules.Version).ToList();
        var versions = new List<RuleVersion>();
        foreach (var (from, rules) in all)
        {
            var before = all.Where(v => v.Rules.Version < rules.Version && v.EffectiveFrom <= from).OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Rules.Version).LastOrDefault().Rules;
            var decision = database.Decisions.About(SubjectOf(rules.Version)) is [.., var last] ? last : null;
            versions.Add(new(rules.Version, from, before is null ? [] : RuleSettings.Differences(before, rules),
                decision?.Who, decision is null ? null : ShopClock.Shanghai.ToLocal(decision.At), decision?.Why));
        }
        versions.Reverse();
        return versions;
    }

    /// <summary>The days with facts that would be others under the rules in force on them: made by a version that differs in a setting which moves them, or checked by other quality rules.</summary>
    public IReadOnlyList<StaleDays> Stale()
    {
        var (timeline, moved) = (Timeline, new Dictionary<(int, int), IReadOnlySet<Moves>>());
        var versions = database.RuleSets.All(shop.Id).ToDictionary(v => v.Rules.Version, v => v.Rules);
        var judgesAttendance = database.Shops.All is [var first, ..] && first.Id == shop.Id;
        IReadOnlySet<Moves> Between(int made, RuleSet now)
        {
            if (moved.TryGetValue((made, now.Version), out var known)) return known;
            return moved[(made, now.Version)] = RuleSettings.Differences(versions[made], now).Select(d => d.Setting.Moves).ToHashSet();
        }
        bool IsStale(string part, int made, RuleSet now) => made != now.Version && Between(made, now).Any(m => Reaches(m, part, judgesAttendance));

        return StaleChecks.Stretches(database.Facts.MadeBy(shop.Id, DateOnly.MinValue, DateOnly.MaxValue)
            .Where(m => IsStale(m.Part, m.RuleSetVersion, timeline.On(m.Day))).Select(m => m.Day).Concat(StaleChecks.DaysOf(database, shop, new QualityBook(database))).Distinct().Order());
    }

    // Attendance is the company's and bears no version of the shop's: a day of the first shop stands for it.
    private static bool Reaches(Moves moves, string part, bool judgesAttendance) => moves switch
    {
        Moves.Chats => part is FactPart.Chat or FactPart.Orders or FactPart.Funnel,
        Moves.Orders => part is FactPart.Orders or FactPart.Funnel,
        Moves.Reviews => part is FactPart.Service,
        Moves.Attendance => judgesAttendance && part is (FactPart.Chat or FactPart.Orders),
        _ => false,
    };

    /// <summary>The rules as the change would have them on its first day, or why it is not to be.</summary>
    public (RuleSet Rules, IReadOnlyList<RuleFault> Faults) Check(RuleChange change)
    {
        var before = Timeline.On(change.From);
        if (change.From > Latest) return (before, [TooFar(change.From)]);
        var (rules, found) = RuleSettings.Change(before, change.Settings);
        var faults = found.ToList();
        if (faults.Count == 0 && RuleSettings.Differences(before, rules).Count == 0)
            faults.Add(new("rules-unchanged", "", "", new("与当天生效的规则相同，没有要改的", "The rules of that day say so already; there is nothing to change")));
        if (rules.Clock != before.Clock && database.Days.All(shop.Id).Count + (database.Coverage.Span(shop.Id, Engine.Metrics.Source.Orders) is null ? 0 : 1) > 0)
            faults.Add(new("cut-fixed", "business-day-cut", rules.Clock.CutHour.ToString(CultureInfo.InvariantCulture),
                new("营业日切分只能在导入第一批记录之前设定：已有的记录按原来的切分分了天", "The business-day cut can only be set before the first import: the records that are there are divided into days by the old one")));
        return (rules, faults);
    }

    /// <summary>A version can't be taken back, so none is kept for days that nobody can mean: more than a year after today and after the last chats.</summary>
    private DateOnly Latest
    {
        get
        {
            var today = ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
            var reached = database.Coverage.Span(shop.Id, Engine.Metrics.Source.Chat)?.Last ?? today;
            return (reached > today ? reached : today).AddYears(1);
        }
    }

    private RuleFault TooFar(DateOnly from)
    {
        var (typed, latest) = (RulesJson.Day(from), RulesJson.Day(Latest));
        return new("from-too-far", "", typed, new($"生效日 {typed} 太远，最晚 {latest}", $"The first day {typed} is too far ahead: {latest} is the latest"));
    }

    /// <summary>
    /// Keeps the change as the next version, with who and why in the decision log; where two may change the rules, proposes it, and keeps it once another asks for the same.
    /// </summary>
    public RulesKept Keep(RuleChange change, Viewer viewer)
    {
        var (rules, found) = Check(change);
        IReadOnlyList<RuleFault> faults = change.Reason.Length > 0 ? found : [.. found, new("reason-missing", "", "", new("请写明原因", "A reason is needed"))];
        if (faults.Count > 0) return new(null, faults, null);
        var look = second.Look(shop.Name, Newest.Version, ProposedRules.Text(Timeline.On(change.From), rules, change.From), change.Reason, viewer);
        if (look is { Goes: false, ProposedBefore: true }) return new(null, [new(SecondPerson.Words(ProposalRefusal.SamePerson).Name, "", "", SecondPerson.Words(ProposalRefusal.SamePerson).Words)], null);
        if (!look.Goes) return new(null, [], look.Proposal);
        var done = Put(rules, change, viewer.Name);
        second.Confirmed(look.Proposal, viewer);
        return new(done, [], null);
    }

    /// <summary>What waits for a second person: nothing has come since.</summary>
    public KeptMatter<ProposalStep>? Waiting => second.Open(shop.Name, Newest.Version);

    /// <summary>Another has looked at what waits and lets it in.</summary>
    public RulesKept Confirm(long proposal, Viewer viewer)
    {
        if (Waiting is not { } waits || waits.Id != proposal) return Refused(ProposalRefusal.NotOpen);
        var asked = SecondPerson.Of(waits);
        if (asked.By == second.NameOf(viewer)) return Refused(ProposalRefusal.SamePerson);
        var change = ProposedRules.Read(asked.Text) with { Reason = asked.Why };
        return Keep(change, viewer);

        static RulesKept Refused(ProposalRefusal why) => new(null, [new(SecondPerson.Words(why).Name, "", "", SecondPerson.Words(why).Words)], null);
    }

    public Refusal? End(long proposal, string? why, Viewer viewer) => second.End(proposal, Newest.Version, why, viewer);

    private RuleSet Put(RuleSet rules, RuleChange change, string by)
    {
        var kept = database.RuleSets.Add(shop.Id, change.From, rules);
        database.Decisions.Append(new(time.GetUtcNow().ToUnixTimeSeconds()), by, Changed, SubjectOf(kept.Version), change.Reason);
        database.Witness.Take(new(time.GetUtcNow().ToUnixTimeSeconds()), by);
        return kept;
    }

    /// <summary>What was counted again, newest first.</summary>
    public IReadOnlyList<Decision> Recomputed() => [.. database.Decisions.About(Subject).Reverse()];

    internal string Subject => $"rules/{shop.Name}";

    private string SubjectOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{Subject}/v{version}");
}
