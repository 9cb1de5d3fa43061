using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Interval = Heng.Engine.Scoring.Interval;
using static Heng.Engine.Tests.Scoring.Lint.Linted;

namespace Heng.Engine.Tests.Scoring.Lint;

/// <summary>Vetoes that void everybody or nobody, and plans, samples, targets and balance points that do nothing.</summary>
public sealed class GateLintTests
{
    // 0, 60 or 100 points for a response; a card comes to the same.
    private static readonly Item Speed = Item("average-response", new Bands([new(Interval.Parse("x≤15")!, 100m), new(Interval.Parse("15<x≤20")!, 60m), new(Interval.Parse("x>20")!, 20m)]));
    private static readonly Plan Small = Plan(Speed);

    private static string[] With(GateSubject subject, string when, Plan? plan = null) =>
        Of((plan ?? Small) with { Gates = [new("g", new("g", "g"), subject, Interval.Parse(when)!, VoidReach.Card, null)] });

    [Theory]
    [InlineData("x≥0", "veto-always at when/is")]
    [InlineData("x>-1", "veto-always at when/is")]
    [InlineData("x>0", "")]
    [InlineData("x≥1", "")]
    [InlineData("x<0", "warning veto-never at when/is")]
    [InlineData("x≤0", "")]
    public void A_count_of_incidents_is_from_0_upward(string when, string found) => Assert.Equal(found, string.Join(';', With(new OfAsked(FromIncident("争吵")), when)));

    [Theory]
    [InlineData("x≤100%", "veto-always at when/is")]
    [InlineData("x<100%", "")]
    [InlineData("x≤70", "veto-always at when/is")] // 70 where 70% was meant
    [InlineData("x>100%", "warning veto-never at when/is")]
    [InlineData("x≥100%", "")]
    public void A_rate_is_from_0_to_100_percent(string when, string found) => Assert.Equal(found, string.Join(';', With(new OfAsked("consult-conversion"), when)));

    [Theory]
    [InlineData("x≥20", "veto-always at when/is")]
    [InlineData("x>20", "")]
    [InlineData("x<20", "warning veto-never at when/is")]
    [InlineData("x≤20", "")]
    [InlineData("x>100", "warning veto-never at when/is")]
    public void Points_and_scores_are_what_the_items_come_to(string when, string found)
    {
        Assert.Equal(found, string.Join(';', With(new OfItem(Speed.Id, Points: true), when)));
        Assert.Equal(found, string.Join(';', With(new OfScore(), when)));
    }

    [Fact]
    public void Money_may_be_anything() => Assert.Empty(With(new OfAsked("sales"), "x≥0"));

    private static string FromIncident(string kind) => Asking.For(Beside.Incident, kind);

    private static string[] Both(Plan first, Plan second) =>
        [.. Heng.Engine.Pay.Lint.SchemeLint.Of([first with { Id = "s/a" }, second with { Id = "s/b" }], null, Catalogue.Find).Select(f => $"{f.Rule} at {f.Place}")];

    [Fact]
    public void Of_two_plans_of_one_cycle_only_one_is_for_a_position_or_a_person()
    {
        Plan For(string[] positions, params string[] people) => Small with { Positions = positions, People = people };
        Assert.Equal(["position-twice at plans/b/positions/1"], Both(For(["front-line"]), For(["leader", "front-line"])));
        Assert.Equal(["position-twice at plans/b/people/0"], Both(For(["front-line"], "ann"), For(["leader"], "ann")));
        Assert.Empty(Both(For(["front-line"]), For([], "ann")));
        Assert.Empty(Both(For(["front-line"]), For(["front-line"]) with { Cycle = Cycle.Quarter }));
        Assert.Equal(["position-twice at plans/a/positions/1"], Both(For(["front-line", "front-line"]), For(["leader"])));
    }

    [Theory]
    [InlineData(30, "position-twice at plans/b/positions/0")] // 30 September is both plans' day
    [InlineData(29, "")]
    public void Two_plans_one_after_the_other_are_for_the_same_position(int last, string found) =>
        Assert.Equal(found, string.Join(';', Both(Small with { Effective = new(null, new(2026, 9, last)) }, Small with { Effective = new(new(2026, 9, 30), null) })));

    [Theory]
    [InlineData(0, "sample-zero at min-sample/at-least")]
    [InlineData(-1, "sample-zero at min-sample/at-least")]
    [InlineData(1, "")]
    public void A_minimum_sample_is_above_0(int least, string found) => Assert.Equal(found, string.Join(';', Of(Speed with { Sample = new("received", least) })));

    [Theory]
    [InlineData(0, "warning target-zero at proportional/target")]
    [InlineData(1, "")]
    public void A_target_of_0_where_less_is_better_is_full_for_0_alone(int target, string found) =>
        Assert.Equal(found, string.Join(';', Of(Item("average-response", new Proportional(target, Better.Lower)))));

    [Fact]
    public void A_target_for_promotion_days_needs_promotions()
    {
        var item = Item("consulted", new Proportional(100m, Better.Higher) { Aim = new(100m, [new(120m) { Calendar = PromotionDay.Promotion }, new(90m) { Calendar = PromotionDay.Ordinary }], null) });
        Assert.Equal(["promotions-missing at 0/calendar"], Of(item));
        Assert.Empty(Of(Plan(item) with { Promotions = [new(new(2026, 11, 11), new(2026, 11, 11))] }));
    }

    private static string[] Paid(decimal standard, string metric, decimal balance, Aim? by = null) => Of(Small, new Ksf("k", new("k", "k"), standard, 1m, false,
        [new("i", new("i", "i"), 100m, new(new(metric), null), Better.Higher, balance, 10m, 5m, null, null) { BalanceBy = by }]));

    [Theory]
    [InlineData("consulted", 0, "warning balance-zero at i/balance")]
    [InlineData("consulted", -5, "warning balance-zero at i/balance")]
    [InlineData("consulted", 1, "")]
    [InlineData("sales", 0, "")] // may be below 0
    public void A_balance_point_at_the_end_of_what_can_be_pays_one_way_only(string metric, int balance, string found) => Assert.Equal(found, string.Join(';', Paid(1000m, metric, balance)));

    [Fact]
    public void A_standard_of_0_and_a_balance_point_for_days_that_are_not_are_told()
    {
        Assert.Equal(["standard-zero at k/standard"], Paid(0m, "consulted", 100m));
        Assert.Equal(["promotions-missing at 0/calendar"], Paid(1000m, "consulted", 100m, new(100m, [new(120m) { Calendar = PromotionDay.Promotion }], null)));
    }
}
