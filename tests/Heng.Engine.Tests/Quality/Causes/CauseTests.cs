using Heng.Engine.Explanation;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Quality.Inspection;

namespace Heng.Engine.Tests.Quality.Causes;

/// <summary>What causes cost, in a week in which 1 had 300 receptions looked at and 2 had 100.</summary>
public sealed class CauseTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2), Tuesday = new(2026, 11, 3);
    private static readonly Cause Taboo = new(CauseKind.Rule, "taboo"), Remark = Cause.OfCriterion("s7", "remark-thin");
    private static readonly CauseTally Week = new(
        [new(Taboo, 1, Monday, "a", 100m), new(Taboo, 1, Tuesday, "b", 100m), new(Taboo, 2, Monday, "c", 100m), new(Remark, 1, Monday, "9", 4m)],
        [new(null, 1, Monday, 200), new(null, 1, Tuesday, 100), new(null, 2, Monday, 100), new(Remark, 1, Monday, 1), new(Remark, 1, Tuesday, 1)]);

    [Fact]
    public void A_share_is_touched_of_looked_at_and_a_cost_is_the_points_that_each_lost()
    {
        // 2 of 300, and 200 points over 300.
        Assert.Equal((2, 300, 2m / 300m, 200m / 300m), Week.Of(Taboo, 1, (_, _) => true) is var own ? (own.Touched, own.Of, own.Share!.Value, own.Cost!.Value) : default);
        // All three of 400; of Monday alone two of 300.
        Assert.Equal((3, 400), Week.Of(Taboo, (_, _) => true) is var all ? (all.Touched, all.Of) : default);
        Assert.Equal((2, 300), Week.Of(Taboo, (_, day) => day == Monday) is var first ? (first.Touched, first.Of) : default);
        // A criterion is looked at on cards, not in every reception.
        Assert.Equal((1, 2, 2m), Week.Of(Remark, 1, (_, _) => true) is var card ? (card.Touched, card.Of, card.Cost!.Value) : default);
        Assert.Equal(["b", "a"], Week.Hits(Taboo, 1, (_, _) => true).Select(h => h.Fact));
    }

    [Fact]
    public void No_data_is_a_value_and_few_are_called_few()
    {
        var nothing = Week.Of(Taboo, 3, (_, _) => true);
        Assert.Equal((0, 0, null, null), (nothing.Touched, nothing.Of, nothing.Share, nothing.Cost));
        Assert.Null(nothing.IsWithin(6, 300));
        Assert.Equal((true, false), (new CauseShare(1, 19, 0m).IsFew, new CauseShare(1, 20, 0m).IsFew));
    }

    [Fact]
    public void A_goal_is_held_against_the_share_on_both_sides_of_its_edge()
    {
        // 6 of 300 is 2 %: 5 of 250 is as much, 6 of 299 is more.
        Assert.Equal((true, false, true), (new CauseShare(5, 250, 0m).IsWithin(6, 300), new CauseShare(6, 299, 0m).IsWithin(6, 300), new CauseShare(0, 1, 0m).IsWithin(0, 300)));
    }

    [Fact]
    public void A_finding_takes_no_more_than_the_whole_and_a_criterion_no_more_than_its_category()
    {
        Assert.Equal((100m, 4m, 100m), (CausePoints.OfRule(true, 0m), CausePoints.OfRule(false, 4m), CausePoints.OfRule(false, 130m)));
        Criterion thin = new("thin", new("过简", "thin"), Severity.NonFatal, 4m), lost = new("lost", new("缺", "missing"), Severity.Fatal, 0m), rude = new("rude", new("辱骂", "insult"), Severity.Fatal, 0m, FatalReach.Card);
        var form = new InspectionForm("f", new("表", "form"), 0m, [new("remarks", new("备注", "remarks"), 20m, [thin, lost]), new("tone", new("态度", "tone"), 60m, [rude])]);
        // Of the 80 that were possible: 4 × 2 is 8, so 10 of a hundred; 4 × 9 is held at the category's 20, so 25; a fatal one takes the 20; one that reaches the card takes all.
        Assert.Equal([10m, 25m, 25m, 100m], new[] { (thin, 2), (thin, 9), (lost, 1), (rude, 1) }.Select(c => CausePoints.OfCriterion(form, c.Item1, c.Item2, 80m)));
        Assert.Equal(0m, CausePoints.OfCriterion(form, thin, 1, 0m));
    }

    [Fact]
    public void A_cause_reads_back_as_it_is_written()
    {
        foreach (var cause in new[] { Taboo, Remark, new Cause(CauseKind.Rule, "criterion:x") }) Assert.Equal(cause, Cause.Parse(cause.ToString()));
        foreach (var text in new[] { null, "", "rule:", "criterion:", "taboo" }) Assert.Null(Cause.Parse(text));
    }
}
