using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

/// <summary>王雨桐's plan with her leader 陈静, written on the 2nd of November 2026.</summary>
public sealed class ImprovementTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly ImprovementActor Wang = new("王雨桐", false, false), Chen = new("陈静", true, false), Hr = new("人事", false, true), Boss = new("店长", false, true), Li = new("李思远", false, false);
    private static readonly ImprovementHappening Text = new(ImprovementEvent.Written, "", new(1))
    {
        Person = "王雨桐", Group = "一组", Goal = "响应快起来", Metric = "average-response", From = 60m, To = 30m,
        Steps = [new("整理话术", "王雨桐", new(2026, 11, 10)), new("旁听一次", "陈静", new(2026, 11, 20))],
    };

    private static ImprovementState Does(ImprovementState? state, ImprovementActor by, ImprovementHappening asks) => new([.. state?.Happened ?? [], Done(ImprovementCycle.Decide(state, by, asks, Today))]);
    private static ImprovementHappening Done(ImprovementStep step) => step.Refused is null ? step.Happens! : throw new InvalidOperationException($"{step.Refused}");
    private static ImprovementRefusal? Refused(ImprovementState? state, ImprovementActor by, ImprovementHappening asks) => ImprovementCycle.Decide(state, by, asks, Today).Refused;
    private static ImprovementHappening Act(ImprovementEvent what, int? step = null, string? note = null) => new(what, "", new(2)) { Step = step, Note = note };
    private static ImprovementState Running => Does(Does(null, Chen, Text), Wang, Act(ImprovementEvent.Agreed));

    [Fact]
    public void It_runs_once_the_person_and_who_leads_have_agreed_and_a_changed_text_needs_both_again()
    {
        var written = Does(null, Chen, Text);
        Assert.Equal(ImprovementStage.Proposed, written.Stage);
        Assert.Equal(ImprovementRefusal.AlreadyAgreed, Refused(written, Chen, Act(ImprovementEvent.Agreed)));
        Assert.Equal(ImprovementRefusal.RoleMayNot, Refused(written, Li, Act(ImprovementEvent.Agreed)));
        // Another who leads is not the person.
        Assert.Equal(ImprovementStage.Proposed, Does(written, Hr, Act(ImprovementEvent.Agreed)).Stage);
        Assert.Equal(ImprovementStage.Running, Does(written, Wang, Act(ImprovementEvent.Agreed)).Stage);

        var changed = Does(written, Wang, Text with { To = 40m });
        Assert.Equal((ImprovementStage.Proposed, "王雨桐"), (changed.Stage, string.Join(' ', changed.AgreedBy)));
        Assert.Equal(ImprovementStage.Running, Does(changed, Chen, Act(ImprovementEvent.Agreed)).Stage);
        Assert.Equal(ImprovementRefusal.AlreadyRunning, Refused(Running, Chen, Text));
    }

    [Fact]
    public void A_teams_plan_needs_two_of_whom_one_is_HR_or_the_manager()
    {
        var team = Does(null, Chen, Text with { Person = null });
        Assert.Equal(ImprovementRefusal.RoleMayNot, Refused(team, Wang, Act(ImprovementEvent.Agreed)));
        Assert.Equal(ImprovementStage.Proposed, Does(team, new("周主管", true, false), Act(ImprovementEvent.Agreed)).Stage);
        Assert.Equal(ImprovementStage.Running, Does(team, Hr, Act(ImprovementEvent.Agreed)).Stage);
        Assert.Equal(ImprovementStage.Running, Does(Does(null, Hr, Text with { Person = null }), Chen, Act(ImprovementEvent.Agreed)).Stage);
    }

    [Fact]
    public void What_both_signed_in_an_interview_runs_at_once_and_one_signature_does_not()
    {
        Assert.Equal(ImprovementStage.Running, Does(null, Chen, Text with { AgreedBy = ["陈静", "王雨桐"] }).Stage);
        Assert.Equal(ImprovementStage.Proposed, Does(null, Chen, Text with { AgreedBy = ["陈静"] }).Stage);
    }

    [Fact]
    public void Steps_are_settled_by_who_does_them_or_who_leads_once_and_moved_with_a_reason()
    {
        Assert.Equal(ImprovementRefusal.NotRunning, Refused(Does(null, Chen, Text), Chen, Act(ImprovementEvent.StepDone, 0)));
        Assert.Equal(ImprovementRefusal.NotYours, Refused(Running, Wang, Act(ImprovementEvent.StepDone, 1)));
        Assert.Equal(ImprovementRefusal.UnknownStep, Refused(Running, Chen, Act(ImprovementEvent.StepDone, 2)));
        Assert.Equal(ImprovementRefusal.NeedsReason, Refused(Running, Wang, Act(ImprovementEvent.StepNotDone, 0)));
        Assert.Equal(ImprovementRefusal.NeedsDay, Refused(Running, Wang, Act(ImprovementEvent.StepMoved, 0, "病假")));
        Assert.Equal(ImprovementRefusal.DayTooEarly, Refused(Running, Wang, Act(ImprovementEvent.StepMoved, 0, "病假") with { Day = Today.AddDays(-1) }));
        Assert.Equal(ImprovementRefusal.NeedsReason, Refused(Running, Wang, Act(ImprovementEvent.StepMoved, 0) with { Day = Today }));
        Assert.Null(Refused(Running, Wang, Act(ImprovementEvent.StepMoved, 0, "病假") with { Day = new(2028, 11, 2) }));
        Assert.Equal(ImprovementRefusal.DayTooLate, Refused(Running, Wang, Act(ImprovementEvent.StepMoved, 0, "病假") with { Day = new(2028, 11, 3) }));
        var moved = Does(Running, Wang, Act(ImprovementEvent.StepMoved, 0, "病假") with { Day = new(2026, 11, 15) });
        Assert.Equal((new DateOnly(2026, 11, 15), (bool?)null), (moved.Steps[0].By, moved.Steps[0].Done));
        var done = Does(moved, Wang, Act(ImprovementEvent.StepDone, 0));
        Assert.True(done.Steps[0].Done);
        Assert.Equal(ImprovementRefusal.StepSettled, Refused(done, Chen, Act(ImprovementEvent.StepNotDone, 0, "没做")));
    }

    [Fact]
    public void It_is_closed_by_who_leads_with_a_result_and_what_was_learned_once_no_step_is_open()
    {
        var close = Act(ImprovementEvent.Closed, note: "话术有用") with { Result = ImprovementResult.Partly };
        var one = Does(Running, Wang, Act(ImprovementEvent.StepDone, 0));
        Assert.Equal(ImprovementRefusal.StepsOpen, Refused(one, Chen, close));
        var settled = Does(one, Chen, Act(ImprovementEvent.StepNotDone, 1, "没有排到"));
        Assert.Equal(ImprovementRefusal.RoleMayNot, Refused(settled, Wang, close));
        Assert.Equal(ImprovementRefusal.NeedsResult, Refused(settled, Chen, close with { Result = null }));
        Assert.Equal(ImprovementRefusal.NeedsReason, Refused(settled, Chen, close with { Note = " " }));
        var closed = Does(settled, Chen, close);
        Assert.Equal((ImprovementStage.Closed, (ImprovementResult?)ImprovementResult.Partly), (closed.Stage, closed.Close!.Result));
        Assert.Equal(ImprovementRefusal.AlreadyOver, Refused(closed, Chen, Act(ImprovementEvent.CheckedIn, note: "再看")));
    }

    [Fact]
    public void Each_reason_against_a_text_is_named()
    {
        Assert.Equal(ImprovementRefusal.RoleMayNot, Refused(null, Li, Text));
        Assert.Null(Refused(null, Wang, Text));
        Assert.Equal(ImprovementRefusal.NeedsGoal, Refused(null, Chen, Text with { Goal = " " }));
        Assert.Equal(ImprovementRefusal.TargetUnclear, Refused(null, Chen, Text with { To = null }));
        Assert.Equal(ImprovementRefusal.TargetUnclear, Refused(null, Chen, Text with { To = 60m }));
        Assert.Equal(ImprovementRefusal.TargetUnclear, Refused(null, Chen, Text with { Metric = null }));
        Assert.Null(Refused(null, Chen, Text with { Metric = null, From = null, To = null }));
        Assert.Equal(ImprovementRefusal.StepsUnclear, Refused(null, Chen, Text with { Steps = [] }));
        Assert.Equal(ImprovementRefusal.StepsUnclear, Refused(null, Chen, Text with { Steps = [new("x", "王雨桐", Today.AddDays(-1))] }));
        Assert.Null(Refused(null, Chen, Text with { Steps = [new("x", "王雨桐", Today)] }));
        Assert.Equal(ImprovementRefusal.StepsUnclear, Refused(null, Chen, Text with { Steps = [new("x", " ", Today)] }));
        // Two years from the 2nd of November 2026, and a day more.
        Assert.Null(Refused(null, Chen, Text with { Steps = [new("x", "王雨桐", new(2028, 11, 2))] }));
        Assert.Equal(ImprovementRefusal.DayTooLate, Refused(null, Chen, Text with { Steps = [new("x", "王雨桐", new(2028, 11, 3))] }));
        Assert.Null(Refused(null, Chen, Text with { AgreedBy = ["陈静", "王雨桐"], Steps = [new("x", "王雨桐", new(2028, 11, 3))] }));
        Assert.Equal(ImprovementRefusal.TextTooLong, Refused(null, Chen, Text with { Goal = new('长', 201) }));
        Assert.Equal(ImprovementRefusal.TextTooLong, Refused(null, Chen, Text with { Steps = [.. Enumerable.Repeat(new PlannedStep("x", "y", Today), 11)] }));
        Assert.Equal(ImprovementRefusal.NeedsReason, Refused(Does(null, Chen, Text), Wang, Act(ImprovementEvent.Withdrawn)));
        Assert.Equal(ImprovementRefusal.AlreadyRunning, Refused(Running, Boss, Act(ImprovementEvent.Withdrawn, note: "不要了")));
    }

    [Theory]
    [InlineData(7, "")]          // due on the 10th: three days before nobody is told
    [InlineData(8, "0")]
    [InlineData(10, "0")]
    [InlineData(11, "0 late")]
    [InlineData(18, "0 late,1")] // the second is due on the 20th
    public void A_step_is_reminded_of_from_two_days_before_and_late_from_the_day_after(int day, string told) =>
        Assert.Equal(told, string.Join(',', StepReminders.Of(Running, new(2026, 11, day)).Select(r => $"{r.Step.At}{(r.Late ? " late" : "")}")));

    [Fact]
    public void What_is_settled_or_not_yet_agreed_is_not_reminded_of()
    {
        Assert.Empty(StepReminders.Of(Does(Running, Wang, Act(ImprovementEvent.StepDone, 0)), new(2026, 11, 12)));
        Assert.Empty(StepReminders.Of(Does(null, Chen, Text), new(2026, 11, 12)));
    }
}
