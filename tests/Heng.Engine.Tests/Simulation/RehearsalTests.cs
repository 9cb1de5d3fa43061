using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Scoring;
using Interval = Heng.Engine.Scoring.Interval;

namespace Heng.Engine.Tests.Simulation;

/// <summary>Two people on one plan, worked by hand.</summary>
public sealed class RehearsalTests
{
    private static readonly Month October = new(2026, 10);

    private static Subject Person(string name, decimal speed, decimal consulted)
    {
        var candidate = Cards.Person(name, "一组", ("average-response", speed), ("consulted", consulted));
        return new(candidate, new(name, 4000m, null, null, candidate.Metric, []));
    }

    private static readonly SimulatedMonth Month = new(October, [Person("ann", 15m, 90m), Person("bob", 15.5m, 120m)]);

    private static Item Speed(decimal edge) => Cards.Metric("average-response", 40m,
        new Bands([new(new(null, false, edge, true), 40m), new(new(edge, false, null, false), 0m)]));

    private static SchemeVersion Scheme(decimal edge, decimal target, Coefficient? coefficient = null) => new("s", 1,
        [Cards.Plan(Speed(edge), Cards.Metric("consulted", 60m, new Proportional(target, Better.Higher))) with { Grades = [new("A", Interval.Parse("x≥80")!), new("B", Interval.Parse("x<80")!)] }],
        new("s", 1, default, default, [new BasePay("base", default), new PerformancePay("performance", default, 2000m, coefficient ?? new LinearCoefficient([new(0m, 0m), new(100m, 1m)]), true)]));

    private static SimulationResult Try(SchemeVersion draft, SimulationAsk? ask = null) => new Rehearsal([(Month, new([Scheme(15m, 100m)]))]).Try(draft, ask ?? new());

    // Now: ann 40 + 54 = 94 → 4000 + 1880; bob 0 + 60 = 60 → 4000 + 1200. With the edge at 16 bob has 100 → 4000 + 2000.
    [Fact]
    public void A_wider_band_lets_one_gain_and_nobody_lose()
    {
        var result = Try(Scheme(16m, 100m), new(11_000m));
        Assert.Equal([("ann", 5880m, 5880m, 0m), ("bob", 5200m, 6000m, 800m)], result.People.Select(p => (p.Agent, p.PaidBefore!.Value, p.PaidAfter!.Value, p.Difference!.Value)));
        Assert.Equal(["bob"], result.Winners.Select(p => p.Agent));
        Assert.Empty(result.Losers);
        Assert.Equal((11_080m, 11_880m, 880m), (result.CostBefore, result.CostAfter, result.OverBudget));
        Assert.Equal([new("A", 1, 2), new GradeCount("B", 1, 0)], result.Grades);
    }

    [Fact]
    public void A_higher_target_lets_one_lose()
    {
        // ann 40 + 60 × 90 ÷ 120 = 85 → 5700; bob 0 + 60
        var result = Try(Scheme(15m, 120m));
        Assert.Equal([("ann", -180m)], result.Losers.Select(p => (p.Agent, p.Difference!.Value)));
        Assert.Null(result.OverBudget);
    }

    // At 15 s are 40 points, a hundredth of a second later none: 40 ÷ 100 × 2000 = 800 yuan, of ann's 5880 more than an eighth. Both are within a second of it.
    [Fact]
    public void An_edge_of_a_band_is_a_cliff_with_what_it_pays_and_how_many_stand_near()
    {
        var cliff = Assert.Single(Try(Scheme(15m, 100m)).Cliffs);
        Assert.Equal(("average-response", 15m, 0.01m, 800m, 2), (cliff.Item, cliff.At, cliff.Step, cliff.Jump, cliff.Near));
        Assert.Equal(0.1361m, cliff.Share); // ann: 800 ÷ (4000 + 1880)
        Assert.DoesNotContain(Try(Scheme(15m, 100m), new(null, 0.14m)).Cliffs, c => c.Share < 0.14m);
    }

    [Fact]
    public void A_slope_is_no_cliff() => Assert.DoesNotContain(Try(Scheme(15m, 100m)).Cliffs, c => c.Item == "consulted");

    // 400 yuan a step of 10 from 100, the part 1000 held between 600 and 1400: from 90 down and from 110 up pay stands still.
    // 70 + 10 and 80 + 10 are still on the floor, 81 + 10 is above it. 125 − 10 and 120 − 10 are still at the cap, 119.99 − 10 pays 1000; so does 95, and 85 pays 600.
    [Theory]
    [InlineData(70, 125, 0)]
    [InlineData(80, 120, 0)]
    [InlineData(81, 119.99, 2)]
    [InlineData(95, 125, 1)]
    [InlineData(100, 115, 2)]
    public void Near_the_steps_of_an_indicator_are_those_whom_one_step_moves(decimal ann, decimal bob, int near)
    {
        var indicator = new KsfIndicator("consulted", default, 100m, new(new("consulted"), null), Better.Higher, 100m, 10m, 400m, 600m, 1400m);
        var draft = Scheme(15m, 100m) with { Pay = new("s", 1, default, default, [new Ksf("ksf", default, 1000m, 1m, false, [indicator])]) };
        var result = new Rehearsal([(Month with { People = [Person("ann", 15m, ann), Person("bob", 15m, bob)] }, new([]))]).Try(draft, new());
        Assert.Equal(near, Assert.Single(result.Cliffs, c => c.Item == "consulted").Near);
    }

    [Fact]
    public void Steps_that_nobody_is_near_are_named_last()
    {
        KsfIndicator Indicator(string id, decimal balance, decimal perStep) => new(id, default, 50m, new(new("consulted"), null), Better.Higher, balance, 10m, perStep, 0m, 1000m);
        var draft = Scheme(15m, 100m) with { Pay = new("s", 1, default, default, [new Ksf("ksf", default, 1000m, 1m, false, [Indicator("far", 10_000m, 400m), Indicator("here", 100m, 100m)])]) };
        Assert.Equal([("here", 2), ("far", 0)], new Rehearsal([(Month, new([]))]).Try(draft, new()).Cliffs.Where(c => c.Plan == "s").Select(c => (c.Item!, c.Near)));
    }

    // From 79.99 to 80.01 the grade pays 1.0 instead of 0.5: 1000 yuan.
    private static SchemeVersion With(PayComponent more) => Scheme(15m, 100m) is var plain ? plain with { Pay = plain.Pay! with { Components = [.. plain.Pay!.Components, more] } } : plain;

    // Up to 100 consulted pay 2 each, more pay 7: 7 × 100.01 − 2 × 99.99 = 500.09. Pay is 5880 + 180 and 5200 + 840, 6050 on average.
    [Fact]
    public void An_edge_of_commission_on_the_whole_amount_is_a_cliff_and_of_parts_is_none()
    {
        Commission On(CommissionWay way) => new("commission", default, new("consulted"), way, [new(Interval.Parse("x≤100")!, 2m), new(Interval.Parse("x>100")!, 7m)]);
        var cliff = Assert.Single(Try(With(On(CommissionWay.Whole))).Cliffs, c => c.Item == "commission");
        Assert.Equal((100m, 500.09m, 0.0827m, 0), (cliff.At, cliff.Jump, cliff.Share, cliff.Near));
        Assert.DoesNotContain(Try(With(On(CommissionWay.Marginal))).Cliffs, c => c.Item == "commission");
    }

    // One more each: ann 0.6 points × 20 yuan = 12, and 2 by commission; bob has his full points, and 7 by commission.
    [Fact]
    public void A_step_of_an_item_moves_the_commission_on_its_metric_too()
    {
        var commission = new Commission("commission", default, new("consulted"), CommissionWay.Marginal, [new(Interval.Parse("x≤100")!, 2m), new(Interval.Parse("x>100")!, 7m)]);
        Assert.Equal(21m, Assert.Single(Try(With(commission)).Sensitivities, s => s.Item == "consulted").PayUp);
    }

    [Fact]
    public void Awards_by_rank_are_rehearsed_in_numbers_too()
    {
        var result = Try(With(new RankAward("award", default, null, Better.Higher, [300m, 200m], AwardTies.Each)));
        Assert.Equal([("ann", 300m), ("bob", 200m)], result.People.Select(p => (p.Agent, p.Difference!.Value)));
        Assert.True(result.LookedForCliffs);
    }

    // A pool of 10 000, half of it for each: ann at 94 is paid 4700, bob at 60 leaves his 5000.
    [Fact]
    public void A_pool_is_rehearsed_in_numbers_and_its_pass_mark_is_steep()
    {
        var pool = new Pool("pool", default, new FromMetric("gmv"), 0.01m, [new("all", default, 100m, ["front-line"])], "fund") { Pass = 80m };
        SimulatedMonth With(SimulatedMonth month) => month with { People = [.. month.People.Select(p => p with { Paid = p.Paid with { Metric = asked => asked == "shop/gmv" ? Explained.Leaf(asked, default, 1_000_000m, Unit.Yuan) : p.Paid.Metric(asked) } })] };
        var paid = Scheme(15m, 100m) is var now ? now with { Pay = now.Pay! with { Components = [.. now.Pay.Components, pool] } } : null!;
        var result = new Rehearsal([(With(Month), new([Scheme(15m, 100m)]))]).Try(paid, new());
        Assert.Equal([("ann", 4700m), ("bob", 0m)], result.People.Select(p => (p.Agent, p.Difference!.Value)));
        Assert.True(result.LookedForCliffs);
        Assert.Contains(result.Cliffs, c => c.Item == "average-response" && c.Jump > 1000m);
    }

    [Fact]
    public void What_reads_the_lines_above_it_is_rehearsed_the_explained_way()
    {
        // 2 % of 1 000
        var result = Try(With(new SocialInsurance("insurance", default, InsuredBy.Amount, 1000m, [new(null, new(2020, 1, 1), null, null, [new("medical", default, 0.02m)])])));
        Assert.Equal([("ann", -20m), ("bob", -20m)], result.People.Select(p => (p.Agent, p.Difference!.Value)));
        Assert.False(result.LookedForCliffs);
    }

    [Fact]
    public void An_edge_of_a_grade_that_is_paid_is_a_cliff_of_the_score()
    {
        var grades = new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 1m, ["B"] = 0.5m });
        var cliff = Assert.Single(Try(Scheme(15m, 100m, grades)).Cliffs, c => c.Item is null);
        Assert.Equal((80m, 1000m), (cliff.At, cliff.Jump));
    }

    // One more reception gives ann 0.6 points and bob, who has all 60, none: 0.3 on the mean, 12 yuan in all. One fewer takes 0.6 from ann, none from bob at 119.
    [Fact]
    public void A_step_of_an_item_moves_scores_and_pay_so_much()
    {
        var moved = Try(Scheme(15m, 100m)).Sensitivities.Single(s => s.Item == "consulted");
        Assert.Equal((1m, 0.3m, -0.3m, 12m, -12m), (moved.Step, moved.ScoreUp, moved.ScoreDown, moved.PayUp, moved.PayDown));
    }

    [Fact]
    public void An_item_that_gives_everybody_the_same_distinguishes_nobody()
    {
        Assert.Equal([("consulted", 60m, 2)], Try(Scheme(15m, 90m)).Undistinguishing.Select(u => (u.Item, u.Points, u.Cards)));
        Assert.Empty(Try(Scheme(15m, 100m)).Undistinguishing);
    }

    [Fact]
    public void Without_a_scheme_before_there_is_nothing_to_compare_with()
    {
        var result = new Rehearsal([(Month, new([]))]).Try(Scheme(15m, 100m), new());
        Assert.Null(result.CostBefore);
        Assert.Equal(11_080m, result.CostAfter);
        Assert.All(result.People, p => Assert.Null(p.Difference));
    }

    [Fact]
    public void A_month_of_which_nothing_came_pays_nobody() =>
        Assert.Null(new Rehearsal([(Month with { Pays = false }, new([Scheme(15m, 100m)]))]).Try(Scheme(15m, 100m), new()).CostAfter);

    // Carl is in two stretches, so he is explained and stands outside the columns; moving everybody's value of a ranked item changes no place, so nobody's score either.
    [Fact]
    public void A_step_of_a_ranked_item_moves_nobody_also_where_somebody_has_two_stretches()
    {
        var ranked = new SchemeVersion("s", 1, [Cards.Plan(Cards.Metric("consulted", 100m, new ByRank(RankWithin.Group, Better.Higher, [100m, 80m, 60m], 40m)))], null);
        var carl = Person("carl", 15m, 150m);
        Post[] posts = [new(new(October.First, new(2026, 10, 15)), "一组", carl.Position), new(new(new(2026, 10, 16), October.Last), "二组", carl.Position)];
        carl = carl with { Posts = posts, On = _ => carl.Scored };
        var month = new SimulatedMonth(October, [Person("ann", 15m, 90m), Person("bob", 15m, 120m), carl]);
        var moved = Assert.Single(new Rehearsal([(month, new([ranked]))]).Try(ranked, new()).Sensitivities);
        Assert.Equal((0m, 0m), (moved.ScoreUp, moved.ScoreDown));
    }
}
