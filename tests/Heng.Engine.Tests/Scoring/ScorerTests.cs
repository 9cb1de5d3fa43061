using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class ScorerTests
{
    private static Plan TwoItems(MissingRule missing) => Plan(Metric("consulted", 75m, OfHundred), Metric("received", 25m, OfHundred, missing));

    private static Scorecard WithoutReceived(MissingRule missing) => Score(TwoItems(missing), Person("王雨桐", "一组", ("consulted", 80m)));

    [Fact]
    public void The_score_is_the_sum_of_the_points()
    {
        var card = Score(TwoItems(MissingRule.Block), Person("王雨桐", "一组", ("consulted", 80m), ("received", 30m)));
        Assert.Equal(67.5m, card.Score); // 75 × 0.8 + 25 × 0.3 = 60 + 7.5
        Assert.Equal(67.5m, card.Explanation.Recompute());
        Assert.Empty(card.Notes);
    }

    [Fact]
    public void A_missing_items_weight_goes_to_the_others()
    {
        var card = WithoutReceived(MissingRule.Redistribute);
        Assert.Equal(80m, card.Score); // 60 × 100 ÷ 75
        Assert.Equal(80m, card.Explanation.Recompute());
        Assert.Equal([(75m, (decimal?)60m, (decimal?)100m, (decimal?)80m), (25m, null, null, null)],
            card.Items.Select(i => (i.Full, i.Points, i.CountedFull, i.Counted)));
        Assert.Equal(["no data", "no data, its weight goes to the other items"], card.Items[1].Notes.Select(n => n.En));
        Assert.Equal("1 item without data, its weight shared over the others: received", Assert.Single(card.Notes).En);
    }

    [Fact]
    public void A_redistributed_score_is_rounded_once_and_its_shares_add_up_to_it()
    {
        var plan = Plan(Metric("a", 30m, OfHundred), Metric("b", 30m, OfHundred), Metric("c", 30m, OfHundred), Metric("d", 10m, OfHundred));
        var card = Score(plan, Person("王雨桐", "一组", ("a", 100m), ("b", 100m), ("c", 55.55m)));
        // points 30 + 30 + 16.67 (16.665, half away) = 76.67; × 100 ÷ 90 = 85.1889 → 85.19
        Assert.Equal(85.19m, card.Score);
        Assert.Equal(85.19m, card.Items.Sum(i => i.Counted));
        // 100 ÷ 3 each: 33.33 twice and 33.34 for the first id.
        Assert.Equal([33.34m, 33.33m, 33.33m, null], card.Items.Select(i => i.CountedFull));
    }

    [Fact]
    public void A_redistributed_item_says_what_it_counts_how_and_why_not_to_the_hundredth()
    {
        // 6.5 of 8 and 72 of 72 with 80 of 100 present: 78.5 × 100 ÷ 80 = 98.125 → 98.13; 6.5 × 100 ÷ 80 = 8.125, 72 × 100 ÷ 80 = 90.
        var plan = Plan(Metric("a", 8m, OfHundred), Metric("b", 72m, OfHundred), Metric("c", 20m, OfHundred));
        var card = Score(plan, Person("王雨桐", "一组", ("a", 81.25m), ("b", 100m)));
        Assert.Equal(98.13m, card.Score);
        Assert.Equal([8.13m, 90m, null], card.Items.Select(i => i.Counted));
        Assert.Equal("分摊后满分 10，计入 8.13（6.5 × 100 ÷ 80 = 8.125）", Assert.Single(card.Items[0].Notes).Zh);
        Assert.Equal("分摊后满分 10，计入 8.13（6.5 × 100 ÷ 80 = 8.125）；总分只四舍五入一次，各项计入分到 0.01，合计恰为 98.13", card.Items[0].Explanation.Note!.Value.Zh);
        // What is exact needs no reason.
        Assert.Equal("with the spread weight it counts 90 of 90 (72 × 100 ÷ 80 = 90)", card.Items[1].Explanation.Note!.Value.En);
        Assert.Empty(Score(plan, Person("王雨桐", "一组", ("a", 1m), ("b", 1m), ("c", 1m))).Items.SelectMany(i => i.Notes));
    }

    [Fact]
    public void A_missing_item_can_count_zero_and_says_so()
    {
        var card = WithoutReceived(MissingRule.Zero);
        Assert.Equal(60m, card.Score);
        Assert.Equal("no data counts 0 points", card.Items[1].Notes[^1].En);
    }

    [Fact]
    public void A_missing_item_can_block_the_card()
    {
        var card = WithoutReceived(MissingRule.Block);
        Assert.Null(card.Score);
        Assert.Null(card.Explanation.Recompute());
        Assert.Null(card.Rank);
        Assert.Equal("not finished: no data for received", Assert.Single(card.Notes).En);
    }

    [Fact]
    public void A_missing_item_can_take_the_mean_points_of_its_group()
    {
        var cards = Scorer.Score(TwoItems(MissingRule.Neutral), October,
        [
            Person("a", "一组", ("consulted", 80m)), Person("b", "一组", ("consulted", 80m), ("received", 20m)),
                Person("c", "一组", ("consulted", 80m), ("received", 50.02m)),
            Person("d", "二组", ("consulted", 80m), ("received", 100m)), Person("e", "三组", ("consulted", 80m)),
        ]);
        // b 25 × 0.2 = 5.00, c 25 × 0.5002 = 12.505 → 12.51; mean 17.51 ÷ 2 = 8.755 → 8.76; d is in another group
        Assert.Equal(8.76m, cards[0].Items[1].Explanation.Value);
        Assert.Equal(68.76m, cards[0].Score);
        Assert.Equal(68.76m, cards[0].Explanation.Recompute());
        // Nobody in e's group has data, so there is no mean and the weight goes to the other item.
        Assert.Equal(80m, cards[4].Score);
    }

    [Fact]
    public void A_card_without_any_data_has_no_score()
    {
        var card = Score(TwoItems(MissingRule.Redistribute), Person("王雨桐", "一组"));
        Assert.Null(card.Score);
        Assert.Null(card.Explanation.Recompute());
        Assert.Equal(ValueState.Missing, card.Explanation.State);
    }

    [Fact]
    public void A_sample_under_the_minimum_is_missing_and_at_it_counts()
    {
        var item = Metric("reply-rate", 100m, new Proportional(1m, Better.Higher)) with { Sample = new("consulted", 10m) };
        decimal? At(params (string, decimal)[] values) => Score(Plan(item), Person("a", "一组", values)).Score;
        Assert.Null(At(("reply-rate", 0.9m), ("consulted", 9m)));
        Assert.Equal(90m, At(("reply-rate", 0.9m), ("consulted", 10m)));
        // Not knowing the sample is not enough of it.
        Assert.Null(At(("reply-rate", 0.9m)));
    }

    [Fact]
    public void An_item_whose_source_comes_later_is_missing_and_names_it()
    {
        var item = Metric("x", 25m, OfHundred) with { Source = new NoneYet(new("工单", "cases")) };
        var card = Score(Plan(Metric("consulted", 75m, OfHundred), item), Person("a", "一组", ("consulted", 80m)));
        Assert.Equal(80m, card.Score);
        Assert.Equal("no source yet: cases", card.Items[1].Notes[0].En);
    }

    [Theory]
    [InlineData(90, "A")]
    [InlineData(89.99, "B")]
    [InlineData(60, "B")]
    [InlineData(59.99, "C")]
    public void A_grade_owns_its_edges(decimal value, string grade)
    {
        var plan = Plan(Metric("consulted", 100m, OfHundred)) with
        {
            Grades = [new("A", Interval.Parse("x ≥ 90")!), new("B", Interval.Parse("60 ≤ x < 90")!), new("C", Interval.Parse("x < 60")!)], PassMark = 60m,
        };
        var card = Score(plan, Person("a", "一组", ("consulted", value)));
        Assert.Equal(grade, card.Grade);
        Assert.Equal(value >= 60m, card.Passed);
    }

    [Fact]
    public void Cards_come_by_name_and_rank_in_competition()
    {
        var plan = Plan(Metric("consulted", 100m, OfHundred));
        var cards = Scorer.Score(plan, October,
            [Person("d", "一组"), Person("c", "二组", ("consulted", 70m)), Person("b", "一组", ("consulted", 80m)), Person("a", "一组", ("consulted", 80m))]);
        Assert.Equal([("a", (int?)1), ("b", 1), ("c", 3), ("d", null)], cards.Select(c => (c.Agent, c.Rank)));
    }

    [Fact]
    public void A_provisional_value_makes_the_card_provisional()
    {
        var moving = Explained.Leaf("consulted", new("咨询人数", "consulted"), 80m, Unit.People, state: ValueState.Provisional);
        Assert.Equal(ValueState.Provisional,
            Score(TwoItems(MissingRule.Redistribute), Person("a", "一组") with { Metric = id => id == "consulted" ? moving : Values()(id) }).Explanation.State);
    }
}
