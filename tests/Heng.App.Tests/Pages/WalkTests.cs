using System.Text.RegularExpressions;
using Heng.App.Features.Gallery;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heng.App.Tests.Pages;

/// <summary>What people do, in a real browser, with and without scripts.</summary>
public sealed class WalkTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_password_is_said_and_the_right_one_leads_on(bool scripts)
    {
        var page = await site.Page(user: null, scripts: scripts);
        await page.GotoAsync("/month/2026-10/agent/王雨桐");
        await page.GetByLabel("姓名或账号").FillAsync("苏明哲");
        await page.GetByLabel("密码").FillAsync("wrong-password");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("姓名或密码不对");
        await Expect(page.GetByLabel("姓名或账号")).ToHaveValueAsync("苏明哲");
        await page.GetByLabel("密码").FillAsync(SampleSeams.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("王雨桐");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_check_that_fails_says_that_the_findings_are_the_last_ones()
    {
        var page = await site.Page();
        await page.GotoAsync("/plans/s10-cs-360/edit");
        var stale = page.Locator("[data-stale]");
        await Expect(stale).ToBeHiddenAsync();
        foreach (var fails in new Func<IRoute, Task>[] { r => r.AbortAsync(), r => r.FulfillAsync(new() { Status = 500 }) })
        {
            await page.RouteAsync("**/edit", fails);
            await page.Locator("#yaml").PressSequentiallyAsync("#");
            await Expect(stale).ToContainTextAsync("没能检查");
            await Expect(stale).ToBeVisibleAsync();
            await page.UnrouteAllAsync();
            await page.Locator("#yaml").PressSequentiallyAsync("#");
            await Expect(stale).ToBeHiddenAsync();
        }
        // Signed out meanwhile, the page to sign in is no finding.
        await page.Context.ClearCookiesAsync();
        await page.Locator("#yaml").PressSequentiallyAsync("#");
        await Expect(stale).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Signing_out_ends_at_the_sign_in_page()
    {
        var page = await site.Page();
        await page.GotoAsync("/people");
        await page.Locator("header.top details.menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Expect(page.GetByText("已退出登录")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_a_number_to_the_transcript_takes_no_more_than_four_clicks()
    {
        var page = await site.Page(scripts: false);
        await page.GotoAsync("/month/2026-10");
        await page.Locator("#ranking tbody tr").First.Locator("td.n a.num").Nth(1).ClickAsync();
        await page.Locator("#facts a.fact").First.ClickAsync();
        await Expect(page.Locator(".chat .bubble").First).ToBeVisibleAsync(); // two clicks
        await Expect(page.Locator(".wait.slow")).ToContainTextAsync("等待 3 分 15 秒");
        await Expect(page.Locator(".wait.never")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_number_opens_its_reason_in_a_drawer_on_a_desk()
    {
        var page = await site.Page();
        await page.GotoAsync("/month/2026-10");
        await page.Locator("#ranking tbody tr").First.Locator("td.n a.num").Nth(1).ClickAsync();
        await Expect(page.Locator("dialog#drawer")).ToContainTextAsync("怎么算的");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog#drawer")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Searching_sorting_and_turning_pages_keep_the_address_and_swap_only_the_list()
    {
        var page = await site.Page();
        await page.GotoAsync("/month/2026-10");
        await page.EvaluateAsync("window.stayed = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "第 2 页" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2"));
        await page.GetByRole(AriaRole.Link, new() { Name = "满意率" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=satisfaction&desc=1"));
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("满意率");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("欧阳");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#ranking tbody tr")).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("q=%E6%AC%A7"));
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_chart_is_drawn_and_its_table_stands_behind_it()
    {
        var page = await site.Page();
        await page.GotoAsync("/month/2026-10");
        await Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await page.GetByText("看数据表").ClickAsync();
        await Expect(page.Locator(".chart-table tbody tr")).ToHaveCountAsync(31);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_import_shows_its_progress_and_then_a_result_that_balances()
    {
        var page = await site.Page();
        await page.GotoAsync("/import");
        await page.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "chat.csv", MimeType = "text/csv", Buffer = "a,b\n1,2\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "开始导入" }).ClickAsync();
        await Expect(page.Locator("progress")).ToBeVisibleAsync();
        await Expect(page.GetByText("账平")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_nobody_knows_is_refused_in_words()
    {
        var page = await site.Page(scripts: false);
        await page.GotoAsync("/import");
        await page.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "setup.exe", MimeType = "application/octet-stream", Buffer = [1, 2] });
        await page.GetByRole(AriaRole.Button, new() { Name = "开始导入" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("认不出这个文件的格式");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_theme_changes_in_place_and_is_kept()
    {
        var page = await site.Page();
        await page.GotoAsync("/people");
        await page.GetByRole(AriaRole.Link, new() { Name = "切换到深色" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_agent_may_not_open_somebody_elses_payslip()
    {
        var page = await site.Page(user: "agent");
        var answer = await page.GotoAsync("/month/2026-10/agent/李思远/pay");
        Assert.Equal(403, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "无权查看" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
