using Heng.Engine.Pay;
using Heng.Engine.Records;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S15, as its page works it out.</summary>
public sealed class BaseCoefficientTests
{
    [Fact]
    public void An_assistant_scores_87_45_and_is_paid_1924_10()
    {
        var card = Score("s15-base-coefficient/operator", Person(("发货前查货率", 0.98m), ("缺货按时告知率", 0.9m), ("供应商周报", 4m), ("竞品分析", 3m), ("论坛发帖", 20m), ("活动报名", 4m),
            ("weekly-reports-on-time", 0.75m)) with
        {
            Entries = Entries(("keywords", "leader", 8m), ("copy", "leader", 7.5m), ("pages", "leader", 10m), ("categories", "leader", 5m), ("paid-traffic", "leader", 9m)),
        });
        // 15 × 98 ÷ 100, 15 × 90 ÷ 100, 8; 10 × 8 ÷ 10, 8 × 7.5 ÷ 10, 2 × 3 ÷ 4, 8, 6 × 5 ÷ 10, no mark; 10 × 9 ÷ 10, 1.5 × 20 ÷ 30, 6.5; 4 × 75 ÷ 100
        Assert.Equal([14.7m, 13.5m, 8m, 8m, 6m, 1.5m, 8m, 3m, null, 9m, 1m, 6.5m, 3m], card.Points());
        // 82.2 × 100 ÷ 94 = 87.447
        Assert.Equal(87.45m, card.Score);
        Adjustment Of(AdjustmentKind kind, decimal amount) => new(October, Name, kind, amount, "当月", "组长", "店长");
        var slip = PayRun.Compute(PaperCard.File("s15-base-coefficient").Pay!, October,
            [new(Name, 4000m, new(October, Name, 23m, 23m), card, Values(("gmv", 600_000m)), [Of(AdjustmentKind.Reward, 100m), Of(AdjustmentKind.Penalty, 50m)])]).Single();
        // 1800 × 0.8745; 600 000 × 0.05 %
        Assert.Equal([("base", 1574.10m), ("team-share", 300m), ("reward-penalty.reward", 100m), ("reward-penalty.penalty", -50m)], slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(1924.10m, slip.Net);
    }

    [Fact]
    public void The_smallest_duties_weigh_one_and_a_half_and_two() =>
        Assert.Equal([1.5m, 2m], Plan("s15-base-coefficient/operator").Items.Select(i => i.Weight).Order().Take(2));
}
