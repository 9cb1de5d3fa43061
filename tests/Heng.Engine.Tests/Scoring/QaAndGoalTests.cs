using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class QaAndGoalTests
{
    private static readonly DateOnly Day = new(2026, 10, 9);

    private static QaCard Card(decimal earned, decimal possible, bool automatic = false) => new($"{earned}/{possible}", Day, automatic, earned, possible);

    private static ItemResult Qa(FromQa source, decimal? atLeast, params QaCard[] cards)
    {
        var item = From("qa", 100m, source, OfWhole.Instance) with { Sample = atLeast is { } n ? new(null, n) : null };
        var result = Score(Plan(item), Person("王雨桐", "一组") with { QaCards = cards }).Items[0];
        Assert.Equal(result.Points, result.Explanation.Recompute());
        return result;
    }

    [Fact]
    public void Reviews_100_9_91_63_96_90_99_and_0_make_52_97() =>
        // 264.86 ÷ 5 = 52.972
        Assert.Equal(52.97m, Qa(new(QaBy.Anyone, false), null, Card(100m, 100m), Card(9.91m, 100m), Card(63.96m, 100m), Card(90.99m, 100m), Card(0m, 100m)).Points);

    [Fact]
    public void Cards_9_of_10_and_1_of_2_make_70_by_mean_and_83_33_pooled()
    {
        Assert.Equal(70m, Qa(new(QaBy.Anyone, false), null, Card(9m, 10m), Card(1m, 2m)).Points);    // (0.9 + 0.5) ÷ 2
        Assert.Equal(83.33m, Qa(new(QaBy.Anyone, true), null, Card(9m, 10m), Card(1m, 2m)).Points);  // 10 ÷ 12
    }

    [Fact]
    public void A_card_on_which_nothing_applied_counts_nowhere() => Assert.Equal(90m, Qa(new(QaBy.Anyone, false), 1m, Card(9m, 10m), Card(0m, 0m)).Points);

    [Fact]
    public void What_a_program_found_and_what_people_found_stay_apart()
    {
        QaCard[] cards = [Card(9m, 10m, automatic: true), Card(5m, 10m)];
        Assert.Equal([70m, 90m, 50m], new[] { QaBy.Anyone, QaBy.Program, QaBy.Person }.Select(by => Qa(new(by, false), null, cards).Points!.Value));
    }

    [Fact]
    public void Under_the_minimum_sample_there_is_no_value_and_at_it_there_is()
    {
        Assert.Null(Qa(new(QaBy.Anyone, false), 2m, Card(9m, 10m)).Points);
        Assert.Equal(90m, Qa(new(QaBy.Anyone, false), 1m, Card(9m, 10m)).Points);
        Assert.Null(Qa(new(QaBy.Anyone, false), null).Points);
    }

    private static Goal Goal(string name, GoalState? state = null, (decimal Start, decimal Target, decimal Now)? way = null, bool agreed = true, GoalKind kind = GoalKind.Task) =>
        new(Day, "王雨桐", name, kind, way?.Start, way?.Target, way?.Now, state, null, null, null, agreed ? Day : null);

    private static ItemResult Goals(FromGoals source, Method method, params Goal[] goals)
    {
        var result = Score(Plan(From("goals", 20m, source, method)), Person("王雨桐", "一组") with { Goals = goals }).Items[0];
        Assert.Equal(result.Points, result.Explanation.Recompute());
        return result;
    }

    private static readonly FromGoals Attained = new(null, null, 0m, 0m, 100m);

    [Theory]
    [InlineData(800, 1000, 800, 0)]
    [InlineData(800, 1000, 1000, 20)]
    [InlineData(800, 1000, 850, 5)]     // 50 of 200 followers
    [InlineData(800, 1000, 1100, 20)]
    [InlineData(800, 1000, 700, 0)]
    [InlineData(5, 3, 4, 10)]           // a goal may lie below its start
    public void Progress_runs_from_start_to_target(decimal start, decimal target, decimal now, decimal points) =>
        Assert.Equal(points, Goals(Attained, OfWhole.Instance, Goal("粉丝", way: (start, target, now))).Points);

    [Fact]
    public void Several_goals_count_as_their_mean() =>
        // (1 + 0.5 + 0) ÷ 3 = 0.5
        Assert.Equal(10m, Goals(Attained, OfWhole.Instance, Goal("甲", GoalState.Met), Goal("乙", GoalState.Partly), Goal("丙", GoalState.NotMet)).Points);

    [Fact]
    public void Met_partly_and_not_met_have_their_points()
    {
        decimal? For(GoalState state) => Goals(Attained, new ByGoal(20m, 8m, 0m), Goal("甲", state)).Points;
        Assert.Equal([20m, 8m, 0m], new[] { For(GoalState.Met), For(GoalState.Partly), For(GoalState.NotMet) });
    }

    [Fact]
    public void A_goal_that_was_not_agreed_does_not_count_and_one_not_judged_has_no_value()
    {
        Assert.Equal(20m, Goals(Attained, OfWhole.Instance, Goal("甲", GoalState.Met), Goal("乙", GoalState.NotMet, agreed: false)).Points);
        Assert.Null(Goals(Attained, OfWhole.Instance, Goal("甲", GoalState.Met, agreed: false)).Points);
        Assert.Null(Goals(Attained, OfWhole.Instance, Goal("甲")).Points);
    }

    [Fact]
    public void Time_quality_and_attainment_count_by_weight_and_what_was_not_judged_leaves_its_weight()
    {
        var judged = Goal("甲", GoalState.Met) with { Time = 0.5m, Quality = 0.8m };
        // 0.5 × 20 + 0.8 × 30 + 1 × 50 = 84 of 100
        Assert.Equal(16.8m, Goals(new(null, null, 20m, 30m, 50m), OfWhole.Instance, judged).Points);
        // without quality (0.5 × 20 + 1 × 50) ÷ 70 = 0.857143 → 0.8571
        Assert.Equal(17.14m, Goals(new(null, null, 20m, 30m, 50m), OfWhole.Instance, judged with { Quality = null }).Points);
    }

    [Fact]
    public void Only_goals_of_the_asked_kind_and_name_count() =>
        Assert.Equal(20m, Goals(new(GoalKind.Career, null, 0m, 0m, 1m), OfWhole.Instance, Goal("甲", GoalState.Met, kind: GoalKind.Career), Goal("乙", GoalState.NotMet)).Points);
}
