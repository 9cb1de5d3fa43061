using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Interval = Heng.Engine.Scoring.Interval;
using static Heng.Engine.Tests.Scoring.Lint.Linted;

namespace Heng.Engine.Tests.Scoring.Lint;

/// <summary>The linter over vetoes, bonus, causes, goals and consequences.</summary>
public sealed class RuleLintTests
{
    private static readonly Plan Graded = Plan(Item("consulted", Cards.OfHundred)) with
    {
        Grades = [new("A", Interval.Parse("x≥80")!), new("D", Interval.Parse("60≤x<80")!), new("E", Interval.Parse("x<60")!)],
    };

    private static Consequence Rule(string id, params (string Grade, MeasureKind Proposes)[] steps) =>
        new(id, new(id, id), [.. steps.Select(s => new LadderStep([s.Grade], null, s.Proposes))]);

    private static string[] With(params Consequence[] rules) => Of(Graded with { Consequences = rules });

    [Fact]
    public void Ladders_that_look_at_different_grades_or_agree_are_well_formed()
    {
        Assert.Empty(With(Rule("bad", ("E", MeasureKind.Coaching), ("E", MeasureKind.Warning), ("E", MeasureKind.Exit)), Rule("good", ("A", MeasureKind.Award))));
        Assert.Empty(With(Rule("bad", ("E", MeasureKind.Coaching)), Rule("worse", ("E", MeasureKind.Warning))));
    }

    [Fact]
    public void The_same_row_of_cards_rewarded_by_one_and_sanctioned_by_another_contradicts() =>
        Assert.Equal(["consequences-contradict at steps/1"],
            With(Rule("bad", ("D", MeasureKind.Coaching), ("D", MeasureKind.Warning)), Rule("kind", ("D", MeasureKind.Training), ("D", MeasureKind.Promotion))));

    // Three D in a row never climb a ladder that asks for an A in between.
    [Fact]
    public void Rows_that_part_before_never_meet_later() =>
        Assert.Empty(With(Rule("bad", ("D", MeasureKind.Coaching), ("D", MeasureKind.Warning)), Rule("risen", ("E", MeasureKind.Coaching), ("D", MeasureKind.Award))));

    [Fact]
    public void Scores_and_grades_that_overlap_meet() =>
        Assert.Equal(["consequences-contradict at steps/0"], With(Rule("bad", ("D", MeasureKind.Warning)),
            new Consequence("marks", new("marks", "marks"), [new([], Interval.Parse("79≤x<90"), MeasureKind.Award)])));

    [Fact]
    public void A_ladder_grows_no_milder_and_needs_no_measure_that_it_proposes_itself()
    {
        Assert.Equal(["consequences-contradict at steps/1"], With(Rule("odd", ("E", MeasureKind.Exit), ("E", MeasureKind.Coaching))));
        Assert.Equal(["consequences-contradict at steps/0"],
            With(new Consequence("self", new("self", "self"), [new(["E"], null, MeasureKind.Exit) { Needs = MeasureKind.Exit }])));
    }

    [Fact]
    public void A_count_that_gives_nothing_above_its_range_is_said_aloud()
    {
        Assert.Equal(["warning points-not-monotone at count/above"], Of(Item("consulted", new ByCount(10m, 20m, false, true))));
        Assert.Empty(Of(Item("consulted", new ByCount(10m, 20m, true, true))));
    }

    [Fact]
    public void Goals_give_no_less_for_more()
    {
        Item Goal(decimal partly) => Item("x", new ByGoal(100m, partly, 0m)) with { Source = new FromGoals(null, null, 0m, 0m, 100m) };
        Assert.Empty(Of(Goal(40m)));
        Assert.Equal(["points-outside-weight at goal/1", "points-not-monotone at goal/met"], Of(Goal(101m)));
    }

    [Fact]
    public void Steps_on_a_rate_in_whole_percents_clash()
    {
        Assert.Equal(["unit-clash at per-step/start"], Of(Item("reply-rate", new PerStep(95m, 1m, 50m, 10m, Better.Higher, 0m, 100m))));
        Assert.Empty(Of(Item("reply-rate", new PerStep(0.95m, 0.01m, 50m, 10m, Better.Higher, 0m, 100m))));
        // From 99 % there is one step up to 100 %, and 60 points with it.
        Assert.Equal(["range-not-declared at reply-rate/method"], Of(Item("reply-rate", new PerStep(0.99m, 0.01m, 50m, 10m, Better.Higher, 0m, 100m))));
    }

    [Fact]
    public void A_cause_and_an_item_that_count_the_same_lateness_are_the_same_fact_twice()
    {
        var causes = Item("x", Deduct.Instance, 50m, "conduct") with { Source = new FromCauses([new("late", new("迟到", "late"), 2m), new("incident/quarrel", new("争执", "quarrel"), 5m)]) };
        Assert.Equal(["warning fact-punished-twice at items/late"], Of(causes, Item("late", new Linear([new(0m, 50m), new(5m, 0m)]), 50m)));
        Assert.Empty(Of(causes, Item("early", new Linear([new(0m, 50m), new(5m, 0m)]), 50m)));
    }

    // 100 and at most 5 on top of it; a veto may make it 0.
    [Fact]
    public void Bonus_lifts_the_highest_score_as_far_as_its_cap()
    {
        var plan = Plan(Item("consulted", Cards.OfHundred), Item("received", new Proportional(100m, Better.Higher), 20m) with { Bonus = true }) with { BonusCap = 5m };
        Assert.Empty(Of(plan with { PassMark = 105m }));
        Assert.Equal(["pass-unreachable at p/pass"], Of(plan with { PassMark = 105.01m }));
        Assert.Empty(Of(plan with { PassMark = 120m, BonusCap = null }));
    }
}
