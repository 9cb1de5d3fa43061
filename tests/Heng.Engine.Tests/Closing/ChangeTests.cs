using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.Engine.Tests.Closing;

/// <summary>Why a score is not last month's: the causes add up to the difference, and so do the items.</summary>
public sealed class ChangeTests
{
    private static StandingPart Part(string id, decimal amount, decimal? reading = null) => new(id, new(id, id), amount, reading, Unit.Seconds);

    private static Standing Of(params (string Id, decimal Amount)[] parts) => Standing.Of(parts.Sum(p => p.Amount), [.. parts.Select(p => Part(p.Id, p.Amount))]);

    [Fact]
    public void Each_step_moves_what_it_changes_and_nothing_is_left_over()
    {
        // September 40 + 30 = 70. A late rating made speed 42 (+2). The new plan weighs sales 35 of what was 30 (+5). October itself: speed 38 (−4), sales 36 (+1).
        var change = Change.Of(Of(("speed", 40m), ("sales", 30m)),
        [
            (ChangeCause.Corrections, Of(("speed", 42m), ("sales", 30m))),
            (ChangeCause.Plan, Of(("speed", 42m), ("sales", 35m))),
            (ChangeCause.Figures, Of(("speed", 38m), ("sales", 36m))),
        ]);
        Assert.Equal((70m, 74m, 4m), (change.Before, change.After, change.Moved));
        Assert.Equal((2m, 0m, 5m, -3m), (change.MovedBy(ChangeCause.Corrections), change.MovedBy(ChangeCause.Rules), change.MovedBy(ChangeCause.Plan), change.MovedBy(ChangeCause.Figures)));
        Assert.Equal([2m, 0m, -4m], change.Parts[0].ByCause);
        Assert.Equal([0m, 5m, 1m], change.Parts[1].ByCause);
    }

    [Fact]
    public void An_item_that_came_or_went_counts_from_nothing_or_to_nothing()
    {
        // 50 → 60: speed left with its 50, sales came with 60.
        var change = Change.Of(Of(("speed", 50m)), [(ChangeCause.Plan, Of(("sales", 45m))), (ChangeCause.Figures, Of(("sales", 60m)))]);
        Assert.Equal(["sales", "speed"], change.Parts.Select(p => p.Id));
        Assert.Equal([45m, 15m], change.Parts[0].ByCause);
        Assert.Equal([-50m, 0m], change.Parts[1].ByCause);
        Assert.Null(change.Parts[0].Before);
        Assert.Null(change.Parts[1].After);
    }

    [Fact]
    public void A_step_that_came_to_no_score_is_left_to_the_next()
    {
        var change = Change.Of(Of(("speed", 50m)), [(ChangeCause.Plan, null), (ChangeCause.Figures, Of(("speed", 60m)))]);
        Assert.Equal([ChangeCause.Figures], change.Causes);
        Assert.Equal(10m, change.MovedBy(ChangeCause.Figures));
    }

    [Fact]
    public void What_a_gate_took_off_the_card_is_a_part_of_its_own()
    {
        // Items 40 + 30, but a gate zeroed the card: the rest is −70.
        var gated = Standing.Of(0m, [Part("speed", 40m), Part("sales", 30m)]);
        Assert.Equal((Standing.Rest, -70m), (gated.Parts[^1].Id, gated.Parts[^1].Amount));
        var change = Change.Of(Of(("speed", 40m), ("sales", 30m)), [(ChangeCause.Figures, gated)]);
        Assert.Equal(-70m, change.Parts.Single(p => p.Id == Standing.Rest).Moved);
    }

    [Fact]
    public void Causes_and_parts_add_up_to_the_difference_whatever_the_steps()
    {
        var amount = from n in Gen.Choose(-5_000, 10_000) select n / 100m;
        var standing = from parts in Gen.Choose(0, 5).SelectMany(n => amount.ListOf(n))
                       from gap in Gen.Elements(0m, 0m, -12.34m)
                       select Standing.Of(parts.Sum() + gap, [.. parts.Select((p, i) => Part($"i{i}", p))]);
        var ways = from before in standing
                   from steps in Gen.Elements(1, 2, 3, 4).SelectMany(n => standing.ListOf(n))
                   select (before, steps: steps.Select((s, i) => ((ChangeCause)i, (Standing?)s)).ToArray());
        Prop.ForAll(ways.ToArbitrary(), way =>
        {
            var change = Change.Of(way.before, way.steps);
            return change.Moved == change.Parts.Sum(p => p.Moved) && change.Moved == Enum.GetValues<ChangeCause>().Sum(change.MovedBy)
                && change.Parts.All(p => p.Moved == (p.After?.Amount ?? 0m) - (p.Before?.Amount ?? 0m));
        }).QuickCheckThrowOnFailure();
    }
}
