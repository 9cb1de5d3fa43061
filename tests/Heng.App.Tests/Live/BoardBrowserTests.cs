using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Heng.App.Features.Api;
using Heng.App.Features.Live;
using Heng.App.Features.Warnings;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Pages;
using Heng.App.Tests.Quality;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Heng.App.Tests.Live;

/// <summary>What the leader 陈静 sees in a browser at 17:00 of 2 November while messages come: 李思远 and 王雨桐 are of 一组.</summary>
public sealed class BoardBrowserTests : IAsyncLifetime, IDisposable
{
    private readonly CheckedShop shop = new();
    private readonly ApiSite site;
    private readonly string key;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage page = null!;

    public BoardBrowserTests()
    {
        site = new(shop.Database);
        key = site.Key("manager", ApiScope.IngestMessages.Name);
    }

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Site.Switches });
        page = await (await browser.NewContextAsync(new() { BaseURL = site.Url, ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync("/signin");
        await page.FillAsync("input[name=name]", "chen");
        await page.FillAsync("input[name=password]", "balance-2026");
        await page.ClickAsync("main button.primary");
        await page.WaitForURLAsync(url => !url.Contains("signin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_stand_still_until_somebody_picks_a_column_and_then_move_seldom()
    {
        await Send(SendingSite.Said("16:58:00", "buyer", "在吗", "ann", "雨桐") + SendingSite.Said("16:00:00", "buyer", "在吗", "bea", "思远") + SendingSite.Said("16:00:20", "agent", "在的", "bea", "思远"));
        await page.GotoAsync("/board");
        // 王雨桐 has somebody waiting; by name 李思远 is first.
        Assert.Equal(["李思远", "王雨桐"], await Names());
        var waiting = page.Locator("[data-board-sort] th", new() { HasTextString = "等待" });
        await waiting.Locator("button").ClickAsync();
        Assert.Equal(["王雨桐", "李思远"], await Names());
        Assert.Equal("descending", await waiting.GetAttributeAsync("aria-sort"));
        // Two wait for 李思远 now: the figure is new at once, the place is not.
        await Send(SendingSite.Said("16:59:00", "buyer", "在吗", "cat", "思远") + SendingSite.Said("16:59:10", "buyer", "在吗", "dan", "思远"));
        await Assertions.Expect(page.Locator("tr", new() { HasTextString = "李思远" }).Locator("td").Nth(2)).ToHaveTextAsync("2", new() { Timeout = 60_000 });
        Assert.Equal("descending", await waiting.GetAttributeAsync("aria-sort"));
        await Assertions.Expect(page.Locator("[data-board-sort] tbody tr[id] th a").First).ToHaveTextAsync("李思远", new() { Timeout = 60_000 });
        // A third click gives the standing order back, with the next look of the server.
        await waiting.Locator("button").ClickAsync();
        Assert.Equal("ascending", await waiting.GetAttributeAsync("aria-sort"));
        await waiting.Locator("button").ClickAsync();
        Assert.Null(await waiting.GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task A_running_chat_renews_itself_leaves_what_is_typed_alone_and_says_that_a_note_was_sent()
    {
        await Send(SendingSite.Said("16:58:00", "buyer", "在吗", "ann", "雨桐"));
        var live = site.App.Services.GetRequiredService<LiveBook>().Of(Counter.Shop)!;
        site.App.Services.GetRequiredService<LiveFeed>().Look(live, new(site.Clock.GetUtcNow().ToUnixTimeSeconds()));
        await page.GotoAsync(WarningLinks.Chat(Counter.Shop, live.Ask((day, _, _, _) => day.Receptions.First().Id)));
        await page.FillAsync("textarea[name=words]", "先道歉");
        await Send(SendingSite.Said("16:58:40", "buyer", "还有人吗", "ann", "雨桐"));
        await page.GetByText("还有人吗").WaitForAsync();
        Assert.Equal("先道歉", await page.InputValueAsync("textarea[name=words]"));
        await page.ClickAsync("form button.primary");
        await page.GetByText("已发送").WaitForAsync();
        await Assertions.Expect(page.Locator("#live-notes")).ToContainTextAsync("先道歉");
        // The answer comes without loading too, and does not take away what is being written.
        await page.FillAsync("#live-notes input[name=words]", "还有");
        await Send(SendingSite.Said("16:59:00", "agent", "在的，抱歉", "ann", "雨桐"));
        await page.GetByText("在的，抱歉").WaitForAsync();
        Assert.Equal("还有", await page.InputValueAsync("#live-notes input[name=words]"));
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    public void Dispose()
    {
        site.Dispose();
        shop.Dispose();
    }

    private Task<string[]> Names() => page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-board-sort] tbody tr[id] th a')].map(a => a.textContent.trim())");

    private Task Send(string lines) => SendingSite.Send(site, lines, key: key);
}
