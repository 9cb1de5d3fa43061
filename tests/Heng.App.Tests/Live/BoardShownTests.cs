using System.Net;
using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Features.Warnings;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Quality;
using Heng.App.Tests.Api;
using Heng.App.Tests.SignIn;
using Heng.App.Features.Api;
using Heng.App.Features.People;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Microsoft.Extensions.DependencyInjection;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

/// <summary>What somebody finds on the board at 17:00 of 2 November: 小雨 and 小雪 are of 一组, 小川 is of 二组 and works in another shop.</summary>
public sealed class BoardShownTests
{
    private const string More = "name,accounts,group,position,base_pay,from\n小川,分店:小川,二组,front-line,4000,2026-01-01\n", Other = "分店";
    private static readonly BoardScope Everybody = new(Counter.Shop, null, null, null), Rain = new(Counter.Shop, null, [], "小雨");

    [Fact]
    public async Task Each_gets_the_shop_of_their_own_people_and_who_sees_all_the_busiest_and_then_the_one_they_picked()
    {
        using var site = new SendingSite(counter => counter.Import(counter.File("people_more.csv", More)));
        await site.Send("messages", Line("16:00:00", "buyer", "在吗") + There("16:01:00", "u1") + There("16:02:00", "u2"));
        foreach (var shop in site.Book.Open) shop.Tick(site.Book.Now);
        var (accounts, people) = (site.Site.Accounts, site.Site.Database.People.Roster);
        foreach (var (name, person) in new[] { ("rain", "小雨"), ("chuan", "小川") }) accounts.Add(name, Role.Agent, people.Find(person)!.Id, null, "balance-2026");
        accounts.Add("boss", Role.Manager, null, null, "balance-2026");

        using var rain = await In(site.Site, "rain");
        Assert.Contains($"{Counter.Shop} ·", await Head(rain, "/board"), StringComparison.Ordinal);
        using var chuan = await In(site.Site, "chuan");
        Assert.Contains($"{Other} ·", await Head(chuan, "/board"), StringComparison.Ordinal);
        Assert.Contains("0 位买家在等", await Head(rain, "/board/chats?show=waiting&shop=" + Other), StringComparison.Ordinal);
        // Two receptions there, one here.
        using var boss = await In(site.Site, "boss");
        Assert.Contains($"{Other} ·", await Head(boss, "/board"), StringComparison.Ordinal);
        Assert.Contains("2 位买家在等", await Head(boss, "/board/chats?show=waiting"), StringComparison.Ordinal);
        await boss.Read("/board?shop=" + Counter.Shop);
        Assert.Contains($"{Counter.Shop} ·", await Head(boss, "/board"), StringComparison.Ordinal);
        Assert.Contains("1 位买家在等", await Head(boss, "/board/chats?show=waiting"), StringComparison.Ordinal);
        // What is no shop is not kept.
        using (var answer = await boss.Get("/board?shop=没有")) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"{Counter.Shop} ·", await Head(boss, "/board"), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_anybody_wrote_one_gets_the_shop_of_ones_own_accounts()
    {
        using var site = new SendingSite(counter => counter.Import(counter.File("people_more.csv", More)));
        foreach (var shop in new[] { Counter.Shop, Other }) site.Site.Database.Shops.GetOrAdd(shop);
        var shops = new BoardShops(site.Site.Database, site.Book);
        foreach (var (name, own) in new[] { ("小雨", Counter.Shop), ("小川", Other) })
        {
            var agent = new Viewer(name, Role.Agent, name, null);
            Assert.Equal([own], shops.Of(agent));
            Assert.Equal(own, shops.Default(agent, null));
        }
    }

    [Fact]
    public async Task Rows_stand_by_group_and_name_whoever_waits_and_each_group_is_the_sum_of_its_people()
    {
        using var site = new SendingSite(counter => counter.Import(counter.File("people_more.csv", More.Replace("分店:小川", "小店:小川", StringComparison.Ordinal))));
        await site.Send("messages", Line("16:50:00", "buyer", "在吗", buyer: "u1", account: "小店:小雪") + Line("16:55:00", "buyer", "在吗", buyer: "u2") + Line("16:57:00", "buyer", "在吗", buyer: "u3") + Line("16:30:00", "buyer", "在吗", buyer: "u4", account: "小店:小川") + Line("16:20:00", "buyer", "在吗", buyer: "u5", account: "小店:新来"));
        var rows = site.Rows(Everybody);
        Assert.Equal(["小雨", "小雪", "小川", null], rows.Agents.Select(a => a.Name));
        // 一组: 1 + 2 wait, the longest since 16:50, 600 s; 二组: since 16:30, 1800 s; nobody's: since 16:20, 2400 s.
        Assert.Equal([("一组", 3, 600L), ("二组", 1, 1800L), (null, 1, 2400L)], rows.Groups.Select(g => (g.Group, g.Waiting, g.Longest!.Value)));
        Assert.Equal((5, 2400L), (rows.Sum.Waiting, rows.Sum.Longest!.Value));
        Assert.Empty(site.Rows(Everybody with { Group = "一组" }).Groups);
    }

    [Fact]
    public async Task What_a_buyer_says_stands_under_a_heading_of_its_own_for_no_row_counts_it()
    {
        using var shop = new CheckedShop();
        using var site = new ApiSite(shop.Database);
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", site.Key("manager", ApiScope.IngestMessages.Name));
        using var content = new StringContent(Line("16:58:00", "buyer", "我要投诉", account: "小店:雨桐") + Line("16:58:30", "agent", "自己看", account: "小店:雨桐"), System.Text.Encoding.UTF8, "application/x-ndjson");
        using (var answer = await client.PostAsync(new Uri("/api/v1/messages", UriKind.Relative), content)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var (live, board) = (site.App.Services.GetRequiredService<LiveBook>().Of(Counter.Shop)!, site.App.Services.GetRequiredService<BoardQuery>());
        live.Tick(live.LastReceived!.Value);
        var lists = board.Lists(live, Everybody);
        Assert.Equal(("taboo rule", "risk rule"), (Assert.Single(lists.Found).Rule.En, Assert.Single(lists.Attention).Rule.En));
        Assert.Equal(1, Assert.Single(board.Rows(live, Everybody).Agents).Findings);
        // On one's own day stand one's own wait and finding; ann waits for nobody now, she was answered.
        Assert.Equal((0, "自己看"), (board.OwnOf("王雨桐").Waits.Count, Assert.Single(board.OwnOf("王雨桐").Found).Words));
        Assert.Empty(board.OwnOf("李思远").Found);
        using var wang = await In(site, "wang");
        Assert.Contains("关于我的最新发现", await Head(wang, "/daily"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_board_says_how_one_stands_and_nothing_of_the_shop()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:58:00", "buyer", "在吗") + Line("16:58:10", "buyer", "在吗", buyer: "bea", account: "小店:小雪"));
        await site.Send("events", """{"event":"status","account":"小店:小雨","time":"2026-11-02 16:30:00","status":"suspended"}""" + "\n");
        var own = site.Now(Rain);
        Assert.Equal((true, AccountStatus.Suspended), (own.OwnOnly, own.Status!.Value));
        Assert.Equal((false, null), (site.Now(Everybody).OwnOnly, site.Now(Everybody).Status));
        Assert.Equal(2, site.Now(Everybody).Messages);
        Assert.Equal(["a**n"], site.Board.OwnOf("小雨").Waits.Select(w => w.Buyer));
    }

    [Fact]
    public async Task Who_is_paused_and_received_nobody_has_a_row_and_one_who_sees_some_is_told_of_their_messages_alone()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:58:00", "buyer", "在吗") + Line("16:58:10", "agent", "在的") + Line("16:58:20", "buyer", "在吗", buyer: "bea", account: "小店:新来"));
        await site.Send("events", """{"event":"status","account":"小店:小雪","time":"2026-11-02 16:30:00","status":"suspended"}""" + "\n");
        Assert.Equal([("小雨", null), ("小雪", AccountStatus.Suspended), (null, null)], site.Rows(Everybody).Agents.Select(a => (a.Name, a.Status)));
        Assert.Equal((3L, 2L), (site.Now(Everybody).Messages, site.Now(Rain).Messages));
        // No rule looks here, and nobody is told that one does.
        Assert.False(site.Board.Lists(site.Shop, Everybody).IsLookedAt);
    }

    [Fact]
    public async Task Ones_own_day_lists_twelve_who_wait_and_says_how_many_more_there_are()
    {
        using var site = new SendingSite();
        await site.Send("messages", string.Concat(Enumerable.Range(0, 13).Select(b => Line($"16:{b + 10}:00", "buyer", "在吗", buyer: $"u{b}"))));
        site.Shop.Tick(site.Book.Now);
        Assert.Equal((12, 1), (site.Board.OwnOf("小雨").Waits.Count, site.Board.OwnOf("小雨").More));
        site.Site.Accounts.Add("rain", Role.Agent, site.Site.Database.People.Roster.Find("小雨")!.Id, null, "balance-2026");
        using var rain = await In(site.Site, "rain");
        Assert.Contains("还有 1 人", await Head(rain, "/daily"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16 * 60, 17 * 60, null)]
    [InlineData(17 * 60, 8 * 60, 8 * 60)]
    [InlineData(17 * 60 + 1, 8 * 60, null)]
    public async Task Quiet_hours_are_said_while_they_hold(int from, int to, int? until)
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("16:58:00", "buyer", "在吗"));
        Assert.NotNull(site.Site.Database.Matters(WarningMatters.Thresholds).Begin(new("", Today, Today, WarningMatters.RulesKey), new("boss", new(1), "", WarningMatters.TextOf(WarningRules.Usual with { Quiet = new(from, to) }))));
        site.Site.App.Services.GetRequiredService<WarningBook>().Look();
        Assert.Equal(until, site.Now(Everybody).QuietUntil);
    }

    [Fact]
    public async Task Hours_that_are_over_are_compared_and_the_running_one_is_not()
    {
        using var site = new SendingSite();
        await site.Send("messages", Line("15:10:00", "buyer", "在吗", buyer: "u1") + Line("16:10:00", "buyer", "在吗", buyer: "u2") + Line("16:59:59", "buyer", "在吗", buyer: "u3"));
        var rows = site.Rows(Everybody);
        Assert.Equal((17, 16, 24), (rows.Hour, rows.Over.Last(), rows.Clock.Count()));
        Assert.Equal(3, rows.Over.Sum(h => rows.Hours[h]));
        // A day that begins at 4 goes by from 4 to 3: at 2 in the night 22 of its hours are over.
        Assert.Equal((22, 1), ((rows with { FirstHour = 4, Hour = 2 }).Over.Count(), (rows with { FirstHour = 4, Hour = 2 }).Over.Last()));
        Assert.Empty((rows with { FirstHour = 4, Hour = 4 }).Over);
    }

    private static async Task<Visitor> In(ApiSite site, string name)
    {
        var visitor = new Visitor(site.Url);
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, "balance-2026"));
        return visitor;
    }

    private static async Task<string> Head(Visitor visitor, string address) => WebUtility.HtmlDecode((await visitor.Read(address)).Split("<main", 2)[1]);

    private static string There(string at, string buyer) => Line(at, "buyer", "在吗", buyer: buyer, account: "分店:小川").Replace($"\"shop\":\"{Counter.Shop}\"", $"\"shop\":\"{Other}\"", StringComparison.Ordinal);
}
