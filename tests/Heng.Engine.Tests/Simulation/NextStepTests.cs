using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Simulation;

/// <summary>What the nearest better value of a number pays, through plan and scheme together.</summary>
public class NextStepTests
{
    private const string Me = "王雨桐";
    private static readonly Metric Conversion = new("consult-conversion", new("咨询转化率", "conversion"), Unit.Rate, Better.Higher,
        new RatioOf(new((Primitive.Received, 1)), new((Primitive.Consulted, 1))), Source.Chat, Maturity.AtOnce, default, []);

    private static MetricValue? Read(string id, decimal part, decimal whole) => id == Conversion.Id ? new(Conversion, part / whole, part, whole, ValueState.Final, null) : null;

    private static Subject Person(string name, params (string Metric, decimal Value)[] values)
    {
        var scored = Cards.Person(name, "一组", values);
        return new(scored, new(name, 4000m, null, null, scored.Metric, []));
    }

    private static StepsSoFar Steps(Plan? plan, PayComponent[] components, Func<string, MetricValue?> readings, params Subject[] people)
    {
        var scheme = new SchemeVersion("s", 1, [plan ?? Cards.Plan()], new("s", 1, default, default, components));
        return NextSteps.Of(new(Cards.October, people), new([scheme]), Me, readings);
    }

    private static readonly PerformancePay ByScore = new("performance", default, 1200m, new BandCoefficient([new(Cards.When("x<90"), 1m), new(Cards.When("x≥90"), 1.1m)]), false);

    // 57 of 100 is 0.57; the band begins at 0.60: 3 more make 60 of 100. Points 80 → 100, coefficient 1.0 → 1.1: 1200 × 0.1 = 120.
    [Fact]
    public void Three_more_conversions_reach_the_band_and_pay_120_more()
    {
        var plan = Cards.Plan(Cards.Metric(Conversion.Id, 100m, new Bands([new(Cards.When("x<60%"), 80m), new(Cards.When("x≥60%"), 100m)])));
        var step = Assert.Single(Steps(plan, [ByScore], id => Read(id, 57m, 100m), Person(Me, (Conversion.Id, 0.57m))).Steps);
        Assert.Equal((3, 0.6m, 120m, 20m, null), (step.Counted?.More, step.To, step.Pay, step.Score, step.Without));
    }

    // The edge belongs to the lower band: 60 of 100 is not past it, 61 is.
    [Fact]
    public void At_an_edge_that_the_lower_band_owns_one_more_is_needed()
    {
        var plan = Cards.Plan(Cards.Metric(Conversion.Id, 100m, new Bands([new(Cards.When("x≤60%"), 80m), new(Cards.When("x>60%"), 100m)])));
        Assert.Equal(4, Steps(plan, [ByScore], id => Read(id, 57m, 100m), Person(Me, (Conversion.Id, 0.57m))).Steps[0].Counted?.More);
        Assert.Equal(1, Steps(plan, [ByScore], id => Read(id, 60m, 100m), Person(Me, (Conversion.Id, 0.6m))).Steps[0].Counted?.More);
    }

    // The pay jumps at a score of 90, which no band of the item names: 100 × actual ÷ 100 reaches it at 90 of 100 people, 5 more than 85.
    [Fact]
    public void A_jump_of_the_coefficient_is_found_through_the_score()
    {
        var step = Steps(Cards.Plan(Cards.Metric("consulted", 100m, Cards.OfHundred)), [ByScore], _ => null, Person(Me, ("consulted", 85m))).Steps[0];
        Assert.Equal((90m, 120m, 5m), (step.To, step.Pay, step.Score));
    }

    // Balance 100, a step of 7, ¥13.50 each: at 95 nothing yet (0 steps from 94 to 106); 107 is the first that pays.
    [Fact]
    public void An_indicator_s_next_whole_step_is_said()
    {
        var ksf = new Ksf("ksf", default, 1000m, 1m, false, [new("a", new("人数", "people"), 100m, new(new("consulted"), null), Better.Higher, 100m, 7m, 13.5m, null, null)]);
        var step = Steps(null, [ksf], _ => null, Person(Me, ("consulted", 95m))).Steps[0];
        Assert.Equal((107m, 13.5m), (step.To, step.Pay));
    }

    // Quicker is better: ≤ 20 s gives 100 points, above 80. From 22.3 s in whole seconds: 22, 21, 20.
    [Fact]
    public void Where_lower_is_better_the_value_to_reach_is_said()
    {
        var plan = Cards.Plan(Cards.Metric("average-response", 100m, new Bands([new(Cards.When("x≤20"), 100m), new(Cards.When("x>20"), 80m)])) with { Better = Better.Lower });
        var step = Steps(plan, [ByScore], _ => null, Person(Me, ("average-response", 22.3m))).Steps[0];
        Assert.Equal((20m, 120m, null), (step.To, step.Pay, step.Counted));
    }

    // 2 % on sales: ¥100 more pay ¥2.
    [Fact]
    public void Commission_goes_by_hundreds_of_yuan()
    {
        var step = Steps(null, [new Commission("c", new("提成", "commission"), new("sales"), CommissionWay.Marginal, [new(Cards.When("x≥0"), 0.02m)])], _ => null, Person(Me, ("sales", 5000m))).Steps[0];
        Assert.Equal((5100m, 2m), (step.To, step.Pay));
    }

    [Fact]
    public void What_cannot_be_said_says_why()
    {
        var ranked = Cards.Metric("received", 30m, new ByRank(RankWithin.Group, Better.Higher, [30m, 20m], 10m));
        var rated = Cards.Rated("attitude", 30m, MissingRater.Redistribute, 5m, new RaterShare("manager", 100m));
        var full = Cards.Metric("consulted", 40m, Cards.OfHundred);
        var said = Steps(Cards.Plan(ranked, rated, full), [ByScore], _ => null, Person(Me, ("received", 5m), ("consulted", 100m)), Person("陈晓", ("received", 9m), ("consulted", 90m)));
        Assert.Equal([("received", NoStep.Compared), ("consulted", NoStep.Nothing), ("", NoStep.ByPeople)], said.Steps.Select(s => (s.Asked, s.Without!.Value)));
        Assert.True(said.ByPlace);
        Assert.Equal(NoStep.NoData, Steps(Cards.Plan(full), [ByScore], _ => null, Person(Me)).Steps[0].Without);
    }

    // Without pay by it the points are what the step gains: 100 × 86 ÷ 100.
    [Fact]
    public void Where_nothing_is_paid_by_it_points_are_said()
    {
        var step = Steps(Cards.Plan(Cards.Metric("consulted", 100m, Cards.OfHundred)), [], _ => null, Person(Me, ("consulted", 85m))).Steps[0];
        Assert.Equal((86m, 0m, 1m), (step.To, step.Pay, step.Score));
    }

    // An award would take a colleague's place: the step says neither how near they are nor what it would bring.
    [Fact]
    public void An_award_by_rank_is_no_part_of_a_step()
    {
        var award = new RankAward("award", default, new("consulted"), Better.Higher, [500m], AwardTies.Each);
        var said = Steps(Cards.Plan(Cards.Metric("consulted", 100m, Cards.OfHundred)), [ByScore, award], _ => null, Person(Me, ("consulted", 85m)), Person("陈晓", ("consulted", 86m)));
        Assert.Equal((90m, 120m), (said.Steps[0].To, said.Steps[0].Pay));
    }
}
