using Heng.Engine.Facts;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics;

/// <summary>
/// A metric read off the totals of a period. Missing: no covered day of its source, a number its files do not bring, a zero whole, or no source at all.
/// Provisional: before the end of the maturity day of the period's last covered day, or while refunds without a day, or in progress, are in it, or orders of which
/// nobody told the refunds, or cases and receptions whose buyer may still return.
/// Values are exact; rounding is the reader's.
/// </summary>
public static class Reading
{
    public static MetricValue Of(Metric metric, Totals own, Totals shop, RuleSet rules, Instant asOf)
    {
        if (metric.Formula is Computed computed) return Custom.ComputedReading.Of(metric, computed, own, shop, rules, asOf);
        if (LastDay(metric, own) is not { } last) return new(metric, null, null, null, ValueState.Missing, null);
        var (value, part, whole) = Work(metric.Formula, own, shop);
        if (value is null) return new(metric, null, part, whole, ValueState.Missing, null);
        var matures = MaturityDay.Of(metric.Maturity, last, rules);
        if (asOf < rules.Clock.EndOf(matures)) return new(metric, value, part, whole, ValueState.Provisional, matures);
        var state = HoldsUnsettledRefund(metric.Formula, own.Measures) || AwaitsReturn(metric.Formula, own.Measures) ? ValueState.Provisional : ValueState.Final;
        return new(metric, value, part, whole, state, null);
    }

    /// <summary>The last day that gives the metric something to read; null where it can only be missing.</summary>
    internal static DateOnly? LastDay(Metric metric, Totals own)
    {
        if (metric.Formula is NoSource) return null;
        if (metric.Needs is { } needs && (needs.Of is not { } of || own.Measures[of] > 0) && own.Measures[needs.Known] == 0) return null;
        return own.Coverage.LastDay(metric.Source, own.From, own.To);
    }

    private static (decimal? Value, decimal? Part, decimal? Whole) Work(Formula formula, Totals own, Totals shop) => formula switch
    {
        Total t => (Sum(t.Terms, own.Measures) * t.Scale, null, null),
        RatioOf r => Ratio(Sum(r.Part, own.Measures) * r.Scale, Sum(r.Whole, own.Measures)),
        LargestOf m => (own.Measures[m.Primitive], null, null),
        QuantileOf q => (Quantile(q.FirstResponses ? own.FirstResponses : own.RoundWaits, q.Percent), null, null),
        ShareOfShop s => Ratio(Sum(s.Part, own.Measures) * s.Scale, Sum(s.ShopWhole, shop.Measures) * s.Scale),
        OverSilent o => (Value(o.Own, own.Measures) - Value(o.Silent, shop.Silent ?? new()), null, null),
        OfSilent o => (own.Silent is { } silent ? Sum(o.Terms, silent) * o.Scale : null, null, null),
        ShopDay d => (own.Silent is not null && own.From == own.To ? own.Measures[d.Primitive] : null, null, null),
        _ => (null, null, null),
    };

    internal static decimal? Quantile(Statistics.Waits waits, int percent) => percent == 50 ? waits.Median() : waits.Percentile(percent);

    private static decimal Sum(Terms terms, Measures measures)
    {
        var sum = 0m;
        foreach (var (primitive, times) in terms.Items) sum += (decimal)measures[primitive] * times;
        return sum;
    }

    private static decimal? Value(RatioOf ratio, Measures measures) => Ratio(Sum(ratio.Part, measures) * ratio.Scale, Sum(ratio.Whole, measures)).Value;

    private static (decimal? Value, decimal? Part, decimal? Whole) Ratio(decimal part, decimal whole) => (whole == 0 ? null : part / whole, part, whole);

    /// <summary>Unsolved cases, and what has uncovered days in its 72 hours.</summary>
    internal static bool AwaitsReturn(Formula formula, Measures measures) =>
        measures[Primitive.OnceOpen] > 0 && FormulaText.PrimitivesOf(formula).Any(primitive => primitive is Primitive.CasesOnce or Primitive.ReceptionsOnce);

    private static bool HoldsUnsettledRefund(Formula formula, Measures measures) => Array.Exists(Enum.GetValues<Judgement>(), rule =>
        (measures[Primitive.RefundFen.Under(rule)] != measures[Primitive.DatedRefundFen.Under(rule)] || measures[Primitive.OpenRefunds.Under(rule)] != 0
            || measures[Primitive.OrdersWithRefund.Under(rule)] < measures[Primitive.Orders.Under(rule)])
        && FormulaText.PrimitivesOf(formula).Any(primitive => IsRefund(primitive, rule)));

    private static bool IsRefund(Primitive primitive, Judgement rule) => primitive == Primitive.RefundFen.Under(rule) || primitive == Primitive.RefundedItems.Under(rule)
        || primitive == Primitive.SoldRefundFen.Under(rule) || primitive == Primitive.RefundedOrders.Under(rule) || primitive == Primitive.ReturnedOrders.Under(rule);
}
