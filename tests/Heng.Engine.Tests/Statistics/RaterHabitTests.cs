using Heng.Engine.Statistics;

namespace Heng.Engine.Tests.Statistics;

/// <summary>Two leaders over the same people and items, as shares of the scale.</summary>
public sealed class RaterHabitTests
{
    private static RatedShare Mark(string rater, int person, int item, decimal share, string kind = "leader") => new(rater, kind, $"p{person}", $"i{item}", share);

    private static RaterHabits Of(string rater, params IEnumerable<RatedShare>[] marks) => RaterStatistics.Of([.. marks.SelectMany(m => m)]).Single(h => h.Rater == rater);

    private static IEnumerable<RatedShare> Grid(string rater, int people, int items, Func<int, int, decimal> share) =>
        from p in Enumerable.Range(0, people) from i in Enumerable.Range(0, items) select Mark(rater, p, i, share(p, i));

    [Theory]
    [InlineData(5, 2, 0.6, HabitVerdict.Lenient)] // 10 marks, 0.6 − 0.5 = 0.1
    [InlineData(5, 2, 0.59, HabitVerdict.Usual)]
    [InlineData(5, 2, 0.4, HabitVerdict.Severe)]
    [InlineData(5, 2, 0.41, HabitVerdict.Usual)]
    [InlineData(3, 3, 0.9, HabitVerdict.TooFew)] // 9 marks
    public void Leniency_is_how_far_one_lies_above_the_others_of_the_same_cells(int people, int items, double share, HabitVerdict verdict)
    {
        var found = Of("a", Grid("a", people, items, (_, _) => (decimal)share), Grid("b", people, items, (_, _) => 0.5m)).Leniency;
        Assert.Equal(((decimal)share - 0.5m, people * items, verdict), (found.Value, found.N, found.Verdict));
    }

    [Fact]
    public void Where_nobody_else_rated_the_person_others_of_the_kind_on_the_same_item_stand_in()
    {
        var found = Of("a", [Mark("a", 1, 1, 0.9m)], [Mark("b", 2, 1, 0.5m), Mark("b", 3, 1, 0.7m), Mark("c", 4, 1, 0.1m, "peer")]).Leniency;
        // 0.9 − (0.5 + 0.7) ÷ 2 = 0.3
        Assert.Equal((0.3m, 1, HabitVerdict.TooFew), (found.Value, found.N, found.Verdict));
    }

    [Fact]
    public void Who_is_compared_with_nobody_has_no_leniency() => Assert.Equal(new Habit(null, 0, HabitVerdict.None), Of("a", Grid("a", 5, 2, (_, _) => 1m)).Leniency);

    [Fact]
    public void Marks_that_hardly_differ_between_people_are_central()
    {
        // Per item over the five people: a has 0.5 ± a quarter of what b has, so the ratio of the deviations is 0.25.
        var found = Of("a", Grid("a", 5, 2, (p, _) => 0.5m + 0.025m * p), Grid("b", 5, 2, (p, _) => 0.5m + 0.1m * p));
        Assert.Equal((0.25m, 5, HabitVerdict.Central), (found.Spread.Value, found.Spread.N, found.Spread.Verdict));
        Assert.Equal(HabitVerdict.TooFew, Of("a", Grid("a", 4, 2, (p, _) => 0.5m + 0.025m * p), Grid("b", 5, 2, (p, _) => 0.5m + 0.1m * p)).Spread.Verdict);
    }

    [Theory]
    [InlineData(0.049, HabitVerdict.Halo)] // 0.049 ÷ 0.1 = 0.49
    [InlineData(0.05, HabitVerdict.Usual)]
    public void Items_of_one_person_that_are_all_alike_are_a_halo(double step, HabitVerdict verdict)
    {
        var found = Of("a", Grid("a", 5, 3, (_, i) => 0.5m + (decimal)step * i), Grid("b", 5, 3, (_, i) => 0.5m + 0.1m * i)).Halo;
        Assert.Equal(((decimal)step * 10m, 5, verdict), (found.Value, found.N, found.Verdict));
    }

    [Fact]
    public void Deviations_are_those_of_a_sample()
    {
        // Two marks 0.1 apart: 0.1 ÷ √2 = 0.070711; the other's three, 0.1 apart each: 0.1. Of a whole population it would be 0.05 ÷ 0.081650 = 0.612372.
        var found = Of("a", Grid("a", 5, 2, (_, i) => 0.5m + 0.1m * i), Grid("b", 5, 3, (_, i) => 0.5m + 0.1m * i)).Halo;
        Assert.Equal(0.707107m, found.Value);
    }

    [Theory]
    [InlineData(0.8, 3, HabitVerdict.SelfHigh)] // 0.8 − (0.6 + 0.8) ÷ 2 = 0.1
    [InlineData(0.79, 3, HabitVerdict.Usual)]
    [InlineData(0.6, 3, HabitVerdict.SelfLow)]
    [InlineData(0.9, 2, HabitVerdict.TooFew)]
    public void The_gap_is_ones_own_mark_less_the_peers_mean(double self, int items, HabitVerdict verdict)
    {
        var marks = Enumerable.Range(0, items).SelectMany(i => new[] { Mark("p1", 1, i, (decimal)self, "self"), Mark("x", 1, i, 0.6m, "peer"), Mark("y", 1, i, 0.8m, "peer") });
        var found = Of("p1", marks);
        Assert.Equal(((decimal)self - 0.7m, items, verdict), (found.SelfPeerGap.Value, found.SelfPeerGap.N, found.SelfPeerGap.Verdict));
        Assert.Equal((0, null), (found.Marks, found.Mean));
    }

    [Fact]
    public void What_one_says_of_oneself_is_not_what_others_are_held_against() =>
        Assert.Equal(new Habit(null, 0, HabitVerdict.None), Of("a", [Mark("a", 1, 1, 0.9m), Mark("p1", 1, 1, 0.1m, "self")]).Leniency);
}
