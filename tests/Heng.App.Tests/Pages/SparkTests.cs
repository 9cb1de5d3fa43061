using System.Text.RegularExpressions;
using Heng.App.Ui.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Tests.Pages;

public sealed partial class SparkTests
{
    [Fact]
    public async Task A_day_without_a_value_is_a_gap_in_the_line_and_in_the_ground_under_it()
    {
        // Five days 40 apart; the third has no value: one run from 0 to 40, one from 120 to 160, each with its own ground.
        var paths = await Paths(1m, 2m, null, 2m, 1m);
        Assert.Equal(["M0 36L40 5L40 40L0 40Z", "M0 36L40 5", "M120 5L160 36L160 40L120 40Z", "M120 5L160 36"], paths);
    }

    [Fact]
    public async Task A_day_between_two_gaps_is_a_dot()
    {
        Assert.Equal(["M0 36L40 5L40 40L0 40Z", "M0 36L40 5", "M120 5h0"], await Paths(1m, 2m, null, 2m, null));
    }

    [Fact]
    public async Task One_day_alone_draws_nothing() => Assert.Empty(await Paths(null, 2m, null));

    private static async Task<string[]> Paths(params decimal?[] values)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Spark>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Values"] = values }))).ToHtmlString());
        return [.. Drawn().Matches(html).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex(" d=\"([^\"]*)\"")]
    private static partial Regex Drawn();
}
