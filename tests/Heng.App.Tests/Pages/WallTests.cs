namespace Heng.App.Tests.Pages;

/// <summary>The wall screen: one screen without scrolling, nothing of the program around it, nothing that runs into something else.</summary>
public sealed class WallTests(Site site) : IClassFixture<Site>
{
    private const string Beyond = """
        [...document.querySelectorAll('.wall .card, .wall .board-tile, .wall-head > *')].filter(e => { const b = e.getBoundingClientRect(); return b.bottom > innerHeight + 1 || b.right > innerWidth + 1; }).map(e => e.className)
        """;

    // A list that is cut, or a figure that is wider than its tile.
    private const string Cut = """
        [...document.querySelectorAll('.wall-waits, .wall-news, .wall-worst, .wall .board-tile, .wall .board-tile strong')].filter(e => e.tagName !== 'STRONG' && e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2).map(e => `${e.className} ${e.scrollWidth}>${e.clientWidth} ${e.scrollHeight}>${e.clientHeight}`)
        """;

    [Theory]
    [InlineData(1440, 900, "zh")]
    [InlineData(1440, 900, "en")]
    [InlineData(1920, 1080, "zh")]
    [InlineData(1920, 1080, "en")]
    public async Task A_wall_is_seen_whole_on_one_screen(int width, int height, string language)
    {
        var page = await site.Looking("dark", language);
        await page.SetViewportSizeAsync(width, height);
        foreach (var id in new[] { "board-wall", "board-wall-quiet" })
        {
            await page.GotoAsync($"/gallery/{id}");
            Assert.Equal((height, width), (await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            Assert.Empty(await page.EvaluateAsync<string[]>(Beyond));
            Assert.Empty(await page.EvaluateAsync<string[]>(Cut));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('nav, .side, .top, .bottom, .menu').length"));
            Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelectorAll('.wall-exit').length"));
        }
    }
}
