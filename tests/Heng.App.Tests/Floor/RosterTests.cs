using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Features.Rosters;
using Heng.App.Tests.Store;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Floor.FloorShop;

namespace Heng.App.Tests.Floor;

public sealed class RosterTests
{
    private static string? Set(FloorShop shop, Viewer by, string name, int day, string shift, int? from, int? to, string seen, string? why = null) =>
        new RosterDoing(shop.Desk).Set(new(name, Day(day), shift, from, to, seen, why), by)?.Name;

    private static RosterView View(FloorShop shop, Viewer viewer, int day = 2, bool month = false) =>
        new RosterQuery(shop.Desk with { Viewers = _ => viewer }).For(new(null, Day(day), month, null, null), new DefaultHttpContext()).View!;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_leader_writes_days_of_the_own_group_and_a_past_one_with_a_reason(DatabaseEngine engine)
    {
        using var shop = new FloorShop(engine);
        Assert.Null(Set(shop, Chen, "赵磊", 3, "班", 510, 960, ""));
        Assert.Equal("班 08:30-16:00/0", shop.Roster("赵磊", 3));
        Assert.Equal("nothing-changes", Set(shop, Chen, "赵磊", 3, "班", 510, 960, "班 08:30-16:00/0"));
        Assert.Equal("changed-meanwhile", Set(shop, Chen, "赵磊", 3, "休", null, null, ""));
        Assert.Null(Set(shop, Zhou, "赵磊", 3, "休", null, null, "班 08:30-16:00/0"));
        Assert.Equal("休", shop.Roster("赵磊", 3));
        // Rest that was chosen wins over times left in the fields.
        Assert.Null(Set(shop, Chen, "赵磊", 7, "休", 510, 960, ""));
        Assert.Equal("休", shop.Roster("赵磊", 7));
        Assert.Equal("needs-reason", Set(shop, Chen, "赵磊", 1, "班", 510, 960, ""));
        Assert.Null(Set(shop, Chen, "赵磊", 1, "班", 510, 960, "", "补登"));
        Assert.Equal("role-may-not", Set(shop, Lu, "赵磊", 4, "班", 510, 960, ""));
        Assert.Equal("role-may-not", Set(shop, Wang, "王雨桐", 4, "班", 510, 960, ""));
        Assert.Equal("times-unclear", Set(shop, Chen, "赵磊", 4, "班", 510, null, ""));
        Assert.Equal("times-unclear", Set(shop, Chen, "赵磊", 4, "班", 510, 510, ""));
        Assert.Equal("times-unclear", Set(shop, Chen, "赵磊", 4, "没有这个班", null, null, ""));
        Assert.Equal("person-unknown", Set(shop, Chen, "没有人", 4, "休", null, null, ""));
        // Until eight in the morning of the 5th, on which a shift begins at 08:30; until nine it overlaps.
        Assert.Equal("shifts-overlap", Set(shop, Chen, "王雨桐", 4, "夜班", 1320, 540, ""));
        Assert.Null(Set(shop, Chen, "王雨桐", 4, "夜班", 1320, 480, ""));
        Assert.Equal(["roster-set"], shop.Database.Decisions.About("roster/1").Select(d => d.What));
        Assert.Equal("roster", shop.Database.Imports.All()[0].Format);
    }

    [Fact]
    public void A_copied_week_fills_what_is_empty_from_today_on_and_leaves_the_rest()
    {
        using var shop = new FloorShop();
        Set(shop, Chen, "李思远", 13, "班", 600, 900, "");
        Assert.Null(new RosterDoing(shop.Desk).CopyWeek("一组", Day(2), Chen));
        Assert.Equal(("08:30-16:00/0", "16:00-23:30/0", "08:30-16:00/0", "班 10:00-15:00/0"), (shop.Roster("王雨桐", 9), shop.Roster("李思远", 9), shop.Roster("王雨桐", 12), shop.Roster("李思远", 13)));
        Assert.Equal("", shop.Roster("孙悦", 12));
        Assert.Equal("nothing-to-copy", new RosterDoing(shop.Desk).CopyWeek("一组", Day(2), Chen)?.Name);
        Assert.Equal("role-may-not", new RosterDoing(shop.Desk).CopyWeek("一组", Day(2), Lu)?.Name);
        Assert.Equal("past-week", new RosterDoing(shop.Desk).CopyWeek("一组", Day(2).AddDays(-14), Chen)?.Name);
    }

    [Fact]
    public void The_grid_shows_the_own_group_its_hours_leave_and_gaps()
    {
        using var shop = new FloorShop();
        shop.Import("leave", "form,name,kind,status,result,from,to,amount,unit\nL1,王雨桐,年假,完成,同意,2026-11-05 08:30,2026-11-05 16:00,1,天\nL2,李思远,事假,审批中,,2026-11-06 16:00,2026-11-06 23:30,1,天\n");
        var view = View(shop, Wang);
        Assert.Equal(("一组", Day(2), Day(8), false), (view.Group, view.First, view.Last, view.MayEdit));
        Assert.Equal(["一组"], view.Groups);
        Assert.Equal(["李思远", "王雨桐", "赵磊", "陈静"], view.People.Select(p => p.Name).Order(StringComparer.Ordinal));
        var wang = view.People.Single(p => p.Name == "王雨桐");
        // 08:30–16:00 on the 2nd are 7.5 hours; the 5th is taken by leave.
        Assert.Equal((7.5m, "年假", false), (wang.Hours, wang.Cells[3].Leave, wang.Cells[3].LeaveIsAsked));
        Assert.True(view.People.Single(p => p.Name == "李思远").Cells[4].LeaveIsAsked);
        Assert.Equal((2, 15m), (view.Days[0].People, view.Days[0].Hours));
        Assert.Empty(view.Days[0].Gaps);
        Assert.Equal(["一组", "二组", "办公室"], View(shop, Hr).Groups.Order(StringComparer.Ordinal));
        Assert.True(View(shop, Chen).MayEdit);
        Assert.Equal(30, View(shop, Wang, month: true).Days.Count);
        Assert.Equal(StatusCodes.Status404NotFound, new RosterQuery(shop.Desk with { Viewers = _ => Wang }).For(new("二组", null, false, null, null), new DefaultHttpContext()).Status);
    }

    [Fact]
    public void A_days_roster_leaves_as_a_table_that_is_imported_again()
    {
        using var shop = new FloorShop();
        var csv = new RosterQuery(shop.Desk with { Viewers = _ => Wang }).File(new(null, Day(2), false, null, null), new DefaultHttpContext())!.Csv();
        Assert.Contains("王雨桐,2026-11-02,08:30,16:00", csv, StringComparison.Ordinal);
        Assert.Contains("李思远,2026-11-05,,,休", csv, StringComparison.Ordinal);
        // The same rows again, and none that says something else.
        var before = shop.Kept(RecordKinds.Roster).Count;
        shop.Import("roster-times", csv);
        Assert.Equal((before, "08:30-16:00/0", "休"), (shop.Kept(RecordKinds.Roster).Count, shop.Roster("王雨桐", 5), shop.Roster("李思远", 5)));
    }
}
