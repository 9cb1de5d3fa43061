using Heng.App.Features.Floor;
using Heng.App.Features.Handovers;
using Heng.App.Features.Incidents;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Floor.FloorShop;

namespace Heng.App.Tests.Floor;

public sealed class HandoverStoryTests
{
    private static readonly HandoverText Text = HandoverText.Nothing with { Waiting = "小**雨 等补发" };

    private static string? Do(FloorShop shop, Viewer by, HandoverEvent act, string? why = "为什么", int day = 2, string from = "王雨桐")
    {
        shop.Clock.Pass(TimeSpan.FromSeconds(1));
        return new HandoverDoing(shop.Desk).Do(from, Day(day), act, Text, why, by)?.Name;
    }

    private static HandoverView View(FloorShop shop, Viewer viewer, int day = 2) => new HandoverQuery(shop.Desk with { Viewers = _ => viewer }).For(Day(day), null, new DefaultHttpContext()).View!;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_late_note_is_asked_about_answered_taken_over_and_then_on_record_as_made(DatabaseEngine engine)
    {
        using var shop = new FloorShop(engine);
        // It is 17:00: the shift ended at 16:00, so the note is late.
        Assert.Null(Do(shop, Wang, HandoverEvent.Written));
        Assert.Empty(shop.Kept(RecordKinds.Handovers));
        Assert.Equal(["handover-step written"], shop.Told("李思远"));
        Assert.Null(Do(shop, Li, HandoverEvent.Asked, "哪一单？"));
        Assert.Equal("question-open", Do(shop, Li, HandoverEvent.TakenOver));
        Assert.Null(Do(shop, Wang, HandoverEvent.Answered, "尾号 7788"));
        Assert.Equal("not-yours", Do(shop, Sun, HandoverEvent.TakenOver));
        Assert.Null(Do(shop, Li, HandoverEvent.TakenOver));
        Assert.Equal(new Handover(Day(2), "王雨桐", null, true), shop.Kept(RecordKinds.Handovers).Single());
        Assert.Equal("already-taken-over", Do(shop, Wang, HandoverEvent.Written));
        Assert.Equal(["handover-step asked", "handover-step taken-over"], shop.Told("王雨桐"));
        Assert.Contains((Source: Heng.Engine.Metrics.Source.Handovers, Day: Day(2)), shop.Database.Coverage.Between(Shops.Company.Id, Day(2), Day(2)));
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public void A_note_in_time_is_made_at_once_and_what_is_missing_is_settled_by_a_leader()
    {
        using var shop = new FloorShop();
        Assert.Equal("not-yet", Do(shop, Wang, HandoverEvent.Written, day: 5));
        Assert.Equal("role-may-not", Do(shop, Li, HandoverEvent.Missed));
        Assert.Equal("not-yet", Do(shop, Chen, HandoverEvent.Missed, from: "李思远"));
        Assert.Null(Do(shop, Chen, HandoverEvent.Missed));
        Assert.False(shop.Kept(RecordKinds.Handovers).Single().Made);
        // Written after all and taken over, it is made: the later word stands.
        Assert.Null(Do(shop, Wang, HandoverEvent.Written));
        Assert.Null(Do(shop, Zhao, HandoverEvent.TakenOver));
        Assert.True(shop.Kept(RecordKinds.Handovers).Single().Made);
        shop.Until(2, "23:55");
        Assert.Null(Do(shop, Li, HandoverEvent.Written, from: "李思远"));
        Assert.Equal(2, shop.Kept(RecordKinds.Handovers).Count(h => h.Made));
        shop.Until(6, "09:00");
        Assert.Null(Do(shop, Chen, HandoverEvent.Excused, day: 5));
        Assert.Equal(2, shop.Kept(RecordKinds.Handovers).Count);
    }

    [Fact]
    public void The_page_offers_each_their_step()
    {
        using var shop = new FloorShop();
        Assert.Equal(("王雨桐", "李思远"), (View(shop, Wang).Own!.State.From, View(shop, Wang).Own!.Receivers.Single()));
        Assert.True(View(shop, Chen).Rows.Single(r => r.State.From == "王雨桐").MaySettle);
        Do(shop, Wang, HandoverEvent.Written);
        Assert.True(View(shop, Li).Rows.Single(r => r.State.From == "王雨桐").MayTake);
        Assert.False(View(shop, Wang).Rows.Single(r => r.State.From == "王雨桐").MayTake);
        Assert.DoesNotContain(View(shop, Sun).Rows, r => r.State.From == "王雨桐");
        Assert.Equal("王雨桐", new MyDayQuery(shop.Desk with { Viewers = _ => Li }, _ => Heng.App.Features.Board.BoardOwn.Nothing).For(new DefaultHttpContext()).View!.Handovers.Single().From);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Leaving_before_the_relief_is_found_and_becomes_an_incident_or_is_excused(DatabaseEngine engine)
    {
        using var shop = new FloorShop(engine);
        Assert.False(View(shop, Chen).HasLogs);
        // 王雨桐 left at 16:00, 李思远 came at 16:12.
        shop.Import("status-log", "account,time,status,device\n小店:小雨,2026-11-02 08:30:00,1,8\n小店:小雨,2026-11-02 16:00:00,-1,8\n小店:小李,2026-11-02 16:12:00,1,8\n");
        var row = View(shop, Chen).Reliefs.Single();
        Assert.Equal(("王雨桐", 12, true), (row.Name, row.Minutes, row.MayDecide));
        Assert.False(View(shop, Wang).Reliefs.Single().MayDecide);
        Assert.Empty(View(shop, Zhao).Reliefs);
        string? Decide(Viewer by, FindingEvent act, string? why) => new FindingDoing(shop.Desk).Relief("王雨桐", Day(2), act, why, by)?.Name;
        Assert.Equal("role-may-not", Decide(Li, FindingEvent.Incident, null));
        Assert.Equal("not-found", Decide(Lu, FindingEvent.Incident, null));
        Assert.Equal("needs-reason", Decide(Chen, FindingEvent.Excused, " "));
        Assert.Null(Decide(Chen, FindingEvent.Incident, "第二次"));
        // It counts nothing before she was heard and another confirmed it.
        Assert.Empty(shop.Kept(RecordKinds.Incidents));
        var told = Assert.Single(shop.Database.Matters(Occurrences.Kind).About("王雨桐")).Happened[0];
        Assert.Equal(("无人接替离岗", "16:00 下班，16:00 离线，16:12 接上，空 12 分钟；第二次"), (told.Name, told.Words));
        Assert.Contains(shop.Database.Notices.Of("王雨桐", 9), n => n.Notice.Kind == OccurrenceDoing.RecordedKind);
        Assert.Equal("already-decided", Decide(Zhou, FindingEvent.Excused, "x"));
        Assert.Equal("not-found", new FindingDoing(shop.Desk).Relief("李思远", Day(2), FindingEvent.Incident, null, Chen)?.Name);
    }

    [Fact]
    public void A_stretched_shift_is_confirmed_by_a_leader_and_leaves_in_HRs_file()
    {
        using var shop = new FloorShop();
        // Asked 15:58 and 16:05, answered 16:03 and 16:21: twenty-one minutes after 16:00.
        shop.Import("messages-csv", Counter.Messages + Counter.Line("2026-11-02 15:58:00") + Counter.Line("2026-11-02 16:03:00", "在的", "agent") + Counter.Line("2026-11-02 16:05:00", "还有货吗") + Counter.Line("2026-11-02 16:21:00", "有的", "agent"));
        var row = View(shop, Chen).Stretches.Single();
        Assert.Equal(("王雨桐", 21, 1), (row.Name, row.Minutes, row.Receptions.Count));
        string? Decide(Viewer by, int? minutes) => new FindingDoing(shop.Desk).Stretch("王雨桐", Day(2), FindingEvent.Confirmed, minutes, "", by)?.Name;
        Assert.Equal("too-many-minutes", Decide(Chen, 22));
        Assert.Equal("role-may-not", Decide(Wang, null));
        Assert.Null(Decide(Chen, 20));
        Assert.Equal("already-decided", Decide(Chen, 20));
        string? File(Viewer viewer) => new HandoverQuery(shop.Desk with { Viewers = _ => viewer }).Confirmed(new(2026, 11), new DefaultHttpContext())?.Csv();
        Assert.Contains("王雨桐,2026-11-02,20,陈静,", File(Hr), StringComparison.Ordinal);
        Assert.Null(File(Chen));
        Assert.Equal(20, View(shop, Chen).Stretches.Single().Decided!.Minutes);
    }
}
