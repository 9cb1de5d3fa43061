using Heng.Bench.Fold;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Bench.Pay;

/// <summary>People with a score, numbers and a month's days, and one scheme of what the templates pay by, with their numbers; insurance and tax, which no template has, below it.</summary>
internal static class InventedPay
{
    private static readonly (string Asked, Unit Unit, int Under, decimal Per)[] Numbers =
    [
        ("received", Unit.People, 24_000, 1m), ("inquiry-paid-final", Unit.Rate, 10_000, 10_000m), ("average-response", Unit.Seconds, 6000, 100m), ("invite-rate", Unit.Rate, 10_000, 10_000m),
        ("good-rating-rate", Unit.Rate, 10_000, 10_000m), ("bad-review-rate", Unit.Rate, 500, 10_000m), ("leader-rating", Unit.Points, 11, 2m), ("gmv", Unit.Yuan, 90_000_000, 100m),
        ("sales-net", Unit.Yuan, 20_000_000, 100m), ("workdays", Unit.Days, 24, 1m), ("full-attendance", Unit.None, 2, 1m), ("overtime-workday", Unit.Seconds, 72_000, 1m),
        ("overtime-rest-day", Unit.Seconds, 36_000, 1m), ("overtime-holiday", Unit.Seconds, 3_600, 1m),
    ];

    private static readonly string[] Positions = ["front-line", "front-line", "front-line", "front-line", "front-line", "after-sales", "after-sales", "operations", "art", "finance"];

    /// <summary>A month's people without their tax years, which follow from the months before.</summary>
    public static Payee[] Month(Month month, int people)
    {
        var dice = new Dice((ulong)(month.Year * 12 + month.Number));
        var turnover = Explained.Leaf("shop", default, dice.Below(1_000_000_000) / 100m, Unit.Yuan);
        var all = new Payee[people];
        for (var p = 0; p < people; p++) all[p] = Person(month, p, turnover, ref dice);
        return all;
    }

    private static Payee Person(Month month, int number, Explained turnover, ref Dice dice)
    {
        var (name, group) = ($"p{number:00000}", $"g{number / 10}");
        var values = new Dictionary<string, Explained>(StringComparer.Ordinal) { ["shop/sales-net"] = turnover };
        foreach (var (asked, unit, under, per) in Numbers)
            values[asked] = Explained.Leaf(asked, new(asked, asked), dice.Percent(4) ? null : dice.Below(under) / per, unit);
        decimal? score = dice.Percent(2) ? null : 50m + dice.Below(5500) / 100m;
        var grade = score switch { null => null, >= 90m => "gold", >= 60m => "pass", _ => "fail" };
        Adjustment[] adjustments = dice.Percent(20) ? [new(month, name, dice.Percent(50) ? AdjustmentKind.Reward : AdjustmentKind.Penalty, dice.Below(20_000) / 100m, "r", "a", "b")] : [];
        return new(name, 3500m + dice.Below(400_000) / 100m, new(month, name, 22m, dice.Percent(10) ? 22m - dice.Below(9) : 22m),
            new(name, "bench/agent", 1, score, grade, null, [], Explained.Leaf("score", new("总分", "score"), score, Unit.Points)), asked => values[asked], adjustments)
        {
            Asker = Asker.Of(name, group, Positions[number % Positions.Length], new(month, month), []), Place = number % 3 == 0 ? "乙市" : "甲市",
        };
    }

    public static PayScheme Scheme() => new("bench", 1, default, default,
    [
        new BasePay("base", new("底薪", "base pay")),
        new PerformancePay("performance", new("绩效工资", "performance pay"), 2000m, new LinearCoefficient([new(80m, 0.8m), new(100m, 1m)]), true),
        new PerformancePay("by-grade", new("等级奖金", "bonus by grade"), 1500m, new GradeCoefficient(new Dictionary<string, decimal> { ["gold"] = 1.2m, ["pass"] = 1m, ["fail"] = 0m }), true),
        Ksf(),
        new Allowance("meals", new("餐补", "meals"), 15m, AllowancePer.Day), new FullAttendancePay("full", new("全勤奖", "full attendance"), 0.1m, null), new Overtime("overtime", new("加班费", "overtime"), null),
        new Commission("commission", new("提成", "commission"), new("sales-net"), CommissionWay.Marginal, Slabs(("x≤50000", 0.005m), ("50000<x≤100000", 0.008m), ("x>100000", 0.01m))),
        new Commission("team", new("团队分成", "team share"), new("gmv"), CommissionWay.Marginal, Slabs(("x≤0", 0m), ("x>0", 0.0005m))),
        new PerPoint("points", new("转化奖", "by points"), new("inquiry-paid-final"), Better.Higher, 0.55m, 0.01m, 20m),
        new RankAward("prize", new("冠亚军奖", "prize"), null, Better.Higher, [300m, 200m], AwardTies.Share) { Within = AwardWithin.Group },
        new Pool("share", new("利润分享", "profit share"), new FromMetric("sales-net"), 0.01m,
        [
            new("customer-service", new("客服", "service"), 50m, ["front-line", "after-sales"]), new("operations", new("运营", "operations"), 30m, ["operations"]), new("art", new("美工", "art"), 15m, ["art"]),
            new("finance", new("财务", "finance"), 5m, ["finance"]),
        ], "team") { Pass = 80m },
        new RewardPenalty("reward-penalty", new("奖惩", "rewards")), new Deduction("loss", new("扣款", "deduction")), Insurance(), new IncomeTax("tax", new("个税", "income tax")),
    ]);

    private static Ksf Ksf() => new("ksf", new("KSF", "KSF"), 3200m, 0.7m, true,
    [
        Indicator("received", 25m, 12_181m, 100m, 10m), Indicator("inquiry-paid-final", 30m, 0.55m, 0.01m, 30m), Indicator("average-response", 10m, 30m, 1m, 8m, Better.Lower), Indicator("invite-rate", 10m, 0.6m, 0.01m, 4m),
        Indicator("good-rating-rate", 10m, 0.9m, 0.01m, 12m), Indicator("bad-review-rate", 10m, 0.02m, 0.005m, 20m, Better.Lower), Indicator("leader-rating", 5m, 4m, 0.5m, 14m),
    ]);

    private static KsfIndicator Indicator(string metric, decimal weight, decimal balance, decimal step, decimal perStep, Better better = Better.Higher) =>
        new(metric, new(metric, metric), weight, new(new(metric), null), better, balance, step, perStep, null, null);

    private static SocialInsurance Insurance()
    {
        InsuranceRate[] rates = [new("pension", new("养老", "pension"), 0.08m), new("medical", new("医疗", "medical"), 0.02m), new("unemployment", new("失业", "unemployment"), 0.005m), new("housing", new("公积金", "housing fund"), 0.07m)];
        return new("insurance", new("社保", "insurance"), InsuredBy.Person, 0m, [new("甲市", new(2025, 7, 1), 4500m, 27_000m, rates), new(null, new(2025, 7, 1), 3500m, 20_000m, rates)]);
    }

    private static Band[] Slabs(params (string When, decimal Rate)[] slabs) => [.. slabs.Select(s => new Band(Interval.Parse(s.When)!, s.Rate))];
}
