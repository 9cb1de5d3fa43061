using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Simulation;

public sealed class SuccessionTests
{
    private static readonly DateOnly October = new(2026, 10, 1);

    private static Plan Plan(string id, string position, DateOnly? from = null, DateOnly? to = null) =>
        Cards.Plan(Cards.Metric("consulted", 100m, new Proportional(100m, Better.Higher))) with { Id = id, Positions = [position], Effective = new(from, to) };

    private static SchemeVersion Version(int version, params Plan[] plans) => new("s", version, plans, null);

    [Fact]
    public void The_older_version_counts_until_the_day_before_the_newer_one_begins()
    {
        var regime = new Regime([Version(1, Plan("old", "agent"))]).With(Version(2, Plan("new", "agent", October)));
        Assert.Equal(("old", "new"), (regime.PlanFor("ann", "agent", new(2026, 9, 30))!.Id, regime.PlanFor("ann", "agent", October)!.Id));
    }

    [Fact]
    public void A_version_without_a_day_takes_its_place_at_once() =>
        Assert.Empty(Succession.Until([Plan("old", "agent")], [Plan("new", "agent")]));

    [Fact]
    public void Each_position_changes_on_its_own_day_and_one_that_is_dropped_ends_when_the_newer_version_begins()
    {
        var left = Succession.Until([Plan("a", "agent"), Plan("l", "leader"), Plan("q", "qa")], [Plan("a2", "agent", October), Plan("l2", "leader", October.AddMonths(1))]);
        Assert.Equal([("a", October.AddDays(-1)), ("l", October.AddMonths(1).AddDays(-1)), ("q", October.AddDays(-1))], left.Select(p => (p.Id, p.Effective.To!.Value)));
    }

    [Fact]
    public void An_older_plan_that_ended_before_keeps_its_last_day_and_one_that_never_began_is_gone()
    {
        var left = Succession.Until([Plan("ended", "agent", to: new(2026, 6, 30)), Plan("later", "agent", from: new(2026, 12, 1))], [Plan("new", "agent", October)]);
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(left).Effective.To);
    }

    [Fact]
    public void A_draft_that_begins_later_is_tried_on_months_before_as_if_it_had_begun()
    {
        var tried = Succession.TriedFrom(Version(2, Plan("new", "agent", October)), new(2026, 8, 1));
        Assert.True(tried.Plans[0].Effective.Holds(new(2026, 8, 1)));
        // The second half of the year has a plan of its own: only the first is moved.
        var halves = Succession.TriedFrom(Version(2, Plan("one", "agent", October, new(2026, 12, 31)), Plan("two", "agent", new DateOnly(2027, 1, 1))), new(2026, 8, 1));
        Assert.Equal([null, new DateOnly(2027, 1, 1)], halves.Plans.Select(p => p.Effective.From));
    }
}
