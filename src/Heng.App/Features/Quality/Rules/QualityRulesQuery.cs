using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Quality.Measure;
using Heng.App.Ui;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Every rule with where it stands and how well it does. Texts are told to whoever tends rules; everybody sees what counts.</summary>
public sealed record QualityRulesView(IReadOnlyList<QualityRuleRow> Rules, DateOnly Today)
{
    public bool MaySet { get; init; }
    public bool MaySetBar { get; init; }
    public bool SeesTexts { get; init; }
    public Bar Bar { get; init; } = Bar.Shipped;
    /// <summary>What ships and could be adopted, without what stands in the book already.</summary>
    public IReadOnlyList<ShippedPack> Packs { get; init; } = [];
    public string? Typed { get; init; }
    public IReadOnlyList<PlanError> Errors { get; init; } = [];
    public Refusal? Refused { get; init; }
    /// <summary>Which of the forms was refused.</summary>
    public string? Act { get; init; }
}

/// <summary>A rule, where it stands, and of the version that runs how well it does.</summary>
public sealed record QualityRuleRow(QualityRule Rule, RuleStanding Standing, Measured Measured, int Found)
{
    /// <summary>Somebody proposed it, or a change of it, and nobody answered yet.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<QualityRulesView>> QualityRulesFor(IFormCollection? form, HttpContext context);

/// <summary>Fills the page of quality rules, and does what its forms ask.</summary>
public sealed class QualityRulesQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<QualityRulesView>> For(IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<QualityRulesView>.Forbidden);
        if (form is not null && !Rights.SetsQuality(viewer)) return Task.FromResult(Seen<QualityRulesView>.Forbidden);
        var (refused, errors) = form is null ? (null, []) : Act(form, viewer);
        var (book, today, sees) = (new QualityBook(database), ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())), Rights.TendsQuality(viewer));
        return Task.FromResult<Seen<QualityRulesView>>(new QualityRulesView(Rows(book, today, sees), today)
        {
            MaySet = Rights.SetsQuality(viewer), MaySetBar = Rights.SetsQualityBar(viewer), SeesTexts = sees, Bar = RuleMeasures.BarOf(database), Packs = sees ? Missing(book) : [],
            Typed = form?.Text("text"), Errors = errors, Refused = refused, Act = form?.Text("act"),
        });
    }

    private List<QualityRuleRow> Rows(QualityBook book, DateOnly today, bool sees)
    {
        var (measures, counts) = (new RuleMeasures(database), RuleQuery.Counts(database, time));
        var rows = new List<QualityRuleRow>();
        foreach (var (id, course) in book.Courses)
        {
            var standing = RuleStandings.Seen(course, today, sees);
            if (!sees && standing is not (RuleStanding.Live or RuleStanding.LiveAndShadow)) continue;
            var version = course.Shown(today);
            rows.Add(new(book.Find(id, version.Number)!, standing, measures.Of(id, version), counts.Where(c => c.Key.Rule == id && c.Key.Version == version.Number).Sum(c => c.Value.Found)) { IsProposed = sees && course.Newest.Waits });
        }
        return [.. rows.OrderBy(r => r.Rule.Severity).ThenBy(r => r.Rule.Category, StringComparer.Ordinal).ThenBy(r => r.Rule.Id, StringComparer.Ordinal)];
    }

    private static List<ShippedPack> Missing(QualityBook book) =>
        [.. ShippedPacks.All.Select(p => p with { Pack = p.Pack with { Rules = [.. p.Pack.Rules.Where(r => book.Courses.All(c => c.Id != r.Id))] } }).Where(p => p.Pack.Rules.Count > 0)];

    private (Refusal? Refused, IReadOnlyList<PlanError> Errors) Act(IFormCollection form, Viewer viewer)
    {
        var (doing, rule, why, from) = (new QualityRuleDoing(database, time), form.Text("rule") ?? "", form.Text("why"), form.Day("from"));
        switch (form.Text("act"))
        {
            case "confirm": return (doing.Confirm(rule, viewer), []);
            case "drop": return (doing.Drop(rule, why, viewer), []);
            case "activate": return (doing.Activate(rule, from, why, viewer), []);
            case "end": return (doing.End(rule, from, why, viewer), []);
            case "confirm-all": return (doing.ConfirmAll(viewer), []);
            case "bar": return (new LabelDoing(database, time).SetBar(new((form.Number("precision") ?? 0m) / 100m, form.Whole("at-least") ?? 0), why, viewer), []);
            case "adopt":
                if (ShippedPacks.Find(form.Text("pack") ?? "") is not { } pack) return (QualityRuleWords.PackUnknown(form.Text("pack")), []);
                var chosen = pack.Pack.Rules.Where(r => form["keep"].Contains(r.Id)).ToList();
                return (chosen.Count == 0 ? QualityRuleWords.NothingChosen : doing.Propose(chosen, from, why, viewer).Refused, []);
            case "propose":
                if (form.Text("text") is not { Length: <= QualityRuleWords.LongestText } text) return (QualityRuleWords.Faulty, []);
                var (rules, errors) = RuleTexts.Typed(text);
                return errors.Count > 0 ? (QualityRuleWords.Faulty, errors) : (doing.Propose(rules, from, why, viewer).Refused, []);
            default: return (DoingWords.ActUnknown, []);
        }
    }
}
