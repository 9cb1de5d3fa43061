using Heng.App.Features.Coaching;
using Heng.App.Features.GoodExamples;
using Heng.App.Features.People;
using Heng.App.Features.Quality.FindingPages;
using Heng.App.Features.Quality.Findings;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>The causes of the checked October, and the task that one of them becomes. It is the 2nd of November.</summary>
public sealed class CoachingTests
{
    private static readonly Cause OfAddress = new(CauseKind.Rule, "address"), OfSlow = new(CauseKind.Rule, "slow");
    private static readonly NewCoachingAsk Ask = new(October, "王雨桐", null, OfAddress);

    private static CoachingQuery Pages(CheckedShop shop, Viewer viewer) => new(shop.Database, _ => viewer, shop.Clock);
    private static async Task<CoachingView> List(CheckedShop shop, Viewer viewer, CoachingAsk? ask = null) => (await Pages(shop, viewer).List(ask ?? new(October), new DefaultHttpContext())).View!;
    private static async Task<int> Status(CheckedShop shop, Viewer viewer) => (await Pages(shop, viewer).One(1, null, new DefaultHttpContext())).Status;
    private static async Task<CoachingTaskView> Page(CheckedShop shop, Viewer viewer, params (string, string)[] fields) => (await Pages(shop, viewer).One(1, fields.Length == 0 ? null : Form(fields), new DefaultHttpContext())).View!;
    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => new StringValues([.. f.Select(v => v.Value)])));
    private static string[] Told(IEnumerable<CauseRow> rows) => [.. rows.Select(r => $"{r.Cause.Id} {r.Agent} {r.Now.Touched}/{r.Now.Of} {r.Now.Lost:0.##}{(r.Group is { } g ? $" of {g.Touched}/{g.Of}" : "")}")];
    private static string[] Notices(CheckedShop shop, string who) => [.. shop.Database.Notices.Of(who, 50).Select(n => n.Notice.Kind).Where(k => k.StartsWith("coaching", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<NewCoachingView> Give(CheckedShop shop, Viewer viewer, NewCoachingAsk? ask = null, params (string, string)[] also)
    {
        var filled = (await Pages(shop, viewer).New(ask ?? Ask, null, new DefaultHttpContext())).View!;
        (string, string)[] fields = [("title", filled.Terms.Title!), ("goal", $"{filled.Terms.Goal}"), ("due", $"{filled.Terms.Due:yyyy-MM-dd}"), .. filled.Evidence.Where(e => e.Chosen).Select(e => ("evidence", e.Fact))];
        return (await Pages(shop, viewer).New(ask ?? Ask, Form([.. fields.Where(f => also.All(a => a.Item1 != f.Item1)), .. also]), new DefaultHttpContext())).View!;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Causes_are_ranked_by_what_they_cost_beside_the_group_and_each_sees_whom_they_may(DatabaseEngine engine)
    {
        using var shop = new CheckedShop(engine);
        var chen = await List(shop, Chen);
        Assert.Equal("一组", chen.Ask.Group);
        // Five receptions: one fatal takes 100, twice 你 2 each, one slow reply 3.
        Assert.Equal(["taboo  1/5 100", "address  2/5 4", "slow  1/5 3"], Told(chen.Whole!));
        // 王雨桐 had three: 100, and 4 ÷ 3 = 1.33 a reception; 李思远 two: 3 ÷ 2 = 1.5.
        Assert.Equal(["taboo 王雨桐 1/3 100 of 1/5", "slow 李思远 1/2 3 of 1/5", "address 王雨桐 2/3 4 of 2/5"], Told(chen.Rows));
        Assert.All(chen.Rows, r => Assert.Equal((true, 0, (decimal?)null), (r.Now.IsFew, r.Before.Of, r.Before.Share)));
        Assert.All(chen.Rows, r => Assert.NotNull(r.Give));
        Assert.Equal(2, (await new FindingsQuery(shop.Database, _ => Chen).For(new(October, "王雨桐", "address", State: FindingState.Counts), new DefaultHttpContext())).View!.Total);
        // Whoever is an agent sees their own alone, nothing of the group, and gives nothing.
        var wang = await List(shop, Wang);
        Assert.Null(wang.Whole);
        Assert.Equal(["taboo 王雨桐 1/3 100", "address 王雨桐 2/3 4"], Told(wang.Rows));
        Assert.All(wang.Rows, r => Assert.Null(r.Give));
        Assert.Equal((0, 0), ((await List(shop, Zhao)).Total, (await List(shop, Li, new(October, Agent: "王雨桐"))).Total));
        Assert.All((await List(shop, Hr)).Rows, r => Assert.Null(r.Give));
        Assert.Equal(["address 王雨桐 2/3 4 of 2/5"], Told((await List(shop, Boss, new(October, Cause: OfAddress))).Rows));
        // November has no chats: no data, and not 0.
        Assert.Equal((0, true), (await List(shop, Chen, new(October.Plus(1)))) is var next ? (next.Total, next.Through < October.Plus(1).First) : default);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_cause_becomes_a_task_in_one_step_and_says_before_and_after_by_itself(DatabaseEngine engine)
    {
        using var shop = new CheckedShop(engine);
        var filled = (await Pages(shop, Chen).New(Ask, null, new DefaultHttpContext())).View!;
        Assert.Equal(("王雨桐：address规则", 2, 3, 1, new DateOnly(2026, 11, 16)), (filled.Terms.Title, filled.Now.Touched, filled.Now.Of, filled.Terms.Goal!.Value, filled.Terms.Due!.Value));
        // The latest first, with the very words.
        Assert.Equal(["你", "你"], filled.Evidence.Select(e => string.Concat(e.Quote.Where(p => p.Found is not null).Select(p => p.Text))));
        Assert.Equal(["你要几件", "你自己看"], filled.Evidence.Select(e => string.Concat(e.Quote.Select(p => p.Text))));
        foreach (var (viewer, status) in new[] { (Wang, 403), (Hr, 403), (Auditor, 403), (Zhao, 404) }) Assert.Equal(status, (await Pages(shop, viewer).New(Ask, null, new DefaultHttpContext())).Status);
        Assert.Equal(404, (await Pages(shop, Chen).New(Ask with { Cause = new(CauseKind.Rule, "none") }, null, new DefaultHttpContext())).Status);
        Assert.Equal("goal-unclear", (await Give(shop, Chen, null, ("goal", "2"))).Refused!.Name);
        Assert.Equal("due-unclear", (await Give(shop, Chen, null, ("due", "2026-11-03"))).Refused!.Name);

        Assert.Equal((1L, null), (await Give(shop, Chen)) is var given ? (given.Begun!.Value, given.Refused) : default);
        Assert.Equal("already-open", (await Give(shop, Qa)).Refused!.Name);
        Assert.Equal(["coaching-given"], Notices(shop, "王雨桐"));
        Assert.Equal(1, (await List(shop, Chen)).Rows.Single(r => r.Cause == OfAddress).Task);
        Assert.Equal((200, 200, 200, 200, 200, 404, 404), (await Status(shop, Wang), await Status(shop, Chen), await Status(shop, Qa), await Status(shop, Hr), await Status(shop, Auditor), await Status(shop, Li), await Status(shop, Zhao)));

        Assert.Equal((true, false, false), (await Page(shop, Wang)) is var own ? (own.MayAcknowledge, own.MayTalk, own.MayClose) : default);
        Assert.Equal("not-yours", (await Page(shop, Chen, ("act", "acknowledge"))).Refused!.Name);
        Assert.Null((await Page(shop, Wang, ("act", "acknowledge"), ("note", "好的"))).Refused);
        Assert.Equal(["coaching-acknowledged"], Notices(shop, "陈静"));
        Assert.Equal("role-may-not", (await Page(shop, Hr, ("act", "talk"), ("note", "x"))).Refused!.Name);
        Assert.Null((await Page(shop, Chen, ("act", "talk"), ("note", "先复述再回答"))).Refused);
        Assert.Equal("not-due-yet", (await Page(shop, Chen, ("act", "close"), ("result", "reached"))).Refused!.Name);

        // The 2nd is the day it was given and the 17th is past its day; between them one of four, and 1 of 3 was the goal.
        shop.Import("november.csv", Counter.Messages + Chat("02", "fay", "你好吗，你说") + Chat("03", "gus", "你要吗") + Chat("09", "hal", "您要吗") + Chat("10", "ian", "您要吗") + Chat("16", "jon", "您要吗") + Chat("17", "kim", "你要吗"));
        shop.Clock.Pass(TimeSpan.FromDays(14));
        Assert.Empty(CoachingTold.Remind(shop.Database, new(2026, 11, 16), new(1)));
        Assert.Equal(["陈静"], CoachingTold.Remind(shop.Database, new(2026, 11, 17), new(1)).Select(n => n.To));
        Assert.Empty(CoachingTold.Remind(shop.Database, new(2026, 11, 18), new(2)));
        shop.Clock.Pass(TimeSpan.FromDays(1));
        var due = await Page(shop, Chen);
        Assert.Equal((CoachingStage.Due, (2, 3), (1, 4), (bool?)true), (due.Stage, (due.Before.Touched, due.Before.Of), (due.After.Touched, due.After.Of), due.State.Meets(due.After)));
        Assert.Equal("needs-reason", (await Page(shop, Chen, ("act", "close"), ("result", "not-reached"))).Refused!.Name);
        Assert.Equal("own-task", (await Page(shop, Wang, ("act", "close"), ("result", "reached"))).Refused!.Name);
        Assert.Null((await Page(shop, Chen, ("act", "close"), ("result", "reached"))).Refused);
        Assert.Equal(["coaching-closed", "coaching-given"], Notices(shop, "王雨桐"));
        Assert.Equal("already-over", (await Page(shop, Chen, ("act", "talk"), ("note", "x"))).Refused!.Name);
        // What it was closed at stays, whatever comes later.
        shop.Import("late.csv", Counter.Messages + Chat("11", "lee", "你要吗"));
        Assert.Equal((1, 4), (await Page(shop, Chen)).After is var kept ? (kept.Touched, kept.Of) : default);
        Assert.Null(shop.Database.Decisions.FirstBroken());
        Assert.All(shop.Database.Decisions.About("coaching/1"), d => Assert.DoesNotContain("复述", d.Why, StringComparison.Ordinal));
        // It may be given anew.
        Assert.Equal(2L, (await Give(shop, Chen, Ask with { Month = October })).Begun);
    }

    [Fact]
    public async Task A_groups_task_is_everybodys_in_it_and_shows_each_their_own_chats_alone()
    {
        using var shop = new CheckedShop();
        Assert.Equal(1L, (await Give(shop, Boss, new(October, null, "一组", OfSlow))).Begun);
        Assert.Equal(["coaching-given"], Notices(shop, "李思远"));
        Assert.Equal((200, 200, 200, 404), (await Status(shop, Li), await Status(shop, Wang), await Status(shop, Chen), await Status(shop, Zhao)));
        Assert.Equal((1, 0, 1), ((await Page(shop, Li)).Evidence.Count, (await Page(shop, Wang)).Evidence.Count, (await Page(shop, Chen)).Evidence.Count));
        foreach (var member in new[] { Li, Wang }) Assert.Null((await Page(shop, member, ("act", "acknowledge"))).Refused);
        Assert.Equal(["李思远", "王雨桐"], (await Page(shop, Boss)).State.AcknowledgedBy);
        Assert.Equal((1, 5), (await Page(shop, Li)).Before is var before ? (before.Touched, before.Of) : default);
    }

    [Fact]
    public async Task A_shared_example_of_the_category_comes_with_the_task_and_goes_with_its_consent()
    {
        using var shop = new CheckedShop();
        var (examples, reception) = (shop.Database.Matters(ExampleMatters.Kind), $"{shop.Database.Facts.Receptions(shop.Only.Id, new(2026, 10, 7), new(2026, 10, 7))[0].Id}");
        var proposed = examples.Begin(new("王雨桐", new DateOnly(2026, 10, 7)), new(ExampleEvent.Proposed, "陈静", new(1), "") { Reception = reception, Title = "报价清楚", Category = "服务用语", Words = "一句话说清" })!;
        // Without consent nobody knows of it.
        Assert.Null((await Pages(shop, Chen).New(Ask, null, new DefaultHttpContext())).View!.Example);
        Assert.True(examples.Append(proposed, new(ExampleEvent.Consented, "王雨桐", new(2), "")));
        Assert.Equal("报价清楚", (await Pages(shop, Chen).New(Ask, null, new DefaultHttpContext())).View!.Example!.Value.Title);
        // Another category that does not name the cause has none.
        Assert.Null((await Pages(shop, Chen).New(new(October, "李思远", null, OfSlow), null, new DefaultHttpContext())).View!.Example);
        await Give(shop, Chen, null, ("example", "on"));
        Assert.Equal(proposed.Id, (await Page(shop, Wang)).Example!.Value.Id);
        Assert.True(examples.Append(examples.Find(proposed.Id)!, new(ExampleEvent.Withdrawn, "王雨桐", new(3), "")));
        Assert.Null((await Page(shop, Wang)).Example);
    }

    [Fact]
    public async Task A_finding_that_is_struck_later_is_in_the_number_before_no_more()
    {
        using var shop = new CheckedShop();
        await Give(shop, Chen);
        var sixth = shop.Findings.Single(f => f.Rule == "address" && f.Day == new DateOnly(2026, 10, 6));
        var (raised, refused) = shop.Doing.Raise(CorrectedFact.Finding, $"{sixth.Id}", sixth.Day, new(), "引用买家的话", Wang);
        Assert.Null(refused);
        Assert.Null(shop.Doing.Answer(raised!, true, null, "属实", Hr));
        Assert.Equal(((1, 3), 2), (await Page(shop, Chen)) is var page ? ((page.Before.Touched, page.Before.Of), page.State.Given.Touched!.Value) : default);
    }

    [Fact]
    public async Task Criteria_marked_down_in_inspections_that_stand_are_causes_and_open_to_them()
    {
        using var shop = new InspectedShop();
        var mine = shop.Drawn().Where(i => i.State.Agent == "王雨桐").Take(2).ToArray();
        CriterionMark[][] marks = [[new("hard-tone", Verdict.Found, 2, null, "语气生硬")], [new("hard-tone", Verdict.NotApplicable)]];
        for (var i = 0; i < 2; i++)
        {
            Assert.Null(shop.Act(mine[i].Id, InspectionEvent.Taken, InspectedShop.Qas[0]));
            Assert.Null(shop.Act(mine[i].Id, InspectionEvent.Inspected, InspectedShop.Qas[0], "", marks[i]));
        }
        async Task<CoachingView> Seen(Viewer viewer) => (await new CoachingQuery(shop.Database, _ => viewer, shop.Ladder.Clock).List(new(October), new DefaultHttpContext())).View!;
        // It is told and does not stand yet: it may be objected to.
        Assert.Empty((await Seen(Boss)).Rows);
        foreach (var one in mine) Assert.Null(shop.Act(one.Id, InspectionEvent.Acknowledged, Wang));
        var row = Assert.Single((await Seen(Boss)).Rows);
        // Twice 4 of the 100; of the other card the criterion was not applicable.
        Assert.Equal(("s7/hard-tone", 1, 1, 8m, $"{mine[0].Id}"), (row.Cause.Id, row.Now.Touched, row.Now.Of, row.Now.Lost, Assert.Single(row.Inspections)));
        var ask = new NewCoachingAsk(October, "王雨桐", null, row.Cause);
        var filled = (await new CoachingQuery(shop.Database, _ => Boss, shop.Ladder.Clock).New(ask, null, new DefaultHttpContext())).View!;
        Assert.Equal(("语气生硬", $"/quality/inspections/{mine[0].Id}"), Assert.Single(filled.Evidence) is var shown ? (string.Concat(shown.Quote.Select(p => p.Text)), shown.Href) : default);
    }

    private static string Chat(string day, string buyer, string answer) =>
        Counter.Line($"2026-11-{day} 10:00:00", "多少钱", "buyer", $"{buyer}1", buyer, "小店:雨桐") + Counter.Line($"2026-11-{day} 10:00:20", answer, "agent", $"{buyer}2", buyer, "小店:雨桐");
}
