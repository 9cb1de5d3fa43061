using Heng.Engine.Appraisal;
using Heng.Engine.Duty;
using Heng.Engine.Explanation;

namespace Heng.Engine.Tests.Appraisal;

public sealed class CourseTests
{
    private static readonly DueDays October = new(new(2026, 10, 31), new(2026, 11, 15), new(2026, 11, 16));

    private static Stage Of(string id, StageWork work, params string[] by) => new(id, new Wording(id, id), work, by);

    [Fact]
    public void The_shipped_courses_can_be_gone()
    {
        foreach (var course in new[] { Course.Regulation, Course.ApprovalFirst })
            Assert.Empty(course.For(["self", "leader"]).Findings(["self", "leader"]));
    }

    [Fact]
    public void What_nobody_is_asked_for_has_no_stage()
    {
        Assert.DoesNotContain(Course.Regulation.For(["leader"]).Stages, s => s.Id == "self-peer");
        Assert.Equal(["self"], Course.Regulation.For(["self", "leader"]).Stages.Single(s => s.Id == "self-peer").By);
    }

    [Theory]
    [InlineData(CourseFault.RaterWithoutStage, "peer")]
    [InlineData(CourseFault.StageTwice, "rate")]
    [InlineData(CourseFault.NobodyFills, "empty")]
    [InlineData(CourseFault.UnknownFiller, "uncle")]
    [InlineData(CourseFault.CloseIsNotLast, "close")]
    [InlineData(CourseFault.ApprovedAfterPublishing, "late")]
    [InlineData(CourseFault.RatedAfterPublishing, "rate")]
    [InlineData(CourseFault.StageWithoutItem, "idle")]
    public void Each_fault_is_found_by_name(CourseFault fault, string about)
    {
        Course course = new(
        [
            Of("rate", StageWork.Rate, "leader"), Of("empty", StageWork.Confirm), Of("close", StageWork.Close, "hr"), Of("publish", StageWork.Publish, "hr"),
            Of("late", StageWork.Approve, "uncle"), Of("rate", StageWork.Rate, "leader"), Of("idle", StageWork.Rate, "hr"),
        ]);
        Assert.Contains(new(fault, about), course.Findings(["leader", "peer"]));
    }

    [Fact]
    public void A_course_without_stages_or_without_publishing_is_named()
    {
        Assert.Equal([new(CourseFault.NoStage, "")], new Course([]).Findings([]));
        Assert.Equal([new(CourseFault.NothingIsPublished, "")], new Course([Of("close", StageWork.Close, "hr")]).Findings([]));
    }

    // "Before the 3rd": 3 days after the period's end. 16 November 2026 is a Monday: 3 working days later is Thursday the 19th; 5 are Monday the 23rd, over the weekend.
    [Theory]
    [InlineData(DueFrom.PeriodEnd, 3, false, "2026-11-03")]
    [InlineData(DueFrom.Maturity, 0, false, "2026-11-15")]
    [InlineData(DueFrom.Maturity, 2, false, "2026-11-17")]
    [InlineData(DueFrom.StageBegan, 3, true, "2026-11-19")]
    [InlineData(DueFrom.StageBegan, 5, true, "2026-11-23")]
    public void The_last_day_is_counted_from_the_day_that_the_plan_names(DueFrom from, int days, bool working, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), new Due(from, days, working).LastDay(October, WorkCalendar.China));

    // The National Day holiday of 2026 is 1 to 7 October, and Saturday the 10th is worked: 2 working days after 30 September are Thursday the 8th and Friday the 9th, the third is the 10th.
    [Theory]
    [InlineData(2, "2026-10-09")]
    [InlineData(3, "2026-10-10")]
    public void Working_days_are_the_calendars(int days, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), new Due(DueFrom.StageBegan, days, Working: true).LastDay(October with { StageBegan = new(2026, 9, 30) }, WorkCalendar.China));

    [Theory]
    [InlineData("2026-11-16", false)]
    [InlineData("2026-11-17", true)]
    [InlineData("2026-11-18", false)]
    [InlineData("2026-11-19", true)]
    [InlineData("2026-11-20", false)]
    [InlineData("2026-11-21", true)]
    public void People_are_reminded_before_on_and_after_the_last_day(string today, bool reminded) =>
        Assert.Equal(reminded, new ReminderSettings(DaysBefore: 2, EveryDaysLate: 2).Reminds(new(2026, 11, 19), DateOnly.Parse(today, null)));
}
