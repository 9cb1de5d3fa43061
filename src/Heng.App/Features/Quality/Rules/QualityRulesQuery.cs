using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>The rules with their versions. What a rule looks for is told to whoever tends rules; everybody sees what is looked at and what it takes.</summary>
public sealed record QualityRulesView(IReadOnlyList<QualityRuleRow> Rules, DateOnly Today)
{
    public bool MaySet { get; init; }
    public bool SeesTexts { get; init; }
    public string? Typed { get; init; }
    public Refusal? Refused { get; init; }
    public string? RefusedRule { get; init; }
}

public sealed record QualityRuleRow(QualityRule Rule, IReadOnlyList<RuleVersion> Versions);

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<QualityRulesView>> QualityRulesFor(IFormCollection? form, HttpContext context);

/// <summary>Fills the page of quality rules, and does what its forms ask.</summary>
public sealed class QualityRulesQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    /// <summary>Of a pack that somebody types or pastes.</summary>
    private const int LongestText = 200_000;

    public Task<Seen<QualityRulesView>> For(IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<QualityRulesView>.Forbidden);
        if (form is not null && !Rights.SetsQuality(viewer)) return Task.FromResult(Seen<QualityRulesView>.Forbidden);
        var refused = form is null ? null : Act(form, viewer);
        var (book, today, sees) = (new QualityBook(database), ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())), Rights.TendsQuality(viewer));
        return Task.FromResult<Seen<QualityRulesView>>(new QualityRulesView(
            [.. book.Courses.Select(c => new QualityRuleRow(book.Find(c.Id)!, sees ? c.Course.Versions : [.. c.Course.Versions.Where(v => v.CountsOn(today))])).Where(r => r.Versions.Count > 0)], today)
        {
            MaySet = Rights.SetsQuality(viewer), SeesTexts = sees, Typed = form?.Text("text"), Refused = refused, RefusedRule = form?.Text("rule"),
        });
    }

    private Refusal? Act(IFormCollection form, Viewer viewer)
    {
        var (doing, rule, why, from) = (new QualityRuleDoing(database, time), form.Text("rule") ?? "", form.Text("why"), form.Day("from"));
        switch (form.Text("act"))
        {
            case "confirm": return doing.Confirm(rule, viewer);
            case "drop": return doing.Drop(rule, why, viewer);
            case "activate": return doing.Activate(rule, from, why, viewer);
            case "end": return doing.End(rule, from, why, viewer);
            default:
                if (form.Text("text") is not { Length: <= LongestText } text) return new("rules-faulty", new($"请写规则（YAML，最多 {LongestText} 字）", $"Write the rules (YAML, {LongestText} characters at most)"));
                var (rules, faults) = RuleTexts.Pack(text);
                return faults is { } wrong ? new("rules-faulty", wrong) : doing.Propose(rules, from, why, viewer).Refused;
        }
    }
}
