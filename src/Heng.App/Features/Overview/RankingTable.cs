using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Overview;

/// <summary>
/// Everybody's month whom the viewer may see, filtered and sorted as asked, before it is cut into pages: the page and its exports are the same rows.
/// Pay stands in it only where all of it may be seen, so that an order by pay tells nobody anything.
/// </summary>
public sealed class RankingTable
{
    private readonly KeptMonth now;
    private readonly KeptMonth? before;
    private readonly Metric[] metrics;
    private readonly Dictionary<string, int> ranked;

    public RankingTable(KeptMonth now, KeptMonth? before, OverviewAsk ask, Viewer viewer)
    {
        (this.now, this.before) = (now, before);
        metrics = [.. Headlines.Metrics(now.Book.Facts)];
        var seen = now.HasData ? now.SeenBy(viewer).ToArray() : [];
        PayVisible = seen.Length > 0 && seen.All(p => Rights.SeesPay(viewer, p.Name));
        Groups = [.. seen.Select(p => p.Group).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Columns = [.. metrics.Select(m => new MetricColumn(m.Id, m.Name, m.Unit, m.Better))];
        ranked = seen.Select(p => now.ResultOf(p).Plan).OfType<string>().CountBy(plan => plan).ToDictionary(StringComparer.Ordinal);
        Rows = Sorted(ask, seen.Where(p => Wanted(ask, p)).Select(p => (p, Row(p))));
    }

    public IReadOnlyList<MetricColumn> Columns { get; }
    public IReadOnlyList<RankingRow> Rows { get; }
    public IReadOnlyList<string> Groups { get; }
    public bool PayVisible { get; }

    private static bool Wanted(OverviewAsk ask, MonthPerson person) =>
        (ask.Group is null || person.Group == ask.Group) && (ask.Search is null || person.Name.Contains(ask.Search, StringComparison.OrdinalIgnoreCase));

    private RankingRow Row(MonthPerson person)
    {
        var result = now.ResultOf(person);
        var plan = Targets.PlanOf(now.Book, result.Plan, result.Version);
        var full = plan?.TotalWeight ?? 100m;
        return new(
            result.Rank, RankBefore(person.Name, result.Plan), person.Name, person.Group,
            new(result.Score, Unit.Points, result.ScoreState, result.Plan is null ? null : Links.ExplainItem(now.Month, person.Name, "total")), full, result.Grade,
            PayVisible && result.Net is { } net ? new(net, Unit.Yuan, result.NetState, Links.Pay(now.Month, person.Name)) : null,
            [.. metrics.Select(m => FigureOf(m, person))], Links.Agent(now.Month, person.Name), ranked.Count > 1 ? plan?.Title : null)
        {
            Within = now.Within(person),
        };
    }

    private Figure FigureOf(Metric metric, MonthPerson person) =>
        Figures.Of(now.Read(MonthScope.Of(person.Name), metric), Links.ExplainMetric(now.Month, person.Name, metric.Id));

    /// <summary>A place among those on another plan says nothing about this one.</summary>
    private int? RankBefore(string name, string? plan) =>
        before?.Find(name) is { } person && before.ResultOf(person) is { } result && result.Plan == plan ? result.Rank : null;

    private RankingRow[] Sorted(OverviewAsk ask, IEnumerable<(MonthPerson Person, RankingRow Row)> rows)
    {
        // Who has no value stands last in either direction; equal values stand by place, plan and name.
        if (ask.Sort is "agent" or "group")
        {
            string Name(RankingRow row) => ask.Sort == "agent" ? row.Agent : row.Group;
            var named = ask.Descending ? rows.OrderByDescending(r => Name(r.Row), StringComparer.Ordinal) : rows.OrderBy(r => Name(r.Row), StringComparer.Ordinal);
            return [.. ByPlace(named).Select(r => r.Row)];
        }
        if (ValueOf(ask.Sort) is not { } value) return [.. InPlans(ask, rows).Select(r => r.Row)];
        var known = rows.OrderBy(r => value(r.Row) is null);
        return [.. ByPlace(ask.Descending ? known.ThenByDescending(r => value(r.Row)) : known.ThenBy(r => value(r.Row))).Select(r => r.Row)];
    }

    // A place is one among those on the same plan, so each plan's people stand together, the plan with the most first.
    private IEnumerable<(MonthPerson Person, RankingRow Row)> InPlans(OverviewAsk ask, IEnumerable<(MonthPerson Person, RankingRow Row)> rows)
    {
        var plans = rows.OrderBy(r => r.Row.Rank is null).ThenByDescending(r => ranked.GetValueOrDefault(now.ResultOf(r.Person).Plan ?? "")).ThenBy(r => now.ResultOf(r.Person).Plan, StringComparer.Ordinal);
        return (ask.Descending ? plans.ThenByDescending(r => r.Row.Rank) : plans.ThenBy(r => r.Row.Rank)).ThenBy(r => r.Row.Agent, StringComparer.Ordinal);
    }

    private IOrderedEnumerable<(MonthPerson Person, RankingRow Row)> ByPlace(IOrderedEnumerable<(MonthPerson Person, RankingRow Row)> rows) => rows
        .ThenBy(r => r.Row.Rank ?? int.MaxValue).ThenBy(r => now.ResultOf(r.Person).Plan ?? "\uFFFF", StringComparer.Ordinal).ThenBy(r => r.Row.Agent, StringComparer.Ordinal);

    // By place where nothing else is meant, or where it may not be seen.
    private Func<RankingRow, decimal?>? ValueOf(string sort)
    {
        var at = Array.FindIndex(metrics, m => m.Id == sort);
        if (at >= 0) return row => row.Figures[at].Value;
        return sort switch
        {
            "score" => row => row.Score.Value,
            "pay" when PayVisible => row => row.NetPay?.Value,
            _ => null,
        };
    }
}
