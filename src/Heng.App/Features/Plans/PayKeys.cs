using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
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

    public static readonly Dictionary<string, Rounding> Rounds = new()
    {
        ["half-away"] = Rounding.HalfAway, ["half-even"] = Rounding.HalfEven, ["down"] = Rounding.Down, ["up"] = Rounding.Up,
    };
    public static readonly Dictionary<string, CommissionWay> Ways = new() { ["marginal"] = CommissionWay.Marginal, ["whole"] = CommissionWay.Whole };
    public static readonly Dictionary<string, AwardWithin> Within = new() { ["scheme"] = AwardWithin.Scheme, ["group"] = AwardWithin.Group, ["position"] = AwardWithin.Position };
    public static readonly Dictionary<string, AwardTies> Ties = new() { ["share"] = AwardTies.Share, ["each"] = AwardTies.Each, ["none"] = AwardTies.None };
    public static readonly Dictionary<string, AllowancePer> Pers = new()
    {
        ["month"] = AllowancePer.Month, ["day"] = AllowancePer.Day, ["shift"] = AllowancePer.Shift, ["year"] = AllowancePer.Year,
    };
    public static readonly Dictionary<string, AllowanceFor> Fors = new()
    {
        ["ordinary"] = AllowanceFor.Ordinary, ["night"] = AllowanceFor.Night, ["heat"] = AllowanceFor.Heat, ["hardship"] = AllowanceFor.Hardship, ["welfare"] = AllowanceFor.Welfare,
    };

    private static readonly Holds Person = new Either(new AChoice(["person"]), Number);

    /// <summary>A component's mapping: what every one has, and its own keys.</summary>
    private static Mapping Part(string name, params Key[] own) =>
        new(name, [new Key("id", Id, true), new("label", Worded, true), .. own, new("round", new AChoice(Rounds.Keys)), new("ours", Texts)]);

    public static readonly Mapping MetricSource = new("metric-source", new Key("metric", Text, true), new("by", new AChoice(ItemKeys.Tellers.Keys)));

    public static readonly Mapping Base = Part("base", new Key("amount", Person, true), new("by", new Either(new AChoice(["due-days"]), Number)));
    public static readonly Mapping Performance = Part("performance", new Key("amount", Number, true), new("coefficient", new AMapping(Coefficient), true), new("prorated", new AFlag()));
    public static readonly Mapping RewardPenalty = Part("reward-penalty");
    public static readonly Mapping Deduction = Part("deduction");
    public static readonly Mapping Slab = new("slab", new Key("when", Text, true), new("rate", Number, true));
    public static readonly Mapping Commission = Part("commission",
        new Key("source", new AMapping(MetricSource), true), new("way", new AChoice(Ways.Keys), true), new("slabs", new AList(new AMapping(Slab)), true), new("low", Number), new("high", Number));
    public static readonly Mapping PerPoint = Part("per-point",
        new Key("source", new AMapping(MetricSource), true), new("better", new AChoice(ItemKeys.Directions.Keys)), new("start", Aimed, true), new("step", Number), new("amount", Number, true),
        new("whole", new AFlag()), new("low", Number), new("high", Number));
    public static readonly Mapping RankAwards = Part("rank-awards",
        new Key("source", new Either(new AChoice(["score"]), new AMapping(MetricSource)), true), new("better", new AChoice(ItemKeys.Directions.Keys)), new("within", new AChoice(Within.Keys), true),
        new("awards", new AList(Number), true), new("ties", new AChoice(Ties.Keys), true));
    public static readonly Dictionary<string, AwardPaid> CyclePaid = new() { ["last"] = AwardPaid.Last, ["next"] = AwardPaid.Next };
    public static readonly Dictionary<string, FewerParts> Fewer = new() { ["nothing"] = FewerParts.Nothing, ["in-proportion"] = FewerParts.InProportion };
    public static readonly Dictionary<string, bool> Taxed = new() { ["wage"] = false, ["year-end"] = true };
    public static readonly Mapping CycleAward = Part("cycle-award",
        new Key("cycle", new AChoice(["two-months", "quarter", "year"]), true), new("paid", new AChoice(CyclePaid.Keys)), new("amount", Number), new("base-months", Number),
        new("coefficient", new AMapping(Coefficient)), new("awards", new AList(Number)), new("within", new AChoice(Within.Keys)), new("ties", new AChoice(Ties.Keys)),
        new("parts-at-least", new AWholeNumber()), new("fewer", new AChoice(Fewer.Keys)), new("taxed", new AChoice(Taxed.Keys)));
    public static readonly Mapping Allowance = Part("allowance",
        new Key("amount", Number, true), new("per", new AChoice(Pers.Keys), true), new("for", new AChoice(Fors.Keys)), new("shift", Text), new("at-most", Number), new("prorated", new AFlag()));
    public static readonly Mapping FullAttendance = Part("full-attendance", new Key("share", Number), new("amount", Number));
    public static readonly Mapping OvertimeRates = new("overtime-rates", new Key("workday", Number), new("rest-day", Number), new("holiday", Number));
    public static readonly Mapping Overtime = Part("overtime", new Key("base", Person, true), new("rates", new AMapping(OvertimeRates)));

    public static readonly Dictionary<string, BonusTaxed> YearEnds = new() { ["cheaper"] = BonusTaxed.Cheaper, ["apart"] = BonusTaxed.Apart, ["merged"] = BonusTaxed.Merged };
    public static readonly Dictionary<string, Wording> Insurances = new()
    {
        ["pension"] = new("养老保险", "pension"), ["medical"] = new("医疗保险", "medical"), ["unemployment"] = new("失业保险", "unemployment"), ["housing"] = new("住房公积金", "housing fund"),
    };
    public static readonly Mapping InsuranceTable = new("insurance-table",
        [new Key("place", Text), new("from", Day, true), new("floor", Number), new("ceiling", Number), .. Insurances.Keys.Select(i => new Key(i, Number))]);
    public static readonly Mapping SocialInsurance = Part("social-insurance",
        new Key("insured", new Either(new AChoice(["earned", "person"]), Number), true), new("tables", new AList(new AMapping(InsuranceTable)), true));
    public static readonly Mapping IncomeTax = Part("income-tax", new Key("year-end", new AChoice(YearEnds.Keys)));
    public static readonly Mapping YearEndBonus = Part("year-end-bonus");

    public static readonly Mapping IndicatorSource = new("indicator-source", new Key("metric", Text), new("by", new AChoice(ItemKeys.Tellers.Keys)), new("item", Text));
    public static readonly Mapping Indicator = new("indicator",
        new Key("id", Id, true), new("name", Worded, true), new("weight", Number, true), new("source", new AMapping(IndicatorSource), true),
        new("better", new AChoice(ItemKeys.Directions.Keys)), new("balance", Aimed, true), new("step", Number, true), new("per-step", Number, true), new("low", Number),
        new("high", Number), new("scaled-by-days", new AFlag()), BasisKey, new("ours", Texts));
    public static readonly Mapping Ksf = Part("ksf",
        new Key("standard", Number, true), new("at-stake", Number, true), new("prorated", new AFlag()), new("indicators", new AList(new AMapping(Indicator)), true));

    public static readonly Mapping ShopSource = new("shop-source",
        new Key("metric", Text), new("by", new AChoice(ItemKeys.Tellers.Keys)), new("counter", Text), new("unit", new AChoice(ItemKeys.Units.Keys)));
    public static readonly Mapping Role = new("pool-role", new Key("id", Id, true), new("name", Worded, true), new("share", Number, true), new("positions", Texts, true));
    public static readonly Mapping Float = new("pool-float", new Key("most", Number, true), new("zero-sum", new AFlag()));
    public static readonly Mapping Pool = Part("pool",
        new Key("source", new AMapping(ShopSource), true), new("share", Number, true), new("roles", new AList(new AMapping(Role)), true), new("pass", Number), new("prorated", new AFlag()),
        new("float", new AMapping(Float)), new("fund", Id, true), new("undistributed", Id));
    public static readonly Mapping Fund = new("fund", new Key("id", Id, true), new("name", Worded, true), new("rule", Worded));

    public static readonly Mapping Component = new("component",
        [.. new[] { Base, Performance, Ksf, RewardPenalty, Commission, PerPoint, RankAwards, CycleAward, Allowance, FullAttendance, Overtime, Deduction, Pool, YearEndBonus, SocialInsurance, IncomeTax }.Select(m => new Key(m.Name, new AMapping(m)))])
    {
        ExactlyOne = true,
    };
    public static readonly Mapping Pay = new("pay", new Key("components", new AList(new AMapping(Component)), true), new("funds", new AList(new AMapping(Fund))));
}
