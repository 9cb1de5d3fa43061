using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Heng.App.Features.Api;
using Heng.App.Features.Board;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Quality;
using Heng.App.Tests.SignIn;

namespace Heng.App.Tests.Live;

/// <summary>
/// 17:00 of 2 November: 王雨桐 answered ann after 20 s with 你自己看, and ann has waited for 80 s since; 李思远 answered bea at 10:00 after 40 s, and that chat is over. ann paid 100.00 at 16:59.
/// </summary>
public sealed partial class BoardChatsTests : IDisposable
{
    private readonly CheckedShop shop = new();
    private readonly ApiSite site;

    public BoardChatsTests()
    {
        site = new(shop.Database);
        var key = site.Key("manager", ApiScope.IngestMessages.Name, ApiScope.IngestOrders.Name);
        Send(key, "messages", Line("16:58:00", "buyer", "在吗") + Line("16:58:20", "agent", "你自己看") + Line("16:58:40", "buyer", "什么意思") + Line("10:00:00", "buyer", "有货吗", "bea", "思远") + Line("10:00:40", "agent", "有的", "bea", "思远"));
        Send(key, "orders", BoardTodayTests.Order("O1", "ann", "100.00", "16:58:30", "16:59:00"));
    }

    [Theory]
    [InlineData("", "2 次接待")]
    [InlineData("&show=all&agent=王雨桐", "1 次接待")]
    [InlineData("&show=open", "1 位买家，1 个会话开着")]
    [InlineData("&show=waiting", "1 位买家在等")]
    [InlineData("&show=consulted", "2 次接待")]
    // 20 + 40 = 60 s over two rounds; the third is open.
    [InlineData("&show=replies", "60 秒 ÷ 2 次已回复回合 = 30.0 秒")]
    [InlineData("&show=first-replies&agent=李思远", "40 秒 ÷ 1 次首次回复 = 40.0 秒")]
    // 20 s is in time, 40 s and the open round are not.
    [InlineData("&show=late", "3 个回合里 1 个在 30 秒内回复 = 33.33%")]
    // 自己看 and 你.
    [InlineData("&show=found", "2 条发现，1 次接待")]
    [InlineData("&show=paid", "2 个咨询里 1 个下单并付款 = 50.00%")]
    [InlineData("&show=sales", "1 单，¥100.00")]
    [InlineData("&show=sales&agent=李思远", "0 单，¥0.00")]
    public async Task A_number_opens_to_what_it_adds_up(string asked, string sum)
    {
        using var boss = await In("boss");
        Assert.Contains(sum, Body(await boss.Read($"/board/chats?shop={Counter.Shop}{asked}")), StringComparison.Ordinal);
    }

    [Theory]
    // ann waits, so she is first; bea was answered after 40 s and ann after 20 s; ann came at 16:58, bea at 10:00.
    [InlineData("show=replies", "16:58")]
    [InlineData("show=replies&sort=worst", "10:00")]
    [InlineData("show=replies&sort=oldest", "10:00")]
    [InlineData("show=replies&sort=newest", "16:58")]
    // Of ann's two rounds one was in time, of bea's one none.
    [InlineData("show=late&sort=worst", "10:00")]
    [InlineData("show=all&sort=worst", "16:58")]
    public async Task What_a_number_is_made_of_stands_in_the_order_that_is_asked_for(string asked, string first)
    {
        using var boss = await In("boss");
        var page = Body(await boss.Read($"/board/chats?shop={Counter.Shop}&{asked}"));
        Assert.Equal(first, Begun().Match(page).Groups[1].Value);
        Assert.Contains("回复最慢", Body(await boss.Read("/board/chats?show=replies")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(boss, "/board/chats?sort=sideways"));
    }

    [Fact]
    public async Task Where_no_list_stands_there_is_nothing_to_leaf_through_or_to_sort()
    {
        using var qa = await In("qa");
        Assert.DoesNotContain("board-sorts", Body(await qa.Read("/board/chats?show=sales")), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"pager\"", Body(await qa.Read("/board/chats?show=sales")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_board_leads_to_a_page_and_one_for_each_number()
    {
        using var boss = await In("boss");
        var links = Links().Matches(Body(await boss.Read("/board"))).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        foreach (var show in new[] { BoardShow.All, BoardShow.Open, BoardShow.Waiting, BoardShow.Consulted, BoardShow.Replies, BoardShow.Late, BoardShow.Found, BoardShow.Sales, BoardShow.Paid, BoardShow.FirstReplies })
            Assert.Contains(links, l => l.EndsWith("show=" + BoardLinks.IdOf(show), StringComparison.Ordinal));
        foreach (var link in links) Assert.Equal(HttpStatusCode.OK, await Status(boss, link));
    }

    [Fact]
    public async Task Nobody_opens_what_the_board_does_not_show_them()
    {
        using var wang = await In("wang");
        var own = Body(await wang.Read("/board/chats"));
        Assert.Contains("1 次接待", own, StringComparison.Ordinal);
        Assert.DoesNotContain("李思远", own, StringComparison.Ordinal);
        Assert.Contains("O1", Body(await wang.Read("/board/chats?show=sales")), StringComparison.Ordinal);
        using var chen = await In("chen");
        Assert.Contains("2 次接待", Body(await chen.Read("/board/chats")), StringComparison.Ordinal);
        using var zhao = await In("zhao");
        Assert.Contains("0 次接待", Body(await zhao.Read("/board/chats")), StringComparison.Ordinal);
        using var qa = await In("qa");
        var sums = Body(await qa.Read("/board/chats?show=sales"));
        Assert.Contains("¥100.00", sums, StringComparison.Ordinal);
        Assert.DoesNotContain("O1", sums, StringComparison.Ordinal);
        foreach (var (who, asked) in new[] { (wang, "agent=李思远"), (wang, "agent=·"), (zhao, "agent=王雨桐"), (zhao, "group=一组"), (chen, "agent=·"), (chen, "agent=没有这个人"), (chen, "shop=别的店"), (chen, "show=everything") })
            Assert.Equal(HttpStatusCode.NotFound, await Status(who, "/board/chats?" + asked));
        Assert.Equal(HttpStatusCode.OK, await Status(qa, "/board/chats?agent=·"));
    }

    public void Dispose()
    {
        site.Dispose();
        shop.Dispose();
    }

    private async Task<Visitor> In(string name)
    {
        var visitor = new Visitor(site.Url);
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, "balance-2026"));
        return visitor;
    }

    private static async Task<HttpStatusCode> Status(Visitor visitor, string address)
    {
        using var answer = await visitor.Get(address);
        return answer.StatusCode;
    }

    private static string Body(string page) => WebUtility.HtmlDecode(page.Split("<main", 2)[1]);

    private static string Line(string at, string from, string text, string buyer = "ann", string account = "雨桐") =>
        $$"""{"shop":"{{Counter.Shop}}","buyer":"{{buyer}}","account":"小店:{{account}}","at":"2026-11-02 {{at}}","from":"{{from}}","text":"{{text}}"}""" + "\n";

    private void Send(string key, string address, string lines)
    {
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        using var answer = client.PostAsync(new Uri("/api/v1/" + address, UriKind.Relative), content).GetAwaiter().GetResult();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex("href=\"(/board/cha[^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("(\\d\\d:\\d\\d) 开始")]
    private static partial Regex Begun();
}
