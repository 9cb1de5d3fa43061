using Microsoft.Playwright;

namespace Heng.App.Tests.Pages;

/// <summary>With the keyboard alone: Tab comes to everything that can be used, shows where it is, and leaves the page again.</summary>
public sealed class KeyboardTests(Site site) : IClassFixture<Site>
{
    private const int MostStops = 600;

    // Of radio buttons of one name Tab stops at one; what a closed fold or dialog holds is not there.
    private const string Usable = """
        () => {
          const radios = new Set();
          return [...document.querySelectorAll('a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]')].filter(e => {
            if (!e.checkVisibility() || e.tabIndex < 0) return false;
            if (e.type !== 'radio') return true;
            const group = e.name + '/' + [...document.forms].indexOf(e.form);
            return !radios.has(group) && radios.add(group);
          }).map((e, i) => { (e.type === 'radio' ? [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(e.name)}"]`)].filter(r => r.form === e.form) : [e]).forEach(x => x.dataset.stop = i); return e.outerHTML.slice(0, 120); });
        }
        """;

    // Its own outline, or that of what stands for it.
    private const string Here = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const ringed = x => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) > 0;
          const shown = ringed(e) || ringed(e.parentElement) || [...(e.parentElement?.children ?? [])].some(ringed);
          return [e.dataset.stop ?? '-1', shown ? 'shown' : 'hidden', String(e.tabIndex), e.outerHTML.slice(0, 120)];
        }
        """;

    [Theory]
    [InlineData("signin"), InlineData("overview"), InlineData("my-day"), InlineData("roster"), InlineData("roster-edit"), InlineData("leave"), InlineData("handover"), InlineData("case"), InlineData("filing"), InlineData("incident")]
    [InlineData("agreed-goal"), InlineData("training-asked"), InlineData("exam-sheet"), InlineData("dialogue-run"), InlineData("suggestion"), InlineData("survey-answer"), InlineData("honours"), InlineData("scoring"), InlineData("appeal-decide")]
    [InlineData("appraisal"), InlineData("measures"), InlineData("interview"), InlineData("run"), InlineData("kept-here"), InlineData("settings"), InlineData("notice-settings")]
    public async Task Tab_reaches_everything_that_can_be_used_and_shows_where_it_is(string id)
    {
        var page = await site.Looking("light", "zh");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync($"/gallery/{id}");
        var usable = await page.EvaluateAsync<string[]>(Usable);
        Assert.NotEmpty(usable);
        var (seen, complaints, left) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), false);
        for (var stops = 0; stops < MostStops && !left; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string[]?>(Here) is not [var stop, var shown, var order, var html])
            {
                left = true;
                continue;
            }
            if (order is not ("0" or "-1")) complaints.Add("out of the page's order: " + html);
            if (seen.Add(stop) && stop != "-1" && shown == "hidden") complaints.Add("not to be seen: " + html);
        }
        Assert.True(left, "Tab never leaves the page");
        complaints.AddRange(usable.Where((_, i) => !seen.Contains(i.ToString(System.Globalization.CultureInfo.InvariantCulture))).Select(html => "not reached: " + html));
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
