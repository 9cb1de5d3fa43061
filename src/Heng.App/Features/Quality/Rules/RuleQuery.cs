using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Quality.Label;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Preview;
using Heng.App.Ui;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Lint;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Fills the page of one rule, takes it through its course, and starts a trial of what was typed.</summary>
public sealed class RuleQuery(Database database, ViewerFor viewers, TimeProvider time, PreviewJobs jobs)
{
    /// <summary>So many days back are found places counted.</summary>
    public const int Recent = 30;

    public Task<Seen<RuleView>> For(string id, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<RuleView>.Forbidden);
        if (form is not null && !Rights.SetsQuality(viewer)) return Task.FromResult(Seen<RuleView>.Forbidden);
        if (database.Matters(QualityMatters.Rule).Find(id) is null) return Task.FromResult(Seen<RuleView>.NotFound);
        var (refused, errors, preview) = form is null ? (null, [], null) : Act(id, form, viewer);
        return Task.FromResult(View(id, viewer) is { } view ? view with { Refused = refused, Errors = errors, Preview = preview, Text = form?.Text("text") ?? view.Text } : Seen<RuleView>.NotFound);
    }

    private RuleView? View(string id, Viewer viewer)
    {
        var (book, today, sees) = (new QualityBook(database), ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())), Rights.TendsQuality(viewer));
        var course = book.Courses.First(c => c.Id == id).Course;
        // What is not in force is nobody's business but theirs who tend the rules.
        var shown = sees ? course.Versions : [.. course.Versions.Where(v => v.CountsOn(today))];
        if (shown.Count == 0) return null;
        var version = sees ? course.Shown(today) : shown[^1];
        var (rule, measures, counts) = (book.Find(id, version.Number)!, new RuleMeasures(database, id), Counts(database, time));
        return new(rule, RuleStandings.Seen(course, today, sees), today,
            [.. shown.Reverse().Select(v => new RuleVersionRow(v, measures.Of(id, v), counts.GetValueOrDefault((id, v.Number)).Found, counts.GetValueOrDefault((id, v.Number)).Struck))], sees ? RuleExamples.Of(rule) : [])
        {
            Steps = sees ? course.Happened : [], Sentence = RuleSentence.Of(rule), Bar = RuleMeasures.BarOf(database), Month = LabelQuery.LatestMonth(database, time),
            SeesText = sees, MaySet = Rights.SetsQuality(viewer), MayConfirm = course.Newest.Waits && Rights.SetsQuality(viewer), Text = version.Text,
            Proposed = sees && course.HasProposal ? (course.Newest, RuleSentence.Of(book.Find(id, course.Newest.Number)!)) : null, Stale = sees ? StaleChecks.Of(database, book) : [],
        };
    }

    /// <summary>Of the last days that any chat covers.</summary>
    public static Dictionary<(string Rule, int Version), (int Found, int Struck)> Counts(Database database, TimeProvider time)
    {
        var counts = new Dictionary<(string, int), (int Found, int Struck)>();
        var to = database.Shops.All.Select(s => database.Coverage.Span(s.Id, Engine.Metrics.Source.Chat)?.Last).Max() ?? ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds()));
        foreach (var shop in database.Shops.All)
            foreach (var (rule, version, found, struck) in database.Findings.Counts(shop.Id, to.AddDays(1 - Recent), to))
                counts[(rule, version)] = (counts.GetValueOrDefault((rule, version)).Found + found, counts.GetValueOrDefault((rule, version)).Struck + struck);
        return counts;
    }

    private (Refusal? Refused, IReadOnlyList<PlanError> Errors, string? Preview) Act(string id, IFormCollection form, Viewer viewer)
    {
        var (doing, why, from) = (new QualityRuleDoing(database, time), form.Text("why"), form.Day("from"));
        switch (form.Text("act"))
        {
            case "confirm": return (doing.Confirm(id, viewer), [], null);
            case "drop": return (doing.Drop(id, why, viewer), [], null);
            case "activate": return (doing.Activate(id, from, why, viewer), [], null);
            case "end": return (doing.End(id, from, why, viewer), [], null);
            case "preview" or "propose":
                var (rule, errors) = Typed(id, form.Text("text"));
                if (rule is null) return (QualityRuleWords.Faulty, errors, null);
                return form.Text("act") == "preview" ? (null, [], Start(rule, viewer)) : (doing.Propose([rule], from, why, viewer).Refused, [], null);
            default: return (DoingWords.ActUnknown, [], null);
        }
    }

    /// <summary>One rule, and that of the page: another id would be another rule.</summary>
    private static (QualityRule? Rule, IReadOnlyList<PlanError> Errors) Typed(string id, string? text)
    {
        if (text is not { Length: <= QualityRuleWords.LongestText }) return (null, [new("rule.yaml", 1, 1, QualityRuleWords.Faulty.Words)]);
        var (rules, errors) = RuleTexts.Typed(text);
        if (errors.Count > 0) return (null, errors);
        return rules is [var one] && one.Id == id ? (one, []) : (null, [new("rule.yaml", 1, 1, new($"这一页只改 {id} 这一条规则，请保持 id 不变", $"This page changes the rule {id} alone; keep its id"))]);
    }

    private string Start(QualityRule draft, Viewer viewer)
    {
        var book = new QualityBook(database);
        var month = LabelQuery.LatestMonth(database, time);
        var standing = book.Courses.Where(c => c.Id == draft.Id).SelectMany(c => c.Course.Versions).LastOrDefault(v => v.RunsOn(month.Last));
        return jobs.Start(draft, standing is null ? null : book.Find(draft.Id, standing.Number), month.First, month.Last, viewer.Name);
    }
}
