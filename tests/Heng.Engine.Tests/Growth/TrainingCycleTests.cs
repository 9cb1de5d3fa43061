using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

/// <summary>A training on 10 November 2026, 14:00 to 15:00, held by 林师傅, planned by 陈静 for 王雨桐 and 李思远. Times are minutes from its beginning.</summary>
public sealed class TrainingCycleTests
{
    private static readonly Instant Start = ShopClock.Shanghai.FromLocal(new(2026, 11, 10, 14, 0, 0));
    private static readonly TrainingPlan Plan = new("退换货话术", Start, Start.Plus(3600), "三楼会议室", "林师傅", ["王雨桐", "李思远"]);
    private static readonly TrainingActor Chen = new("陈静", ["王雨桐", "李思远", "陈静"], false), Lin = new("林师傅", [], false), Wang = new("王雨桐", [], false), Li = new("李思远", [], false), Hr = new("hr", null, true);

    private static Instant At(int minute) => Start.Plus(minute * 60L);
    private static TrainingState Planned => new([TrainingCycle.Decide(null, new PlanTraining(Chen, Plan), At(-1440)).Happens!]);

    private static TrainingState Then(TrainingState state, TrainingCommand command, Instant now)
    {
        var step = TrainingCycle.Decide(state, command, now);
        Assert.True(step.Happens is not null, step.Refused.ToString());
        return new([.. state.Happened, step.Happens]);
    }

    private static TrainingRefusal? Why(TrainingState? state, TrainingCommand command, int minute) => TrainingCycle.Decide(state, command, At(minute)).Refused;

    [Fact]
    public void Each_reason_against_a_plan_is_named()
    {
        TrainingRefusal? Of(TrainingPlan plan, TrainingActor? by = null) => Why(null, new PlanTraining(by ?? Chen, plan), -60);
        Assert.Null(Of(Plan));
        Assert.Equal(TrainingRefusal.RoleMayNot, Of(Plan, Wang));
        Assert.Equal(TrainingRefusal.NotYourGroup, Of(Plan with { Asked = ["王雨桐", "陆明"] }));
        Assert.Null(Of(Plan with { Asked = ["王雨桐", "陆明"] }, Hr));
        Assert.Equal(TrainingRefusal.NameMissing, Of(Plan with { Name = " " }));
        Assert.Equal(TrainingRefusal.TextTooLong, Of(Plan with { Name = new('长', 101) }));
        Assert.Equal(TrainingRefusal.TimesUnclear, Of(Plan with { To = Start }));
        Assert.Null(Of(Plan with { To = Start.Plus(86_400) }));
        Assert.Equal(TrainingRefusal.TimesUnclear, Of(Plan with { To = Start.Plus(86_401) }));
        Assert.Equal(TrainingRefusal.TimeTooFar, Of(Plan with { From = Start.Plus(73 * 365 * 86_400L), To = Start.Plus(73 * 365 * 86_400L + 60) }));
        Assert.Equal(TrainingRefusal.TrainerMissing, Of(Plan with { Trainer = "" }));
        Assert.Equal(TrainingRefusal.TrainerAsked, Of(Plan with { Trainer = "王雨桐" }));
        Assert.Equal(TrainingRefusal.NobodyAsked, Of(Plan with { Asked = [] }));
    }

    [Fact]
    public void Who_cannot_come_says_why_before_it_begins_and_once()
    {
        Assert.Equal(TrainingRefusal.NeedsReason, Why(Planned, new DeclineTraining(Wang, " "), -5));
        Assert.Equal(TrainingRefusal.NotAsked, Why(Planned, new DeclineTraining(Hr, "忙"), -5));
        Assert.Equal(TrainingRefusal.TooLate, Why(Planned, new DeclineTraining(Wang, "忙"), 0));
        var declined = Then(Planned, new DeclineTraining(Wang, "晚班"), Start.Plus(-1));
        Assert.Equal("晚班", declined.DeclinedBy("王雨桐"));
        Assert.Equal(TrainingRefusal.AlreadyDeclined, Why(declined, new DeclineTraining(Wang, "晚班"), -1));
        // To say so is no excuse by itself: whoever holds it marks it.
        Assert.Equal(["王雨桐", "李思远"], declined.Unmarked);
    }

    [Fact]
    public void A_code_lets_in_who_was_asked_while_it_lasts_and_five_minutes_after_the_beginning_is_still_in_time()
    {
        Assert.Equal(TrainingRefusal.NoCode, Why(Planned, new EnterTrainingCode(Wang, "123456"), 0));
        Assert.Equal(TrainingRefusal.RoleMayNot, Why(Planned, new ShowTrainingCode(Wang, "123456", 5), 0));
        Assert.Equal(TrainingRefusal.TooEarly, Why(Planned, new ShowTrainingCode(Lin, "123456", 5), -31));
        Assert.Equal(TrainingRefusal.CodeUnclear, Why(Planned, new ShowTrainingCode(Lin, "12345", 5), 0));
        Assert.Equal(TrainingRefusal.CodeUnclear, Why(Planned, new ShowTrainingCode(Lin, "123456", 31), 0));
        var shown = Then(Planned, new ShowTrainingCode(Lin, "123456", 10), At(0));
        // Shown at 14:00 for 10 minutes: 14:10:00 is the last second.
        Assert.Equal(At(10), shown.Code!.Until);
        Assert.Null(Why(shown, new EnterTrainingCode(Wang, "123456"), 10));
        Assert.Equal(TrainingRefusal.CodeOver, TrainingCycle.Decide(shown, new EnterTrainingCode(Wang, "123456"), At(10).Plus(1)).Refused);
        Assert.Equal(TrainingPresence.Present, Then(shown, new EnterTrainingCode(Wang, "123456"), At(5)).Presence["王雨桐"]);
        Assert.Equal(TrainingPresence.Late, Then(shown, new EnterTrainingCode(Wang, "123456"), At(5).Plus(1)).Presence["王雨桐"]);
        Assert.Equal(TrainingRefusal.NotAsked, Why(shown, new EnterTrainingCode(Hr, "123456"), 1));
        Assert.Equal(TrainingRefusal.AlreadyMarked, Why(Then(shown, new EnterTrainingCode(Wang, "123456"), At(1)), new EnterTrainingCode(Wang, "123456"), 2));
        // A new code ends the one before.
        var again = Then(shown, new ShowTrainingCode(Lin, "654321", 10), At(2));
        Assert.Equal(TrainingRefusal.CodeWrong, Why(again, new EnterTrainingCode(Wang, "123456"), 3));
    }

    [Fact]
    public void Five_wrong_codes_and_the_right_one_does_not_help_any_more()
    {
        var state = Then(Planned, new ShowTrainingCode(Lin, "123456", 30), At(0));
        for (var i = 0; i < 5; i++)
        {
            var step = TrainingCycle.Decide(state, new EnterTrainingCode(Wang, "00000" + i), At(1));
            Assert.Equal(TrainingRefusal.CodeWrong, step.Refused);
            state = new([.. state.Happened, step.Happens!]);
        }
        Assert.Equal(TrainingRefusal.TooManyTries, Why(state, new EnterTrainingCode(Wang, "123456"), 2));
        // A new code begins no new tries, and somebody else's are their own.
        state = Then(state, new ShowTrainingCode(Lin, "777777", 30), At(3));
        Assert.Equal(TrainingRefusal.TooManyTries, Why(state, new EnterTrainingCode(Wang, "777777"), 4));
        Assert.Null(Why(state, new EnterTrainingCode(Li, "777777"), 4));
    }

    [Fact]
    public void Attendance_is_marked_by_who_holds_or_planned_it_and_nobody_marks_themself()
    {
        TrainingMark[] both = [new("王雨桐", TrainingPresence.Present), new("李思远", TrainingPresence.Absent)];
        Assert.Equal(TrainingRefusal.RoleMayNot, Why(Planned, new MarkTraining(Wang, both), 1));
        Assert.Equal(TrainingRefusal.TooEarly, Why(Planned, new MarkTraining(Lin, both), -31));
        Assert.Equal(TrainingRefusal.NothingMarked, Why(Planned, new MarkTraining(Lin, []), 1));
        Assert.Equal(TrainingRefusal.NotAsked, Why(Planned, new MarkTraining(Lin, [new("陆明", TrainingPresence.Present)]), 1));
        Assert.Equal(TrainingRefusal.NotAllMarked, Why(Planned, new EndTraining(Lin), 60));
        var marked = Then(Planned, new MarkTraining(Lin, both), At(1));
        Assert.Equal(TrainingRefusal.UnchangedMark, Why(marked, new MarkTraining(Lin, both), 2));
        Assert.Equal(TrainingRefusal.NotStarted, Why(marked, new EndTraining(Lin), -1));
        Assert.Equal(TrainingRefusal.RoleMayNot, Why(marked, new EndTraining(Wang), 60));

        // A leader who is asked to what she planned leaves her own mark to another.
        var own = new TrainingState([TrainingCycle.Decide(null, new PlanTraining(Chen, Plan with { Asked = ["王雨桐", "陈静"] }), At(-60)).Happens!]);
        Assert.Equal(TrainingRefusal.OwnSeat, Why(own, new MarkTraining(Chen, [new("陈静", TrainingPresence.Present)]), 1));
        Assert.Null(Why(own, new MarkTraining(Lin, [new("陈静", TrainingPresence.Present)]), 1));
        Assert.Equal(TrainingRefusal.OwnSeat, Why(own, new ShowTrainingCode(Chen, "123456", 5), 1));
    }

    [Fact]
    public void The_end_makes_seats_late_has_come_and_excused_has_no_seat()
    {
        // 4 asked: present and late have come, absent has not, excused has no seat: 2 of 3.
        TrainingMark[] marks = [new("甲", TrainingPresence.Present), new("乙", TrainingPresence.Late), new("丙", TrainingPresence.Absent), new("丁", TrainingPresence.Excused)];
        DateOnly day = new(2026, 11, 10);
        Assert.Equal([new("退换货话术", "甲", true), new("退换货话术", "乙", true), new("退换货话术", "丙", false)],
            TrainingState.Seats(Plan, marks).Select(s => (s.Course, s.Agent, s.Attended)).ToArray());
        Assert.All(TrainingState.Seats(Plan, marks), s => Assert.Equal(day, s.Day));
    }

    [Fact]
    public void After_the_end_a_mark_is_corrected_with_a_reason_and_never_taken_back_to_none()
    {
        var ended = Then(Then(Planned, new MarkTraining(Lin, [new("王雨桐", TrainingPresence.Absent), new("李思远", TrainingPresence.Present)]), At(1)), new EndTraining(Lin), At(60));
        Assert.Equal(TrainingStage.Ended, ended.Stage);
        Assert.Equal(TrainingRefusal.NeedsReason, Why(ended, new MarkTraining(Lin, [new("王雨桐", TrainingPresence.Present)]), 61));
        Assert.Equal(TrainingRefusal.SeatIsKept, Why(ended, new MarkTraining(Lin, [new("王雨桐", TrainingPresence.Excused)], "请假"), 61));
        Assert.Equal(TrainingPresence.Present, Then(ended, new MarkTraining(Lin, [new("王雨桐", TrainingPresence.Present)], "签到表漏了"), At(61)).Presence["王雨桐"]);
        Assert.Equal(TrainingRefusal.AlreadyEnded, Why(ended, new EndTraining(Lin), 61));
        Assert.Equal(TrainingRefusal.AlreadyEnded, Why(ended, new PlanTraining(Chen, Plan), 61));
        Assert.Equal(TrainingRefusal.AlreadyEnded, Why(ended, new EnterTrainingCode(Wang, "1"), 61));
    }

    [Fact]
    public void Who_planned_it_changes_it_or_calls_it_off_with_a_reason()
    {
        var moved = Then(Planned, new PlanTraining(Chen, Plan with { Asked = ["李思远"] }), At(-10));
        Assert.Equal(["李思远"], moved.Plan.Asked);
        Assert.Equal(TrainingRefusal.RoleMayNot, Why(Planned, new PlanTraining(new("周组长", ["王雨桐", "李思远"], false), Plan), -10));
        Assert.Equal(TrainingRefusal.NeedsReason, Why(Planned, new CallOffTraining(Chen, ""), -10));
        Assert.Equal(TrainingRefusal.RoleMayNot, Why(Planned, new CallOffTraining(Lin, "x"), -10));
        var off = Then(Planned, new CallOffTraining(Hr, "讲师生病"), At(-10));
        Assert.Equal(TrainingStage.CalledOff, off.Stage);
        Assert.Equal(TrainingRefusal.CalledOff, Why(off, new MarkTraining(Lin, [new("王雨桐", TrainingPresence.Present)]), 1));
        Assert.Equal(TrainingRefusal.CalledOff, Why(off, new PlanTraining(Chen, Plan), 1));
    }
}
