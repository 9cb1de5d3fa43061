using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Tests.Plans.Templates.PaperCard;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>The template of goals, as its page works it out.</summary>
public sealed class GoalsTests
{
    private static readonly DateOnly Due = new(2026, 10, 31), Agreed = new(2026, 10, 8);

    private static Goal Of(string name, GoalKind kind) => new(Due, Name, name, kind, null, null, null, null, null, null, null, Agreed);

    private static readonly Goal[] Month =
    [
        Of("目标一", GoalKind.Position) with { Start = 0.38m, Target = 0.42m, Now = 0.41m }, Of("目标二", GoalKind.Position) with { Start = 50m, Target = 35m, Now = 32m },
        Of("目标三", GoalKind.Position) with { State = GoalState.Partly }, Of("整理快捷短语", GoalKind.Task) with { Time = 1m, Quality = 0.8m, Attainment = 0.9m },
        Of("新人带教", GoalKind.Task) with { Time = 0.6m, Attainment = 0.6m },
    ];

    [Fact]
    public void The_month_scores_80_5()
    {
        var card = Score("goals/month", Person() with { Goals = Month } is var person ? person.Praised("superior", "leader", 3m, "大促主动顶班") : person);
        // 35 × 0.03 ÷ 0.04; past 35 s; half; 25 × (0.9 + 0.6) ÷ 2; with a reason
        Assert.Equal([26.25m, 25m, 7.5m, 18.75m, 3m], card.Points());
        Assert.Equal((80.5m, "mostly", true), (card.Score, card.Grade, card.Passed));
    }

    [Fact]
    public void A_goal_that_was_not_agreed_gives_its_weight_to_the_others()
    {
        var card = Score("goals/month", Person() with { Goals = [Month[0] with { AgreedOn = null }, .. Month[1..]] });
        Assert.Null(card.PointsOf("first-goal"));
        // (25 + 7.5 + 18.75) × 100 ÷ 65 = 78.846
        Assert.Equal(78.85m, card.Score);
        Assert.Null(Score("goals/month", Person()).Score);
    }

    [Fact]
    public void The_quarter_scores_84_with_the_mean_of_the_months()
    {
        var card = Score("goals/quarter", After(80.5m, 74.5m, 85m) with
        {
            Goals = [Of("售后流程改造", GoalKind.Project) with { Time = 1m, Quality = 0.7m, Attainment = 0.8m }, Of("考取客服证书", GoalKind.Career) with { State = GoalState.Met }],
        });
        // 50 × 80 ÷ 100; 30 × (0.2 + 0.28 + 0.32); met
        Assert.Equal([40m, 24m, 20m], card.Points());
        Assert.Equal((84m, "mostly"), (card.Score, card.Grade));
    }

    [Fact]
    public void A_missed_month_proposes_coaching_first_and_training_only_behind_it()
    {
        var plan = Plan("goals/month");
        Assert.Equal([MeasureKind.Coaching], ConsequenceRules.Of(plan, [Before(9, "missed")], []).Select(p => p.Measure));
        Assert.Equal([MeasureKind.Coaching], ConsequenceRules.Of(plan, [Before(8, "missed"), Before(9, "missed")], []).Select(p => p.Measure));
        Assert.Equal([MeasureKind.Award], ConsequenceRules.Of(plan, [Before(9, "met")], []).Select(p => p.Measure));
    }
}
