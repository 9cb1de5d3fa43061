using Heng.App.Features.Closing;
using Heng.App.Features.Cycles;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Explain;

/// <summary>Explains a number of the month: a metric of a person, a group or the shop, an item, the score, or a line of the payslip.</summary>
public sealed class ExplainQuery(BookCache books, ViewerFor viewers)
{
    private readonly Database database = books.Database;

    /// <summary>The score and the net pay are asked for as if they were an item and a line.</summary>
    private static readonly string[] ScoreIds = ["score", "total"];

    public Task<Seen<ExplainView>> For(ExplainAsk ask, HttpContext context)
    {
        var view = viewers(context) is { } viewer
            ? ask.Metric is { } metric ? OfMetric(ask, metric, viewer, Preferences.Language(context)) : OfCard(ask, viewer, Preferences.Language(context))
            : null;
        return Task.FromResult(view is null ? Seen<ExplainView>.NotFound : view);
    }

    private ExplainView? OfMetric(ExplainAsk ask, string id, Viewer viewer, Language language)
    {
        if (ask.Day is { } asked && !ask.Month.Holds(asked)) return null;
        var facts = ask.Day is { } day ? PeriodFacts.Load(database, database.Shops.All, day, day, null) : books.Of(ask.Month).Book.Facts;
        if (facts.Metrics.Find(id) is not { } metric || MetricSubject.Of(facts, ask, viewer) is not { } subject) return null;
        var tree = Sealed(ask, metric, subject.Tree(metric));
        var leaves = LeafFacts.Of(tree, facts.Metrics.All.Select(m => m.Id).ToHashSet(StringComparer.Ordinal).Contains);
        var days = ask.Day is null ? Days(ask, metric, subject, leaves) : [];
        return View(ask, tree, leaves, facts, viewer, language) with
        {
            Definition = metric.Definition,
            Days = days,
            DaysAddUp = metric.Formula is Total or RatioOf or ShareOfShop or OfSilent,
            FinalOn = subject.Read(metric).FinalOn,
            Open = input => OpenDay(ask, input) ?? (input.Id != id && facts.Metrics.Find(input.Id) is { } other ? (ask with { Metric = other.Id, Page = 1 }).Href : null),
        };
    }

    /// <summary>A day of a closed month, and a number that was not sealed, is explained as the records have it.</summary>
    private Explained Sealed(ExplainAsk ask, Metric metric, Explained tree)
    {
        if (ask.Day is not null || SealedMonth.Find(database, ask.Month) is not { } month) return tree;
        return ExplainLookup.Beside(tree, new SealedResults(month).Metric(new(ask.Agent, ask.Group), metric).Value, 6);
    }

    private ExplainView? OfCard(ExplainAsk ask, Viewer viewer, Language language)
    {
        if (ask.Agent is not { } agent) return null;
        var book = books.Of(ask.Month).Book.Opened(database, who => who == agent);
        var person = book.Find(agent);
        var asksScore = ask.Item is { } item && ScoreIds.Contains(item) && person?.Card?.Items.Any(i => i.Item == item) != true;
        var found = new ExplainLookup(book, viewer, SealedMonth.Find(database, book.Month)).Find(agent, null, asksScore ? null : ask.Item, ask.Line, ask.Cycle);
        if (found.Explained is not { } tree) return null;
        var (metrics, month) = (book.Facts.Metrics, LateLine.Parse(ask.Line ?? "")?.Month ?? ask.Month);
        var leaves = LeafFacts.Of(tree, id => metrics.Find(id) is not null);
        var items = (found.In?.Card ?? person?.Card)?.Items.Select(i => i.Item).ToHashSet(StringComparer.Ordinal) ?? [];
        var lines = Rights.SeesPay(viewer, agent) ? person?.Pay?.Lines.Select(l => l.Id).ToHashSet(StringComparer.Ordinal) ?? [] : [];
        return View(ask with { Day = null, Cycle = found.In?.Cycle }, tree, leaves, book.Facts, viewer, language) with
        {
            Open = found.In is { } longer
                // The metrics are of the cycle's days, and the parts' scores of theirs: no page of the month explains them.
                ? input => asksScore && items.Contains(input.Id) && input.Unit == Unit.Points ? Links.ExplainItem(ask.Month, agent, input.Id, CycleWords.Id(longer.Cycle)) : null
                : input => input.Id == tree.Id ? null
                : ask.Line == "net" && lines.Contains(input.Id) ? Links.ExplainLine(ask.Month, agent, input.Id)
                : input.Id == "score" || (asksScore || ask.Line is not null) && items.Contains(input.Id) && input.Unit == Unit.Points ? Links.ExplainItem(month, agent, input.Id)
                // What settles a closed month rests on that month's numbers.
                : metrics.Find(input.Id) is not null && !ComesOfReports(input) ? Links.ExplainMetric(month, agent, input.Id)
                : null,
        };
    }

    private static bool ComesOfReports(Explained number) =>
        number.Evidence.Any(e => RecordFact.Parts(e.Id) is ("reported", _)) || number.Inputs.Any(ComesOfReports);

    private ExplainView View(ExplainAsk ask, Explained tree, LeafFacts leaves, PeriodFacts facts, Viewer viewer, Language language)
    {
        // Who may not see orders sees what they add up to, not each of them.
        var all = !Rights.SeesOrders(viewer) && leaves.Facts.Any(f => f.Kind is FactKind.Order or FactKind.Review) ? [] : leaves.Facts;
        var page = Paging.Held(ask.Page, all.Count, ExplainAsk.PageSize);
        var titles = new FactTitles(database, new Sight(viewer, facts.Roster), facts.Rules, ask, language);
        return new(ask with { Page = page }, tree, null, [], titles.Of(Paging.Of(all, page, ExplainAsk.PageSize)), all.Count, leaves.Sum, leaves.Unit) { Rules = Rights.SeesEveryone(viewer) ? facts.MadeBy(facts.From, facts.To) : [] };
    }

    private static IReadOnlyList<ExplainDay> Days(ExplainAsk ask, Metric metric, MetricSubject subject, LeafFacts leaves)
    {
        var counts = leaves.Facts.Where(f => f.Day is not null).GroupBy(f => f.Day!.Value).ToDictionary(g => g.Key, g => g.Count());
        return [.. subject.Days(metric).Select(d => new ExplainDay(
            d.Day, d.Reading.Value, d.Reading.Part, d.Reading.Whole, counts.GetValueOrDefault(d.Day), (ask with { Day = d.Day, Page = 1 }).Href))];
    }

    private static string? OpenDay(ExplainAsk ask, Explained input) =>
        ask.Day is null && input.Evidence is [{ Day: { } day }, ..] && input.Evidence.All(e => e.Day == day) ? (ask with { Day = day, Page = 1 }).Href : null;
}
