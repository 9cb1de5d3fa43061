using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>Components that pay by a metric alone: that it exists, which side is better, its unit, what the slabs cover, and that a better value never pays less.</summary>
internal static class ComponentLint
{
    public static IReadOnlyList<Finding> Of(string place, PayComponent component, Func<string, Metric?> metrics)
    {
        var unknown = MetricLint.Unknown(component.Metrics.Select(m => ($"{place}/source/metric", m.Metric)), metrics).ToArray();
        if (unknown.Length > 0 || component.Metrics.Any(m => metrics(m.Metric) is null)) return unknown;
        return component switch
        {
            Commission commission => OfCommission(place, commission, metrics(commission.Source.Metric)!),
            PerPoint points => OfPoints(place, points, metrics(points.Source.Metric)!),
            RankAward award => OfAward(place, award, award.Source is { } source ? metrics(source.Metric) : null),
            _ => [],
        };
    }

    private static IReadOnlyList<Finding> OfCommission(string place, Commission commission, Metric metric)
    {
        List<Finding> found = [.. MetricLint.Direction(place, Better.Higher, metric), .. Rates(place, commission, metric.Unit)];
        var slabs = commission.Slabs.Select(s => s.Values).ToArray();
        found.AddRange(BandLint.Of($"{place}/slabs", slabs, Domain.Of(metric.Unit), metric.Unit));
        if (found.Count == 0) found.AddRange(commission.Way == CommissionWay.Whole ? Falls(place, commission) : Backward(place, commission));
        if (!commission.Source.Reported && IsGross(metric)) found.Add(Gross(place, metric));
        return found;
    }

    /// <summary>10 where 10% is meant.</summary>
    private static IEnumerable<Finding> Rates(string place, Commission commission, Unit unit) => unit != Unit.Yuan ? [] : commission.Slabs.Select((s, i) => (s.Points, i)).Where(s => s.Points > 1m)
        .Select(s => Finding.Error(LintRules.UnitClash, $"{place}/slabs/{s.i}/rate",
            new($"单位不符：提成比例 {Shown.Number(s.Points * 100m)}% 超过金额本身", $"the units clash: a rate of {Shown.Number(s.Points * 100m)}% is more than the amount itself"),
            new($"写 {Shown.Number(s.Points)}%", $"write {Shown.Number(s.Points)}%"), new Interval(s.Points, true, s.Points, true)));

    /// <summary>On the whole amount a lower rate further up pays less than just before its edge.</summary>
    private static IEnumerable<Finding> Falls(string place, Commission commission) =>
        ItemLint.StepDown($"{place}/slabs", true, LintRules.PayNotMonotone, [.. Ascending(commission).Where(s => !(s.Slab.Values.To <= 0m)).Select(s => ($"{s.Index}", $"{s.Slab.Values}", s.Slab.Points))]);

    /// <summary>On parts only a rate under 0 takes away.</summary>
    private static IEnumerable<Finding> Backward(string place, Commission commission) => Ascending(commission).Where(s => s.Slab.Points < 0m).Select(s => Finding.Error(LintRules.PayNotMonotone, $"{place}/slabs/{s.Index}/rate",
        new($"{s.Slab.Values} 越多越少：比例为负", $"more within {s.Slab.Values} pays less: the rate is under 0"), new("写 0 或正的比例", "write a rate of 0 or more"), s.Slab.Values));

    private static IEnumerable<(Band Slab, int Index)> Ascending(Commission commission) => commission.Slabs.Select((s, i) => (s, i)).OrderBy(s => s.s.Values.From ?? decimal.MinValue);

    /// <summary>What was sold, with nothing taken off for what was paid back.</summary>
    private static bool IsGross(Metric metric) => metric.Formula switch
    {
        Total total => total.Terms.Items.Any(t => t.Times > 0 && IsSales(t.Primitive)) && !total.Terms.Items.Any(t => t.Times < 0 && IsRefund(t.Primitive)),
        Computed own => own.Inputs.Any(IsGross) && !own.Inputs.Any(i => i.Formula is Total total && total.Terms.Items.Any(t => IsRefund(t.Primitive))),
        _ => false,
    };

    /// <summary>
    /// Commissions of which one takes refunds off in the month in which they are settled, and another in the month of the sale: a refund after the month then lowers two
    /// months, and one settled before it neither.
    /// </summary>
    public static IEnumerable<Finding> BothRefundWays(string components, PayScheme scheme, Func<string, Metric?> metrics)
    {
        var net = scheme.Components.OfType<Commission>().Where(c => !c.Source.Reported).Select(c => (Commission: c, Metric: metrics(c.Source.Metric))).ToArray();
        if (net.FirstOrDefault(c => c.Metric is { } m && Takes(m, IsSettledRefund)) is not { Commission: { } settled } || net.FirstOrDefault(c => c.Metric is { } m && Takes(m, IsSoldRefund)) is not { Commission: { } sold }) yield break;
        yield return Finding.Warning(LintRules.CommissionBothRefunds, $"{components}/{sold.Id}/source/metric",
            new($"“{settled.Label.Zh}”的退款按完结月扣，“{sold.Label.Zh}”的退款按销售月扣：同一笔退款两种算法", $"'{settled.Label.En}' takes refunds off in the month they are settled, '{sold.Label.En}' in the month of the sale: one refund, two ways"),
            new("全方案用同一种：都用 sales-net，或都用 sales-net-by-sale-month", "use one way in the whole scheme: sales-net in all, or sales-net-by-sale-month in all"));
    }

    private static bool Takes(Metric metric, Func<Primitive, bool> refund) => metric.Formula switch
    {
        Total total => total.Terms.Items.Any(t => t.Times < 0 && refund(t.Primitive)),
        Computed own => own.Inputs.Any(i => Takes(i, refund)),
        _ => false,
    };

    private static bool IsSettledRefund(Primitive primitive) => Enum.GetValues<Records.Judgement>().Any(rule => primitive == Primitive.RefundFen.Under(rule));
    private static bool IsSoldRefund(Primitive primitive) => Enum.GetValues<Records.Judgement>().Any(rule => primitive == Primitive.SoldRefundFen.Under(rule));
    private static bool IsSales(Primitive primitive) => Enum.GetValues<Records.Judgement>().Any(rule => primitive == Primitive.SalesFen.Under(rule));
    private static bool IsRefund(Primitive primitive) => IsSettledRefund(primitive) || IsSoldRefund(primitive);

    private static Finding Gross(string place, Metric metric) => Finding.Warning(LintRules.CommissionGross, $"{place}/source/metric",
        new($"按 {metric.Name.Zh} 提成不扣退款：一笔全额退款的订单仍留下提成", $"commission on {metric.Name.En} keeps refunds in: an order that is refunded in full still leaves its commission"),
        new("若退款应退回提成，用 sales-net（净销售额），或 sales-net-by-sale-month", "where a refund should take its commission back, use sales-net (net sales), or sales-net-by-sale-month"));

    private static IReadOnlyList<Finding> OfPoints(string place, PerPoint points, Metric metric)
    {
        List<Finding> found = [.. MetricLint.Direction(place, points.Better, metric)];
        if (MetricLint.Unit([($"{place}/start", points.Start), ($"{place}/step", points.Step)], metric.Name, metric.Unit) is { } clash) found.Add(clash);
        return found;
    }

    private static IReadOnlyList<Finding> OfAward(string place, RankAward award, Metric? metric) =>
    [
        .. MetricLint.Direction(place, award.Better, metric),
        .. ItemLint.StepDown($"{place}/awards", true, LintRules.PayNotMonotone, [.. award.Awards.Select((a, i) => ($"{i}", $"{i + 1}", a)).Reverse()]),
    ];
}
