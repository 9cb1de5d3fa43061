using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class CountingTests
{
    // 60 points at 100, 5 for each whole 10 above, 5 off for each whole 10 below.
    private static readonly PerStep Steps = new(100m, 10m, 60m, 5m, Better.Higher, 0m, 100m);

    [Theory]
    [InlineData(100, 60)]
    [InlineData(109.99, 60)]    // 0.999 steps are none
    [InlineData(110, 65)]
    [InlineData(90.01, 60)]     // −0.999 steps are none either
    [InlineData(90, 55)]
    [InlineData(131, 75)]       // 3 steps
    [InlineData(200, 100)]      // 60 + 50 = 110, held at 100
    [InlineData(-100, 0)]       // 60 − 100, held at 0
    public void Only_whole_steps_add_and_take(decimal value, decimal points) => Assert.Equal(points, Points(Steps, value));

    [Theory]
    [InlineData(30, 60)]
    [InlineData(28, 70)]    // two seconds faster
    [InlineData(28.01, 65)]
    [InlineData(31, 55)]
    [InlineData(31.99, 55)]
    public void Where_lower_is_better_the_sign_turns(decimal value, decimal points) =>
        Assert.Equal(points, Points(new PerStep(30m, 1m, 60m, 5m, Better.Lower, 0m, 100m), value, "average-response"));

    [Fact]
    public void The_start_of_the_steps_shrinks_in_a_part_month() =>
        // 11 of 22 days: the steps begin at 50, and 70 is two above it: 60 + 2 × 5
        Assert.Equal(70m, Score(Plan(Metric("consulted", 100m, Steps) with { ScaledByDays = true }), Person("a", "一组", ("consulted", 70m)) with { WorkedDays = 11m, DueDays = 22m }).Score);

    [Theory]
    [InlineData(3, 100)]
    [InlineData(2.99, 0)]
    [InlineData(5, 100)]
    [InlineData(6, 100)]
    public void A_quantity_is_reached_or_not(decimal value, decimal points) => Assert.Equal(points, Points(new ByCount(3m, 5m, true, false), value));

    [Theory]
    [InlineData(5, 100)]
    [InlineData(5.01, 0)]
    [InlineData(2, 66.67)]  // 100 × 2 ÷ 3
    [InlineData(0, 0)]
    public void Above_the_range_nothing_and_below_it_in_proportion_where_the_plan_says_so(decimal value, decimal points) =>
        Assert.Equal(points, Points(new ByCount(3m, 5m, false, true), value));

    [Theory]
    [InlineData(1, 20)]
    [InlineData(0.9999, 8)]
    [InlineData(0.0001, 8)]
    [InlineData(0, 0)]
    public void A_goal_is_met_partly_or_not(decimal value, decimal points) => Assert.Equal(points, Points(new ByGoal(20m, 8m, 0m), value, "goal-rate"));

    [Theory]
    [InlineData(10, 100)]
    [InlineData(4, 40)]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    [InlineData(12, 100)]
    public void A_line_runs_from_nothing_to_full(decimal value, decimal points) => Assert.Equal(points, Points(new ZeroToFull(0m, 10m), value));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(5, 75)]     // (5 − 20) ÷ (0 − 20) = 0.75
    [InlineData(20, 0)]
    [InlineData(21, 0)]
    public void It_may_fall_as_for_a_spread(decimal value, decimal points) => Assert.Equal(points, Points(new ZeroToFull(20m, 0m), value));
}
