using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>S8, worked out by hand on its page.</summary>
public sealed class ProfitShareTests
{
    private static Goal Task(decimal time, decimal quality, decimal attainment, bool agreed = true) =>
        new(new(2026, 10, 31), Name, "更新商品知识库", GoalKind.Task, null, null, null, null, time, quality, attainment, agreed ? new(2026, 9, 28) : null);

    [Fact]
    public void Two_agents_score_90_and_80()
    {
        const string plan = "s8-profit-share/customer-service";
        var first = Score(plan, Person(("target-completion", 0.9m))
            .Marked(("attitude", "manager", 9m), ("attitude", "peer", 8m), ("attitude", "peer", 9m), ("attitude", "peer", 7m), ("ability", "manager", 9m)) with
        {
            Goals = [Task(1m, 0.9m, 0.9m)],
        });
        // 20 × (0.7 × 9 + 0.3 × 8) ÷ 10; 30 × 0.9; 30 × 0.9; 20 × (0.3 + 0.27 + 0.36)
        Assert.Equal([17.4m, 27m, 27m, 18.6m], first.Items.Select(i => i.Points));
        Assert.Equal((90m, "good", true), (first.Score, first.Grade, first.Passed));

        var second = Score(plan, Person(("target-completion", 0.8m)).Marked(("attitude", "manager", 8m), ("attitude", "peer", 2m), ("ability", "manager", 8m)) with
        {
            Goals = [Task(0.8m, 0.8m, 0.8m)],
        });
        Assert.Equal([16m, 24m, 24m, 16m], second.Items.Select(i => i.Points)); // one peer alone is left out
        Assert.Equal((80m, "good", true), (second.Score, second.Grade, second.Passed));
    }

    [Fact]
    public void The_art_desk_scores_80_63_on_its_own_goal_without_a_task()
    {
        var goal = new Goal(new(2026, 10, 31), Name, "主图点击率", GoalKind.Position, 0.04m, 0.05m, 0.0475m, null, null, null, null, new(2026, 9, 28));
        var card = Score("s8-profit-share/art", Person().Marked(("attitude", "manager", 9m), ("ability", "manager", 8m)) with
        {
            Goals = [goal, Task(1m, 1m, 1m, agreed: false)],
        });
        // 20 × 0.9; 30 × 0.8; (4.75 − 4) ÷ (5 − 4) = 75 %, 30 × 75 %; a task that nobody agreed to
        Assert.Equal([18m, 24m, 22.5m, null], card.Items.Select(i => i.Points));
        Assert.Equal(80.63m, card.Score); // 64.5 × 100 ÷ 80 = 80.625
    }

    [Fact]
    public void Operations_contribute_what_the_shop_sold() =>
        Assert.Equal(27m, Score("s8-profit-share/operations", Person(("gmv", 900_000m))).PointsOf("contribution")); // 30 × 0.9

    [Fact]
    public void The_four_roles_differ_in_their_contribution_alone()
    {
        var plans = PaperCard.File("s8-profit-share").Plans;
        Assert.Equal(["customer-service", "operations", "art", "finance"], plans.Select(p => p.Id["s8-profit-share/".Length..]));
        Assert.All(plans, p => Assert.Equal([20m, 30m, 30m, 20m], p.Items.Select(i => i.Weight)));
        Assert.All(plans, p => Assert.Equal(p.Items.Where(i => i.Id != "contribution").Select(i => $"{i.Source}{i.Method.Formula}"),
            plans[3].Items.Where(i => i.Id != "contribution").Select(i => $"{i.Source}{i.Method.Formula}")));
    }

    [Theory]
    [InlineData(80, "good", true)]
    [InlineData(79.99, "fair", false)]
    [InlineData(60, "fair", false)]
    [InlineData(59.99, "bad", false)]
    public void From_80_on_one_takes_part_and_under_60_is_bad(decimal score, string grade, bool passed)
    {
        var plan = PaperCard.Plan("s8-profit-share/finance");
        Assert.Equal((grade, passed), (plan.Grades.Single(g => g.Scores.Contains(score)).Id, score >= plan.PassMark));
    }

    [Fact]
    public void Bad_bad_bad_leads_to_coaching_a_warning_and_an_exit_and_a_good_month_begins_anew()
    {
        var plan = PaperCard.Plan("s8-profit-share/finance");
        MeasureKind[] After(MeasureTaken[] taken, params CardBefore[] cards) => [.. ConsequenceRules.Of(plan, cards, taken).Select(p => p.Measure)];
        var (one, two, three) = (Before(1, "bad"), Before(2, "bad"), Before(3, "bad"));
        MeasureTaken[] coached = [new(new(2026, 2, 5), "a", MeasureKind.Coaching, null)];
        Assert.Equal([MeasureKind.Coaching], After([], one));
        Assert.Equal([MeasureKind.Warning], After(coached, one, two));
        Assert.Equal([MeasureKind.Exit], After(coached, one, two, three));
        // Not coached: coaching again, and the count waits.
        Assert.Equal([MeasureKind.Coaching], After([], one, two, three));
        Assert.Empty(After(coached, one, Before(2, "fair")));
        Assert.Equal([MeasureKind.Coaching], After(coached, one, Before(2, "fair"), three));
    }
}
