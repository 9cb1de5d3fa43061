using System.Globalization;
using Heng.Engine.Growth;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Growth;

/// <summary>新新 joins 一组 on the 2nd of November 2026 and is trained by 老周; it is the 5th.</summary>
public sealed class OnboardingTests
{
    private static readonly DateOnly Today = new(2026, 11, 5);
    private static readonly OnboardingActor Hr = new("人事", true), New = new("新新", false), Zhou = new("老周", false), Old = new("老吴", false);
    private static readonly OnboardingHappening Begin = new(OnboardingEvent.Started, "", new(1))
    {
        Trainee = "新新", Mentor = "老周", Group = "一组", From = new(2026, 11, 2),
        Plan = new(new("新人", "New"), [new(1, new("账号", "Accounts"), false), new(7, new("考试", "Exam"), true)]),
    };

    private static OnboardingHappening Act(OnboardingEvent what, int? step = null, string? note = null) => new(what, "", new(2)) { Step = step, Note = note };
    private static OnboardingHappening End(OnboardingResult? result, string? note = "看表现") => Act(OnboardingEvent.Ended, note: note) with { Result = result };
    private static OnboardingHappening Extend(DateOnly? until, string? note = "再看看") => Act(OnboardingEvent.Extended, note: note) with { Until = until };
    private static OnboardingState Does(OnboardingState? state, OnboardingActor by, OnboardingHappening asks) =>
        new([.. state?.Happened ?? [], OnboardingCycle.Decide(state, by, asks, Today) is { Refused: null } step ? step.Happens! : throw new InvalidOperationException()]);
    private static OnboardingRefusal? Refused(OnboardingState? state, OnboardingActor by, OnboardingHappening asks) => OnboardingCycle.Decide(state, by, asks, Today).Refused;
    private static OnboardingState Begun => Does(null, Hr, Begin);

    [Fact]
    public void Every_step_is_ticked_by_both_and_then_the_result_is_waited_for()
    {
        // The first day is day 1: the 7th day from the 2nd is the 8th.
        Assert.Equal([new DateOnly(2026, 11, 2), new(2026, 11, 8)], Begun.Steps.Select(s => s.Due));
        var half = Does(Does(Begun, Zhou, Act(OnboardingEvent.Ticked, 0)), New, Act(OnboardingEvent.Ticked, 1));
        Assert.All(half.Steps, s => Assert.False(s.IsSettled));
        Assert.Equal(OnboardingRefusal.AlreadyTicked, Refused(half, Zhou, Act(OnboardingEvent.Ticked, 0)));
        Assert.Equal(OnboardingRefusal.NotYours, Refused(half, Hr, Act(OnboardingEvent.Ticked, 0)));
        Assert.Equal(OnboardingRefusal.UnknownStep, Refused(half, New, Act(OnboardingEvent.Ticked, 2)));
        var first = Does(half, New, Act(OnboardingEvent.Ticked, 0));
        Assert.Equal((true, OnboardingStage.Running), (first.Steps[0].IsSettled, first.Stage));
        Assert.Equal(OnboardingRefusal.StepsOpen, Refused(first, Hr, End(OnboardingResult.Passed)));
        var ready = Does(first, Zhou, Act(OnboardingEvent.Ticked, 1));
        Assert.Equal(OnboardingStage.Ready, ready.Stage);
        Assert.Equal(OnboardingRefusal.RoleMayNot, Refused(ready, Zhou, End(OnboardingResult.Passed)));
        var passed = Does(ready, Hr, End(OnboardingResult.Passed));
        Assert.Equal((OnboardingStage.Ended, OnboardingResult.Passed), (passed.Stage, passed.End!.Result!.Value));
        Assert.Equal(OnboardingRefusal.AlreadyOver, Refused(passed, Hr, End(OnboardingResult.NotPassed)));
    }

    [Fact]
    public void A_new_mentor_ticks_from_then_on_and_what_was_ticked_stays()
    {
        var ticked = Does(Begun, Zhou, Act(OnboardingEvent.Ticked, 0));
        Assert.Equal(OnboardingRefusal.SameMentor, Refused(ticked, Hr, Act(OnboardingEvent.MentorChanged) with { Mentor = "老周" }));
        var changed = Does(ticked, Hr, Act(OnboardingEvent.MentorChanged) with { Mentor = "老吴" });
        Assert.Equal("老吴", changed.Mentor);
        Assert.NotNull(changed.Steps[0].Mentor);
        Assert.Equal(OnboardingRefusal.NotYours, Refused(changed, Zhou, Act(OnboardingEvent.Ticked, 1)));
        Assert.Null(Refused(changed, Old, Act(OnboardingEvent.Ticked, 1)));
    }

    [Fact]
    public void A_waived_step_is_settled_without_ticks()
    {
        Assert.Equal(OnboardingRefusal.NeedsReason, Refused(Begun, Hr, Act(OnboardingEvent.Waived, 0)));
        Assert.Equal(OnboardingRefusal.RoleMayNot, Refused(Begun, Zhou, Act(OnboardingEvent.Waived, 0, "做过")));
        var waived = Does(Begun, Hr, Act(OnboardingEvent.Waived, 0, "做过"));
        Assert.True(waived.Steps[0].IsSettled);
        Assert.Equal(OnboardingRefusal.StepWaived, Refused(waived, Zhou, Act(OnboardingEvent.Ticked, 0)));
        Assert.Equal(OnboardingStage.Ready, Does(waived, Hr, Act(OnboardingEvent.Waived, 1, "做过")).Stage);
    }

    [Fact]
    public void An_extension_moves_what_is_open_to_its_day_and_leaves_what_was_settled()
    {
        var ticked = Does(Does(Begun, Zhou, Act(OnboardingEvent.Ticked, 0)), New, Act(OnboardingEvent.Ticked, 0));
        Assert.Equal(OnboardingRefusal.NeedsDay, Refused(ticked, Hr, Extend(null)));
        // The last step is due on the 8th.
        Assert.Equal(OnboardingRefusal.DayUnclear, Refused(ticked, Hr, Extend(new(2026, 11, 8))));
        Assert.Equal(OnboardingRefusal.NeedsReason, Refused(ticked, Hr, Extend(new(2026, 11, 9), " ")));
        // 365 days from the 5th of November 2026 is the 5th of November 2027.
        Assert.Null(Refused(ticked, Hr, Extend(new(2027, 11, 5))));
        Assert.Equal(OnboardingRefusal.DayUnclear, Refused(ticked, Hr, Extend(new(2027, 11, 6))));
        var extended = Does(ticked, Hr, Extend(new(2026, 11, 20)));
        Assert.Equal([new DateOnly(2026, 11, 2), new(2026, 11, 20)], extended.Steps.Select(s => s.Due));
        var done = Does(Does(extended, Zhou, Act(OnboardingEvent.Ticked, 1)), New, Act(OnboardingEvent.Ticked, 1));
        var again = Does(done, Hr, Extend(new(2026, 12, 1)));
        Assert.Equal([new DateOnly(2026, 11, 2), new(2026, 11, 20)], again.Steps.Select(s => s.Due));
    }

    [Fact]
    public void Each_reason_against_a_start_or_an_end_is_named()
    {
        Assert.Equal(OnboardingRefusal.RoleMayNot, Refused(null, Zhou, Begin));
        Assert.Equal(OnboardingRefusal.RoleMayNot, Refused(null, new("新新", true), Begin));
        Assert.Equal(OnboardingRefusal.NeedsMentor, Refused(null, Hr, Begin with { Mentor = " " }));
        Assert.Equal(OnboardingRefusal.MentorIsTrainee, Refused(null, Hr, Begin with { Mentor = "新新" }));
        Assert.Equal(OnboardingRefusal.NoSteps, Refused(null, Hr, Begin with { Plan = new(new("空", "none"), []) }));
        Assert.Equal(OnboardingRefusal.NeedsResult, Refused(Begun, Hr, End(null)));
        Assert.Equal(OnboardingRefusal.NeedsReason, Refused(Begun, Hr, End(OnboardingResult.NotPassed, null)));
        Assert.Null(Refused(Begun, Hr, End(OnboardingResult.NotPassed, new('长', 500))));
        Assert.Equal(OnboardingRefusal.NoteTooLong, Refused(Begun, Hr, End(OnboardingResult.NotPassed, new('长', 501))));
        Assert.Equal(OnboardingStage.Ended, Does(Begun, Hr, End(OnboardingResult.NotPassed, "离职")).Stage);
    }

    [Theory]
    [InlineData("2026-11-02", true)]
    [InlineData("2026-10-04", true)]    // the 30th day
    [InlineData("2026-10-03", false)]
    [InlineData("2026-11-03", false)]   // not here yet
    public void Who_joined_within_thirty_days_is_proposed(string joined, bool proposed) =>
        Assert.Equal(proposed, OnboardingCycle.IsProposed(DateOnly.Parse(joined, CultureInfo.InvariantCulture), new(2026, 11, 2)));

    [Fact]
    public void Who_has_not_ticked_is_told_the_day_before_and_when_it_is_late()
    {
        var ticked = Does(Begun, Zhou, Act(OnboardingEvent.Ticked, 0));
        string Told(int day) => string.Join(' ', OnboardingReminders.Of(ticked, new(2026, 11, day)).Select(t => $"{t.Step.At}{(t.Late ? "late" : "due")}:{string.Join('+', t.To)}"));
        // Step 0 is due on the 2nd and waits for the trainee alone; step 1 on the 8th for both.
        Assert.Equal(("0due:新新", "0late:新新"), (Told(2), Told(3)));
        Assert.Equal(("0late:新新", "0late:新新 1due:新新+老周", "0late:新新 1due:新新+老周", "0late:新新 1late:新新+老周"), (Told(6), Told(7), Told(8), Told(9)));
        Assert.Empty(OnboardingReminders.Of(Does(ticked, Hr, End(OnboardingResult.NotPassed)), new(2026, 11, 9)));
        Assert.Equal([0], ticked.Late(new(2026, 11, 8)).Select(s => s.At));
        Assert.Equal([0, 1], ticked.Late(new(2026, 11, 9)).Select(s => s.At));
    }
}
