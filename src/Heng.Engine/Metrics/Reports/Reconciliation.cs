using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics.Reports;

/// <summary>What Heng counted beside what a report says (核对), over the days of that report's row.</summary>
public sealed record Compared(Metric Metric, ReportRow Told, decimal Reported, MetricValue Computed)
{
    public Reported Row => Told.Row;

    public decimal Difference => (Computed.Value ?? 0m) - Reported;

    /// <summary>The difference as a share of the reported number; null beside a reported 0.</summary>
    public decimal? Share => Reported == 0 ? null : Difference / Math.Abs(Reported);
}

/// <summary>Lists where the two differ.</summary>
public static class Reconciliation
{
    /// <summary>From one percent of the reported number on, this edge included, a difference is listed.</summary>
    public const decimal Share = 0.01m;

    /// <summary>
    /// Every figure of the rows whose days are all covered by what the metric is counted from; a figure without data, or one that Heng has no number for, is not
    /// compared. Largest share first, a difference from a reported 0 before them.
    /// </summary>
    public static IReadOnlyList<Compared> Of(CatalogueOfRule catalogue, IEnumerable<ReportRow> rows, Coverage coverage, Func<Metric, Reported, MetricValue> compute)
    {
        var found = new List<Compared>();
        foreach (var of in rows)
            foreach (var figure in of.Row.Figures)
            {
                var row = of.Row;
                if (figure.Value is not { } told || catalogue.Find(figure.Metric) is not { } metric || !coverage.Whole(metric.Source, row.From, row.To)) continue;
                if (compute(metric, row) is { Value: not null, State: not ValueState.Missing } value && new Compared(metric, of, told, value) is var pair && Differs(pair)) found.Add(pair);
            }
        return [.. found.OrderByDescending(c => c.Share is null).ThenByDescending(c => Math.Abs(c.Share ?? c.Difference)).ThenBy(c => c.Row.Account, StringComparer.Ordinal)
            .ThenBy(c => c.Row.From).ThenBy(c => c.Metric.Id, StringComparer.Ordinal)];
    }

    private static bool Differs(Compared pair) => pair.Share is { } share ? Math.Abs(share) >= Share : pair.Difference != 0;
}
