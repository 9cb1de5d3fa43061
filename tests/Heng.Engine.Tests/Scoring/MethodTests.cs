using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class MethodTests
{
    private static readonly Bands Seconds = new([Band("S ≤ 15", 30m), Band("15 < S ≤ 20", 20m), Band("S > 20", 10m)]);

    private static Band Band(string when, decimal points) => new(Interval.Parse(when)!, points);

    [Theory]
    [InlineData("15.0", 30)]
    [InlineData("15.1", 20)]
    [InlineData("20.0", 20)]
    [InlineData("20.1", 10)]
    // Rounded to 0.01 s first: 15.004 is 15.00 and still in the first band, 15.005 is 15.01.
    [InlineData("15.004", 30)]
    [InlineData("15.005", 20)]
    public void A_band_edge_belongs_to_the_side_that_owns_it(string value, decimal points) =>
        Assert.Equal(points, Points(Seconds, Number(value), "average-response"));

    [Theory]
    [InlineData("0.92", 7)]
    [InlineData("0.9199", 4)]
    // 0.97995 rounds to 0.9800 at the precision of rates.
    [InlineData("0.97995", 10)]
    [InlineData("0.97994", 7)]
    public void A_rate_is_rounded_to_four_places_before_its_band(string value, decimal points) =>
        Assert.Equal(points, Points(new Bands([Band("F≥98%", 10m), Band("92%≤F<98%", 7m), Band("F<92%", 4m)]), Number(value), "reply-rate"));

    [Fact]
    public void A_value_outside_every_band_has_no_points() => Assert.Null(Points(new Bands([Band("x ≥ 1", 5m)]), 0m));

    [Theory]
    [InlineData("45", 50)]      // 100 × 45 ÷ 90
    [InlineData("90", 100)]
    [InlineData("120", 100)]    // never over the cap
    [InlineData("0", 0)]
    [InlineData("-3", 0)]       // never under the floor
    [InlineData("30", 33.33)]   // 100 × 30 ÷ 90 = 33.333
    public void Higher_is_better_pays_actual_over_target(string value, decimal points) =>
        Assert.Equal(points, Points(new Proportional(90m, Better.Higher), Number(value)));

    [Theory]
    [InlineData("0", 100)]      // checked before dividing
    [InlineData("30", 100)]
    [InlineData("30.01", 99.97)] // 100 × 30 ÷ 30.01 = 99.9667
    [InlineData("40", 75)]
    public void Lower_is_better_pays_target_over_actual(string value, decimal points) =>
        Assert.Equal(points, Points(new Proportional(30m, Better.Lower), Number(value), "average-response"));

    [Fact]
    public void A_cap_over_one_pays_more_than_full() =>
        Assert.Equal(120m, Points(new Proportional(50m, Better.Higher, 0m, 1.2m), 75m)); // 75 ÷ 50 = 1.5, capped

    [Fact]
    public void A_floor_is_paid_for_the_worst() => Assert.Equal(20m, Points(new Proportional(50m, Better.Higher, 0.2m, 1m), 1m)); // 1 ÷ 50 = 0.02, floor 0.2

    [Theory]
    [InlineData("-5", 10)]
    [InlineData("0", 10)]
    [InlineData("5", 35)]       // 10 + (60 − 10) × 5 ÷ 10
    [InlineData("10", 60)]
    [InlineData("15", 80)]      // 60 + (100 − 60) × 5 ÷ 10
    [InlineData("20", 100)]
    [InlineData("99", 100)]
    public void Linear_joins_its_points_and_stays_level_outside(string value, decimal points) =>
        Assert.Equal(points, Points(new Linear([new(0m, 10m), new(10m, 60m), new(20m, 100m)]), Number(value)));

    [Fact]
    public void Ranks_100_100_90_80_get_10_10_6_4()
    {
        var plan = Plan(Metric("sales", 100m, new ByRank(RankWithin.Group, Better.Higher, [10m, 8m, 6m], 4m)));
        // 99.995 rounds to 100.00: a tie, as people see it. Nobody in another group moves a place; without sales there is none.
        var cards = Scorer.Score(plan, October,
        [
            Person("a", "一组", ("sales", 100m)), Person("b", "一组", ("sales", 99.995m)), Person("c", "一组", ("sales", 90m)), Person("d", "一组", ("sales", 80m)),
            Person("e", "二组", ("sales", 95m)), Person("f", "一组"),
        ]);
        Assert.Equal([10m, 10m, 6m, 4m, 10m, null], cards.Select(c => c.Items[0].Points));
        Assert.All(cards, c => Assert.Equal(c.Items[0].Points, c.Items[0].Explanation.Recompute()));
    }

    [Fact]
    public void Lower_is_better_ranks_the_smallest_first()
    {
        var plan = Plan(Metric("average-response", 100m, new ByRank(RankWithin.Plan, Better.Lower, [10m, 8m], 4m)));
        var cards = Scorer.Score(plan, October, [Person("a", "一组", ("average-response", 40m)), Person("b", "二组", ("average-response", 20m))]);
        Assert.Equal([8m, 10m], cards.Select(c => c.Items[0].Points));
    }

    [Fact]
    public void Target_edges_and_knots_shrink_in_a_part_month_for_a_sum()
    {
        // 11 of 22 days: target 100 becomes 50, the edge 100 becomes 50, the knot 100 becomes 50; 40 of 50 is 80 points by proportion and by line.
        decimal? Half(Method method, bool scaled) => Score(Plan(Metric("consulted", 100m, method) with { ScaledByDays = scaled }),
            Person("a", "一组", ("consulted", 40m)) with { WorkedDays = 11m, DueDays = 22m }).Items[0].Points;
        Assert.Equal(80m, Half(new Proportional(100m, Better.Higher), true));
        Assert.Equal(40m, Half(new Proportional(100m, Better.Higher), false));
        Assert.Equal(80m, Half(new Linear([new(0m, 0m), new(100m, 100m)]), true));
        Assert.Equal(1m, Half(new Bands([Band("x ≤ 80", 1m), Band("x > 80", 2m)]), true));
        Assert.Equal(2m, Half(new Bands([Band("x < 80", 1m), Band("x ≥ 80", 2m)]), true));
    }

    [Theory]
    [InlineData("x ≤ 15", "x ≤ 15")]
    [InlineData("15<S<=20", "15 < x ≤ 20")]
    [InlineData("F≥70%", "x ≥ 0.7")]
    [InlineData("> -1.5", "x > -1.5")]
    [InlineData("2–4", "2 ≤ x ≤ 4")]
    [InlineData("=3", "3 ≤ x ≤ 3")]
    public void Intervals_are_read_as_people_write_them(string text, string shown) => Assert.Equal(shown, Interval.Parse(text)!.ToString());

    [Theory]
    [InlineData("15 to 20")]
    [InlineData("x")]
    [InlineData("1 < x ≤")]
    public void Other_text_is_no_interval(string text) => Assert.Null(Interval.Parse(text));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
