using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S9, as its page works it out.</summary>
public sealed class CompositePayTests
{
    private static readonly (string, decimal)[] Numbers =
    [
        ("店铺销售目标完成率", 1.12m), ("直通车转化率", 0.024m), ("钻展转化率", 0.011m), ("uv", 27_000m), ("淘宝客成交额", 15_000m), ("店铺客单价", 102m), ("站内活动申报", 3m),
        ("站外活动申报", 2m), ("站外免费推广", 16m), ("违规降权", 1m), ("weekly-reports-on-time", 0.75m), ("出勤率", 0.95m), ("suggestions", 0m), ("重大失误", 0m),
    ];

    private static PayLine[] Paid(Scorecard card, decimal paid, params (string, decimal)[] numbers)
    {
        var slip = PayRun.Compute(PaperCard.File("s9-composite-pay").Pay!, October, [new(Name, 4000m, new(October, Name, 23m, paid), card, Values(numbers), [])]).Single();
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        return [.. slip.Lines];
    }

    [Fact]
    public void Pre_sale_scores_88_5_and_is_paid_7359_29()
    {
        var card = Score("s9-composite-pay/pre-sale", Person(("consulted", 500m), ("consult-conversion", 0.36m), ("effective-order-value", 108m), ("target-completion", 0.92m),
            ("urged-paid", 24m), ("reply-rate", 0.99m), ("first-response", 20m)));
        // 25 × 36 ÷ 40, 15 × 108 ÷ 120, 25 × 92 ÷ 100, 15 × 24 ÷ 30, full, 10 × 15 ÷ 20
        Assert.Equal([22.5m, 13.5m, 23m, 12m, 10m, 7.5m], card.Points());
        Assert.Equal(88.5m, card.Score);
        var lines = Paid(card, 23m, ("workdays", 23m), ("full-attendance", 1m), ("overtime-workday", 7200m), ("overtime-rest-day", 28_800m), ("overtime-holiday", 0m), ("sales-net", 120_000m));
        // 1500 × 0.885; 15 × 23; 4000 × 10 %; 22.98851 × 2 × 1.5 and × 8 × 2; 250 + 400 + 200
        Assert.Equal(
            [("base", 4000m), ("bonus", 1327.5m), ("meals", 345m), ("full-attendance", 400m), ("overtime.workday", 68.97m), ("overtime.rest-day", 367.82m), ("overtime.holiday", 0m), ("commission", 850m)],
            lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(7359.29m, lines.Sum(l => l.Amount));
    }

    [Fact]
    public void After_sales_scores_86_55_with_20_of_23_days_and_is_paid_4907_17()
    {
        var card = Score("s9-composite-pay/after-sales", Person(("typing-speed", 36m), ("review-reply-rate", 0.9025m), ("review-handling-time", 108_000m), ("after-sales-handled", 170m),
            ("after-sales-time", 240_000m)) with { WorkedDays = 20m, DueDays = 23m });
        // 20 × 36 ÷ 40; 20 × 90.25 ÷ 95; 15 × 86400 ÷ 108000; of 200 × 20 ÷ 23 = 173.91: 20 × 170 ÷ 173.91 = 19.550; 25 × 172800 ÷ 240000
        Assert.Equal([18m, 19m, 12m, 19.55m, 18m], card.Points());
        Assert.Equal(86.55m, card.Score);
        var lines = Paid(card, 20m, ("workdays", 20m), ("full-attendance", 0m), ("overtime-workday", 0m), ("overtime-rest-day", 0m), ("overtime-holiday", 0m));
        // 4000 × 20 ÷ 23 = 3478.2609; 1500 × 20 ÷ 23 × 0.8655 = 1128.9130; 15 × 20; on leave; nobody knows of sales
        Assert.Equal([3478.26m, 1128.91m, 300m, 0m, 0m, 0m, 0m, 0m], lines.Select(l => l.Amount));
        Assert.Equal((4907.17m, "no data, so no commission"), (lines.Sum(l => l.Amount), Assert.Single(lines[^1].Notes).En));
    }

    [Fact]
    public void Operations_score_86_79_with_two_points_for_over_fulfilment()
    {
        var card = Score("s9-composite-pay/operations", Person(Numbers) with
        {
            Entries = Entries(("sales-plan", "manager", 3m), ("campaign-planning", "manager", 4m), ("seo", "manager", 3m), ("other-work", "manager", 4m), ("duties", "manager", 3m),
                ("execution", "manager", 4m), ("responsibility", "manager", 3m), ("team-spirit", "peer", 1m), ("team-spirit", "peer", 2m), ("team-spirit", "manager", 4m), ("manners", "manager", 3m)),
        });
        // 5 × 2.4 ÷ 3, 6 × 27 ÷ 30, 3 × 15 ÷ 20, 3 × 102 ÷ 120; 4 × 3 ÷ 4, 3 × 16 ÷ 20, 4 − 2, 4 × 75 ÷ 100; no exam, 4 × 95 ÷ 100, two peers count as none, no suggestion
        Assert.Equal(
            [
                12m, 3m, 4m, 4m, 3m, 5.4m, 2.25m, 2.55m,
                3m, 3m, 2.4m, 2m, 3m, 3m, 4m,
                null, 3m, 3.8m, 4m, 3m, 4m, 3m, 0m, 4m,
                2m, // (112 % − 100 %) ÷ 5 % = 2.4, two whole steps
            ],
            card.Points());
        // 81.4 × 100 ÷ 96 = 84.792, and 2 on top
        Assert.Equal(86.79m, card.Score);
    }

    [Theory]
    [InlineData(1.0499, 0)]
    [InlineData(1.05, 1)]
    [InlineData(1.25, 5)]
    [InlineData(1.5, 5)]
    public void Over_fulfilment_adds_a_point_for_each_whole_step_up_to_five(double completion, double points) =>
        Assert.Equal((decimal)points, Score("s9-composite-pay/operations", Person(("店铺销售目标完成率", (decimal)completion), ("weekly-reports-on-time", 1m))).PointsOf("over-fulfilment"));

    [Fact]
    public void Nobody_counting_errors_is_not_the_same_as_no_error()
    {
        var card = Score("s9-composite-pay/operations", Person([.. Numbers.Where(n => n.Item1 is not ("违规降权" or "重大失误"))]));
        Assert.Null(card.PointsOf("violations"));
        Assert.Null(card.PointsOf("grave-mistakes"));
    }
}
