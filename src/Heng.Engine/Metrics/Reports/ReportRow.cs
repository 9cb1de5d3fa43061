using Heng.Engine.Records;

namespace Heng.Engine.Metrics.Reports;

/// <summary>A row of a platform's report and when its file was exported.</summary>
public sealed record ReportRow(Reported Row, Instant? Exported)
{
    /// <summary>The number of the import that brought it; 0 is none.</summary>
    public long Import { get; init; }

    public int Days => Row.To.DayNumber - Row.From.DayNumber + 1;

    /// <summary>False where the report has no such column; true with null where the cell says that it has no data.</summary>
    public bool Tells(string metric, out decimal? value)
    {
        foreach (var figure in Row.Figures)
        {
            if (figure.Metric != metric) continue;
            value = figure.Value;
            return true;
        }
        value = null;
        return false;
    }

    internal bool Overlaps(ReportRow other) => Row.From <= other.Row.To && other.Row.From <= Row.To;
}
