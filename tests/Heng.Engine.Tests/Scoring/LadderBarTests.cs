using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

/// <summary>Ladders that ask for a bar, a place and several cards in a row.</summary>
public sealed class LadderBarTests
{
    private static readonly Bar At120 = new(new("晋升线 120%", "promotion bar 120 %"), 1.2m), At130 = new(new("晋升线 130%", "promotion bar 130 %"), 1.3m);
    private static readonly LadderBar Throughput120 = new("throughput", At120);

    private static Plan Promoting(params LadderStep[] steps) => Plan() with { Consequences = [new("rise", new("达到晋升线", "at the bar"), steps)] };
    private static LadderStep Rise(int inARow) => new([], null, MeasureKind.Promotion) { Bar = Throughput120, InARow = inARow };

    /// <summary>The standard is 43 an hour: the bar of 120 % lies at 43 × 1.2 = 51.6. A null value is a month without one.</summary>
    private static CardBefore Card(int month, decimal? value, decimal? score = 80m, int? rank = null) =>
        new(new(2026, month), score, "A") { Rank = rank, Bars = [new("throughput", At120.Name, value, value is { } v ? v >= 43m * 1.2m : null)] };

    private static string Proposed(Plan plan, params IReadOnlyList<CardBefore> cards) => string.Join(' ', ConsequenceRules.Of(plan, cards, []).Select(p => $"{p.Measure} {p.Running}"));

    [Fact]
    public void Three_months_in_a_row_at_the_bar_propose_promotion_and_a_hundredth_below_it_does_not()
    {
        var plan = Promoting(Rise(3));
        Assert.Equal("", Proposed(plan, Card(7, 51.6m), Card(8, 51.6m)));
        Assert.Equal("Promotion 3", Proposed(plan, Card(7, 51.6m), Card(8, 51.6m), Card(9, 51.6m)));
        Assert.Equal("", Proposed(plan, Card(7, 51.6m), Card(8, 51.6m), Card(9, 51.59m)));
        // The row broke in August: September and October are two again.
        Assert.Equal("", Proposed(plan, Card(7, 60m), Card(8, 51.59m), Card(9, 60m), Card(10, 60m)));
        Assert.Equal("Promotion 3", Proposed(plan, Card(7, 60m), Card(8, 51.59m), Card(9, 60m), Card(10, 60m), Card(11, 60m)));
    }

    [Fact]
    public void Once_proposed_it_stays_so_with_every_further_card_of_the_row()
    {
        var plan = Promoting(Rise(2));
        Assert.Equal("Promotion 4", Proposed(plan, Card(7, 60m), Card(8, 60m), Card(9, 60m), Card(10, 60m)));
        Assert.Equal("", Proposed(plan, Card(7, 60m), Card(8, 60m), Card(9, 60m), Card(10, 50m)));
        Assert.Equal("Promotion 2", Proposed(plan, Card(7, 60m), Card(8, 50m), Card(9, 60m), Card(10, 60m)));
    }

    [Fact]
    public void A_month_without_the_value_neither_counts_nor_ends_the_row()
    {
        var plan = Promoting(Rise(2));
        Assert.Equal("", Proposed(plan, Card(7, 60m), Card(8, null)));
        Assert.Equal("Promotion 2", Proposed(plan, Card(7, 60m), Card(8, null), Card(9, 60m)));
        // A card that says nothing of the bar, as of a month before the plan had it.
        Assert.Equal("Promotion 2", Proposed(plan, Card(7, 60m), Card(8, 60m) with { Bars = [] }, Card(9, 60m)));
    }

    [Fact]
    public void A_second_step_counts_its_own_row_after_the_first()
    {
        var plan = Promoting(Rise(2) with { Proposes = MeasureKind.Award }, Rise(2));
        CardBefore[] months = [Card(7, 60m), Card(8, 60m), Card(9, 60m), Card(10, 60m), Card(11, 60m)];
        Assert.Equal(["", "Award 2", "", "Promotion 4", "Promotion 5"], Enumerable.Range(1, 5).Select(n => Proposed(plan, months[..n])));
    }

    [Theory]
    [InlineData(1, "Leadership 1")]
    [InlineData(2, "")]
    [InlineData(null, "")]
    public void The_first_on_the_plan_is_proposed_as_next_months_supervisor(int? rank, string proposed) =>
        Assert.Equal(proposed, Proposed(Promoting(new LadderStep(["A"], null, MeasureKind.Leadership) { Rank = 1 }), Card(10, null, rank: rank)));

    [Fact]
    public void All_that_a_step_names_must_hold()
    {
        var plan = Promoting(new LadderStep([], When("x ≥ 80"), MeasureKind.Promotion) { Bar = Throughput120, Rank = 2 });
        Assert.Equal("Promotion 1", Proposed(plan, Card(10, 51.6m, 80m, 2)));
        Assert.Equal("", Proposed(plan, Card(10, 51.6m, 79.99m, 2)));
        Assert.Equal("", Proposed(plan, Card(10, 51.6m, 80m, 3)));
        Assert.Equal("", Proposed(plan, Card(10, 51.5m, 80m, 2)));
    }

    [Fact]
    public void A_sealed_card_says_by_its_notes_which_bars_were_reached()
    {
        Wording[] notes = [new("到货延迟", "late"), BarWords.Of(new BarResult(At120.Name, 51.6m, true))];
        Assert.Equal("达到晋升线 120%（51.6）", notes[1].Zh);
        bool? Reached(LadderBar bar, decimal? value, params IReadOnlyList<Bar> had) => bar.InNotes(value, had, notes).Reached;
        Assert.True(Reached(Throughput120, 52m, At120, At130));
        Assert.False(Reached(new("throughput", At130), 52m, At120, At130));
        Assert.Null(Reached(Throughput120, null, At120));
        // The plan of that month had no such bar, so that nobody looked.
        Assert.Null(Reached(new("throughput", At130), 60m, At120));
    }
}
