using Heng.App.Features.Plans;
using Heng.Engine.Appraisal;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans;

/// <summary>The course of a scheme's file, by name and stage by stage.</summary>
public sealed class CourseFileTests
{
    private static readonly string Template = TemplateLibrary.Find("s2-office-regulation")!.Yaml;

    private const string Own = """
        course:
          stages:
            - { id: rate, work: rate, by: [self, peer, leader, subordinate, manager, hr], due: { after: period-end, days: 3, working: true } }
            - { id: approve, name: { zh: 老板看, en: The boss looks }, work: approve, by: [manager], due: { after: maturity, days: 2 } }
            - { id: publish, work: publish, by: [hr] }
          shown: [grade, rank]
        """;

    private static PlanFileResult Load(string course)
    {
        Assert.Contains("course: regulation\n", Template, StringComparison.Ordinal);
        return PlanFile.Load(Template.Replace("course: regulation", course, StringComparison.Ordinal), "s2.yaml", Catalogue.Find);
    }

    [Fact]
    public void A_shipped_course_goes_without_the_stages_that_no_plan_of_the_cycle_asks_for()
    {
        var file = Load("course: regulation").Content!;
        Assert.Equal(["collect", "calculate", "self-peer", "leader", "confirm", "review", "approve", "publish", "close"], file.CourseOf(Cycle.Month).Stages.Select(s => s.Id));
        // The quarter rolls up and asks nobody.
        Assert.DoesNotContain(file.CourseOf(Cycle.Quarter).Stages, s => s.Work == StageWork.Rate);
        Assert.Equal(file.CourseOf(Cycle.Month).Stages.Select(s => s.Id), Load("").Content!.CourseOf(Cycle.Month).Stages.Select(s => s.Id));
        Assert.Equal("interview", Load("course: approval-first").Content!.CourseOf(Cycle.Month).Stages[^2].Id);
    }

    [Fact]
    public void Stages_of_its_own_are_read_in_order_with_their_dues()
    {
        var course = Load(Own).Content!.CourseOf(Cycle.Month);
        Assert.Equal([("评分", new Due(DueFrom.PeriodEnd, 3, Working: true)), ("老板看", new(DueFrom.Maturity, 2)), ("公布", null)], course.Stages.Select(s => (s.Name.Zh, s.Due)));
        Assert.Equal(Shown.Grade | Shown.Rank, course.Shown);
    }

    [Theory]
    [InlineData("work: approve", "work: bless", "11:67: work is one of collect, calculate, rate, confirm, review, approve, publish, interview, close")]
    [InlineData("by: [manager]", "by: [boss]", "11:81: by is one of self, peer, leader, manager, subordinate, hr")]
    [InlineData("after: maturity", "after: dinner", "11:105: after is one of period-end, maturity, stage")]
    [InlineData("days: 2", "days: -2", "11:121: days is a whole number from 1")]
    [InlineData("[grade, rank]", "[pay]", "13:11: shown is one of score, grade, rank")]
    [InlineData("by: [hr] }", "by: [leader] }", "12:7: the stage Published is done once for everybody")]
    [InlineData("peer, leader,", "leader,", "9:3: items ask for points of peers, and no stage has them give any")]
    [InlineData("id: publish", "id: approve", "11:7: the stage The boss looks has another's id")]
    public void Each_mistake_is_told_with_its_line_and_column(string text, string by, string said)
    {
        Assert.Contains(text, Own, StringComparison.Ordinal);
        var errors = Load(Own.Replace(text, by, StringComparison.Ordinal)).Errors.Select(e => e.In(english: true)).ToArray();
        Assert.Contains(errors, e => e.StartsWith("s2.yaml:" + said, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_name_is_told_and_a_difference_is_in_words()
    {
        Assert.Contains(Load("course: usual").Errors, e => e.In(english: true).EndsWith("course is one of regulation, approval-first, or stages of its own", StringComparison.Ordinal));
        var change = Assert.Single(PlanDiff.Of(Template, Template.Replace("course: regulation", "course: approval-first", StringComparison.Ordinal)));
        Assert.Equal(("考核流程", "regulation", "approval-first"), (change.Place.Zh, change.Before!.Value.Zh, change.After!.Value.Zh));
    }
}
