using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>The values that can come (取值范围): rates from 0 to 100 %, money and ratios without end on both sides, marks on their scale, all else from 0 upward.</summary>
public static class Domain
{
    public static Interval Of(Unit? unit) => unit switch
    {
        Unit.Rate => new(0m, true, 1m, true),
        Unit.Yuan or Unit.Ratio => new(null, false, null, false),
        _ => new(0m, true, null, false),
    };

    public static Interval Of(Item item, Metric? metric) => item.Method switch
    {
        OnScale scale => new(scale.Low, true, scale.High, true),
        ByRank => new(1m, true, null, false),
        _ => Of(metric?.Unit),
    };
}
