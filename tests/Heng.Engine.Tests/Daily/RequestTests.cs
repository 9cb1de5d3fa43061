using Heng.Engine.Daily;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Daily.Floor;

namespace Heng.Engine.Tests.Daily;

public sealed class RequestTests
{
    private static readonly Instant Now = At("2 09:00");
    private static readonly FloorActor Ann = new("ann", []), Bob = new("bob", []), Lead = new("lead", [Office.Leader]), Super = new("super", [Office.Supervisor]),
        Hr = new("hr", [Office.Leader, Office.Supervisor]);

    private static RequestState Swap => new([new(RequestEvent.Asked, "ann", Now, "") { Swap = new(Day(5), "bob", null, ["", ""]) }]);
    private static RequestState Leave => new([new(RequestEvent.Asked, "ann", Now, "") { Leave = new("事假", At("5 08:30"), At("5 16:00"), 1, LeaveUnit.Days) }]);

    private static RequestStep Do(RequestState state, FloorActor by, RequestEvent act, string why = "", bool begun = false, RequestRefusal? against = null) =>
        RequestCycle.Decide(state, new(by, act, why), new(Now, begun, against));

    private static RequestState After(RequestState state, params (FloorActor By, RequestEvent Act)[] steps) =>
        steps.Aggregate(state, (at, step) => at.After(Do(at, step.By, step.Act, "x").Happens!));

    [Fact]
    public void A_swap_is_agreed_to_then_approved_by_the_leader_and_the_supervisor_in_either_order()
    {
        Assert.Equal(RequestStage.WithColleague, Swap.Stage);
        Assert.Equal(RequestRefusal.ColleagueFirst, Do(Swap, Lead, RequestEvent.Approved).Refused);
        var agreed = After(Swap, (Bob, RequestEvent.Agreed));
        Assert.Equal(RequestStage.ToApprove, agreed.Stage);
        Assert.Equal([Office.Supervisor], After(agreed, (Lead, RequestEvent.Approved)).Waiting);
        Assert.Equal(RequestStage.Granted, After(agreed, (Lead, RequestEvent.Approved), (Super, RequestEvent.Approved)).Stage);
        Assert.Equal(RequestStage.Granted, After(agreed, (Super, RequestEvent.Approved), (Lead, RequestEvent.Approved)).Stage);
    }

    [Fact]
    public void One_person_never_gives_both_approvals_though_they_stand_in_for_both()
    {
        var once = After(Leave, (Hr, RequestEvent.Approved));
        Assert.Equal(Office.Leader, once.Approvals.Single().Office);
        Assert.Equal(RequestRefusal.SamePerson, Do(once, Hr, RequestEvent.Approved).Refused);
        Assert.Equal(RequestStage.Granted, After(once, (new("boss", [Office.Leader, Office.Supervisor]), RequestEvent.Approved)).Stage);
        // The office is filled: a second leader adds nothing.
        Assert.Equal(RequestRefusal.AlreadyDecided, Do(once, Lead, RequestEvent.Approved).Refused);
    }

    [Fact]
    public void Nobody_concerned_approves_and_each_other_reason_is_named()
    {
        Assert.Equal(RequestRefusal.OwnRequest, Do(Leave, new("ann", [Office.Leader]), RequestEvent.Approved).Refused);
        Assert.Equal(RequestRefusal.OwnRequest, Do(After(Swap, (Bob, RequestEvent.Agreed)), new("bob", [Office.Leader]), RequestEvent.Refused, "x").Refused);
        Assert.Equal(RequestRefusal.RoleMayNot, Do(Leave, Bob, RequestEvent.Approved).Refused);
        Assert.Equal(RequestRefusal.NotYours, Do(Swap, Ann, RequestEvent.Agreed).Refused);
        Assert.Equal(RequestRefusal.NotYours, Do(Swap, Bob, RequestEvent.Withdrawn).Refused);
        Assert.Equal(RequestRefusal.NeedsReason, Do(Leave, Lead, RequestEvent.Refused, " ").Refused);
        Assert.Equal(RequestRefusal.AlreadyDecided, Do(After(Leave, (Lead, RequestEvent.Refused)), Super, RequestEvent.Approved).Refused);
        Assert.Equal(RequestRefusal.AlreadyDecided, Do(After(Swap, (Bob, RequestEvent.Declined)), Bob, RequestEvent.Agreed).Refused);
        Assert.Equal(RequestRefusal.RosterChanged, Do(After(Swap, (Bob, RequestEvent.Agreed)), Lead, RequestEvent.Approved, against: RequestRefusal.RosterChanged).Refused);
        Assert.Equal(RequestRefusal.AlreadyBegun, Do(After(Swap, (Bob, RequestEvent.Agreed)), Lead, RequestEvent.Approved, begun: true).Refused);
    }

    [Fact]
    public void Granted_leave_is_given_back_before_it_begins_and_a_granted_swap_is_not()
    {
        var granted = After(Leave, (Lead, RequestEvent.Approved), (Super, RequestEvent.Approved));
        Assert.Equal(RequestRefusal.AlreadyBegun, Do(granted, Ann, RequestEvent.Withdrawn, begun: true).Refused);
        Assert.Equal(RequestStage.Withdrawn, After(granted, (Ann, RequestEvent.Withdrawn)).Stage);
        Assert.Equal(LeaveState.Withdrawn, LeaveCheck.StateOf(RequestStage.Withdrawn));
        var swapped = After(Swap, (Bob, RequestEvent.Agreed), (Lead, RequestEvent.Approved), (Super, RequestEvent.Approved));
        Assert.Equal(RequestRefusal.AlreadyDecided, Do(swapped, Ann, RequestEvent.Withdrawn).Refused);
        Assert.Equal(RequestStage.Withdrawn, After(Swap, (Ann, RequestEvent.Withdrawn)).Stage);
    }

    [Theory]
    [InlineData("5 08:30", "5 16:00", 1, LeaveUnit.Days, null)]
    [InlineData("5 08:30", "5 16:00", 7.5, LeaveUnit.Hours, null)]
    [InlineData("5 08:30", "5 16:00", 7.6, LeaveUnit.Hours, RequestRefusal.TooLong)]
    // 24 hours and a minute are two days that have begun, and not three.
    [InlineData("5 08:30", "6 08:31", 2, LeaveUnit.Days, null)]
    [InlineData("5 08:30", "6 08:30", 2, LeaveUnit.Days, RequestRefusal.TooLong)]
    [InlineData("5 08:30", "5 08:30", 1, LeaveUnit.Days, RequestRefusal.NothingAsked)]
    [InlineData("5 08:30", "5 16:00", 0, LeaveUnit.Days, RequestRefusal.NothingAsked)]
    // Other leave is from the 6th, 12:00 to 18:00: one that ends as it begins does not touch it.
    [InlineData("6 08:30", "6 12:00", 3, LeaveUnit.Hours, null)]
    [InlineData("6 08:30", "6 12:01", 3, LeaveUnit.Hours, RequestRefusal.LeaveOverlaps)]
    [InlineData("6 18:00", "6 19:00", 1, LeaveUnit.Hours, null)]
    [InlineData("6 17:59", "6 19:00", 1, LeaveUnit.Hours, RequestRefusal.LeaveOverlaps)]
    public void Leave_has_an_amount_that_fits_its_time_and_overlaps_no_other(string from, string to, double amount, LeaveUnit unit, RequestRefusal? refused) =>
        Assert.Equal(refused, LeaveCheck.Against(new("事假", At(from), At(to), (decimal)amount, unit), [new("病假", At("6 12:00"), At("6 18:00"), 6, LeaveUnit.Hours)], Now));
}
