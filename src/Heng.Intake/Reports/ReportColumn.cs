using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Intake.Reports;

internal enum Told : byte { Number, Rate, Ratio, Duration, Minutes }

/// <summary>
/// A column of figures: the metric it tells, or, where no metric is meant, the counter named as the column is. How its cells are written follows from the metric's
/// unit unless said otherwise.
/// </summary>
internal sealed record ReportColumn(string Metric, string Name, params IReadOnlyList<string> Aliases)
{
    public bool Required { get; init; }
    public Told How { get; init; } = HowOf(Metric);

    public Column Column => new(Name, Required, Aliases);

    private static Told HowOf(string metric) => Catalogue.Find(metric)?.Unit switch
    {
        Unit.Rate => Told.Rate,
        Unit.Ratio => Told.Ratio,
        Unit.Seconds => Told.Duration,
        _ => Told.Number,
    };
}
