using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Statistics;

namespace Heng.Engine.Metrics;

/// <summary>
/// Rates of outcomes (比率): so many of so many things, each of which either was or was not so. Only these have an interval; a share of money, of time or of characters
/// has no sample behind it.
/// </summary>
public static class Proportions
{
    public static bool Tells(Metric metric) =>
        metric is { Unit: Unit.Rate, Formula: RatioOf { Scale: 1m } ratio } && ratio.Part.Items.Concat(ratio.Whole.Items).All(term => Counts(term.Primitive));

    /// <summary>Null without a value, of anything but a rate of outcomes, and where the part is none of the whole.</summary>
    public static Confidence? Of(MetricValue reading) =>
        reading is { Value: not null, Part: { } part, Whole: { } whole } && Tells(reading.Metric) && part >= 0m && part <= whole ? Wilson.Of(part, whole) : null;

    private static bool Counts(Primitive primitive) =>
        PrimitiveWords.UnitOf(primitive) is not (Unit.Seconds or Unit.Characters or Unit.Days) && !PrimitiveWords.CodeOf(primitive).Contains("Fen", StringComparison.Ordinal);
}
