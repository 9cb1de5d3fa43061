using Heng.App.Features.Floor;
using Heng.App.Features.Leaves;
using Heng.App.Features.Rosters;
using Heng.App.Tests.Store;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;
using static Heng.App.Tests.Floor.FloorShop;

namespace Heng.App.Tests.Floor;

public sealed class SwapStoryTests
{
    private static string? Ask(FloorShop shop, Heng.App.Features.People.Viewer by, int day, string with, int? forDay = null) =>
        new RequestDoing(shop.Desk).AskSwap(by, Day(day), with, forDay is { } other ? Day(other) : null, "家里有事")?.Name;

    private static string? Do(FloorShop shop, MatterKind<RequestHappening> kind, Heng.App.Features.People.Viewer by, RequestEvent act, long id = 1, string? why = "好")
    {
        shop.Clock.Pass(TimeSpan.FromSeconds(1));
        return new RequestDoing(shop.Desk).Decide(kind, id, act, why, by)?.Name;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_swap_that_two_approved_stands_in_the_roster_of_both(DatabaseEngine engine)
    {
        using var shop = new FloorShop(engine);
        Assert.Null(Ask(shop, Wang, 5, "李思远", 6));
        Assert.Equal("already-asked", Ask(shop, Wang, 5, "赵磊"));
        Assert.Equal(["swap-step asked"], shop.Told("李思远"));
        Assert.Equal("colleague-first", Do(shop, FloorKinds.Swaps, Chen, RequestEvent.Approved));
        Assert.Null(Do(shop, FloorKinds.Swaps, Li, RequestEvent.Agreed));
        Assert.Equal(["swap-step agreed"], shop.Told("陈静"));
        Assert.Equal(["swap-step agreed"], shop.Told("周敏"));
        // Where leader and supervisor are there, HR stands in for neither; another group's leader sees nothing of it.
        Assert.Equal("role-may-not", Do(shop, FloorKinds.Swaps, Hr, RequestEvent.Approved));
        Assert.Equal("not-yours", Do(shop, FloorKinds.Swaps, Lu, RequestEvent.Approved));
        Assert.Null(Do(shop, FloorKinds.Swaps, Chen, RequestEvent.Approved));
        Assert.Equal("same-person", Do(shop, FloorKinds.Swaps, Chen, RequestEvent.Approved));
        Assert.Equal(("08:30-16:00/0", "休"), (shop.Roster("王雨桐", 5), shop.Roster("李思远", 5)));
        Assert.Null(Do(shop, FloorKinds.Swaps, Zhou, RequestEvent.Approved));
        Assert.Equal(("休", "08:30-16:00/0"), (shop.Roster("王雨桐", 5), shop.Roster("李思远", 5)));
        Assert.Equal(("16:00-23:30/0", "休"), (shop.Roster("王雨桐", 6), shop.Roster("李思远", 6)));
        Assert.Equal("already-decided", Do(shop, FloorKinds.Swaps, Wang, RequestEvent.Withdrawn));
        Assert.Equal(["swap-asked", "swap-agreed", "swap-approved", "swap-approved"], shop.Database.Decisions.About("swap/1").Select(d => d.What));
        Assert.Null(shop.Database.Decisions.FirstBroken());
        // The row that a name has in the roster is written over, not written beside.
        Assert.Single(shop.Kept(RecordKinds.Roster), r => r.Name == "王雨桐" && r.Day == Day(5));
    }

    [Fact]
    public void Where_a_group_has_no_supervisor_HR_or_the_manager_is_the_second_and_never_both()
    {
        using var shop = new FloorShop();
        Assert.Null(new RequestDoing(shop.Desk).AskLeave(Sun, new("事假", At(5, "08:30"), At(5, "16:00"), 1, LeaveUnit.Days), ""));
        Assert.Equal(["leave-step asked"], shop.Told("陆明"));
        Assert.Equal(["leave-step asked"], shop.Told("hr"));
        Assert.Null(Do(shop, FloorKinds.Leave, Hr, RequestEvent.Approved));
        Assert.Equal("already-decided", Do(shop, FloorKinds.Leave, Boss, RequestEvent.Approved));
        Assert.Null(Do(shop, FloorKinds.Leave, Lu, RequestEvent.Approved));
        Assert.Equal(LeaveState.Approved, shop.Kept(RecordKinds.Leave).Single().State);
        // The leader's own leave: HR and the manager are the two.
        Assert.Null(new RequestDoing(shop.Desk).AskLeave(Lu, new("事假", At(5, "08:30"), At(5, "16:00"), 1, LeaveUnit.Days), ""));
        Assert.Equal("own-request", Do(shop, FloorKinds.Leave, Lu, RequestEvent.Approved, 2));
        Assert.Null(Do(shop, FloorKinds.Leave, Hr, RequestEvent.Approved, 2));
        Assert.Equal("same-person", Do(shop, FloorKinds.Leave, Hr, RequestEvent.Approved, 2));
        Assert.Null(Do(shop, FloorKinds.Leave, Boss, RequestEvent.Approved, 2));
    }

    [Fact]
    public void A_roster_that_changed_meanwhile_stops_the_swap_and_asking_wrongly_is_named()
    {
        using var shop = new FloorShop();
        Assert.Equal("asked-oneself", Ask(shop, Wang, 5, "王雨桐"));
        Assert.Equal("not-your-group", Ask(shop, Wang, 5, "孙悦"));
        Assert.Equal("not-your-group", Ask(shop, Wang, 5, "没有人"));
        Assert.Equal("no-shift", Ask(shop, Wang, 7, "李思远"));
        Assert.Equal("too-far-ahead", new RequestDoing(shop.Desk).AskSwap(Wang, Day(5), "李思远", Day(5).AddDays(400), null)?.Name);
        Assert.Equal("past-day", Ask(shop, Wang, 2, "李思远"));
        Assert.Equal("not-yours", new RequestDoing(shop.Desk).AskSwap(Hr, Day(5), "李思远", null, null)?.Name);
        Assert.Equal("needs-named-person", new RequestDoing(shop.Desk).AskSwap(new("operator", Heng.App.Features.People.Role.Operator, null, null), Day(5), "李思远", null, null)?.Name);
        Assert.Equal("reason-too-long", new RequestDoing(shop.Desk).AskSwap(Wang, Day(5), "李思远", null, new string('长', 501))?.Name);
        Assert.Null(Ask(shop, Wang, 5, "李思远"));
        Assert.Null(new RosterDoing(shop.Desk).Set(new("王雨桐", Day(5), "班", 600, 1080, "08:30-16:00/0", null), Chen));
        Assert.Equal("roster-changed", Do(shop, FloorKinds.Swaps, Li, RequestEvent.Agreed));
        Assert.Null(Do(shop, FloorKinds.Swaps, Li, RequestEvent.Declined));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Leave_is_on_record_as_pending_then_approved_and_given_back_before_it_begins(DatabaseEngine engine)
    {
        using var shop = new FloorShop(engine);
        var ask = new LeaveAsk("事假", At(5, "08:30"), At(5, "16:00"), 7.5m, LeaveUnit.Hours);
        Assert.Null(new RequestDoing(shop.Desk).AskLeave(Wang, ask, "看病"));
        Assert.Equal("kind-unknown", new RequestDoing(shop.Desk).AskLeave(Zhao, ask with { Kind = "随便歇" }, "")?.Name);
        Assert.Equal("leave-overlaps", new RequestDoing(shop.Desk).AskLeave(Wang, ask with { Kind = "年假" }, "")?.Name);
        Assert.Equal(new Leave("heng-1", "王雨桐", "", "事假", LeaveState.Pending, ask.From, ask.To, 7.5m, LeaveUnit.Hours), shop.Kept(RecordKinds.Leave).Single());
        Assert.Null(Do(shop, FloorKinds.Leave, Zhou, RequestEvent.Approved));
        Assert.Equal(LeaveState.Pending, shop.Kept(RecordKinds.Leave).Single().State);
        Assert.Null(Do(shop, FloorKinds.Leave, Chen, RequestEvent.Approved));
        Assert.Equal(LeaveState.Approved, shop.Kept(RecordKinds.Leave).Single().State);
        Assert.True(new FloorPlan(shop.Database, Day(5), Day(5)) is var plan && plan.IsAway(plan.People.Find("王雨桐")!.Id, plan.ShiftOf(plan.People.Find("王雨桐")!.Id, Day(5))!.Value));
        Assert.Equal("not-yours", Do(shop, FloorKinds.Leave, Li, RequestEvent.Withdrawn));
        Assert.Null(Do(shop, FloorKinds.Leave, Wang, RequestEvent.Withdrawn));
        Assert.Equal(LeaveState.Withdrawn, shop.Kept(RecordKinds.Leave).Single().State);
        Assert.Null(new RequestDoing(shop.Desk).AskLeave(Wang, ask, ""));
        Assert.Null(Do(shop, FloorKinds.Leave, Chen, RequestEvent.Refused, 2, "人手不够"));
        Assert.Equal(LeaveState.Rejected, shop.Kept(RecordKinds.Leave).Single(l => l.Form == "heng-2").State);
    }

    [Fact]
    public void Who_has_no_part_in_a_request_does_not_see_it()
    {
        using var shop = new FloorShop();
        Ask(shop, Wang, 5, "李思远");
        new RequestDoing(shop.Desk).AskLeave(Wang, new("病假", At(6, "08:30"), At(6, "16:00"), 1, LeaveUnit.Days), "住院");
        int Swaps(Heng.App.Features.People.Viewer viewer) => new RosterQuery(shop.Desk with { Viewers = _ => viewer }).For(new(null, null, false, null, null), new Microsoft.AspNetCore.Http.DefaultHttpContext()).View!.Swaps.Count;
        int Leave(Heng.App.Features.People.Viewer viewer) => new LeaveQuery(shop.Desk with { Viewers = _ => viewer }).For(new Microsoft.AspNetCore.Http.DefaultHttpContext()).View!.Requests.Count;
        Assert.Equal((1, 1), (Swaps(Wang), Leave(Wang)));
        Assert.Equal((1, 0), (Swaps(Li), Leave(Li)));
        Assert.Equal((0, 0), (Swaps(Zhao), Leave(Zhao)));
        Assert.Equal((1, 1), (Swaps(Chen), Leave(Chen)));
        Assert.Equal((0, 0), (Swaps(Lu), Leave(Lu)));
        Assert.Equal((0, 0), (Swaps(Qa), Leave(Qa)));
        Assert.Equal((1, 1), (Swaps(Auditor), Leave(Auditor)));
    }
}
