using Heng.Engine.Explanation;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S5 and S6, worked out by hand on their pages: people who never chat, on imported numbers.</summary>
public sealed class OperationsTests
{
    private static Candidate OfHundred(decimal complaintSeconds) => Person(("gmv", 900_000m), ("订单量增长率", 0.08m), ("uv", 85_000m), ("pv", 420_000m), ("shop-conversion", 0.28m),
            ("店铺好评率", 0.912m), ("投诉平均处理时长", complaintSeconds), ("店铺投诉满意率", 0.81m),
            ("活动参与度", 0.15m), ("campaign-return", 2.4m))
        .Marked(("reports", "manager", 4m), ("teamwork", "manager", 3m));

    [Fact]
    public void S5_scores_82_80()
    {
        var card = Score("s5-operations-100/operations", OfHundred(100_000m));
        Assert.Equal(
            [
                18m, 8m,               // 20 × 0.9; 10 × 8 ÷ 10
                6.8m, 7m, 12m,         // 8 × 0.85; full; 15 × 28 ÷ 35
                4.8m, 1m, 2.7m,        // 5 × 91.2 ÷ 95; missed; 3 × 81 ÷ 90
                7.5m, 8m, 4m, 3m,      // 10 × 15 ÷ 20; 10 × 2.4 ÷ 3; 4 of 5; 5 − 2
            ],
            card.Items.Select(i => i.Points));
        // 26 + 25.8 + 8.5 + 15.5 + 4 + 3
        Assert.Equal(82.8m, card.Score);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(86_400, 2)]
    [InlineData(86_400.01, 1)]
    public void S5_a_complaint_handled_within_a_day_gives_2_points_and_later_1(decimal seconds, decimal points) =>
        Assert.Equal(points, Score("s5-operations-100/operations", OfHundred(seconds)).PointsOf("complaint-time"));

    [Fact]
    public void S5_fewer_orders_than_last_month_give_no_growth_and_an_unknown_number_is_no_zero()
    {
        const string plan = "s5-operations-100/operations";
        Assert.Equal(0m, Score(plan, Person(("订单量增长率", -0.05m))).PointsOf("order-growth"));
        var card = Score(plan, OfHundred(100_000m) with { Metric = asked => asked == "campaign-return" ? Explained.Leaf(asked, default, null, Unit.Ratio) : OfHundred(100_000m).Metric(asked) });
        Assert.Null(card.PointsOf("campaign-return"));
        Assert.Equal(83.11m, card.Score); // 74.8 × 100 ÷ 90 = 83.111
    }

    [Fact]
    public void S5_the_sales_target_of_the_month_stands_before_the_plans()
    {
        var card = Score("s5-operations-100/operations", Person(("gmv", 900_000m), (TargetOf("gmv"), 1_200_000m)));
        Assert.Equal(15m, card.PointsOf("sales-completion")); // 20 × 900000 ÷ 1200000
    }

    [Fact]
    public void S6_a_quarter_without_a_card_for_december_is_the_mean_of_two_months()
    {
        var card = Score("s6-operations-weighted/quarter", After(86.71m, 90m, null));
        Assert.Equal(88.36m, card.Score); // (86.71 + 90) ÷ 2 = 88.355
        Assert.Contains(card.Items[0].Notes, n => n.En == "no data: 3");
    }

    [Fact]
    public void S6_scores_86_71_without_the_time_of_returns()
    {
        var card = Score("s6-operations-weighted/operations", Person(("gmv", 880_000m), ("shop-conversion", 0.027m), ("payment-success", 0.931m), ("店铺退款率", 0.0625m), ("product-rating", 4.56m),
            ("店铺投诉数", 12m), ("反馈平均处理时长", 18_000m), ("listing-speed", 0.9m), ("stock-turnover", 1.7m), ("search-rank", 14m)));
        Assert.Equal(
            [
                14.08m, 9m, 6.86m, 5.6m,  // 16 × 0.88; 10 × 0.9; 7 × 0.98; 7 × 5 ÷ 6.25
                11.4m, 7.5m, 7.2m,        // 12 × 0.95; 9 × 10 ÷ 12; 9 × 0.8
                7.2m, 6.8m, 5m, null,     // 8 × 0.9; 8 × 0.85; 7 × 10 ÷ 14
            ],
            card.Items.Select(i => i.Points));
        Assert.Equal(86.71m, card.Score); // 80.64 × 100 ÷ 93 = 86.7097
    }

    [Fact]
    public void S6_core_scores_87_50()
    {
        var card = Score("s6-operations-weighted/core", Person(("gmv", 880_000m), ("shop-conversion", 0.027m), ("shop-orders", 4600m), ("店铺退货率", 0.1m), ("店铺满意率", 0.855m),
                ("店铺体验分", 4.56m), ("delivery-time", 288_000m), ("operating-cost", 320_000m), ("operating-cost-share", 0.363636m), ("stock-turnover", 1.7m),
                ("order-handling-time", 48_000m))
            .Marked(("crisis-handling", "manager", 8m), ("analysis", "manager", 9m), ("teamwork", "manager", 8m), ("innovation", "manager", 5m)));
        Assert.Equal(
            [
                13.2m, 9m, 7.36m, 5.6m,  // 15 × 0.88; 10 × 0.9; 8 × 0.92; 7 × 8 ÷ 10
                9.5m, 7.6m, 5.4m, 4.8m,  // 10 × 0.95; 8 × 0.95; 6 × 0.9; 6 × 0.8
                4.69m, 3.3m, 4.25m, 4.5m, 3.6m, 3.2m, 1.5m, // 5 × 300 ÷ 320; 4 × 30 ÷ 36.36; 5 × 0.85; 5 × 0.9; 4 × 0.9; 4 × 0.8; 3 × 0.5
            ],
            card.Items.Select(i => i.Points));
        Assert.Equal(87.5m, card.Score); // 35.16 + 27.3 + 25.04
    }

    [Fact]
    public void S6_nine_indicators_score_90_04()
    {
        var card = Score("s6-operations-weighted/nine-indicators", Person(("gmv", 880_000m), ("店铺客单价", 108m), ("shop-conversion", 0.027m), ("traffic-sources", 3m), ("店铺满意率", 0.855m),
            ("product-rating", 4.56m), ("店铺好评率", 0.912m), ("店铺评价回复率", 0.765m), ("售后平均处理时长", 192_000m),
            ("operating-cost", 320_000m)));
        Assert.Equal(
            [
                12.32m, 7.2m, 9m, 6m,     // 14 × 0.88; 8 × 0.9; 10 × 0.9; 8 × 0.75
                9.5m, 7.6m, 5.76m, 5.1m,  // 10 × 0.95; 8 × 0.95; 6 × 0.96; 6 × 0.85
                13.5m, 14.06m,            // 15 × 0.9; 15 × 300 ÷ 320 = 14.0625
            ],
            card.Items.Select(i => i.Points));
        Assert.Equal(90.04m, card.Score); // 34.52 + 27.96 + 27.56
    }

    [Fact]
    public void S6_every_set_of_indicators_is_40_30_30_and_has_its_own_positions()
    {
        var plans = PaperCard.File("s6-operations-weighted").Plans.Where(p => p.Cycle == Cycle.Month).ToArray();
        Assert.All(plans, p => Assert.Equal([40m, 30m, 30m], p.Dimensions.Select(d => d.Items.Sum(i => i.Weight))));
        Assert.Equal(plans.Sum(p => p.Positions.Count), plans.SelectMany(p => p.Positions).Distinct().Count());
    }
}
