using Heng.Engine.Explanation;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Scoring.Cards;

namespace Heng.Engine.Tests.Scoring;

public sealed class CauseTests
{
    private static readonly string Quarrel = Asking.For(Beside.Incident, "争吵"), Address = Asking.For(Beside.Error, "改错地址");

    private static Item Discipline(params Cause[] causes) => From("discipline", 10m, new FromCauses(causes), Deduct.Instance);
    private static Cause Of(string asked, decimal points, VoidReach? fatal = null) => new(asked, new(asked, asked), points, fatal);

    private static ItemResult Result(Item item, params (string, decimal)[] values)
    {
        var card = Score(Plan(item, Metric("consulted", 90m, OfHundred)), Person("王雨桐", "一组", [.. values, ("consulted", 100m)]));
        Assert.Equal(card.Score, card.Explanation.Recompute());
        return card.Items[0];
    }

    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(1, 1, 5)]   // 10 − 2 − 3
    [InlineData(2, 2, 0)]   // 10 − 4 − 6
    [InlineData(5, 0, 0)]   // 10 − 10
    [InlineData(6, 0, 0)]   // never below 0
    public void Each_occurrence_takes_its_points_off_and_never_more_than_there_are(decimal late, decimal errors, decimal points)
    {
        var result = Result(Discipline(Of("late", 2m), Of(Address, 3m)), ("late", late), (Address, errors));
        Assert.Equal(points, result.Points);
        Assert.Equal(points, result.Explanation.Recompute());
    }

    [Fact]
    public void The_card_names_what_it_took_off() =>
        Assert.Contains(Result(Discipline(Of("late", 2m), Of(Address, 3m)), ("late", 2m), (Address, 0m)).Notes, n => n == new Wording("late 2 次 −4", "late 2 × −2"));

    [Fact]
    public void A_cause_that_nothing_counts_leaves_no_value_instead_of_none_lost()
    {
        var result = Result(Discipline(Of("late", 2m), Of(Quarrel, 5m)), ("late", 1m));
        Assert.Null(result.Points);
        Assert.Contains(result.Notes, n => n.Zh == "没有数据：incident/争吵");
    }

    private static Scorecard Fatal(VoidReach reach, decimal quarrels)
    {
        var item = Discipline(Of("late", 2m), Of(Quarrel, 5m, reach));
        var plan = Plan(item) with
        {
            Dimensions =
            [
                new("conduct", new("行为", "conduct"), [item, Metric("reply-rate", 30m, new ZeroToFull(0m, 1m))]),
                new("load", new("量", "load"), [Metric("consulted", 60m, OfHundred)]),
            ],
        };
        var card = Score(plan, Person("王雨桐", "一组", ("late", 0m), (Quarrel, quarrels), ("reply-rate", 1m), ("consulted", 100m)));
        Assert.Equal(card.Score, card.Explanation.Recompute());
        Assert.Equal(card.Score, card.Items.Sum(i => i.Counted));
        return card;
    }

    [Theory]
    [InlineData(VoidReach.Item, 0, 100)]
    [InlineData(VoidReach.Item, 1, 90)]         // the 10 of the item
    [InlineData(VoidReach.Dimension, 1, 60)]    // the 40 of its dimension
    [InlineData(VoidReach.Card, 0, 100)]
    [InlineData(VoidReach.Card, 1, 0)]
    public void A_fatal_one_voids_as_far_as_it_reaches(VoidReach reach, decimal quarrels, decimal score) => Assert.Equal(score, Fatal(reach, quarrels).Score);

    [Fact]
    public void A_voided_card_says_so_and_keeps_what_the_items_came_to()
    {
        var card = Fatal(VoidReach.Card, 1m);
        Assert.Equal("一票否决：incident/争吵（1，x ≥ 1），总分为 0", card.Notes[0].Zh);
        Assert.Equal([5m, 30m, 60m], card.Items.Select(i => i.Points));
        Assert.Equal((VoidReach.Card, "discipline/incident/争吵"), (card.Vetoes[0].Reach, card.Vetoes[0].Gate));
    }
}
