using Heng.Engine.Metrics;
using Heng.Engine.Targets;

namespace Heng.Engine.Choosing;

/// <summary>How a metric stands between people (人与人之间): of so many, how many have a value, the middle one, the ends, and how many different ones there are.</summary>
public sealed record BetweenPeople(int People, int WithValue, decimal? Median, decimal? Lowest, decimal? Highest, int Different)
{
    public decimal? Spread => Highest - Lowest;

    /// <summary>One value for all says nothing about anybody.</summary>
    public bool TellsApart => Different > 1;

    /// <summary>Values as scoring compares them; an even number of them has the mean of the two in the middle. A person without a value is counted and is no 0.</summary>
    public static BetweenPeople Of(Metric metric, IReadOnlyList<decimal?> values)
    {
        decimal[] known = [.. values.OfType<decimal>().Select(v => ScoringPrecision.Round(metric, v)).Order()];
        if (known.Length == 0) return new(values.Count, 0, null, null, null, 0);
        var middle = MedianOf.Instance.Apply([.. known])!.Value;
        return new(values.Count, known.Length, ScoringPrecision.Round(metric, middle), known[0], known[^1], known.Distinct().Count());
    }
}
