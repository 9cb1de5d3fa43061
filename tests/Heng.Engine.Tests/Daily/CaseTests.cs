using Heng.Engine.Daily;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class CaseTests
{
    private static readonly Instant Now = At("2 10:00");
    private static readonly CaseActor Ann = new("ann", true);
    private static readonly Case Open = new("店", "7", "ann", null, At("1 10:00"), "售后", "b", At("3 10:00"), null, null, null, null, null);

    private static CaseStep Do(Case of, CaseEvent act, string note = "补发", string? to = null, string? department = null, string? due = null, bool may = true) =>
        CaseCourse.Decide(of, new(Ann with { MayAct = may }, act, note) { To = to, Department = department, DueAt = due is null ? null : At(due) }, Now, name => name is "ann" or "bob");

    [Fact]
    public void A_case_is_passed_on_solved_and_closed_once_the_buyer_was_told()
    {
        var passed = Do(Open, CaseEvent.Passed, to: "bob", due: "4 10:00").Becomes!;
        Assert.Equal(("bob", At("4 10:00"), true, "补发"), (passed.Holder, passed.DueAt!.Value, passed.Registered!.Value, passed.Remark));
        var solved = Do(passed, CaseEvent.Solved, "已补发").Becomes!;
        Assert.Equal((CaseStage.Untold, Now, "补发"), (CaseCourse.StageOf(solved), solved.SolvedAt!.Value, solved.Remark));
        Assert.Equal(CaseRefusal.NotSolved, Do(passed, CaseEvent.Told).Refused);
        var told = Do(solved, CaseEvent.Told, "").Becomes!;
        Assert.Equal((CaseStage.Closed, Now), (CaseCourse.StageOf(told), told.ToldAt!.Value));
        var again = Do(told, CaseEvent.Reopened, "又问").Becomes!;
        Assert.Equal((CaseStage.Open, null, null), (CaseCourse.StageOf(again), again.SolvedAt, again.ToldAt));
    }

    [Fact]
    public void A_department_answers_no_buyer_so_the_holder_stays() =>
        Assert.Equal(("ann", "仓库"), Do(Open, CaseEvent.Passed, department: "仓库") is { Becomes: { } of, Happens: { } step } ? (of.Holder, step.Department) : default);

    [Fact]
    public void A_case_is_due_at_most_two_years_ahead_however_the_day_is_set()
    {
        // The last second of the 2nd of November 2028, and the first of the 3rd.
        var last = Clock.StartOf(Day(3).AddYears(2)).Plus(-1);
        CaseRefusal? Due(CaseEvent act, Instant due) => CaseCourse.Decide(Open, new(Ann, act, "x") { To = "bob", DueAt = due }, Now, _ => true).Refused;
        Assert.Equal((null, CaseRefusal.TooFarAhead), (CaseCourse.MayOpen("x", last, Now), CaseCourse.MayOpen("x", last.Plus(1), Now)));
        foreach (var act in new[] { CaseEvent.Noted, CaseEvent.Passed }) Assert.Equal((null, CaseRefusal.TooFarAhead), (Due(act, last), Due(act, last.Plus(1))));
    }

    [Fact]
    public void Each_reason_against_a_step_is_named()
    {
        var (solved, told) = (Open with { SolvedAt = Now }, Open with { SolvedAt = Now, ToldAt = Now });
        Assert.Equal(CaseRefusal.NotYours, Do(Open, CaseEvent.Solved, may: false).Refused);
        Assert.Equal(CaseRefusal.NothingWritten, Do(Open, CaseEvent.Passed, "", "bob").Refused);
        Assert.Equal(CaseRefusal.NeedsReceiver, Do(Open, CaseEvent.Passed).Refused);
        Assert.Equal(CaseRefusal.UnknownPerson, Do(Open, CaseEvent.Passed, to: "zoe").Refused);
        Assert.Equal(CaseRefusal.SameOwner, Do(Open, CaseEvent.Passed, to: "ann").Refused);
        Assert.Equal(CaseRefusal.DueInPast, Do(Open, CaseEvent.Passed, to: "bob", due: "2 10:00").Refused);
        Assert.Null(Do(Open, CaseEvent.Passed, to: "bob", due: "2 10:01").Refused);
        Assert.Equal(CaseRefusal.AlreadyTold, Do(told, CaseEvent.Passed, to: "bob").Refused);
        Assert.Equal(CaseRefusal.AlreadySolved, Do(solved, CaseEvent.Solved).Refused);
        Assert.Equal(CaseRefusal.AlreadyTold, Do(told, CaseEvent.Told).Refused);
        Assert.Equal(CaseRefusal.AlreadyTold, Do(told, CaseEvent.Noted).Refused);
        Assert.Equal(CaseRefusal.AlreadyOpen, Do(Open, CaseEvent.Reopened).Refused);
        Assert.Equal(CaseRefusal.TextTooLong, Do(Open, CaseEvent.Noted, new('x', 501)).Refused);
        Assert.Null(Do(Open, CaseEvent.Noted, new('x', 500)).Refused);
        Assert.Equal(CaseRefusal.NothingWritten, CaseCourse.MayOpen("", null, Now));
        Assert.Equal(CaseRefusal.DueInPast, CaseCourse.MayOpen("x", Now, Now));
        Assert.Null(CaseCourse.MayOpen("x", null, Now));
    }

    [Fact]
    public void Late_is_after_the_due_instant_while_it_is_not_solved()
    {
        Assert.False(CaseCourse.IsLate(Open, At("3 10:00")));
        Assert.True(CaseCourse.IsLate(Open, At("3 10:00").Plus(1)));
        Assert.False(CaseCourse.IsLate(Open with { SolvedAt = Now }, At("4 10:00")));
        Assert.False(CaseCourse.IsLate(Open with { DueAt = null }, At("4 10:00")));
    }

    [Fact]
    public void A_finding_is_decided_once_by_who_leads_and_not_by_whom_it_is_about()
    {
        (FindingHappening? Happens, FindingRefusal? Refused) Find(string by, bool leads, FindingEvent act, string why = "x", int? minutes = null, params FindingHappening[] before) =>
            FindingCycle.Decide(before, new(by, leads), "ann", act, why, Now, 12, minutes);
        Assert.Equal(FindingRefusal.RoleMayNot, Find("bob", false, FindingEvent.Incident).Refused);
        Assert.Equal(FindingRefusal.OwnFinding, Find("ann", true, FindingEvent.Incident).Refused);
        Assert.Equal(FindingRefusal.NeedsReason, Find("lead", true, FindingEvent.Excused, " ").Refused);
        Assert.Equal(FindingRefusal.TooManyMinutes, Find("lead", true, FindingEvent.Confirmed, minutes: 13).Refused);
        Assert.Equal(FindingRefusal.TooManyMinutes, Find("lead", true, FindingEvent.Confirmed, minutes: 0).Refused);
        Assert.Equal(12, Find("lead", true, FindingEvent.Confirmed).Happens!.Minutes);
        Assert.Equal(7, Find("lead", true, FindingEvent.Confirmed, minutes: 7).Happens!.Minutes);
        Assert.Equal(FindingRefusal.AlreadyDecided, Find("lead", true, FindingEvent.Incident, before: new FindingHappening(FindingEvent.Excused, "boss", Now, "x")).Refused);
        Assert.Null(Find("lead", true, FindingEvent.Incident, before: new FindingHappening(FindingEvent.Found, "lead", Now, "")).Refused);
    }
}
