using Heng.App.Features.Inspections;
using Heng.App.Tests.Quality;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Heng.App.Tests.Pages;

/// <summary>质一 inspects with the keyboard alone, is signed out in between, and loses nothing.</summary>
public sealed class InspectKeyTests : IAsyncLifetime, IDisposable
{
    private readonly InspectedShop shop = new();
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        shop.Drawn();
        app = Server.Build(shop.Database, shop.Folder, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(shop.Ladder.Clock);
        });
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Site.Switches });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, BaseURL = app.Urls.First() });
        context.SetDefaultTimeout(30_000);
        page = await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await app.DisposeAsync();
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task A_card_is_marked_handed_in_and_the_next_taken_by_keys_and_comes_back_after_being_signed_out()
    {
        await page.GotoAsync("/signin");
        await SignIn("质一");
        await page.GotoAsync(Links.Inspections);
        await page.GetByRole(AriaRole.Button, new() { Name = "领取下一份" }).ClickAsync();
        await Expect(page.Locator("form[data-inspect]")).ToBeVisibleAsync();
        var first = shop.Database.Matters(InspectionMatters.Inspections).All.Single(i => InspectionMatters.StateOf(i).WaitsFor("质一")).Id;

        // Next and previous; each is where the focus is, and shows it.
        foreach (var (key, mark) in new[] { ("l", 1), ("l", 2), ("h", 1), ("h", 1), ("3", 3) })
        {
            await page.Keyboard.PressAsync(key);
            Assert.Equal($"{mark} shown", await Here());
            if (char.IsDigit(key[0])) await page.WaitForTimeoutAsync(800);
        }
        await Type("22");
        Assert.Equal("22 shown", await Here());
        await Type("x");
        await Type("c");
        await page.Keyboard.InsertTextAsync("反问买家");
        // Keys are words in a field, and keys again outside it.
        await Type("nx");
        Assert.Equal("反问买家nx", await Comment());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("22 shown", await Here());
        await Type("jjm");
        Assert.Equal("2", await page.Locator("input[name='m:hard-tone']").InputValueAsync());
        await page.WaitForTimeoutAsync(800);
        await Type("20n");
        Assert.True(await page.Locator("input[name='v:no-opening'][value=na]").IsCheckedAsync());

        await Type("r");

        // Signed out elsewhere meanwhile: what is handed in is not read, and is back once one is in again.
        using (var connection = shop.Database.Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE sign_in_session SET ended_at = 1";
            Assert.True(command.ExecuteNonQuery() > 0);
        }
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/signin**", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Empty(shop.State(first).Inspected);
        await SignIn("质一");
        Assert.EndsWith(Links.Inspection(first), page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("[data-kept-note]")).ToBeVisibleAsync();
        Assert.Equal(("反问买家nx", "2", true, true), (await Comment(), await page.Locator("input[name='m:hard-tone']").InputValueAsync(), await page.Locator("input[name='v:hard-tone'][value=found]").IsCheckedAsync(), await page.Locator("input[name='v:no-opening'][value=na]").IsCheckedAsync()));

        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await page.WaitForURLAsync(url => url.Contains(Links.Inspections + "/", StringComparison.Ordinal) && !url.EndsWith(Links.Inspection(first), StringComparison.Ordinal));
        var marks = shop.State(first).Inspected.Single().Marks!;
        Assert.Equal(["no-opening NotApplicable ", "hard-tone Found 反问买家nx"], marks.Select(m => $"{m.Criterion} {m.Verdict} {m.Comment}"));
        Assert.NotNull(marks[1].Message);
        var next = shop.Database.Matters(InspectionMatters.Inspections).All.Single(i => InspectionMatters.StateOf(i).WaitsFor("质一")).Id;
        Assert.EndsWith(Links.Inspection(next), page.Url, StringComparison.Ordinal);
        // The next one begins empty.
        await Expect(page.Locator("[data-kept-note]")).ToBeHiddenAsync();
        Assert.Equal("", await Comment());
        await Type("r");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("form[data-inspect]")).ToHaveCountAsync(0);
        Assert.True(shop.State(next).IsInspectedBy("质一"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_field_hands_nothing_in_and_neither_does_a_card_with_something_unmarked(bool script)
    {
        var id = InspectionBook.Between(shop.Database, new(2026, 10, 1), new(2026, 10, 10))[0].Id;
        Assert.Null(shop.Act(id, InspectionEvent.Taken, InspectedShop.Qas[0]));
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = script, BaseURL = app.Urls.First() });
        page = await context.NewPageAsync();
        await page.GotoAsync("/signin");
        await SignIn("质一");
        await page.GotoAsync(Links.Inspection(id));
        var (all, marked) = (InspectionFormFile.Shipped[0].Criteria.Count(), page.Locator("input[name^='v:']:checked"));
        await page.Locator("[data-mark]:has([name='v:hard-tone']) summary").ClickAsync();
        await page.Locator("input[name='v:hard-tone'][value=found]").CheckAsync();
        await page.Locator("textarea[name='c:hard-tone']").FillAsync("凶");
        foreach (var field in new[] { "t:hard-tone", "m:hard-tone" }) await page.Locator($"input[name='{field}']").PressAsync("Enter");
        await page.Locator("input[name='v:hard-tone'][value=found]").PressAsync("Enter");
        // Were anything sent, it would be refused: all but one are unmarked.
        await Expect(page.Locator("[data-refusal]")).ToHaveCountAsync(0);
        await Expect(marked).ToHaveCountAsync(1);
        await page.Locator("[data-hand-in]").ClickAsync();
        await Expect(page.Locator("[data-refusal=unmarked]")).ToContainTextAsync($"还有 {all - 1} 项没有判");
        await page.Locator("[data-rest]").ClickAsync();
        await Expect(marked).ToHaveCountAsync(all);
        await Expect(page.Locator("input[name='v:hard-tone'][value=found]")).ToBeCheckedAsync();
        Assert.Empty(shop.State(id).Inspected);
        // With every mark there Enter hands nothing in either.
        await page.Locator("input[name='t:hard-tone']").PressAsync("Enter");
        await page.WaitForTimeoutAsync(300);
        Assert.Empty(shop.State(id).Inspected);
        await page.Locator("[data-hand-in]").ClickAsync();
        await Expect(page.Locator("form[data-inspect]")).ToHaveCountAsync(0);
        Assert.Equal("凶", Assert.Single(shop.State(id).Result!).Comment);
    }

    [Fact]
    public async Task What_one_typed_is_not_given_to_another_who_signs_in_at_the_same_window()
    {
        var id = InspectionBook.Between(shop.Database, new(2026, 10, 1), new(2026, 10, 10))[0].Id;
        Assert.Null(shop.Act(id, InspectionEvent.Taken, InspectedShop.Qas[0]));
        await page.GotoAsync("/signin");
        await SignIn("质一");
        await page.GotoAsync(Links.Inspection(id));
        await Type("22");
        await Type("xc");
        await page.Keyboard.InsertTextAsync("质一写的");
        Assert.Null(shop.Act(id, InspectionEvent.Released, InspectedShop.Qas[0]));
        Assert.Null(shop.Act(id, InspectionEvent.Taken, InspectedShop.Qas[1]));
        await page.Context.ClearCookiesAsync();
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GotoAsync("/signin");
        await SignIn("质二");
        await page.GotoAsync(Links.Inspection(id));
        Assert.Equal("", await Comment());
    }

    private Task Type(string keys) => page.Keyboard.TypeAsync(keys, new() { Delay = 40 });

    private Task<string> Comment() => page.Locator("textarea[name='c:hard-tone']").InputValueAsync();

    /// <summary>Which criterion has the focus, and whether one sees it.</summary>
    private Task<string> Here() => page.EvaluateAsync<string>("() => { const e = document.activeElement; return `${e.dataset.mark} ${getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) > 0 ? 'shown' : 'hidden'}`; }");

    private async Task SignIn(string name)
    {
        await page.GetByLabel("姓名或账号").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(InspectedShop.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }
}
