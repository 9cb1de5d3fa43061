using Heng.App.Tests.CommandLine;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heng.App.Tests.Pages;

/// <summary>The served demo in a real browser, as the people in it would use it: real sign-in, real numbers, real transcripts.</summary>
[Collection(WholeDemo.Name)]
public sealed class DemoWalkTests(DemoFixture demo) : IAsyncLifetime
{
    private Database database = null!;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        database = Database.Open(DatabaseTarget.InFolder(demo.Folder));
        app = Server.Build(database, demo.Folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Site.Switches });
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        database.Dispose();
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task From_the_month_to_a_transcript_takes_no_more_than_four_clicks(int width, int height)
    {
        var page = await SignedIn("manager", width, height);
        var response = page.Locator("#ranking a.num[href*='metric=average-response']").Locator("visible=true").First;
        await response.ClickAsync();
        await page.Locator("#facts a.fact").First.ClickAsync();
        await Expect(page.Locator(".chat .bubble").First).ToBeVisibleAsync(); // two clicks
        Assert.NotEqual(0, await page.Locator(".wait").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_place_in_the_bar_opens_for_the_manager_without_an_error_in_the_console()
    {
        var page = await SignedIn("manager", 1440, 900, scripts: true);
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        var places = await page.Locator("nav a[href]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");
        Assert.True(places.Length >= 5, string.Join(' ', places));
        foreach (var place in places) Assert.Equal(200, (await page.GotoAsync(place))!.Status);
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_agent_opens_their_own_payslip_on_a_phone_and_nobody_elses()
    {
        var page = await SignedIn("agent01", 390, 844);
        await page.Locator("nav a[href$='/pay']").Locator("visible=true").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "工资条" })).ToBeVisibleAsync();
        var other = demo.Logins.Rows.First(r => r!["account"]!.GetValue<string>() == "agent02")!["person"]!.GetValue<string>();
        var status = (await page.GotoAsync($"/month/{DemoFixture.Month}/agent/{Uri.EscapeDataString(other)}/pay"))!.Status;
        Assert.True(status is 403 or 404, $"{status}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_says_how_many_tries_are_left()
    {
        var page = await NewPage(1440, 900, scripts: false);
        await Enter(page, "agent03", "not the password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("密码不对");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> SignedIn(string account, int width, int height, bool scripts = false)
    {
        var page = await NewPage(width, height, scripts);
        await Enter(page, account, demo.Logins.Rows.First(r => r!["account"]!.GetValue<string>() == account)!["password"]!.GetValue<string>());
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        return page;
    }

    private async Task<IPage> NewPage(int width, int height, bool scripts)
    {
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = height }, BaseURL = app.Urls.First() });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    private static async Task Enter(IPage page, string account, string password)
    {
        await page.GotoAsync("/signin");
        await page.GetByLabel("姓名或账号").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }
}
