using Heng.App.Features.Gallery;
using Microsoft.Playwright;

namespace Heng.App.Tests.Pages;

/// <summary>Every page of the gallery, in both themes and sizes: nothing for axe to complain of, nothing that scrolls sideways, no word cut off by the policy.</summary>
public sealed class LookTests(Site site) : IClassFixture<Site>
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Checkout.App, "web", "node_modules", "axe-core", "axe.min.js"));

    private const string Findings = """
        async rules => (await axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })).violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 140) + ' ' + (n.any[0]?.message ?? '')).join(' | '))
        """;

    public static TheoryData<string> Ids => [.. GalleryEndpoints.Ids];

    [Theory, MemberData(nameof(Ids))]
    public async Task A_page_has_no_serious_finding_in_either_theme_and_the_policy_blocks_nothing_that_it_uses(string id)
    {
        var complaints = new List<string>();
        // The dark page has the same elements in the same order: only what it is painted with differs.
        foreach (var (theme, language, rules) in new[] { ("light", "zh", null), ("dark", "en", new[] { "color-contrast", "link-in-text-block" }) })
        {
            var page = await site.Looking(1440, 900, theme, language);
            void Said(object? _, IConsoleMessage message) { if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text); }
            void Failed(object? _, string error) => complaints.Add(error);
            page.Console += Said;
            page.PageError += Failed;
            await page.GotoAsync($"/gallery/{id}");
            await page.EvaluateAsync(Axe);
            var found = await page.EvaluateAsync<string[]>(Findings, rules);
            complaints.AddRange(found.Select(finding => $"{theme}: {finding}"));
            page.Console -= Said;
            page.PageError -= Failed;
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_phone_never_scrolls_sideways_and_its_targets_are_large_enough(string id)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await site.Looking(390, 844, "light", language);
            await page.GotoAsync($"/gallery/{id}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{id} is {await page.EvaluateAsync<int>("document.documentElement.scrollWidth")} px wide");
            var small = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('.button, .icon-button, .bottom a, .page, select, input:not([type=hidden])')].filter(e => { const b = e.getBoundingClientRect(); return b.width > 1 && b.height > 1 && b.height < 41.5 }).map(e => e.outerHTML.slice(0, 120))");
            Assert.True(small.Length == 0, string.Join('\n', small));
        }
    }

    [Fact]
    public async Task In_English_no_Chinese_word_is_left_outside_of_data()
    {
        var page = await site.Page(language: "en", scripts: false);
        foreach (var id in new[] { "signin-locked", "setup", "overview-empty", "import-empty", "error-403", "error-404" })
        {
            await page.GotoAsync($"/gallery/{id}");
            var chinese = await page.EvaluateAsync<string[]>(
                "(() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), out = []; while (walk.nextNode()) { const t = walk.currentNode.data; if (/[\\u4e00-\\u9fff]/.test(t)) out.push(t.trim()); } return out; })()");
            // What is left is data: names of shops, people and maps, and the switch back to Chinese.
            Assert.DoesNotContain(chinese, text => !text.Contains("云栖", StringComparison.Ordinal) && !text.Contains('苏') && text is not ("中" or "京东订单.yaml"));
        }
        await page.Context.CloseAsync();
    }
}
