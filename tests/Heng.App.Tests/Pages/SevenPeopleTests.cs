using Dapper;
using Heng.App.Features.Notices;
using Heng.App.Tests.Appeals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heng.App.Tests.Pages;

/// <summary>
/// October from the collecting to the closing in a real browser, as seven people would do it: HR, a leader and two managers at desks, three agents on phones.
/// One appeal is accepted and another refused, the manager is late and reminded, and the month is closed.
/// </summary>
public sealed class SevenPeopleTests : IAsyncLifetime, IDisposable
{
    private const string Password = "balance-2026", Month = "/month/2026-10";
    private readonly AppealShop shop = new();
    private readonly Dictionary<string, IPage> people = [];
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        // The leader's points are still to be given.
        using (var connection = shop.Database.Connect()) connection.Execute("DELETE FROM entry");
        app = Server.Build(shop.Database, shop.Shop.Data, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(shop.Clock);
        });
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Site.Switches });
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await app.DisposeAsync();
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task A_month_goes_from_the_collecting_to_the_closing_with_two_appeals_and_a_late_approver()
    {
        foreach (var desk in new[] { "hr", "chen", "boss", "second" }) people[desk] = await SignedIn(desk, 1440, 900);
        foreach (var phone in new[] { "wang", "li", "zhao" }) people[phone] = await SignedIn(phone, 390, 844);

        // Before the 3rd, so earlier than the numbers mature: HR ends the collecting for a reason.
        await EndStage("hr", "赶在 3 日前");
        await Press("hr", $"{Month}/appraisal", "核算完毕");
        // The leader is told that it is her turn, and scores her two from there.
        await Told("chen", "2 项等您做");
        await Score("chen", ("李思远", "8"), ("王雨桐", "7"));
        // 二组 has no leader: whoever leads the assessment scores 赵磊.
        await Score("hr", ("赵磊", "5"));
        await At("hr", "员工确认");

        // 王雨桐 wants order 1, 赵磊 more points; neither confirms while it is open.
        await Appeal("wang", "/appeals/new?kind=order&fact=1", "是我谈成的");
        await people["zhao"].GotoAsync($"/explain?month=2026-10&agent={Uri.EscapeDataString("赵磊")}&item=attitude");
        await people["zhao"].GetByRole(AriaRole.Link, new() { Name = "这里不对" }).First.ClickAsync();
        await people["zhao"].GetByLabel("应为（分）").FillAsync("9");
        await Appeal("zhao", null, "我没有被投诉过");
        await people["wang"].GotoAsync($"{Month}/appraisal");
        await people["wang"].GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await Expect(people["wang"].Locator("[data-refusal=objection-open]")).ToBeVisibleAsync();

        // 陈静 sees who would move and accepts; HR gave 赵磊 the points, so another decides, and refuses.
        await Told("chen", "提出申诉");
        await people["chen"].GotoAsync("/appeals/1");
        await Expect(people["chen"].Locator("#moves")).ToContainTextAsync("52.50");
        await Decide("chen", 1, "聊天记录证明是她谈成的", "采纳并更正");
        await people["hr"].GotoAsync("/appeals/2");
        await Expect(people["hr"].GetByRole(AriaRole.Button, new() { Name = "驳回" })).ToHaveCountAsync(0);
        await Decide("second", 2, "评分有记录为证", "驳回");

        // Both moved: 100 of 400 is 12.5 + 40, 500 of 380 is 50 + 35. 李思远 is told of his own and of nobody else's.
        await Told("wang", "申诉已采纳");
        await Told("li", "得分 90.00 → 52.50");
        Assert.DoesNotContain("王雨桐", await people["li"].Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Told("zhao", "未被采纳");
        foreach (var agent in new[] { "li", "wang", "zhao" }) await Press(agent, $"{Month}/appraisal", "确认");

        await At("hr", "人事复核");
        await Press("hr", $"{Month}/appraisal", "复核无误（3 项）");
        await At("hr", "经理审批");
        // Three days after the stage began are over on the sixth: the daily round reminds who is late.
        shop.Clock.Pass(TimeSpan.FromDays(5));
        app.Services.GetRequiredService<DailyNotices>().Run();
        // A sign-in does not last five days.
        foreach (var (name, page) in people) await SignIn(page, name);
        await Told("boss", "已晚 2 天");
        await Press("boss", $"{Month}/appraisal", "批准（3 项）");
        await Press("hr", $"{Month}/appraisal", "公布");
        await people["li"].GotoAsync($"{Month}/appraisal");
        await Expect(people["li"].Locator("main")).ToContainTextAsync("85.00");
        await Expect(people["li"].Locator("main")).Not.ToContainTextAsync("3850");

        await Press("hr", $"{Month}/run", "准备");
        await people["boss"].GotoAsync($"{Month}/run");
        await people["boss"].Locator("input[name=provisionally]").First.CheckAsync();
        await people["boss"].GetByRole(AriaRole.Button, new() { Name = "核准封存" }).ClickAsync();
        await Press("boss", $"{Month}/run", "结账");
        Assert.Equal(["2026-10"], shop.Database.ClosedMonths.Months(Heng.App.Features.Closing.SealedMonth.Company).Select(m => m.ToString()));
        await Told("wang", "已关账");
        await people["wang"].GotoAsync($"{Month}/agent/{Uri.EscapeDataString("王雨桐")}/pay");
        await Expect(people["wang"].Locator("main")).ToContainTextAsync("3,850.00");
        foreach (var phone in new[] { "wang", "li", "zhao" }) Assert.Equal(390, await people[phone].EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private async Task EndStage(string who, string why)
    {
        var page = people[who];
        await page.GotoAsync($"{Month}/appraisal");
        await page.GetByText("结束环节、委托或退回").ClickAsync();
        await page.Locator("form:has(input[name=act][value=End]) input[name=why]").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = "结束这个环节" }).ClickAsync();
    }

    private async Task Press(string who, string address, string button)
    {
        await people[who].GotoAsync(address);
        await people[who].GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        Assert.Equal(0, await people[who].Locator("[data-refusal]").CountAsync());
    }

    private async Task Score(string who, params (string Agent, string Points)[] marks)
    {
        await people[who].GotoAsync($"{Month}/appraisal");
        await people[who].GetByRole(AriaRole.Link, new() { Name = "去评分" }).ClickAsync();
        foreach (var (agent, points) in marks) await people[who].GetByLabel($"{agent} · 态度 · 分数").FillAsync(points);
        await people[who].GetByRole(AriaRole.Button, new() { Name = "全部提交" }).ClickAsync();
        await Expect(people[who].GetByText("已提交。").First).ToBeVisibleAsync();
    }

    /// <summary>On the page of a fact, or on one that is open already.</summary>
    private async Task Appeal(string who, string? address, string why)
    {
        if (address is not null) await people[who].GotoAsync(address);
        await people[who].GetByLabel("哪里不对，为什么").FillAsync(why);
        await people[who].GetByRole(AriaRole.Button, new() { Name = "提出申诉" }).ClickAsync();
        await Expect(people[who]).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/appeals/[0-9]+"));
    }

    private async Task Decide(string who, int appeal, string why, string button)
    {
        await people[who].GotoAsync($"/appeals/{appeal}");
        await people[who].GetByLabel("依据（写明证据）").FillAsync(why);
        await people[who].GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(people[who].GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0);
    }

    private async Task Told(string who, string words)
    {
        await people[who].GotoAsync("/notices");
        await Expect(people[who].Locator("main")).ToContainTextAsync(words);
    }

    private async Task At(string who, string stage)
    {
        await people[who].GotoAsync($"{Month}/appraisal");
        await Expect(people[who].Locator(".run-steps [aria-current=step]")).ToContainTextAsync(stage);
    }

    private async Task<IPage> SignedIn(string account, int width, int height)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, BaseURL = app.Urls.First() });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await SignIn(page, account);
        return page;
    }

    private static async Task SignIn(IPage page, string account)
    {
        await page.GotoAsync("/signin");
        await page.GetByLabel("姓名或账号").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(page.Locator("nav a").First).ToBeAttachedAsync();
    }
}
