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
        _ => OfSource(item.Source, metric),
    };

    // A goal may go back behind its start, and beyond its target.
    private static Interval OfSource(ItemSource source, Metric? metric) => source switch
    {
        FromCounter counter => Of(counter.Unit),
        FromQa => Of(Explanation.Unit.Rate),
        FromGoals or FromCards { By: RollUp.Trend } => new(null, false, null, false),
        FromSuperior superior => new(superior.From, true, superior.To, true),
        FromCards { By: RollUp.Mean } => metric is null ? new(null, false, null, false) : Of(metric.Unit),
        _ => Of(metric?.Unit),
    };
}
