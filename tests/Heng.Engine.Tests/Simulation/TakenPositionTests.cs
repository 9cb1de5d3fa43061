using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Simulation;

/// <summary>What a publication does to whom, and which of its plans are for nobody.</summary>
public sealed class TakenPositionTests
{
    private static readonly DateOnly Today = new(2026, 10, 8);
    private static readonly (string, string)[] Roster = [("ann", "front-line"), ("bob", "front-line"), ("cat", "after-sales")];

    private static SchemeVersion Scheme(string id, string[] positions, params string[] people) =>
        new(id, 1, [Cards.Plan() with { Id = $"{id}/p", Positions = positions, People = people }], new(id, 1, default, default, []));

    private static string[] Taken(SchemeVersion draft, params SchemeVersion[] now) =>
        [.. TakenPosition.By(new(now), new Regime(now).With(draft), Roster, Today).Select(t => $"{t.Position}{(t.ByName ? " by name" : "")}: {t.PlanFrom} to {t.PlanTo}: {string.Join(" ", t.People)}")];

    [Fact]
    public void Whom_a_plan_takes_by_name_from_their_position_is_listed() =>
        Assert.Equal(["front-line by name: old/p to new/p: bob"], Taken(Scheme("new", [], "bob"), Scheme("old", ["front-line"])));

    [Fact]
    public void Who_is_scored_by_name_is_not_counted_where_their_position_changes_hands() =>
        Assert.Equal(["front-line: old/p to new/p: ann"], Taken(Scheme("new", ["front-line"]), Scheme("named", [], "bob"), Scheme("old", ["front-line"])));

    [Fact]
    public void Whom_the_next_version_names_no_more_goes_back_to_their_position() =>
        Assert.Equal(["front-line by name: named/p to old/p: bob"], Taken(Scheme("named", [], "ann"), Scheme("named", [], "ann", "bob"), Scheme("old", ["front-line"])));

    [Fact]
    public void Who_had_no_plan_is_taken_from_nothing() => Assert.Empty(Taken(Scheme("new", [], "cat"), Scheme("old", ["front-line"])));

    [Fact]
    public void A_position_that_nobody_is_in_is_told_too()
    {
        var taken = Assert.Single(TakenPosition.By(new([Scheme("old", ["leader"])]), new([Scheme("new", ["leader"]), Scheme("old", ["leader"])]), Roster, Today));
        Assert.Empty(taken.People);
        Assert.Contains("现在不涉及任何人", taken.Words.Zh, StringComparison.Ordinal);
    }

    private static UnusedPlan[] Unused(SchemeVersion draft, params SchemeVersion[] now) => [.. UnusedPlan.Of(draft, new Regime(now).With(draft), _ => Roster, Today)];

    [Fact]
    public void A_plan_whose_positions_nobody_has_is_for_nobody()
    {
        var unused = Assert.Single(Unused(Scheme("new", ["frontline"])));
        Assert.Equal((true, "frontline"), (unused.Nobody, Assert.Single(unused.Positions)));
        Assert.Equal("today nobody is on the plan new/p: nobody is in frontline", unused.Words.En);
    }

    [Fact]
    public void Another_name_for_a_position_that_somebody_has_is_no_matter() => Assert.Empty(Unused(Scheme("new", ["front-line", "售前客服"])));

    [Fact]
    public void Somebody_named_who_is_not_on_the_roster_is_told_although_others_are()
    {
        var unused = Assert.Single(Unused(Scheme("new", ["front-line"], "bab")));
        Assert.Equal((false, "bab"), (unused.Nobody, Assert.Single(unused.People)));
    }

    [Fact]
    public void A_plan_whose_people_are_all_named_by_another_is_for_nobody() =>
        Assert.True(Assert.Single(Unused(Scheme("new", ["after-sales"]), Scheme("named", [], "cat"))).Nobody);

    [Fact]
    public void A_plan_that_is_over_is_for_nobody_and_not_worth_saying()
    {
        var over = Scheme("new", ["frontline"]);
        Assert.Empty(Unused(over with { Plans = [over.Plans[0] with { Effective = new(null, Today.AddDays(-1)) }] }));
        Assert.Single(Unused(over with { Plans = [over.Plans[0] with { Effective = new(null, Today) }] }));
    }
}
