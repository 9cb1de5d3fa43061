using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans;

public sealed class PlanLanguageTests
{
    private static PlanFileResult Load(string yaml) => PlanFile.Load(yaml, "rich.yaml", Catalogues.Find);

    private static Plan Read(string yaml)
    {
        var result = Load(yaml);
        Assert.Empty(result.Errors);
        return result.Content!.Plans[0];
    }

    private static Item ItemOf(string id) => Read(RichPlan.Text).Items.Single(i => i.Id == id);

    [Fact]
    public void Every_method_and_source_is_read()
    {
        Assert.Equal(new PerStep(30m, 1m, 15m, 1m, Better.Lower, 0m, 20m), ItemOf("speed").Method);
        Assert.Equal((new FromCounter("论坛发帖", Unit.Times), new ByCount(15m, 30m, false, true)), (ItemOf("posts").Source, ItemOf("posts").Method));
        Assert.Equal(["consulted", "incident/争吵", "error/改错地址"], ((FromCauses)ItemOf("discipline").Source).Causes.Select(c => c.Asked));
        Assert.Equal([null, VoidReach.Card, VoidReach.Dimension], ((FromCauses)ItemOf("discipline").Source).Causes.Select(c => c.Fatal));
        Assert.Equal((new FromQa(QaBy.Person, true), new MinimumSample(null, 5m)), (ItemOf("qa").Source, ItemOf("qa").Sample));
        Assert.Equal((new FromGoals(GoalKind.Task, null, 20m, 30m, 50m), new ByGoal(10m, 5m, 0m)), (ItemOf("goals").Source, ItemOf("goals").Method));
        Assert.Equal((3, true), (((FromRaters)ItemOf("team").Source).PeersAtLeast, ((FromRaters)ItemOf("team").Source).Plain));
        Assert.Equal((-3m, 0m), (((FromSuperior)ItemOf("superior").Source).From, ((FromSuperior)ItemOf("superior").Source).To));
    }

    [Fact]
    public void Bonus_items_are_not_of_the_hundred()
    {
        var plan = Read(RichPlan.Text);
        Assert.Equal((100m, 10m), (plan.TotalWeight, plan.BonusCap));
        Assert.Equal(["extra", "superior"], plan.Items.Where(i => i.Bonus).Select(i => i.Id));
    }

    [Fact]
    public void The_rules_around_the_items_are_read()
    {
        var plan = Read(RichPlan.Text);
        Assert.Equal([(VoidReach.Card, null), (VoidReach.Dimension, "work"), (VoidReach.Item, "qa"), (VoidReach.Card, (string?)null)], plan.Gates.Select(g => (g.Reach, g.Voided)));
        Assert.Equal([new OfAsked("incident/泄露信息"), new OfItem("speed", false), new OfItem("qa", true), (GateSubject)new OfScore()], plan.Gates.Select(g => g.Subject));
        Assert.Equal([new GradeShare("A", 0.3m), new("E", 0.7m)], plan.Forced);
        Assert.Equal([1.2m, 1.3m], [plan.Bars[0].Share, plan.Items.First(i => i.Id == "load").Bars[0].Share]);
        Assert.Equal([MeasureKind.Coaching, MeasureKind.Exit, MeasureKind.Leadership], plan.Consequences.SelectMany(c => c.Steps).Select(s => s.Proposes));
        Assert.Equal((MeasureKind.Coaching, "A"), (plan.Consequences[0].Steps[1].Needs, plan.Consequences[1].Steps[0].LeaderBelow));
    }

    [Theory]
    [InlineData("2026-09-30", false)]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void A_plan_holds_on_its_days_and_on_the_first_and_last_of_them(string day, bool holds) =>
        Assert.Equal(holds, Read(RichPlan.Text).Effective.Holds(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_plan_that_names_a_person_stands_before_one_for_the_position()
    {
        var rich = Load(RichPlan.Text).Content!;
        var other = Load(RichPlan.Text.Replace("s97-rich", "s96-other", StringComparison.Ordinal).Replace("    people: [王雨桐]\n", "", StringComparison.Ordinal)).Content!;
        string? For(string person, DateOnly day) => PlanChoice.Of([other, rich], person, "front-line", day)?.Id;
        Assert.Equal("s97-rich/agent", For("王雨桐", new(2026, 10, 31)));
        Assert.Equal("s96-other/agent", For("李思远", new(2026, 10, 31)));
        Assert.Null(For("王雨桐", new(2027, 1, 31)));
    }

    [Theory]
    [InlineData("to: 2026-12-31", "to: 2026-02-30", "9:40: 2026-02-30 is no date")]
    [InlineData("to: 2026-12-31", "to: 2026-09-30", "9:40: to is not before from")]
    [InlineData("people: [王雨桐]", "people: 王雨桐", "7:13: people is a list")]
    [InlineData("voids: card }", "voids: { item: none } }", "18:", "the plan has no item none")]
    [InlineData("voids: { dimension: work }", "voids: { dimension: none }", "19:", "the plan has no dimension none")]
    [InlineData("voids: { dimension: work }", "voids: all", "19:", "voids is card, { item: ID } or { dimension: ID }")]
    [InlineData("value-of: speed, is", "value-of: speed, metric: sales, is", "19:", "when is one of metric, incident")]
    [InlineData("A: 30%, E: 70%", "A: 30%, E: 60%", "16:", "add up to exactly 100%")]
    [InlineData("A: 30%, E: 70%", "A: 30%, C: 70%", "16:", "unknown key C")]
    [InlineData("[E], proposes: coaching", "[D], proposes: coaching", "26:", "the plan has no grade D")]
    [InlineData("proposes: exit", "proposes: fine", "27:", "proposes is one of coaching")]
    [InlineData("deduct: {}", "qa: {}", "47:", "the source qa and the method qa go together")]
    [InlineData("deduct: {}", "proportional: { target: 3 }", "47:", "the source causes and the method deduct go together")]
    [InlineData("at-most: 30, above: nothing", "at-most: 30", "35:", "at-most and above (full or nothing) are written together")]
    [InlineData("at-most: 30", "at-most: 14", "35:", "at-most is not under at-least")]
    [InlineData("base: 15", "base: 21", "33:", "the base lies between min and max")]
    [InlineData("step: 1,", "step: 0,", "33:", "a step is above 0")]
    [InlineData("met: 10, partly: 5, not: 0", "met: 10, partly: 5", "49:", "not is missing")]
    [InlineData("met: 10", "met: 11", "49:", "points lie between 0 and the item's weight")]
    [InlineData("time: 20", "time: 10", "49:", "the weights add up to 90, not exactly 100")]
    [InlineData("peer: 50, manager: 20", "manager: 70", "50:", "there are no peers among the raters")]
    [InlineData("weight: 0, bonus: true", "weight: 0", "52:", "write bonus: true")]
    [InlineData("from: -3", "from: 3", "52:", "from is the most that is taken")]
    [InlineData("manual: [leader, manager]", "manual: [boss]", "52:", "a rater is one of self")]
    [InlineData("source: { qa: { by: person, pooled: true } }", "source: { cards: { of: score } }", "48:", "this plan's cycle is month")]
    [InlineData("counter: 论坛发帖, unit: times", "counter: 论坛发帖, unit: times, by: reported", "35:", "by belongs to metric")]
    [InlineData("{ incident: 争吵, points: 5", "{ points: 5", "45:", "one of metric, incident and error belongs here")]
    [InlineData("bars: [{ at: 120%", "bars: [{ at: 0%", "11:", "at is above 0")]
    [InlineData("{ at: 130%, name: { zh: 线, en: bar } }", "{ at: 130% }", "34:", "name is missing")]
    public void Each_mistake_is_told_with_its_place(string text, string by, string at, string said = "")
    {
        Assert.Contains(text, RichPlan.Text, StringComparison.Ordinal);
        var errors = Load(RichPlan.Text.Replace(text, by, StringComparison.Ordinal)).Errors.Select(e => e.In(english: true)).ToArray();
        Assert.True(errors.Any(e => e.StartsWith($"rich.yaml:{at}", StringComparison.Ordinal) && e.Contains(said, StringComparison.Ordinal)), string.Join('\n', errors));
    }
}
