namespace Heng.Engine.Statistics;

/// <summary>
/// How much a question's share of points goes with the rest of the sheet (点二列相关): Pearson's correlation, which for a question that is right or wrong is the point-biserial one. From
/// −1 to 1, rounded to 4 places; null where there are fewer than two pairs or one side is all alike.
/// </summary>
public static class PointBiserial
{
    public static decimal? Of(IReadOnlyList<decimal> items, IReadOnlyList<decimal> rests)
    {
        if (items.Count != rests.Count) throw new ArgumentException("each item has its rest");
        if (items.Count < 2) return null;
        var (meanItem, meanRest) = (items.Average(), rests.Average());
        decimal both = 0m, item = 0m, rest = 0m;
        for (var i = 0; i < items.Count; i++)
        {
            var (a, b) = (items[i] - meanItem, rests[i] - meanRest);
            (both, item, rest) = (both + a * b, item + a * a, rest + b * b);
        }
        if (items.Distinct().Count() == 1 || rests.Distinct().Count() == 1) return null;
        return Math.Clamp(Math.Round((decimal)((double)both / Math.Sqrt((double)item * (double)rest)), 4, MidpointRounding.AwayFromZero), -1m, 1m);
    }
}
