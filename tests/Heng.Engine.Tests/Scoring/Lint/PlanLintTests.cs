using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;
using Interval = Heng.Engine.Scoring.Interval;
using static Heng.Engine.Tests.Scoring.Lint.Linted;

namespace Heng.Engine.Tests.Scoring.Lint;

/// <summary>Each mistake that real sheets make gives exactly its own finding, and what is well-formed gives none.</summary>
public sealed class PlanLintTests
{
    [Theory]
    [InlineData("average-response", "S≤15|15<S≤20|S>20", "")]
    [InlineData("consult-conversion", "F≥70%|50%≤F<70%|F<50%", "")]
    [InlineData("consult-conversion", "F≥70%|70%<F≤50%|F<50%", "band-empty at bands/1;band-gap at bands/0")]
    [InlineData("reply-rate", "F≥98%|98%<F≤92%|F<92%", "band-empty at bands/1;band-gap at bands/0")]
    [InlineData("average-response", "0–2|2–4|x>4", "band-overlap at bands/1")]
    [InlineData("average-response", "x<15|x>15", "band-edge-unowned at bands/1")]
    [InlineData("average-response", "x≤15|x>16", "band-gap at bands/1")]
    [InlineData("average-response", "x≤15|15<x≤90", "band-uncovered at bands/1")]
    [InlineData("average-response", "x<0|x≥0", "band-unreachable at bands/0")]  // nobody answers before the question
    [InlineData("average-response", "x=0|x>0", "")]
    public void A_row_of_bands_gives_exactly_the_finding_named(string metric, string bands, string found) => Assert.Equal(found, string.Join(';', Of(Banded(metric, bands.Split('|')))));

    [Theory]
    [InlineData("consult-conversion", "F≥70%|70%<F≤50%|F<50%", "write 50% ≤ x < 70%")]
    [InlineData("reply-rate", "F≥98%|98%<F≤92%|F<92%", "write 92% ≤ x < 98%")]
    [InlineData("average-response", "0–2|2–4|x>4", "write 2 < x ≤ 4")]
    [InlineData("average-response", "x<15|x>15", "write x ≥ 15")]
    [InlineData("average-response", "x≤15|x>16", "write x > 15")]
    [InlineData("average-response", "x≥70|x≥70|x<70", "remove this band")]
    [InlineData("average-response", "x≤20|x≤15|x>20", "write 15 < x ≤ 20")]
    [InlineData("average-response", "x<50|x>50", "write x ≥ 50")]
    public void A_finding_says_what_would_mend_it(string metric, string bands, string mend) => Assert.Equal(mend, Whole(Banded(metric, bands.Split('|')))[0].Mend.En);

    [Fact]
    public void A_band_that_reaches_over_the_next_gives_way_and_the_next_stays()
    {
        var found = Whole(Banded("consult-conversion", "x≥70%", "x>50%", "x<50%"));
        Assert.Equal([("bands/1", "write 50% < x < 70%"), ("bands/1", "write x ≥ 50%")], found.Select(f => (string.Join('/', f.Place.Split('/').TakeLast(2)), f.Mend.En)).OrderBy(f => f.Item2, StringComparer.Ordinal));
        Assert.Contains(found, f => f.Reason.En == "an edge nobody owns: x = 50%");
    }

    [Theory]
    [InlineData(-1, "pass -1 is below 0: everybody passes")]
    [InlineData(101, "pass 101 is higher than any score")]
    public void A_pass_mark_out_of_reach_says_on_which_side(int mark, string reason)
    {
        var finding = Assert.Single(PlanLint.Of(Plan(Item("consulted", Cards.OfHundred)) with { PassMark = mark }, Catalogue.Find));
        Assert.Equal((reason, "let pass be 0 to 100"), (finding.Reason.En, finding.Mend.En));
    }

    [Fact]
    public void The_mend_of_the_impossible_band_is_well_formed() => Assert.Empty(Of(Banded("consult-conversion", "F≥70%", "50% ≤ x < 70%", "F<50%")));

    [Theory]
    [InlineData(30, 70, "")]
    [InlineData(30, 69.99, "weights-not-100 at p/dimensions")]
    [InlineData(30, 70.01, "weights-not-100 at p/dimensions")]
    public void Weights_add_up_to_exactly_100(double a, double b, string found) =>
        Assert.Equal(found, string.Join(';', Of(Item("consulted", Cards.OfHundred, (decimal)a), Item("received", Cards.OfHundred, (decimal)b))));

    [Fact]
    public void Raters_weights_do_too() =>
        Assert.Equal(["weights-not-100 at source/raters"], Of(Cards.Rated("a", 100m, MissingRater.Redistribute, 5m, new("self", 30m), new("peer", 50m))));

    [Theory]
    [InlineData("consult-conversion", "70", "unit-clash at proportional/target")]
    [InlineData("consult-conversion", "0.7", "")]
    [InlineData("consult-conversion", "1", "")]      // 100 % can be reached
    [InlineData("consult-conversion", "1.1", "unit-clash at proportional/target")]
    [InlineData("sales", "70", "")]
    [InlineData("consulted", "0.9", "unit-clash at proportional/target")]
    [InlineData("consulted", "1", "")]
    [InlineData("consulted", "0", "target-zero at proportional/target")]
    public void A_target_is_in_the_metrics_unit(string metric, string target, string found) =>
        Assert.Equal(found, string.Join(';', Of(Item(metric, new Proportional(decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture), Better.Higher)))));

    [Fact]
    public void The_mend_of_70_for_a_rate_is_70_percent() =>
        Assert.Equal("write 70%", Assert.Single(Whole(Item("consult-conversion", new Proportional(70m, Better.Higher)))).Mend.En);

    [Fact]
    public void Bands_of_a_rate_in_whole_percents_are_one_clash_and_not_three() =>
        Assert.Equal(["unit-clash at bands/0"], Of(Banded("consult-conversion", "F≥70", "50≤F<70", "F<50")));

    [Fact]
    public void Seconds_against_a_percentage_clash() =>
        Assert.Equal(["unit-clash at proportional/target"], Of(Item("average-response", new Proportional(0.95m, Better.Lower))));

    // "Timeliness, a rate to reach 24 h", defined as handling time ÷ complaints: a time to stay under.
    [Fact]
    public void A_rate_to_reach_that_is_a_time_per_count_goes_the_wrong_way_round() =>
        Assert.Equal(["direction-clash at items/complaint-time"], Of(Item("complaint-time", new Proportional(86_400m, Better.Higher))));

    [Fact]
    public void A_method_that_needs_a_direction_needs_one() =>
        Assert.Equal(["direction-missing at items/consulted"], Of(Item("consulted", new Proportional(100m, Better.None))));

    [Fact]
    public void An_unknown_metric_is_told_and_nothing_else_of_its_item() =>
        Assert.Equal(["metric-unknown at source/metric"], Of(Item("nothing", new Proportional(-1m, Better.Higher))));

    [Theory]
    [InlineData(100, 70, 40, "")]
    [InlineData(90, 70, 40, "range-not-declared at average-response/method")]
    [InlineData(101, 70, 40, "points-outside-weight at bands/0")]
    [InlineData(100, 40, 70, "points-not-monotone at bands/1")]
    [InlineData(100, 40, 40, "")]
    public void Points_fit_the_weight_and_the_better_side(int first, int second, int third, string found) =>
        Assert.Equal(found, string.Join(';', Of(Item("average-response",
            new Bands([new(Interval.Parse("S≤15")!, first), new(Interval.Parse("15<S≤20")!, second), new(Interval.Parse("S>20")!, third)])))));

    [Fact]
    public void Points_against_the_better_side_are_a_warning_where_the_plan_says_so()
    {
        var around = Item("consult-conversion", new Linear([new(0m, 0m), new(0.5m, 100m), new(1m, 20m)]));
        Assert.Equal(["points-not-monotone at linear/2"], Of(around));
        Assert.Equal(["warning points-not-monotone at linear/2"], Of(around with { Monotone = false }));
    }

    [Fact]
    public void Where_no_side_is_better_points_still_go_one_way()
    {
        Assert.Empty(Of(Item("consulted", new Linear([new(0m, 100m), new(50m, 0m)]))));
        Assert.Equal(["points-not-monotone at linear/2"], Of(Item("consulted", new Linear([new(0m, 0m), new(50m, 100m), new(90m, 40m)]))));
    }

    [Fact]
    public void A_later_place_never_gives_more() =>
        Assert.Equal(["points-not-monotone at points/0"], Of(Item("sales", new ByRank(RankWithin.Group, Better.Higher, [60m, 100m], 10m))));

    [Theory]
    [InlineData("satisfaction", 0, "", "warning noise-without-sample at rank/noise")]
    [InlineData("satisfaction", 30, "", "")]
    [InlineData("satisfaction", 30, "reported", "noise-without-rate at rank/noise")]
    [InlineData("sales", 30, "", "noise-without-rate at rank/noise")]
    public void Only_a_counted_rate_with_a_minimum_sample_is_ranked_within_noise(string metric, int least, string by, string found)
    {
        var item = Item(metric, new ByRank(RankWithin.Group, Better.Higher, [100m, 60m], 10m) { Noise = RankNoise.SamePlace });
        Assert.Equal(found, string.Join(';', Of(item with { Source = new FromMetric(metric) { Reported = by == "reported" }, Sample = least == 0 ? null : new("received", least) })));
    }

    [Theory]
    [InlineData("x≥60|x<60", "")]
    [InlineData("x≥60|x<50", "band-gap at grades/0")]
    [InlineData("x≥60|40≤x<60|x<40", "warning band-unreachable at grades/2")]  // the worst band still gives 40
    public void Grades_cover_the_scores_that_cards_come_to(string grades, string found)
    {
        var item = Item("average-response", new Bands([new(Interval.Parse("S≤15")!, 100m), new(Interval.Parse("S>15")!, 40m)]));
        Assert.Equal(found, string.Join(';', Of(Plan(item) with { Grades = [.. grades.Split('|').Select((g, i) => new Grade($"{i}", Interval.Parse(g)!))] })));
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(100.01, "pass-unreachable at p/pass")]
    [InlineData(-1, "pass-unreachable at p/pass")]
    public void A_pass_mark_can_be_reached(double pass, string found) =>
        Assert.Equal(found, string.Join(';', Of(Plan(Item("consulted", Cards.OfHundred)) with { PassMark = (decimal)pass })));

    // 40 × 1.2 = 48 of 40: where only that item has data it is the whole score, 120; with both it is 60 + 48 = 108.
    [Theory]
    [InlineData(MissingRule.Redistribute, 120)]
    [InlineData(MissingRule.Zero, 108)]
    public void A_cap_lifts_the_highest_score_as_far_as_missing_items_let_it(MissingRule other, int highest)
    {
        var plan = Plan(Item("consulted", new Proportional(100m, Better.Higher, 0m, 1.2m), 40m), Item("received", Cards.OfHundred, 60m) with { Missing = other });
        Assert.Empty(Of(plan with { PassMark = highest }));
        Assert.Equal(["pass-unreachable at p/pass"], Of(plan with { PassMark = highest + 0.01m }));
    }

    [Fact]
    public void A_cap_that_no_value_lifts_to_is_a_warning() =>
        Assert.Equal(["warning cap-unreachable at proportional/cap"], Of(Item("average-response", new Proportional(30m, Better.Lower, 0m, 1.2m))));

    [Theory]
    [InlineData(80, 10, 10, "warning weight-extreme at a/weight")]
    [InlineData(70, 15, 15, "")]
    [InlineData(70, 29.5, 0.5, "warning weight-extreme at c/weight")]
    public void A_weight_that_is_all_or_nothing_is_a_warning(double a, double b, double c, string found) => Assert.Equal(found, string.Join(';',
        Of(Item("consulted", Cards.OfHundred, (decimal)a, "a"), Item("received", Cards.OfHundred, (decimal)b, "b"), Item("sales", Cards.OfHundred, (decimal)c, "c"))));

    [Fact]
    public void Lateness_counted_by_two_items_is_the_same_fact_twice() =>
        Assert.Equal(["warning fact-punished-twice at items/full"], Of(
            Item("late", new Bands([new(Interval.Parse("x≤2")!, 50m), new(Interval.Parse("x>2")!, 0m)]), 50m),
            Item("full-attendance", new Proportional(1m, Better.Higher), 50m, "full")));
}
