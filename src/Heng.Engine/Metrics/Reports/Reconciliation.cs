using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics.Reports;

/// <summary>What Heng counted beside what a report says (核对), over the days of that report's rows: one row, or those of all a person's accounts.</summary>
public sealed record Compared(Metric Metric, IReadOnlyList<ReportRow> Told, decimal Reported, MetricValue Computed)
{
    public Reported Row => Told[0].Row;

    public string Account => string.Join(", ", Told.Select(t => t.Row.Account));

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
    /// Somebody's rows of one report, those of the same days together: several accounts' figures are made one as <see cref="ReportReading"/> makes them. Days must all be
    /// covered by what the metric is counted from; a figure without data, or one that Heng has no number for, is not compared. Largest share first, a difference from a
    /// reported 0 before them.
    /// </summary>
    public static IReadOnlyList<Compared> Of(CatalogueOfRule catalogue, IEnumerable<ReportRow> rows, Coverage coverage, Func<Metric, Reported, MetricValue> compute)
    {
        var found = new List<Compared>();
        foreach (var together in rows.GroupBy(r => (r.Row.Shop, r.Row.Source, r.Row.From, r.Row.To, r.Row.Counter)))
        {
            ReportRow[] told = [.. together.OrderBy(r => r.Row.Account, StringComparer.Ordinal)];
            foreach (var id in told.SelectMany(r => r.Row.Figures).Select(f => f.Metric).Distinct(StringComparer.Ordinal))
            {
                if (catalogue.Find(id) is not { } metric || !coverage.Whole(metric.Source, told[0].Row.From, told[0].Row.To) || Number(catalogue, metric, told) is not { } number) continue;
                if (compute(metric, told[0].Row) is { Value: not null, State: not ValueState.Missing } value && new Compared(metric, told, number, value) is var pair && Differs(pair)) found.Add(pair);
            }
        }
        return [.. found.OrderByDescending(c => c.Share is null).ThenByDescending(c => Math.Abs(c.Share ?? c.Difference)).ThenBy(c => c.Account, StringComparer.Ordinal)
            .ThenBy(c => c.Row.From).ThenBy(c => c.Metric.Id, StringComparer.Ordinal)];
    }

    /// <summary>Where one of several rows tells nothing, their sum would be too small.</summary>
    private static decimal? Number(CatalogueOfRule catalogue, Metric metric, ReportRow[] told)
    {
        if (told.Any(r => !r.Tells(metric.Id, out var value) || value is null)) return null;
        return told.Length == 1 ? told[0].Row.Figures.First(f => f.Metric == metric.Id).Value : ReportReading.Together(catalogue, metric, told).Value;
    }

    private static bool Differs(Compared pair) => pair.Share is { } share ? Math.Abs(share) >= Share : pair.Difference != 0;
}
