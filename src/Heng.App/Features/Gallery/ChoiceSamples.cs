using Heng.App.Features.Choosing;
using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>A choice of indicators at each of its stages.</summary>
internal static class ChoiceSamples
{
    private static readonly DateTime At = new(2026, 10, 31, 18, 20, 0);
    private static readonly CatalogueOfRule Metrics = Catalogue.Under(Judgement.OrderFirst);
    private static readonly CurrentUses Uses = new([], new[] { ("average-response", new Wording("客服 KSF 月度考核", "Agent, monthly")), ("average-response", new("KSF 绩效（计薪）", "KSF (pays)")) }.ToLookup(u => u.Item1, u => u.Item2));

    private static readonly IndicatorChoice Begun = new("2027 年客服指标", "front-line", [.. ChoiceStart.Of("trade:clothing", Metrics, Uses).Select((c, i) => i < 3 ? c with { Meets = Criteria.CanBeInfluenced | Criteria.IsMeasured } : c)]);
    private static readonly IndicatorChoice Shortened = Begun with { Stage = ChoiceStage.ShortList, List = [.. Begun.List.Select(c => c.Metric == "cross-sell" ? c with { Struck = "店里很少搭配售卖", Weight = null } : c.Metric == "inquiry-paid-final" ? c with { Weight = 35m } : c)] };

    public static ChoicesView List => new(
        [new(2, "2027 年客服指标", "front-line", ChoiceStage.ShortList, 6, null, At, "黄婉清"), new(1, "2026 年客服指标", "front-line", ChoiceStage.Signed, 7, "徐芷若", At.AddMonths(-10), "徐芷若")],
        [.. TradePresets.All.Select(t => new StartOption("trade:" + t.Id, t.Name, t.Indicators.Count))], [new("plan:s4-ksf/agent", new("客服 KSF 月度考核", "Agent, monthly"), 6, 1)], 190, ["front-line", "after-sales"], true);

    public static ChoicesView Empty => List with { Rows = [], Refused = ChoiceRefusal.TitleMissing, Form = new("", "after-sales", "catalogue") };
    public static ChoiceView Long => Of(Begun, ChoiceStage.LongList);
    public static ChoiceView Refused => Of(Begun with { List = [.. Begun.List.Select(c => c.Metric == "cross-sell" ? c with { Struck = "" } : c)] }, ChoiceStage.LongList) with { Refused = ChoiceRefusal.StruckWithoutReason, About = ["关联销售"] };
    public static ChoiceView Short => Of(Shortened, ChoiceStage.LongList, ChoiceStage.ShortList);
    public static ChoiceView Chosen => Of(Shortened with { Stage = ChoiceStage.Chosen, Owner = "徐芷若" }, ChoiceStage.LongList, ChoiceStage.ShortList, ChoiceStage.Chosen);
    public static ChoiceView Signed => Of(Shortened with { Stage = ChoiceStage.Signed, Owner = "徐芷若" }, ChoiceStage.LongList, ChoiceStage.ShortList, ChoiceStage.Chosen, ChoiceStage.Signed) with { Signature = (At, "9f86d081884c7d659a2feaa0c55ad015") };

    private static ChoiceView Of(IndicatorChoice choice, params ChoiceStage[] steps)
    {
        var listed = choice.List.ToDictionary(c => c.Metric, StringComparer.Ordinal);
        var rows = Metrics.Groups.SelectMany(g => g.Metrics.Where(m => listed.ContainsKey(m.Id)).Select(m => new IndicatorRow(listed[m.Id], m, g.Name, Figures(m), [.. Uses.ByMetric[m.Id]]))).ToArray();
        return new(2, steps.Length, choice, rows, new([October.Plus(-2), October.Plus(-1), October], 18, new Dictionary<string, MetricFigures>()),
            [.. steps.Select((s, i) => new ChoiceStepRow(i + 1, s, At, s == ChoiceStage.Signed ? "徐芷若" : "黄婉清", choice.Kept.Count(), choice.List.Count - choice.Kept.Count(), 100m)).Reverse()], true)
        {
            Me = "徐芷若", Owners = ["徐芷若", "黄婉清"], Scheme = "choice-2", Addable = [.. Metrics.Groups.Take(2)],
        };
    }

    private static MetricFigures Figures(Metric metric) => metric.Id switch
    {
        "return-and-exchange-rate" => new(BetweenPeople.Of(metric, new decimal?[18]), new("没有导入退款", "not imported: refunds"), false),
        "reply-rate" => new(BetweenPeople.Of(metric, [.. Enumerable.Repeat((decimal?)0.98m, 18)]), null, false),
        _ => new(BetweenPeople.Of(metric, [.. Enumerable.Range(0, 18).Select(i => i == 4 ? (decimal?)null : metric.Unit == Unit.Rate ? Between(0.3m, 0.6m, i) : Between(30m, 90m, i))]), null, metric.Id == "received"),
    };
}
