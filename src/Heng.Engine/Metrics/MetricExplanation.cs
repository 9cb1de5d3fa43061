using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics;

/// <summary>
/// A metric opened down to its facts: metric → part and whole → primitive → day → the receptions, orders, ratings, reviews or agent-days of that day.
/// The value, its state and its exactness are <see cref="Reading"/>'s; recomputing the tree from its leaves gives it again.
/// </summary>
public static class MetricExplanation
{
    public static Explained Of(Metric metric, (Totals Totals, FactSet Facts) own, (Totals Totals, FactSet Facts) shop, RuleSet rules, Instant asOf)
    {
        var reading = Reading.Of(metric, own.Totals, shop.Totals, rules, asOf);
        if (metric.Formula is Computed computed)
        {
            var worked = ComputedExplanation.Of(reading, computed, [.. computed.Inputs.Select(input => Of(input, own, shop, rules, asOf))]);
            return worked with { Note = NoteOf(reading, own.Totals) ?? worked.Note };
        }
        if (Reading.LastDay(metric, own.Totals) is null || ShopOnly(metric.Formula, own.Totals)) return Nothing(metric);
        bool Open(DateOnly day) => asOf < rules.Clock.EndOf(MaturityDay.Of(metric.Maturity, day, rules));
        var tree = Tree(metric, new FactTree(own.Facts, own.Totals.From, own.Totals.To, Open), new FactTree(shop.Facts, shop.Totals.From, shop.Totals.To, Open));
        return tree with { Id = metric.Id, Label = metric.Name, Unit = metric.Unit, State = reading.State, Note = NoteOf(reading, own.Totals) ?? tree.Note, Confidence = Proportions.Of(reading) };
    }

    private static bool ShopOnly(Formula formula, Totals own) =>
        formula is OfSilent && own.Silent is null || formula is ShopDay && (own.Silent is null || own.From != own.To);

    private static Explained Nothing(Metric metric) =>
        Explained.Leaf(metric.Id, metric.Name, null, metric.Unit) with { Note = new("本期没有这项数据，不按 0 计", "No such data in the period; it does not count as 0") };

    private static Wording? NoteOf(MetricValue reading, Totals own) => reading switch
    {
        { FinalOn: { } day } => new($"{Day(day)} 结束后成为最终值", $"final once {Day(day)} is over"),
        { State: ValueState.Provisional } when Reading.AwaitsReturn(reading.Metric.Formula, own.Measures) =>
            new("含未解决的工单，或其后 72 小时内聊天记录、工单尚不齐的", "holds unsolved cases, or what has days without chats or cases in the 72 hours after it"),
        { State: ValueState.Provisional } => new("含未注明日期或处理中的退款，或有订单还不知道有没有退款", "holds refunds without a day or in progress, or orders whose refunds are not known"),
        _ => null,
    };

    private static Explained Tree(Metric metric, FactTree own, FactTree shop) => metric.Formula switch
    {
        Total t => Scaled(own.Terms(t.Terms), t.Scale, metric.Unit),
        RatioOf r => Ratio(metric, r, own),
        LargestOf m => own.Largest(m.Primitive),
        QuantileOf q => own.Quantile(q),
        ShareOfShop s => Explained.By(metric.Id, metric.Name, metric.Unit, Quotient.Instance,
            Scaled(own.Terms(s.Part), s.Scale, Unit.Yuan), Scaled(shop.Terms(s.ShopWhole), s.Scale, Unit.Yuan)),
        OverSilent o => Explained.By(metric.Id, metric.Name, metric.Unit, Uplift.Instance,
            Ratio(metric, o.Own, own), Ratio(metric, o.Silent, shop.Only(AgentDay.Silent)) with { Id = "silent", Label = new("静默订单", "silent orders") }),
        OfSilent o => Scaled(own.Only(AgentDay.Silent).Terms(o.Terms), o.Scale, metric.Unit),
        ShopDay d => own.Only(AgentDay.Shop).Primitive(d.Primitive),
        _ => throw new InvalidOperationException("unknown formula"),
    };

    private static Explained Ratio(Metric metric, RatioOf ratio, FactTree facts) =>
        Explained.By(metric.Id, metric.Name, metric.Unit, Quotient.Instance,
            Scaled(facts.Terms(ratio.Part), ratio.Scale, metric.Unit) with { Id = "part" }, facts.Terms(ratio.Whole) with { Id = "whole" });

    private static Explained Scaled(Explained tree, decimal scale, Unit unit) =>
        scale == 1m ? tree : Explained.By(tree.Id, PrimitiveWords.InYuan(tree.Label), unit, new Times(scale), tree);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
