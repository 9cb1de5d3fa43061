using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class VetoTests
{
    private static readonly Plan TwoItems = Plan(Metric("a", 40m, OfHundred), Metric("b", 60m, OfHundred));

    private static Scorecard With(GateSubject subject, string when, VoidReach reach, string? voided, params (string, decimal)[] values)
    {
        var plan = TwoItems with { Gates = [new("gate", new("否决", "gate"), subject, When(when), reach, voided)] };
        var card = Score(plan, Person("王雨桐", "一组", values));
        Assert.Equal(card.Score, card.Explanation.Recompute());
        Assert.All(card.Items, i => Assert.Equal(i.Points, i.Explanation.Recompute()));
        Assert.Equal(card.Score ?? 0m, card.Items.Sum(i => i.Counted ?? 0m));
        return card;
    }

    [Theory]
    [InlineData(3, 100)]
    [InlineData(4, 0)]
    public void A_metric_over_the_edge_voids_the_card(decimal late, decimal score) =>
        Assert.Equal(score, With(new OfAsked("late"), "x > 3", VoidReach.Card, null, ("a", 100m), ("b", 100m), ("late", late)).Score);

    [Theory]
    [InlineData(50, 80)]    // 40 × 0.5 + 60
    [InlineData(49.99, 60)]
    public void A_critical_item_under_half_is_0_and_at_exactly_half_it_is_not(decimal value, decimal score) =>
        Assert.Equal(score, With(new OfItem("a", false), "x < 50", VoidReach.Item, "a", ("a", value), ("b", 100m)).Score);

    [Fact]
    public void An_items_points_and_the_score_can_void_too()
    {
        Assert.Equal(40m, With(new OfItem("a", true), "x ≥ 40", VoidReach.Item, "b", ("a", 100m), ("b", 100m)).Score);
        Assert.Equal(0m, With(new OfScore(), "x < 60", VoidReach.Card, null, ("a", 50m), ("b", 66m)).Score);            // 20 + 39.6 = 59.6
        Assert.Equal(60m, With(new OfScore(), "x < 60", VoidReach.Card, null, ("a", 50m), ("b", 66.67m)).Score);       // 20 + 40
    }

    [Fact]
    public void Without_data_it_voids_nothing_and_the_card_says_that_it_cannot_be_judged() =>
        Assert.Contains(With(new OfAsked("late"), "x > 3", VoidReach.Card, null, ("a", 100m), ("b", 100m)).Notes, n => n.En == "the veto 'gate' cannot be judged: no data");

    [Fact]
    public void A_voided_item_without_data_is_0_instead_of_giving_its_weight_away() =>
        Assert.Equal(60m, With(new OfAsked("late"), "x > 3", VoidReach.Item, "a", ("b", 100m), ("late", 4m)).Score);

    private static readonly Item OnTopItem = Metric("extra", 10m, OfHundred) with { Bonus = true };
    private static readonly Item BySuperior = From("superior", 5m, new FromSuperior(["leader", "manager"], -3m, 5m), AsGiven.Instance) with { Bonus = true };

    private static Scorecard Bonus(decimal? cap, decimal basis, decimal? extra, params Entry[] entries)
    {
        var plan = Plan(Metric("a", 100m, OfHundred), OnTopItem, BySuperior) with { BonusCap = cap };
        (string, decimal)[] values = extra is { } e ? [("a", basis), ("extra", e)] : [("a", basis)];
        var card = Score(plan, Person("王雨桐", "一组", values) with { Entries = entries });
        Assert.Equal(card.Score, card.Explanation.Recompute());
        Assert.Equal(card.Score, card.Items.Sum(i => i.Counted ?? 0m));
        return card;
    }

    private static Entry Change(decimal points, string? why = "帮助同事", string rater = "leader") => new(October, "王雨桐", "superior", rater, points, why, "陈主管");

    [Fact]
    public void A_bonus_comes_on_top_of_the_hundred_up_to_its_cap()
    {
        Assert.Equal(108m, Bonus(null, 100m, 80m).Score);
        Assert.Equal(105m, Bonus(5m, 100m, 80m).Score);
        Assert.Equal(100m, Bonus(5m, 100m, null).Score);
        Assert.Equal(100m, Plan(Metric("a", 100m, OfHundred), OnTopItem).TotalWeight);
    }

    [Fact]
    public void A_superior_adds_or_takes_with_a_reason_within_the_range()
    {
        Assert.Equal(87m, Bonus(null, 90m, null, Change(-3m)).Score);
        Assert.Equal(92m, Bonus(null, 90m, null, Change(2m)).Score);
        Assert.Equal(90m, Bonus(null, 90m, null, Change(-3.01m)).Score);
        Assert.Equal(90m, Bonus(null, 90m, null, Change(2m, why: " ")).Score);
        Assert.Equal(90m, Bonus(null, 90m, null, Change(2m, rater: "peer")).Score);
        Assert.Equal(87m, Bonus(null, 90m, null, Change(-2m), Change(-2m, rater: "manager")).Score); // −4, held at −3
        Assert.Equal(0m, Bonus(null, 1m, null, Change(-3m)).Score);                                 // never below 0
    }

    [Fact]
    public void What_does_not_count_is_said() =>
        Assert.Equal(["−1：迟报", "没有理由的加减分不计：+2", "超出允许范围 -3 至 5 的加减分不计：+9"],
            Bonus(null, 90m, null, Change(-1m, "迟报"), Change(2m, null), Change(9m)).Items[2].Notes.Select(n => n.Zh));

    [Fact]
    public void Uplift_bars_lie_at_their_share_of_the_standard()
    {
        var line = new Bar(new("晋升线", "promotion bar"), 1.2m);
        var plan = Plan(Metric("throughput", 100m, new Proportional(43m, Better.Higher)) with { Bars = [line] }) with { PassMark = 60m, Bars = [line] };
        BarResult At(decimal value) => Score(plan, Person("a", "一组", ("throughput", value))).Items[0].Bars[0];
        Assert.Equal((51.6m, true), (At(51.6m).At, At(51.6m).Reached)); // 43 × 1.2
        Assert.False(At(51.59m).Reached);
        Assert.Equal((72m, true), (Score(plan, Person("a", "一组", ("throughput", 43m))).Bars[0].At, Score(plan, Person("a", "一组", ("throughput", 43m))).Bars[0].Reached));
    }

    [Fact]
    public void A_bar_lies_lower_where_lower_is_better()
    {
        var plan = Plan(Metric("average-response", 100m, new Proportional(30m, Better.Lower)) with { Bars = [new(new("线", "bar"), 1.2m)] });
        Assert.Equal([true, false], new[] { 25m, 25.01m }.Select(v => Score(plan, Person("a", "一组", ("average-response", v))).Items[0].Bars[0].Reached!.Value)); // 30 ÷ 1.2
    }

    [Fact]
    public void A_forced_distribution_never_splits_a_tie()
    {
        var plan = TwoItems with { Forced = [new("A", 0.2m), new("B", 0.7m), new("C", 0.1m)] };
        string[] Grades(params decimal[] scores) => [.. Scorer.Score(plan, October, [.. scores.Select((s, i) => Person($"p{i}", "一组", ("a", s), ("b", s)))]).Select(c => c.Grade!)];
        Assert.Equal(["A", "A", "B", "B", "B", "B", "B", "B", "B", "C"], Grades(99m, 98m, 97m, 96m, 95m, 94m, 93m, 92m, 91m, 90m));
        // The second and third are equal: both get the second's grade.
        Assert.Equal(["A", "A", "A", "B", "B", "B", "B", "B", "B", "C"], Grades(99m, 98m, 98m, 96m, 95m, 94m, 93m, 92m, 91m, 90m));
        // Of four people 20 % are none.
        Assert.Equal(["B", "B", "B", "C"], Grades(99m, 98m, 97m, 96m));
    }
}
