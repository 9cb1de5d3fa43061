using Heng.App.CommandLine;
using Heng.App.Features.Choosing;
using Heng.App.Features.Plans;
using Heng.App.Tests.CommandLine;
using Heng.Engine.Metrics;

namespace Heng.App.Tests.Choosing;

/// <summary>What ships for the trades names metrics that exist, weighs 100, and says where a target comes from.</summary>
public sealed class TradePresetsTests
{
    [Fact]
    public void Every_trade_weighs_100_over_six_to_ten_metrics_of_the_catalogue_each_with_a_side()
    {
        Assert.Equal(["clothing", "beauty", "food-fresh", "electronics", "furniture", "mother-baby", "books", "jewellery"], TradePresets.All.Select(t => t.Id));
        foreach (var trade in TradePresets.All)
        {
            Assert.InRange(trade.Indicators.Count, 6, 10);
            Assert.Equal(100m, trade.Indicators.Sum(i => i.Weight));
            Assert.Equal(trade.Indicators.Count, trade.Indicators.Select(i => i.Metric).Distinct().Count());
            foreach (var one in trade.Indicators)
            {
                var metric = Catalogue.Find(one.Metric);
                Assert.True(metric is not null, $"{trade.Id}: {one.Metric}");
                Assert.True(metric.Better != Better.None || one.Better != Better.None, $"{trade.Id}: {one.Metric} has no better side");
                Assert.True(one.Why is { Zh.Length: > 0, En.Length: > 0 });
            }
        }
    }

    [Fact]
    public void A_target_names_the_scheme_that_gives_it_or_is_a_rule_of_thumb()
    {
        var targets = TradePresets.All.SelectMany(t => t.Indicators).Where(i => i.Target is not null).ToArray();
        string[] schemes = [.. TemplateLibrary.All().Select(t => t.Scheme.Split('-')[0].ToUpperInvariant())];
        Assert.All(targets, i => Assert.True(i.Scheme is null || schemes.Contains(i.Scheme), i.Scheme));
        // What the sources give: S2 30 s and 90 %, S7 15 s, S10 98 %, S12 43 an hour, S13 80 %.
        Assert.Equal(
            [("average-response", 30m, "S2"), ("first-response", 15m, "S7"), ("good-rating-rate", 0.8m, "S13"), ("reply-rate", 0.98m, "S10"), ("resolution-rate", 0.9m, "S2"), ("throughput", 43m, "S12")],
            targets.Where(i => i.Scheme is not null).Select(i => (i.Metric, i.Target!.Value, i.Scheme!)).Distinct().OrderBy(t => t.Metric, StringComparer.Ordinal));
    }

    [Fact]
    public void Presets_are_told_as_json_and_an_unknown_trade_is_refused_by_name()
    {
        var first = Ran.Heng("plan", "presets", "books", "--format", "json").Done().Object["indicators"]![0]!;
        Assert.Equal(("received", "接待人数", 20m, "higher"), ((string?)first["metric"], (string?)first["name"], (decimal)first["weight"]!, (string?)first["better"]));
        Assert.Equal(TradePresets.All.Select(t => t.Id), Ran.Heng("plan", "presets", "--format", "json").Done().Rows.Select(t => (string?)t!["trade"]));
        Assert.Equal((Exit.WrongUsage, "trade-unknown"), Ran.Heng("plan", "presets", "cars") is var ran ? (ran.Code, ran.Refusal) : default);
    }
}
