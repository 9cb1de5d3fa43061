using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Filing;

public sealed class TeamActivityTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Instant At = new(1_793_600_000);
    private static readonly FilingActor Chen = new("陈静", true), Wang = new("王雨桐", false);
    private static readonly TeamActivity Planned = new([new(ActivityEvent.Planned, "王雨桐", At, "") { Kind = ActivityKind.Sharing, Name = "退换话术", Day = Day, Group = "一组" }]);

    private static ActivityHappening Held(params TookPart[] part) => new(ActivityEvent.Held, "陈静", At, "") { Day = Day, Part = part };

    [Fact]
    public void A_session_counts_for_who_gave_it_and_not_for_who_came()
    {
        var held = Planned.After(ActivityCycle.Hold(Planned, Chen, Held(new("王雨桐", true), new("李思远", false)), Day).Happens!);
        Assert.Equal([new Activity(Day, "王雨桐", ActivityKind.Sharing, "退换话术")], held.Records);
        Assert.Equal(FilingRefusal.AlreadyDecided, ActivityCycle.Hold(held, Chen, Held(new TookPart("王雨桐", true)), Day).Refused);
        Assert.Empty(Planned.Records);
    }

    [Fact]
    public void Nobody_confirms_their_own_part_nor_one_to_come_nor_one_of_nobody()
    {
        Assert.Equal(FilingRefusal.OwnChecked, ActivityCycle.Hold(Planned, Chen, Held(new TookPart("陈静", true)), Day).Refused);
        Assert.Null(ActivityCycle.Hold(Planned, Chen, Held(new("王雨桐", true), new("陈静", false)), Day).Refused);
        Assert.Equal(FilingRefusal.RoleMayNot, ActivityCycle.Hold(Planned, Wang, Held(new TookPart("李思远", true)), Day).Refused);
        Assert.Equal(FilingRefusal.NobodyNamed, ActivityCycle.Hold(Planned, Chen, Held(new TookPart("李思远", false)), Day).Refused);
        Assert.Equal(FilingRefusal.DayAhead, ActivityCycle.Hold(Planned, Chen, Held(new TookPart("王雨桐", true)) with { Day = Day.AddDays(1) }, Day).Refused);
    }

    [Fact]
    public void Whoever_signs_up_may_sign_off_again_until_it_is_held_or_cancelled()
    {
        var up = Planned.After(ActivityCycle.SignUp(Planned, "李思远", true, At).Happens!);
        Assert.Equal(["李思远"], up.SignedUp);
        Assert.Equal(FilingRefusal.AlreadySignedUp, ActivityCycle.SignUp(up, "李思远", true, At).Refused);
        Assert.Equal(FilingRefusal.NotSignedUp, ActivityCycle.SignUp(Planned, "李思远", false, At).Refused);
        Assert.Empty(up.After(ActivityCycle.SignUp(up, "李思远", false, At).Happens!).SignedUp);
        Assert.Equal(FilingRefusal.NeedsReason, ActivityCycle.Cancel(up, Wang, " ", At).Refused);
        Assert.Equal(FilingRefusal.RoleMayNot, ActivityCycle.Cancel(up, new("李思远", false), "x", At).Refused);
        var gone = up.After(ActivityCycle.Cancel(up, Wang, "改期", At).Happens!);
        Assert.Equal(FilingRefusal.AlreadyDecided, ActivityCycle.SignUp(gone, "陈静", true, At).Refused);
        Assert.Equal(FilingRefusal.NameMissing, ActivityCycle.Plan(Planned.Planned with { Name = null }, Day).Refused);
        Assert.Equal(FilingRefusal.DueMissing, ActivityCycle.Plan(Planned.Planned with { Kind = null }, Day).Refused);
        Assert.Null(ActivityCycle.Plan(Planned.Planned with { Day = Day.AddYears(2) }, Day).Refused);
        Assert.Equal(FilingRefusal.TooFarAhead, ActivityCycle.Plan(Planned.Planned with { Day = Day.AddYears(2).AddDays(1) }, Day).Refused);
    }
}
