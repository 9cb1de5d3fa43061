using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Interval = Heng.Engine.Scoring.Interval;

namespace Heng.Engine.Tests.Scoring.Lint;

public sealed class RangeProperties
{
    private static readonly Method[] Methods =
    [
        new Proportional(70m, Better.Higher), new Proportional(70m, Better.Higher, 0.1m, 1.3m), new Proportional(70m, Better.Lower), new Proportional(70m, Better.Lower, 0.2m, 0.9m),
        new Linear([new(0m, 0m), new(30m, 90m), new(90m, 60m), new(120m, 100m)]),
        new Bands([new(Interval.Parse("x < 40")!, 10m), new(Interval.Parse("40 ≤ x ≤ 80")!, 40m), new(Interval.Parse("x > 80")!, 100m)]),
        new OnScale(0m, 150m, []), new PerStep(70m, 7m, 50m, 12m, Better.Higher, 10m, 100m), new PerStep(70m, 7m, 50m, 12m, Better.Lower, 10m, 100m), new ByCount(40m, 80m, false, true),
        new ByCount(40m, null, true, false), Deduct.Instance, OfWhole.Instance, new ByGoal(100m, 40m, 0m), new ZeroToFull(30m, 90m), new ZeroToFull(90m, 30m), AsGiven.Instance,
    ];

    [Fact]
    public void Every_values_points_lie_in_the_range_of_the_stretch_that_holds_it() => Prop.ForAll<int, int, int>((a, b, at) =>
    {
        var (low, high) = (Math.Min(Value(a), Value(b)), Math.Max(Value(a), Value(b)));
        var value = low + (high - low) * (Math.Abs(at) % 101) / 100m;
        return Methods.All(m => m.Range(new(low, true, high, true), 100m).Holds(m.Points(value, 100m)!.Value) && m.Range(new(low, true, null, false), 100m).Holds(m.Points(value, 100m)!.Value)
            || Rounded(m, low, high, value));
    }).QuickCheckThrowOnFailure();

    /// <summary>Points are rounded to 0.01 and ranges are not, so an end may be missed by half of that.</summary>
    private static bool Rounded(Method m, decimal low, decimal high, decimal value)
    {
        var (range, points) = (m.Range(new(low, true, high, true), 100m), m.Points(value, 100m)!.Value);
        return points >= range.Low - 0.005m && points <= range.High + 0.005m;
    }

    private static decimal Value(int seed) => Math.Abs(seed % 15_000) / 100m;
}
