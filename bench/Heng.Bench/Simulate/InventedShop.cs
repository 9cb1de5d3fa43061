using Heng.Bench.Fold;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;

namespace Heng.Bench.Simulate;

/// <summary>Months of people with a value for each item, a few of them missing, and a scheme of all methods with performance pay and KSF.</summary>
internal static class InventedShop
{
    public static SimulatedMonth Month(Month month, int people, int items)
    {
        var dice = new Dice((ulong)(month.Year * 12 + month.Number));
        return new(month, [.. Enumerable.Range(0, people).Select(p => Person(month, p, items, ref dice))]);
    }

    private static Subject Person(Month month, int number, int items, ref Dice dice)
    {
        var name = $"p{number:00000}";
        var values = new Dictionary<string, Explained>(StringComparer.Ordinal);
        for (var i = 0; i < items; i++)
        {
            decimal? value = dice.Percent(4) ? null : dice.Below(20_000) / 100m;
            values[$"m{i}"] = Explained.Leaf($"m{i}", new($"m{i}", $"m{i}"), value, Unit.Times);
        }
        var attendance = new Attendance(month, name, 23m, dice.Percent(10) ? 23m - dice.Below(9) : 23m);
        var candidate = new Candidate(name, $"g{number / 10}", "front-line", id => values[id], [], attendance.PaidDays, attendance.DueDays);
        return new(candidate, new(name, 4000m + dice.Below(200_000) / 100m, attendance, null, candidate.Metric, []));
    }

    /// <param name="aim">What most items ask for: two schemes with different aims are what counts and what is tried.</param>
    public static SchemeVersion Scheme(int items, decimal aim)
    {
        var weights = Split.Of(100m, [.. Enumerable.Range(0, items).Select(i => ($"m{i:00}", 1m))]);
        Item[] all = [.. Enumerable.Range(0, items).Select(i => new Item($"m{i}", new($"m{i}", $"m{i}"), weights[i], new FromMetric($"m{i}"), MethodOf(i, weights[i], aim), i % 5 == 4 ? MissingRule.Neutral : MissingRule.Redistribute)
        {
            ScaledByDays = i % 3 == 0,
        })];
        var plan = new Plan("bench/agent", 1, default, default, Cycle.Month, ["front-line"], [new("all", default, all)],
            [new("A", Interval.Parse("x≥80")!), new("B", Interval.Parse("60≤x<80")!), new("C", Interval.Parse("x<60")!)], 60m);
        return new("bench", 1, [plan], new("bench", 1, default, default,
        [
            new BasePay("base", default), new PerformancePay("performance", default, 2000m, new LinearCoefficient([new(80m, 0.8m), new(100m, 1m)]), true),
            new Ksf("ksf", default, 3200m, 0.7m, true,
                [.. Enumerable.Range(0, 4).Select(i => new KsfIndicator($"k{i}", default, 25m, new(new($"m{i}"), null), Better.Higher, aim, 5m, 12m, null, null))]),
        ]));
    }

    private static Method MethodOf(int item, decimal weight, decimal aim) => (item % 4) switch
    {
        0 => new Proportional(aim, Better.Higher),
        1 => new Bands([new(new(null, false, aim / 2m, false), 0m), new(new(aim / 2m, true, aim, false), weight / 2m), new(new(aim, true, null, false), weight)]),
        2 => new Linear([new(0m, 0m), new(aim, weight * 0.7m), new(aim * 1.5m, weight)]),
        _ => new ByRank(RankWithin.Group, Better.Higher, [weight, weight * 0.8m, weight * 0.6m], weight * 0.4m),
    };
}
