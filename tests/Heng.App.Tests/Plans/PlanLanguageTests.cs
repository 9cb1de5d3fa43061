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
    public void A_target_may_differ_by_whom_and_when_it_is_for()
    {
        var aim = ItemOf("load").Method.Aim!;
        Assert.Equal((500m, "consulted"), (aim.Default, aim.Imported));
        Assert.Equal([new(600m) { Person = "王雨桐", Month = new(2026, 11) }, new AimFor(700m) { Group = "一组", Calendar = PromotionDay.Promotion }], aim.By);
        Assert.Equal([new DaySpan(new(2026, 11, 1), new(2026, 11, 11)), new(new(2026, 12, 12), new(2026, 12, 12))], Read(RichPlan.Text).Promotions);
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
        Assert.Equal([MeasureKind.Coaching, MeasureKind.Exit, MeasureKind.Leadership, MeasureKind.Promotion], plan.Consequences.SelectMany(c => c.Steps).Select(s => s.Proposes));
        Assert.Equal((MeasureKind.Coaching, "A"), (plan.Consequences[0].Steps[1].Needs, plan.Consequences[1].Steps[0].LeaderBelow));
        Assert.Equal((new LadderBar(null, plan.Bars[0]), 1, 3), plan.Consequences[1].Steps[1] is var best ? (best.Bar, best.Rank, best.InARow) : default);
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
    [InlineData("to: 2026-12-31", "to: 2026-02-30", "10:40: 2026-02-30 is no date")]
    [InlineData("to: 2026-12-31", "to: 2026-09-30", "10:40: to is not before from")]
    [InlineData("people: [王雨桐]", "people: 王雨桐", "8:13: people is a list")]
    [InlineData("voids: card }", "voids: { item: none } }", "19:", "the plan has no item none")]
    [InlineData("voids: { dimension: work }", "voids: { dimension: none }", "20:", "the plan has no dimension none")]
    [InlineData("voids: { dimension: work }", "voids: all", "20:", "voids is card, { item: ID } or { dimension: ID }")]
    [InlineData("value-of: speed, is", "value-of: speed, metric: sales, is", "20:", "when is one of metric, incident")]
    [InlineData("A: 30%, E: 70%", "A: 30%, E: 60%", "17:", "add up to exactly 100%")]
    [InlineData("A: 30%, E: 70%", "A: 30%, C: 70%", "17:", "unknown key C")]
    [InlineData("[E], proposes: coaching", "[D], proposes: coaching", "27:", "the plan has no grade D")]
    [InlineData("proposes: exit", "proposes: fine", "28:", "proposes is one of coaching")]
    [InlineData("bar: card, at: 120%", "bar: card, at: 110%", "29:", "card has no such bar")]
    [InlineData("bar: card, at: 120%", "bar: load, at: 120%", "29:", "load has no such bar")]
    [InlineData("bar: card, at: 120%", "bar: card", "29:", "bar and at stand together")]
    [InlineData("in-a-row: 3", "in-a-row: 13", "29:", "in-a-row is at most 12")]
    [InlineData("grades: [A], rank: 1", "rank: 0", "29:", "rank is a whole number from 1")]
    [InlineData("deduct: {}", "qa: {}", "48:", "the source qa and the method qa go together")]
    [InlineData("deduct: {}", "proportional: { target: 3 }", "48:", "the source causes and the method deduct go together")]
    [InlineData("at-most: 30, above: nothing", "at-most: 30", "36:", "at-most and above (full or nothing) are written together")]
    [InlineData("at-most: 30", "at-most: 14", "36:", "at-most is not under at-least")]
    [InlineData("base: 15", "base: 21", "34:", "the base lies between min and max")]
    [InlineData("step: 1,", "step: 0,", "34:", "a step is above 0")]
    [InlineData("met: 10, partly: 5, not: 0", "met: 10, partly: 5", "50:", "not is missing")]
    [InlineData("met: 10", "met: 11", "50:", "points lie between 0 and the item's weight")]
    [InlineData("time: 20", "time: 10", "50:", "the weights add up to 90, not exactly 100")]
    [InlineData("peer: 50, manager: 20", "manager: 70", "51:", "there are no peers among the raters")]
    [InlineData("weight: 0, bonus: true", "weight: 0", "53:", "write bonus: true")]
    [InlineData("from: -3", "from: 3", "53:", "from is the most that is taken")]
    [InlineData("manual: [leader, manager]", "manual: [boss]", "53:", "a rater is one of self")]
    [InlineData("source: { qa: { by: person, pooled: true } }", "source: { cards: { of: score } }", "49:", "this plan's cycle is month")]
    [InlineData("counter: 论坛发帖, unit: times", "counter: 论坛发帖, unit: times, by: reported", "36:", "by belongs to metric")]
    [InlineData("{ incident: 争吵, points: 5", "{ points: 5", "46:", "one of metric, incident, error and finding belongs here")]
    [InlineData("month: 2026-11, is", "month: 2026-13, is", "35:", "2026-13 is no month")]
    [InlineData("calendar: B", "calendar: C", "35:", "calendar is one of A, B")]
    [InlineData("group: 一组, calendar: B, is: 700", "is: 700", "35:", "a row names at least one of person")]
    [InlineData("group: 一组, calendar: B, is: 700", "month: 2026-11, person: 王雨桐, is: 7", "35:", "the same conditions stand twice")]
    [InlineData("calendar: B, is: 700", "calendar: B, is: 0", "35:", "the target is above 0")]
    [InlineData("default: 500, from: targets", "from: elsewhere", "35:", "from is one of targets")]
    [InlineData("to: 2026-11-11", "to: 2026-10-11", "4:", "to is not before from")]
    [InlineData("2026-12-12", "2026-12-32", "4:", "2026-12-32 is no date")]
    [InlineData("bars: [{ at: 120%", "bars: [{ at: 0%", "12:", "at is above 0")]
    [InlineData("{ at: 130%, name: { zh: 线, en: bar } }", "{ at: 130% }", "35:", "name is missing")]
    public void Each_mistake_is_told_with_its_place(string text, string by, string at, string said = "")
    {
        Assert.Contains(text, RichPlan.Text, StringComparison.Ordinal);
        var errors = Load(RichPlan.Text.Replace(text, by, StringComparison.Ordinal)).Errors.Select(e => e.In(english: true)).ToArray();
        Assert.True(errors.Any(e => e.StartsWith($"rich.yaml:{at}", StringComparison.Ordinal) && e.Contains(said, StringComparison.Ordinal)), string.Join('\n', errors));
    }
}
