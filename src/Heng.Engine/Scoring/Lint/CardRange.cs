using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>
/// The scores that a card can come to (总分范围). An item whose weight goes to the others when it has no value may be there or not, so the highest score leaves out
/// what would lower it: an item with a cap of 1.2 can be the whole score.
/// </summary>
public static class CardRange
{
    /// <summary>A veto can make nothing of anything.</summary>
    public static Bounds Of(Plan plan, Func<string, Metric?> metrics) => BeforeVetoes(plan, metrics) is var scores && Gate.Of(plan).Any() ? scores with { Low = 0m } : scores;

    public static Bounds BeforeVetoes(Plan plan, Func<string, Metric?> metrics)
    {
        var lines = plan.Items.Where(i => !i.Bonus).Select(i => Line(i, metrics)).OfType<(decimal Weight, Bounds Points, bool Always)>().ToArray();
        var basis = lines.Length == 0 ? Bounds.Of(0m) : new(-Highest(plan, lines, p => -(p.Low ?? 0m)), Highest(plan, lines, p => p.High ?? 0m));
        var onTop = plan.Items.Where(i => i.Bonus).Select(i => Line(i, metrics)?.Points.Or(Bounds.Of(0m)) ?? Bounds.Of(0m)).Aggregate(Bounds.Of(0m), (sum, one) => sum.Plus(one));
        // Nobody comes below 0.
        var low = Math.Max(0m, basis.Low!.Value + (onTop.Low ?? 0m));
        return new(low, basis.High + (plan.BonusCap is { } cap && !(onTop.High <= cap) ? cap : onTop.High));
    }

    /// <summary>Null for an item that never has points.</summary>
    private static (decimal Weight, Bounds Points, bool Always)? Line(Item item, Func<string, Metric?> metrics)
    {
        var zero = item.Missing == MissingRule.Zero;
        if (item.Source is NoneYet) return zero ? (item.Weight, Bounds.Of(0m), true) : null;
        var metric = item.Source is FromMetric from ? metrics(from.Metric) : null;
        var points = item.Method.Range(Domain.Of(item, metric), item.Weight);
        return (item.Weight, zero ? points.Or(Bounds.Of(0m)) : points, zero || item.Missing == MissingRule.Block);
    }

    /// <summary>The highest weighted mean: what is always there, then the others from the best on, as long as each lifts it.</summary>
    private static decimal Highest(Plan plan, (decimal Weight, Bounds Points, bool Always)[] lines, Func<Bounds, decimal> of)
    {
        var (points, weight) = (lines.Where(l => l.Always).Sum(l => of(l.Points)), lines.Where(l => l.Always).Sum(l => l.Weight));
        foreach (var line in lines.Where(l => !l.Always && l.Weight > 0m).OrderByDescending(l => of(l.Points) / l.Weight))
        {
            if (weight > 0m && of(line.Points) / line.Weight <= points / weight) break;
            (points, weight) = (points + of(line.Points), weight + line.Weight);
        }
        return weight > 0m ? plan.TotalWeight * points / weight : 0m;
    }
}
