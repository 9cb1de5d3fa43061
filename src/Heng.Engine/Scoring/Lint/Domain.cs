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

    public static Interval Of(Item item, Metric? metric) => (item.Source, item.Method) switch
    {
        (_, OnScale scale) => new(scale.Low, true, scale.High, true),
        (_, ByRank) => new(1m, true, null, false),
        (FromSuperior superior, _) => new(superior.From, true, superior.To, true),
        // A goal may go back behind its start and beyond its target, what lies between months fall as well as rise, and a rolled-up score lie anywhere.
        (FromGoals or FromCards { By: RollUp.Trend }, _) => new(null, false, null, false),
        (FromCards { By: RollUp.Mean }, _) when metric is null => new(null, false, null, false),
        _ => Of(UnitOf(item, metric)),
    };

    /// <summary>Null where the source does not say.</summary>
    public static Unit? UnitOf(Item item, Metric? metric) => item.Source switch
    {
        FromCounter counter => counter.Unit,
        FromQa or FromGoals => Unit.Rate,
        FromRaters or FromCauses or FromSuperior => Unit.Points,
        _ => metric?.Unit,
    };
}
