using Heng.App.Features.Gallery;
using Microsoft.Playwright;

namespace Heng.App.Tests.Pages;

/// <summary>Every page of the gallery, in both themes and sizes: nothing for axe to complain of, nothing that scrolls sideways, no word cut off by the policy.</summary>
public sealed class LookTests(Site site) : IClassFixture<Site>
{
    private const string Findings = """
        async rules => (await axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })).violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 140) + ' ' + (n.any[0]?.message ?? '')).join(' | '))
        """;

    public static TheoryData<string> Ids => [.. GalleryEndpoints.Ids];

    private const string Wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(-1).map(e => e.outerHTML.slice(0, 160)).join()";

    private const string Small = """
        [...document.querySelectorAll('.button, .icon-button, .bottom a, .page, select, input:not([type=hidden])')]
          .filter(e => { const b = e.getBoundingClientRect(); return b.width > 1 && b.height > 1 && b.height < 41.5 }).map(e => e.outerHTML.slice(0, 120))
        """;

    // The dark page has the same elements in the same order: only what it is painted with differs.
    [Theory, MemberData(nameof(Ids))]
    public async Task A_page_fits_a_phone_has_large_targets_no_serious_finding_in_either_theme_and_nothing_that_the_policy_blocks(string id)
    {
        var complaints = new List<string>();
        foreach (var (theme, language, rules) in new[] { ("light", "zh", null), ("dark", "en", new[] { "color-contrast", "link-in-text-block" }) })
        {
            var page = await site.Looking(theme, language);
            void Said(object? _, IConsoleMessage message) { if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text); }
            void Failed(object? _, string error) => complaints.Add(error);
            page.Console += Said;
            page.PageError += Failed;
            await page.SetViewportSizeAsync(390, 844);
            await page.GotoAsync($"/gallery/{id}");
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is > 390 and var wide) complaints.Add($"{language}: {wide} px wide on a phone: {await page.EvaluateAsync<string>(Wide)}");
            complaints.AddRange((await page.EvaluateAsync<string[]>(Small)).Select(small => $"{language}: small on a phone: {small}"));
            await page.SetViewportSizeAsync(1440, 900);
            await page.AddScriptTagAsync(new() { Url = Site.Axe });
            complaints.AddRange((await page.EvaluateAsync<string[]>(Findings, rules)).Select(finding => $"{theme}: {finding}"));
            page.Console -= Said;
            page.PageError -= Failed;
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
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
            // What is left is data: names of shops, people, programs and maps, and the switch back to Chinese.
            Assert.DoesNotContain(chinese, text => !text.Contains("云栖", StringComparison.Ordinal) && !text.Contains('苏') && !text.StartsWith("sent by 客服系统,", StringComparison.Ordinal) && text is not ("中" or "京东订单.yaml"));
        }
        await page.Context.CloseAsync();
    }

    // Whatever says what can be done, what a column holds, or that there is nothing: words of the program, with names in them at most.
    private const string Worded = """
        [...document.querySelectorAll('main button, main summary, main th[scope=col], main dt, main .empty, main [role=alert], main .section-tabs a, nav.side a, nav.bottom a')]
          .map(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join(' ').trim()).filter(t => /[\u4e00-\u9fff]/.test(t))
        """;

    // What the server sent, parsed as a browser without scripts parses it: the words are there before anything is drawn.
    private const string Read = """
        async ids => {
          const found = [];
          for (const id of ids) {
            const answer = await fetch(`/gallery/${id}`), document = new DOMParser().parseFromString(await answer.text(), 'text/html');
            found.push(WORDED);
          }
          return found;
        }
        """;

    [Fact]
    public async Task In_English_no_button_column_tab_or_empty_page_of_any_kind_is_left_in_Chinese()
    {
        var page = await site.Page(language: "en");
        string[] data = [.. SamplePeople.Names, .. SamplePeople.Groups, "售后客服题库"];
        var left = new List<string>();
        await page.GotoAsync("/gallery");
        var read = await page.EvaluateAsync<string[][]>(Read.Replace("WORDED", Worded, StringComparison.Ordinal), GalleryEndpoints.Ids);
        foreach (var (id, found) in GalleryEndpoints.Ids.Zip(read))
            foreach (var words in found)
                if (data.Aggregate(words, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)).Any(c => c is >= '\u4e00' and <= '\u9fff')) left.Add($"{id}: {words}");
        await page.Context.CloseAsync();
        Assert.True(left.Count == 0, string.Join('\n', left));
    }
}
