using Heng.App.Features.Activities;
using Heng.App.Features.Filing;
using Heng.App.Features.Goals;
using Heng.App.Features.Incidents;
using Heng.App.Features.People;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.Store;
using Heng.Engine.Filing;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Filing;

/// <summary>What is filed in the shop of the ladder on Monday the 2nd of November, through the pages’ forms, down to the records and metrics that cards read.</summary>
public sealed class FiledStoryTests
{
    private static readonly Viewer Li = new("li", Role.Agent, "李思远", "一组"), Auditor = new("audit", Role.Auditor, null, null), Qa = new("qa", Role.Qa, null, null);
    private static readonly DateOnly Monday = new(2026, 11, 2), Friday = new(2026, 11, 6);

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => new StringValues([.. f.Select(v => v.Value)])));
    private static FilingQuery Filing(LadderShop shop, Viewer viewer) => new(shop.Database, _ => viewer, shop.Shop.Data, shop.Clock);
    private static ReportsQuery Reports(LadderShop shop, Viewer viewer) => new(shop.Database, _ => viewer, shop.Shop.Data, shop.Clock);
    private static async Task<string?> File(LadderShop shop, Viewer viewer, params (string, string)[] form) => (await Filing(shop, viewer).Filing(Form(form), new DefaultHttpContext())).View!.Refused?.Name;
    private static async Task<string?> Sheet(LadderShop shop, Viewer viewer, params (string, string)[] form) => (await Filing(shop, viewer).DutySheet(Form(form), new DefaultHttpContext())).View?.Refused?.Name;
    private static async Task<string?> Report(LadderShop shop, Viewer viewer, params (string, string)[] form) => (await Reports(shop, viewer).Reports(Form(form), new DefaultHttpContext())).View!.Refused?.Name;

    private static decimal? Metric(LadderShop shop, string metric, string agent = "王雨桐")
    {
        var facts = shop.Month(new(2026, 11)).Book.Facts;
        return facts.Value(metric, facts.TotalsOf(shop.Database.People.Roster.Find(agent)!.Id)).Value;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Counts_that_a_leader_confirms_make_the_task_and_one_that_is_sent_back_unmakes_it(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Assert.Null(await Sheet(shop, Hr, ("whose", "#front-line"), ("zh", "上新"), ("goal", "50"), ("unit", "款"), ("pace", "monthly"), ("feeds", "task")));
        Assert.Equal("already-recorded", await Sheet(shop, Hr, ("whose", "#front-line"), ("zh", "上新"), ("goal", "60"), ("pace", "monthly"), ("feeds", "task")));
        Assert.Null(await File(shop, Wang, ("duty", "1"), ("day", "2026-11-01"), ("count", "30")));
        Assert.Null(await File(shop, Wang, ("duty", "1"), ("day", "2026-11-02"), ("count", "20"), ("note", "秋款")));
        Assert.Equal("already-recorded", await File(shop, Wang, ("duty", "1"), ("day", "2026-11-02"), ("count", "20"), ("note", "秋款")));
        Assert.Equal("duty-over", await File(shop, Chen, ("duty", "1"), ("day", "2026-11-02"), ("count", "20")));
        Assert.Null(Metric(shop, "tasks-done"));
        Assert.Equal("duty-over", await File(shop, Li, ("act", "confirm"), ("filing", "1")));
        Assert.Null(await File(shop, Chen, ("act", "confirm-all"), ("filing", "1"), ("filing", "2")));
        // 30 + 20 = 50 on the 2nd.
        Assert.Equal([new Assignment(new(2026, 11, 30), "上新", "王雨桐", Monday, false)], shop.Database.Records(RecordKinds.Tasks).All(Shops.Company.Id));
        Assert.Equal(1m, Metric(shop, "tasks-done"));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("needs-reason", await File(shop, Chen, ("act", "send-back"), ("filing", "1"), ("why", " ")));
        Assert.Null(await File(shop, Chen, ("act", "send-back"), ("filing", "1"), ("why", "多填了 5 款")));
        Assert.Equal(["filing-sent-back"], shop.Told("王雨桐"));
        Assert.Equal(0m, Metric(shop, "tasks-done"));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await File(shop, Wang, ("filing", "1"), ("count", "30"), ("note", "查过，是 30")));
        Assert.Equal("own-checked", await File(shop, Wang, ("act", "confirm"), ("filing", "1")));
        Assert.Null(await File(shop, Chen, ("act", "confirm"), ("filing", "1")));
        Assert.Equal(1m, Metric(shop, "tasks-done"));
        Assert.Equal(["filing-filed", "filing-confirmed", "filing-sentback", "filing-filed", "filing-confirmed"], shop.Database.Decisions.About("filing/1").Select(d => d.What));
        var team = (await Filing(shop, Chen).Filing(null, new DefaultHttpContext())).View!;
        Assert.Equal([("李思远", 0m), ("王雨桐", 50m)], team.Team.Select(t => (t.Agent, t.Confirmed)));
        Assert.Empty(team.Waiting);
    }

    [Fact]
    public async Task A_counter_is_the_persons_own_number_under_its_name()
    {
        using var shop = new LadderShop();
        Assert.Equal("role-may-not", await Sheet(shop, Chen, ("whose", "#front-line"), ("zh", "发帖"), ("goal", "15"), ("pace", "daily"), ("feeds", "counter")));
        Assert.Equal("own-checked", await Sheet(shop, Chen, ("whose", "@陈静"), ("zh", "发帖"), ("goal", "15"), ("pace", "daily"), ("feeds", "counter")));
        Assert.Null(await Sheet(shop, Chen, ("whose", "@王雨桐"), ("zh", "发帖"), ("goal", "15"), ("pace", "daily"), ("feeds", "counter"), ("needs-evidence", "on")));
        Assert.Equal("evidence-missing", await File(shop, Wang, ("duty", "1"), ("day", "2026-11-02"), ("count", "8")));
        Assert.Equal("day-ahead", await File(shop, Wang, ("duty", "1"), ("day", "2099-01-01"), ("count", "8"), ("link", "https://a.example/1")));
        foreach (var count in new[] { "8", "7" }) Assert.Null(await File(shop, Wang, ("duty", "1"), ("day", "2026-11-02"), ("count", count), ("link", "https://a.example/1")));
        Assert.Null(await File(shop, Chen, ("act", "confirm"), ("filing", "1")));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await File(shop, Chen, ("act", "confirm"), ("filing", "2")));
        // 8 + 7.
        var told = Assert.Single(shop.Database.Records(RecordKinds.Reported).All(Shops.Company.Id));
        Assert.Equal(("王雨桐", Monday, "发帖", 15m), (told.Account, told.From, told.Counter, told.Figures[0].Value));
        Assert.Equal("value-unreadable", await File(shop, Wang, ("duty", "1"), ("day", "2026-11-02"), ("count", "八"), ("link", "https://a.example/1")));
        Assert.Null(await Sheet(shop, Chen, ("act", "end"), ("duty", "1")));
        Assert.Equal("duty-over", await File(shop, Wang, ("duty", "1"), ("day", "2026-11-02"), ("count", "8"), ("link", "https://a.example/1")));
    }

    [Fact]
    public async Task Weekly_reports_are_due_from_the_week_on_in_which_the_shop_began_with_them()
    {
        using var shop = new LadderShop();
        async Task<ReportsView> Seen(Viewer viewer) => (await Reports(shop, viewer).Reports(null, new DefaultHttpContext())).View!;
        Assert.Equal((null, new DateOnly(2026, 11, 6)), ((await Seen(Wang)).Began, Assert.Single((await Seen(Wang)).Own).Due));
        Assert.Equal("not-begun", await Report(shop, Chen, ("act", "missed"), ("due", "2026-10-30"), ("who", "李思远")));
        Assert.Single((await Seen(Chen)).Weeks);
        Assert.Null(await Report(shop, Wang, ("act", "draft"), ("due", "2026-11-06"), ("done", "草稿")));
        Assert.Null((await Seen(Wang)).Began);
        Assert.Null(await Report(shop, Wang, ("act", "hand"), ("due", "2026-11-06"), ("done", "接待 300 人")));
        Assert.Equal(Monday, (await Seen(Wang)).Began);
        shop.Clock.Pass(TimeSpan.FromDays(7));
        // The week of the first one is overdue for who handed none in, and none before it.
        Assert.Equal([new(2026, 11, 13), new DateOnly(2026, 11, 6)], (await Seen(Li)).Own.Select(o => o.Due));
        Assert.Equal(["李思远"], (await Seen(Chen)).Weeks[1].Missable.Where(p => p is "李思远" or "王雨桐"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_weekly_report_is_in_time_late_or_missed_by_the_shops_day(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Assert.Null(await Report(shop, Wang, ("act", "draft"), ("due", "2026-11-06"), ("done", "草稿")));
        Assert.Null(Metric(shop, "weekly-reports-on-time"));
        Assert.Equal("not-yours", await Report(shop, Hr, ("act", "hand"), ("due", "2026-11-06"), ("done", "x")));
        Assert.Equal("due-missing", await Report(shop, Wang, ("act", "hand"), ("due", "2026-11-05"), ("done", "x")));
        Assert.Null(await Report(shop, Wang, ("act", "hand"), ("due", "2026-11-06"), ("done", "接待 300 人"), ("problems", "缺货流失 12 单"), ("suggestions", "补货提醒")));
        Assert.Equal(1m, Metric(shop, "weekly-reports-on-time"));
        Assert.Equal("not-over-yet", await Report(shop, Chen, ("act", "missed"), ("due", "2026-11-06"), ("who", "李思远")));
        shop.Clock.Pass(TimeSpan.FromDays(5));
        // Saturday: 李思远's is overdue, and noted; then it comes late.
        Assert.Null(await Report(shop, Chen, ("act", "missed"), ("due", "2026-11-06"), ("who", "李思远")));
        Assert.Equal(0m, Metric(shop, "weekly-reports-on-time", "李思远"));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await Report(shop, Li, ("act", "hand"), ("due", "2026-11-06"), ("done", "补交")));
        Assert.Equal([("李思远", Friday.AddDays(1)), ("王雨桐", Monday)], shop.Database.Records(RecordKinds.Tasks).All(Shops.Company.Id).Select(t => (t.Agent, t.DoneOn!.Value)).Order());
        Assert.Equal((0m, 1m), (Metric(shop, "weekly-reports-on-time", "李思远"), Metric(shop, "weekly-reports-on-time")));
        Assert.Null((await Reports(shop, Chen).Report(1, Form(("comment", "好")), new DefaultHttpContext())).View!.Refused);
        Assert.Equal(["weekly-report-read"], shop.Told("王雨桐"));
        foreach (var viewer in new[] { Li, Other, Qa }) Assert.Null((await Reports(shop, viewer).Report(1, null, new DefaultHttpContext())).View);
        Assert.False((await Reports(shop, Auditor).Report(1, null, new DefaultHttpContext())).View!.MayRead);
        Assert.Equal("role-may-not", await Report(shop, Chen, ("act", "weekday"), ("weekday", "Monday")));
        Assert.Null(await Report(shop, Hr, ("act", "weekday"), ("weekday", "Monday")));
        Assert.Equal(new(2026, 11, 9), (await Reports(shop, Wang).Reports(null, new DefaultHttpContext())).View!.Own[0].Due);
    }

    [Fact]
    public async Task What_a_meeting_charged_is_a_task_once_it_is_done()
    {
        using var shop = new LadderShop();
        async Task<MeetingsView> Note(Viewer viewer, params (string, string)[] more) =>
            (await Reports(shop, viewer).Meetings(Form([("day", "2026-11-02"), ("kind", "weekly"), ("attended", "王雨桐"), ("words", "复盘流失"), ("what", "整理流失原因"), ("who", "王雨桐"), ("until", "2026-11-05"), .. more]), new DefaultHttpContext())).View!;
        Assert.Equal("role-may-not", (await Note(Wang)).Refused?.Name);
        Assert.Equal("person-missing", (await Note(Chen, ("attended", "没有"))).Refused?.Name);
        Assert.Equal("/daily/filing/meetings/1", (await Note(Chen)).Next);
        Assert.Equal("already-recorded", (await Note(Chen)).Refused?.Name);
        Assert.Equal(["meeting-charged"], shop.Told("王雨桐"));
        async Task<MeetingView?> One(Viewer viewer, params (string, string)[] form) => (await Reports(shop, viewer).Meeting(1, form.Length == 0 ? null : Form(form), new DefaultHttpContext())).View;
        Assert.Null(await One(Li));
        Assert.Equal("own-checked", (await One(Wang, ("place", "0"), ("day", "2026-11-02")))!.Refused?.Name);
        Assert.Equal("charge-unclear", (await One(Chen, ("place", "7")))!.Refused?.Name);
        Assert.Null((await One(Chen, ("place", "0"), ("day", "2026-11-02")))!.Refused);
        Assert.Equal(1m, Metric(shop, "tasks-done"));
        Assert.Equal("already-decided", (await One(Hr, ("place", "0")))!.Refused?.Name);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_goal_counts_from_when_both_agreed_and_carries_its_marks(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        GoalsQuery Of(Viewer viewer) => new(shop.Database, _ => viewer, shop.Shop.Data, shop.Clock);
        async Task<GoalView?> One(Viewer viewer, params (string, string)[] form) => (await Of(viewer).One(1, form.Length == 0 ? null : Form(form), new DefaultHttpContext())).View;
        (string, string)[] terms = [("name", "涨粉"), ("kind", "task"), ("due", "2026-11-04"), ("start", "800"), ("target", "1,000")];
        Assert.Equal("person-missing", (await Of(Other).List(Form([("agent", "王雨桐"), .. terms]), new DefaultHttpContext())).View!.Refused?.Name);
        Assert.Equal("role-may-not", (await Of(Auditor).List(Form([("agent", "王雨桐"), .. terms]), new DefaultHttpContext())).View!.Refused?.Name);
        Assert.Equal("/daily/goals/1", (await Of(Chen).List(Form([("agent", "王雨桐"), .. terms]), new DefaultHttpContext())).View!.Next);
        Assert.Equal("already-recorded", (await Of(Wang).List(Form([("agent", "王雨桐"), .. terms]), new DefaultHttpContext())).View!.Refused?.Name);
        Assert.Equal(["goal-proposed"], shop.Told("王雨桐"));
        Assert.True((await Of(Wang).List(null, new DefaultHttpContext())).View!.Rows[0].ForMe);
        Assert.Empty(shop.Database.Records(RecordKinds.Goals).All(Shops.Company.Id));
        Assert.Equal("same-person", (await One(Hr, ("act", "agree"), ("terms", "1")))!.Refused?.Name);
        Assert.Null((await One(Wang, ("act", "agree"), ("terms", "1")))!.Refused);
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null((await One(Wang, ("act", "check-in"), ("now", "900")))!.Refused);
        Assert.Equal("not-due-yet", (await One(Chen, ("act", "judge"), ("attainment", "50")))!.Refused?.Name);
        shop.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Null((await One(Chen, ("act", "judge"), ("time", "100"), ("quality", "80"), ("attainment", "50")))!.Refused);
        Assert.Equal([new Goal(new(2026, 11, 4), "王雨桐", "涨粉", GoalKind.Task, 800m, 1000m, 900m, null, 1m, 0.8m, 0.5m, Monday)], shop.Database.Records(RecordKinds.Goals).All(Shops.Company.Id));
        Assert.Null((await One(Wang, ("act", "see"), ("words", "同意")))!.Refused);
        foreach (var viewer in new[] { Li, Other, Qa }) Assert.Null(await One(viewer));
        Assert.Null(shop.Database.Decisions.FirstBroken());
    }

    [Fact]
    public async Task A_session_is_signed_up_to_and_counts_for_who_gave_it_once_confirmed()
    {
        using var shop = new LadderShop();
        ActivitiesQuery Of(Viewer viewer) => new(shop.Database, _ => viewer, shop.Shop.Data, shop.Clock);
        async Task<string?> Act(Viewer viewer, params (string, string)[] form) => (await Of(viewer).One(1, Form(form), new DefaultHttpContext())).View!.Refused?.Name;
        Assert.Equal("/daily/activities/1", (await Of(Wang).List(Form(("kind", "sharing"), ("name", "退换话术"), ("day", "2026-11-02")), new DefaultHttpContext())).View!.Next);
        Assert.Equal("role-may-not", (await Of(Auditor).List(Form(("kind", "sharing"), ("name", "x"), ("day", "2026-11-02")), new DefaultHttpContext())).View!.Refused?.Name);
        Assert.Equal("already-recorded", (await Of(Wang).List(Form(("kind", "sharing"), ("name", "退换话术"), ("day", "2026-11-02")), new DefaultHttpContext())).View!.Refused?.Name);
        Assert.Null(await Act(Li, ("act", "sign-up")));
        Assert.Equal("already-signed-up", await Act(Li, ("act", "sign-up")));
        Assert.Equal("not-yours", await Act(Hr, ("act", "sign-up")));
        (string, string)[] held = [("act", "hold"), ("day", "2026-11-02"), ("gave", "王雨桐"), ("came", "李思远"), ("came", "王雨桐")];
        foreach (var viewer in new[] { Wang, Li, Other }) Assert.Equal("role-may-not", await Act(viewer, held));
        Assert.Equal("own-checked", await Act(Chen, ("act", "hold"), ("day", "2026-11-02"), ("gave", "陈静")));
        Assert.Null(await Act(Chen, held));
        Assert.Equal((1m, 0m), (Metric(shop, "sharing-sessions"), Metric(shop, "sharing-sessions", "李思远")));
        Assert.Equal(["activity-held"], shop.Told("王雨桐"));
        Assert.Equal("already-decided", await Act(Hr, ("act", "cancel"), ("why", "x")));
    }

    [Fact]
    public async Task Evidence_is_shown_to_who_may_see_what_it_belongs_to()
    {
        using var shop = new LadderShop();
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        FormFile Upload(byte[] content) => new(new MemoryStream(content), 0, content.Length, "evidence", "../截图.png");
        async Task<string?> Record(byte[] content) => (await new IncidentsQuery(shop.Database, _ => Chen, shop.Shop.Data, shop.Clock).List(new FormCollection(
            new Dictionary<string, StringValues> { ["agent"] = "王雨桐", ["of"] = "conduct/脱岗", ["day"] = "2026-11-02" }, new FormFileCollection { Upload(content) }), new DefaultHttpContext())).View!.Refused?.Name;
        Assert.Equal("evidence-unreadable", await Record("<script>"u8.ToArray()));
        Assert.Equal("evidence-too-large", await Record(new byte[Evidences.MostBytes + 1]));
        Assert.Null(await Record(png));
        Assert.Equal(("截图.png", EvidenceType.Png, "王雨桐"), shop.Database.Evidence.Find(1) is { } kept ? (kept.Name, kept.Type, kept.About) : default);
        bool Sees(Viewer viewer) => EvidenceSight.Find(shop.Database, viewer, new(shop.Clock.GetUtcNow().ToUnixTimeSeconds()), 1) is not null;
        Assert.All([Wang, Chen, Hr, Boss, Qa, Auditor], viewer => Assert.True(Sees(viewer)));
        Assert.All([Li, Other, new Viewer("admin", Role.Administrator, null, null)], viewer => Assert.False(Sees(viewer)));
    }
}
