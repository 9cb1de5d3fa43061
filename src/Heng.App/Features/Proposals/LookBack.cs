using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Targets;

namespace Heng.App.Features.Proposals;

/// <summary>One number of a plan and what is proposed for it. Metric is the name of what is measured, null where it is no metric.</summary>
public sealed record PointProposals(SetPoint Point, Wording? Metric, IReadOnlyList<TargetProposal> Proposals)
{
    public Unit Unit => Proposals.SelectMany(p => p.Numbers).Where(n => n.Number.Unit != Unit.None).Select(n => n.Number.Unit).FirstOrDefault();
}

/// <summary>What was looked back on for a plan (提议): the months with data, those without, and the month that the numbers are for.</summary>
public sealed record LookedBack(PlanFileContent Content, IReadOnlyList<Month> Months, IReadOnlyList<Month> Empty, Month For, IReadOnlyList<PointProposals> Points);

/// <summary>Looks back on months as the records have them now, whatever plans counted in them. Nothing is kept.</summary>
public static class LookBack
{
    /// <summary>As many months as the page looks at by itself.</summary>
    public const int Usual = 6;

    /// <param name="wanted">Which numbers of the plan are asked for.</param>
    public static LookedBack Of(Func<Month, MonthBook> books, PlanFileContent content, IReadOnlyList<Month> months, Month aimedAt, Func<SetPoint, bool> wanted, Func<string, Metric?> metrics)
    {
        MonthBook[] found = [.. months.Select(books).Where(b => b.Rehearsed.Pays)];
        var year = months.Contains(aimedAt.Plus(-12)) ? found.FirstOrDefault(b => b.Month == aimedAt.Plus(-12)) : books(aimedAt.Plus(-12));
        var (back, before) = (found.Select(b => Of(b, content.Counting)).ToArray(), year is { Rehearsed.Pays: true } ? Of(year, content.Counting) : null);
        return new(content, [.. found.Select(b => b.Month)], [.. months.Except(found.Select(b => b.Month))], aimedAt,
            [.. SetPoints.Of(content.Counting, metrics).Where(wanted).Select(p => new PointProposals(p, p.Metric is { } id ? metrics(id)?.Name : null, TargetProposals.For(p, back, before)))]);
    }

    private static HistoryMonth Of(MonthBook book, SchemeVersion scheme) => scheme.Promotions.Count == 0 ? new(book.Rehearsed) : new(book.Rehearsed) { ByDay = new DaysApart(book, scheme.Promotions).Of };
}

/// <summary>A metric of a person on a month's ordinary days or its promotion days alone.</summary>
internal sealed class DaysApart(MonthBook book, IReadOnlyList<DaySpan> promotions)
{
    private readonly Dictionary<(string, PromotionDay), Totals> totals = [];
    private readonly Dictionary<(string, PromotionDay), bool> covered = [];

    public Explained Of(string agent, string id, PromotionDay kind)
    {
        if (book.Facts.Metrics.Find(id) is not { } metric || book.Find(agent) is not { Person: var person }) return Explained.Leaf(id, new(id, id), null, Unit.None);
        if (!Covers(metric, kind)) return Explained.Leaf(id, metric.Name, null, metric.Unit);
        if (!totals.TryGetValue((agent, kind), out var own)) totals.Add((agent, kind), own = book.Facts.TotalsOf(d => d.Agent == person.Id && KindOf(d.Day) == kind));
        return book.Facts.Value(metric, own);
    }

    // The totals know of days from first to last; that none of them is of the kind, they do not.
    private bool Covers(Metric metric, PromotionDay kind)
    {
        if (metric.Formula is Computed) return true;
        if (!covered.TryGetValue((metric.Id, kind), out var does))
            covered.Add((metric.Id, kind), does = Enumerable.Range(0, book.Month.Last.Day).Select(d => book.Month.First.AddDays(d)).Any(d => KindOf(d) == kind && book.Facts.Coverage.LastDay(metric.Source, d, d) is not null));
        return does;
    }

    private PromotionDay KindOf(DateOnly day) => promotions.Any(p => p.Holds(day)) ? PromotionDay.Promotion : PromotionDay.Ordinary;
}
