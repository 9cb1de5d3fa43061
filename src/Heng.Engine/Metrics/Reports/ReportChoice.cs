namespace Heng.Engine.Metrics.Reports;

/// <summary>
/// Which rows speak for a metric over a period. Rows that reach out of the period do not. Of one account's rows (an account is a shop's) the longest count first and none overlaps another,
/// so that a month's row stands before its days. Of several reports the one that knows most days speaks, then the later export, then the name.
/// </summary>
internal static class ReportChoice
{
    public static IReadOnlyList<ReportRow> Of(string metric, IReadOnlyList<ReportRow> rows, DateOnly from, DateOnly to) => rows
        .Where(r => r.Row.From >= from && r.Row.To <= to && r.Tells(metric, out _))
        .GroupBy(r => r.Row.Source, StringComparer.Ordinal)
        .Select(source => source.GroupBy(r => (r.Row.Shop, r.Row.Account)).SelectMany(Apart).ToList())
        .OrderByDescending(chosen => chosen.Where(r => r.Tells(metric, out var value) && value is not null).Sum(r => r.Days))
        .ThenByDescending(chosen => chosen.Max(r => r.Exported?.UnixSeconds ?? long.MinValue))
        .ThenBy(chosen => chosen[0].Row.Source, StringComparer.Ordinal)
        .FirstOrDefault() ?? [];

    private static IEnumerable<ReportRow> Apart(IEnumerable<ReportRow> rows)
    {
        var taken = new List<ReportRow>();
        foreach (var row in rows.OrderByDescending(r => r.Days).ThenBy(r => r.Row.From))
            if (!taken.Exists(row.Overlaps)) taken.Add(row);
        return taken.OrderBy(r => r.Row.From);
    }
}
