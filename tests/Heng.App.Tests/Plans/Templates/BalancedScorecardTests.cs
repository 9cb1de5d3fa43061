using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>The balanced scorecard, as its page works it out.</summary>
public sealed class BalancedScorecardTests
{
    [Fact]
    public void The_agent_scores_84_46()
    {
        var card = Score("balanced-scorecard/agent", Person((TargetOf("sales"), 100_000m), ("sales", 92_000m), ("average-order-value", 108m), ("refund-rate", 0.04m), ("ratings", 60m), ("good-rating-rate", 0.76m),
            ("complaint-rate", 0.005m), ("consulted", 400m), ("consult-conversion", 0.36m), ("average-response", 37.5m), ("reply-rate", 0.98m), ("training-attendance", 1m), ("exam-score", 81m),
            ("sharing-sessions", 1m)));
        Assert.Equal(
            [
                9.2m, 7.2m, 4.2m,    // 10 × 92 ÷ 100; 8 × 108 ÷ 120; 7 × 6 ÷ 10
                14.25m, 7.5m, 9m,    // 15 × 76 ÷ 80; 10 × 1.5 ÷ 2; 10 × 36 ÷ 40
                8m, 4.8m, null,      // 10 × 30 ÷ 37.5; 8 × 3 ÷ 5; nothing known
                5m, 5.4m, 4m,        // full; 6 × 81 ÷ 90; held one
            ],
            card.Points());
        // 78.55 × 100 ÷ 93 = 84.462
        Assert.Equal((84.46m, "B", true), (card.Score, card.Grade, card.Passed));
    }

    [Fact]
    public void The_head_scores_86_33()
    {
        var marks = new[] { 5m, 7m, 6m }.Select(m => ("leadership", "subordinate", m)).ToArray();
        var card = Score("balanced-scorecard/head", (Person(("gmv", 950_000m), (TargetOf("gmv"), 1_000_000m), ("客服费用占比", 0.032m), ("店铺服务评分", 4.68m), ("平台介入率", 0.004m), ("repurchase", 0.2m),
            ("return-handling-time", 100_000m), ("部门培训完成率", 0.95m)) with
        {
            Goals = [new(new(2026, 10, 31), Name, "退货流程", GoalKind.Project, null, null, null, GoalState.Partly, null, null, null, new(2026, 9, 30))],
        }).Marked(marks));
        // 9.5; 15 × 3 ÷ 3.2 = 14.0625; 15 × 4.68 ÷ 4.8 = 14.625; under 0.5 %; 10 × 20 ÷ 25; 10 × 86400 ÷ 100000; half; full; (5 + 7 + 6) ÷ 3
        Assert.Equal([9.5m, 14.06m, 14.63m, 10m, 8m, 8.64m, 7.5m, 8m, 6m], card.Points());
        Assert.Equal((86.33m, "B"), (card.Score, card.Grade));
    }

    [Fact]
    public void The_four_views_weigh_the_same_on_both_cards()
    {
        foreach (var plan in File("balanced-scorecard").Plans)
            Assert.Equal([("finance", 25m), ("customer", 35m), ("process", 25m), ("learning", 15m)], plan.Dimensions.Select(d => (d.Id, d.Items.Sum(i => i.Weight))));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, 6.0)]
    public void Fewer_than_three_marks_of_the_department_are_none(int marks, double? points)
    {
        var card = Score("balanced-scorecard/head", Person(("gmv", 950_000m)).Marked([.. Enumerable.Repeat(("leadership", "subordinate", 6m), marks)]));
        Assert.Equal((decimal?)points, card.PointsOf("leadership"));
    }
}
