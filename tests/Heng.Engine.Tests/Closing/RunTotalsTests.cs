using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.Engine.Tests.Closing;

public class RunTotalsTests
{
    private static RunSlip Slip(string agent, string group, params (string Component, decimal Amount)[] parts) => new(agent, group, [.. parts.Select(p => (p.Component, new Wording(p.Component, p.Component), p.Amount))]);

    private static readonly RunSlip[] September = [Slip("a", "g1", ("base", 4000m), ("ksf", 1000m)), Slip("b", "g1", ("base", 4000m)), Slip("c", "g2", ("base", 3000m), ("ksf", 500m))];
    private static readonly RunSlip[] October = [Slip("a", "g1", ("base", 4000m), ("ksf", 2000m)), Slip("c", "g2", ("base", 3000m), ("ksf", 200m), ("ksf", 100m)), Slip("d", "g2", ("base", 4000m))];

    [Fact]
    public void Everybody_each_group_and_each_component_stand_beside_the_month_before()
    {
        var totals = RunTotals.Of(October, September, 13_000m);
        // 6000 + 3300 + 4000 = 13,300 beside 5000 + 4000 + 3500 = 12,500; 300 over the budget of 13,000
        Assert.Equal((13_300m, 12_500m, 800m, 300m), (totals.All.Now, totals.All.Before, totals.All.Moved, totals.OverBudget));
        Assert.Equal([("a", 6000m, 5000m), ("b", null, 4000m), ("c", 3300m, 3500m), ("d", 4000m, null)], totals.People.Select(p => (p.Id, p.Now, p.Before)).Cast<(string, decimal?, decimal?)>());
        Assert.Equal([("g1", 6000m, 9000m), ("g2", 7300m, 3500m)], totals.Groups.Select(p => (p.Id, p.Now!.Value, p.Before!.Value)));
        Assert.Equal([("base", 11_000m, 11_000m), ("ksf", 2300m, 1500m)], totals.Components.Select(p => (p.Id, p.Now!.Value, p.Before!.Value)));
    }

    [Fact]
    public void Whose_pay_is_below_zero_is_in_the_net_and_paid_nothing()
    {
        // 12,500 and −200: the net is 12,300, and 12,500 are paid out
        var totals = RunTotals.Of([.. September, new RunSlip("e", "g1", [("penalty", new("扣", "off"), -200m)])], null, null);
        Assert.Equal((12_300m, 1, -200m, 12_500m), (totals.All.Now, totals.PeopleBelow, totals.BelowZero, totals.WithTheRun));
    }

    [Fact]
    public void Who_was_paid_alone_is_in_the_net_and_told_apart()
    {
        // b's 4000 of 12,500 are paid already; 8500 are left
        var totals = RunTotals.Of([September[0], September[1] with { Alone = true }, September[2]], null, null);
        Assert.Equal((12_500m, 1, 4000m, 8500m), (totals.All.Now, totals.PeopleAlone, totals.PaidAlone, totals.WithTheRun));
        Assert.Equal((0, null, 12_500m), (RunTotals.Of(September, null, null) is var none ? (none.PeopleAlone, none.PaidAlone, none.WithTheRun) : default));
    }

    [Fact]
    public void Exactly_the_share_is_not_more_than_the_share_and_who_came_or_went_always_stands_out()
    {
        var totals = RunTotals.Of(October, September, null);
        // a: 1000 of 5000 = 20 %; c: −200 of 3500 = −5.71 %
        Assert.Equal(["b", "d"], totals.People.Where(p => p.Stands(0.2m)).Select(p => p.Id));
        Assert.Equal(["a", "b", "d"], totals.People.Where(p => p.Stands(0.1999m)).Select(p => p.Id));
    }

    [Fact]
    public void Without_a_month_before_nothing_is_compared_with_nothing()
    {
        var totals = RunTotals.Of(October, null, null);
        Assert.Equal((13_300m, null, null), (totals.All.Now, totals.All.Before, totals.All.Moved));
        Assert.All(totals.People, p => Assert.Null(p.Before));
        Assert.Null(totals.OverBudget);
    }

    [Fact]
    public void Pay_that_was_nothing_before_has_no_share_and_stands_out_once_it_moves()
    {
        var part = new RunPart("a", default, 10m, 0m);
        Assert.Null(part.Share);
        Assert.True(part.Stands(5m));
        Assert.False(new RunPart("a", default, 0m, 0m).Stands(0m));
    }

    [Fact]
    public void People_groups_and_components_each_add_up_to_the_net() => Prop.ForAll(Slips().ToArbitrary(), Slips().ToArbitrary(), (now, before) =>
    {
        var totals = RunTotals.Of(now, before, null);
        return new[] { totals.People, totals.Groups, totals.Components }.All(parts => Sum(parts, p => p.Now) == totals.All.Now && Sum(parts, p => p.Before) == totals.All.Before);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static decimal? Sum(IEnumerable<RunPart> parts, Func<RunPart, decimal?> of) => parts.Select(of).OfType<decimal>().ToArray() is { Length: > 0 } known ? known.Sum() : null;

    [Fact]
    public void A_month_that_pays_nobody_has_no_sum_and_nothing_left_of_its_budget()
    {
        var totals = RunTotals.Of([], [], 1000m);
        Assert.Equal((null, null, null), (totals.All.Now, totals.All.Before, totals.OverBudget));
    }

    private static Gen<RunSlip[]> Slips()
    {
        var part = from component in Gen.Elements("base", "ksf", "commission") from fen in Gen.Choose(-50_000, 900_000) select (component, fen / 100m);
        var slip = from agent in Gen.Choose(0, 8) from at in Gen.Choose(0, 2) from parts in part.NonEmptyListOf() select Slip($"p{agent}", $"g{at}", [.. parts]);
        return from slips in slip.ListOf() select slips.DistinctBy(s => s.Agent).ToArray();
    }
}
