using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Heng.App.Features.Api;
using Heng.App.Features.Board;
using Heng.App.Features.Live;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Pages;
using Heng.App.Tests.Quality;
using Heng.App.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Heng.App.Tests.Live;

public sealed class BoardTests(ITestOutputHelper said) : IDisposable
{
    private readonly CheckedShop shop = new();

    [Fact]
    public async Task A_browser_on_the_board_sees_a_forbidden_word_without_being_loaded_again()
    {
        using var site = new ApiSite(shop.Database);
        var key = site.Key("manager", ApiScope.IngestMessages.Name);
        await Send(site, key, Line("16:58:00", "buyer", "在吗"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Site.Switches });
        var page = await (await browser.NewContextAsync(new() { BaseURL = site.Url, ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync("/signin?to=%2Fboard");
        await page.FillAsync("input[name=name]", "chen");
        await page.FillAsync("input[name=password]", "balance-2026");
        await page.ClickAsync("main button.primary");
        await Assertions.Expect(page.Locator("[data-board-part=now]")).ToContainTextAsync("等待回复", new() { Timeout = 60_000 });
        await page.EvaluateAsync("document.body.dataset.same = 'yes'");
        Assert.Equal(0, await page.GetByText("自己看").CountAsync());

        var watch = Stopwatch.StartNew();
        await Send(site, key, Line("16:59:00", "agent", "你自己看"));
        await page.GetByText("自己看").First.WaitForAsync(new() { Timeout = 60_000 });
        said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from POST to the browser: {watch.ElapsedMilliseconds} ms"));
        Assert.Equal("yes", await page.EvaluateAsync<string>("document.body.dataset.same"));
        await Assertions.Expect(page.Locator("[data-board-part=rows]")).ToContainTextAsync("王雨桐", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Each_sees_on_the_board_what_role_and_group_allow_and_nobody_else_listens()
    {
        using var site = new ApiSite(shop.Database);
        await Send(site, site.Key("manager", ApiScope.IngestMessages.Name), Line("16:58:00", "buyer", "在吗") + Line("16:58:10", "buyer", "有货吗", "bea", "思远"));
        // One's own board names nobody: it is one's own wait that stands there, and no other.
        Assert.Equal((false, false), await Sees(site, "wang", "/board"));
        using (var wang = await In(site, "wang")) Assert.Matches(@"在等我回复\s+1\s", Regex.Replace(await wang.Read("/board"), "<[^>]+>", " "));
        Assert.Equal((true, true), await Sees(site, "chen", "/board"));
        Assert.Equal((false, false), await Sees(site, "zhao", "/board"));
        Assert.Equal((true, true), await Sees(site, "boss", "/board"));
        Assert.Equal((false, false), await Sees(site, "boss", "/board?group=二组"));
        using var zhao = await In(site, "zhao");
        Assert.Equal(HttpStatusCode.NotFound, await Status(zhao, "/board?group=一组"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(zhao, "/board/stream?shop=小店&group=一组"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(zhao, "/board/stream?shop=别的店"));
        using var nobody = new Visitor(site.Url);
        Assert.Equal(HttpStatusCode.Redirect, await Status(nobody, "/board/stream?shop=小店"));
    }

    [Fact]
    public async Task Who_is_signed_out_while_the_board_is_open_gets_no_more_of_it_and_until_then_it_says_that_it_goes_on()
    {
        using var site = new ApiSite(shop.Database);
        await Send(site, site.Key("manager", ApiScope.IngestMessages.Name), Line("16:58:00", "buyer", "在吗"));
        using var chen = await In(site, "chen");
        // The answer is read to its end, and it ends with the watching alone.
        var stream = chen.Read("/board/stream?shop=小店");
        await Goes(TimeSpan.FromSeconds(4));
        Assert.False(stream.IsCompleted);
        using (var connection = site.Database.Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE sign_in_session SET ended_at = 1";
            Assert.True(command.ExecuteNonQuery() > 0);
        }
        await Goes(TimeSpan.FromSeconds(60));
        Assert.True(stream.IsCompleted);
        var heard = await stream;
        Assert.Contains("event: now", heard, StringComparison.Ordinal);
        Assert.Contains("event: beat", heard, StringComparison.Ordinal);

        async Task Goes(TimeSpan most)
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < most && !stream.IsCompleted; site.Clock.Pass(TimeSpan.FromSeconds(1))) await Task.Delay(250);
        }
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Where_no_rule_looks_there_are_no_findings_and_not_none()
    {
        using var site = new SendingSite();
        await site.Send("messages", SendingSite.Line("16:58:00", "buyer", "在吗") + SendingSite.Line("16:58:30", "agent", "你自己看"));
        site.Shop.Tick(site.Book.Now);
        var board = site.Site.App.Services.GetRequiredService<BoardQuery>();
        Assert.Null(Assert.Single(board.Rows(site.Shop, new(Counter.Shop, null, null, null)).Agents).Findings);

        using var ruled = new ApiSite(shop.Database);
        await Send(ruled, ruled.Key("manager", ApiScope.IngestMessages.Name), Line("16:58:00", "buyer", "在吗") + Line("16:58:30", "agent", "你自己看"));
        var live = ruled.App.Services.GetRequiredService<LiveBook>().Of(Counter.Shop)!;
        live.Tick(live.LastReceived!.Value);
        // 自己看 is fatal, 你 for 您 is not.
        Assert.Equal(2, Assert.Single(ruled.App.Services.GetRequiredService<BoardQuery>().Rows(live, new(Counter.Shop, null, null, null)).Agents).Findings);
    }

    private static async Task<(bool Wang, bool Li)> Sees(ApiSite site, string name, string address)
    {
        using var visitor = await In(site, name);
        var main = (await visitor.Read(address)).Split("<main", 2)[1];
        return (main.Contains("王雨桐", StringComparison.Ordinal), main.Contains("李思远", StringComparison.Ordinal));
    }

    private static async Task<Visitor> In(ApiSite site, string name)
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

    private static string Line(string at, string from, string text, string buyer = "ann", string account = "雨桐") =>
        $$"""{"shop":"{{Counter.Shop}}","buyer":"{{buyer}}","account":"小店:{{account}}","at":"2026-11-02 {{at}}","from":"{{from}}","text":"{{text}}"}""" + "\n";

    private static Task Send(ApiSite site, string key, string lines) => SendingSite.Send(site, lines, key: key);
}
