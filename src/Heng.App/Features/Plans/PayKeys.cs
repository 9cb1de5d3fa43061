using static Heng.App.Features.Plans.Vocabulary;

namespace Heng.App.Features.Plans;

/// <summary>The keys of the pay part.</summary>
internal static class PayKeys
{
    public static readonly Mapping CoefficientKnot = new("coefficient-knot", new Key("at", Number, true), new("coefficient", Number, true));
    public static readonly Mapping CoefficientBand = new("coefficient-band", new Key("when", Text, true), new("coefficient", Number, true));
    public static readonly Mapping Coefficient = new("coefficient",
        new Key("linear", new AList(new AMapping(CoefficientKnot))), new("bands", new AList(new AMapping(CoefficientBand))), new("grades", new ATable(Number)), new("floor", Number),
        new("cap", Number));

    public static readonly Mapping Base = new("base",
        new Key("id", Id, true), new("label", Worded, true), new("amount", new Either(new AChoice(["person"]), Number), true), new("ours", Texts));
    public static readonly Mapping Performance = new("performance",
        new Key("id", Id, true), new("label", Worded, true), new("amount", Number, true), new("coefficient", new AMapping(Coefficient), true), new("prorated", new AFlag()), new("ours", Texts));
    public static readonly Mapping RewardPenalty = new("reward-penalty", new Key("id", Id, true), new("label", Worded, true), new("ours", Texts));

    public static readonly Mapping IndicatorSource = new("indicator-source", new Key("metric", Text), new("by", new AChoice(ItemKeys.Tellers.Keys)), new("item", Text));
    public static readonly Mapping Indicator = new("indicator",
        new Key("id", Id, true), new("name", Worded, true), new("weight", Number, true), new("source", new AMapping(IndicatorSource), true),
        new("better", new AChoice(ItemKeys.Directions.Keys)), new("balance", Aimed, true), new("step", Number, true), new("per-step", Number, true), new("low", Number),
        new("high", Number), new("scaled-by-days", new AFlag()), BasisKey, new("ours", Texts));
    public static readonly Mapping Ksf = new("ksf",
        new Key("id", Id, true), new("label", Worded, true), new("standard", Number, true), new("at-stake", Number, true), new("prorated", new AFlag()),
        new("indicators", new AList(new AMapping(Indicator)), true), new("ours", Texts));

    public static readonly Mapping Component = new("component",
        new Key("base", new AMapping(Base)), new("performance", new AMapping(Performance)), new("ksf", new AMapping(Ksf)), new("reward-penalty", new AMapping(RewardPenalty)))
    {
        ExactlyOne = true,
    };
    public static readonly Mapping Pay = new("pay", new Key("components", new AList(new AMapping(Component)), true));
}
