using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Choosing;
using Heng.App.Ui;
using Heng.Engine.Metrics;

namespace Heng.App.CommandLine;

/// <summary><c>heng plan presets</c>: what a trade usually measures, to begin a choice of indicators with.</summary>
public static class PlanPresetsCommand
{
    public static Command Build(GlobalOptions options)
    {
        var trade = new Argument<string?>("TRADE") { Description = "A trade's id; without it the trades there are", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("presets", "Indicators that a trade usually begins with: weights, why, and usual targets") { trade };
        command.SetAction(parsed => Commands.Guard(parsed, () =>
        {
            var output = new Output(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format));
            if (parsed.GetValue(trade) is { } id) Write(output, Known(id));
            else output.Write(new JsonArray([.. TradePresets.All.Select(JsonOf)]), () => new(["trade", "name", "indicators", "note"],
                [.. TradePresets.All.Select(t => (IReadOnlyList<string>)[t.Id, t.Name.Zh, $"{t.Indicators.Count}", t.Note.Zh])]));
            return Exit.Done;
        }));
        return command;
    }

    private static void Write(Output output, Trade trade) => output.Write(JsonOf(trade), () => new(["metric", "name", "weight", "better", "target", "basis", "why"],
        [.. trade.Indicators.Select(i => (IReadOnlyList<string>)[i.Metric, Of(i).Name.Zh, Show.Trimmed(i.Weight), Json.Kebab(SideOf(i)), i.Target is { } target ? Show.Goal(target, Of(i).Unit) : "–", BasisOf(i) ?? "–", i.Why.Zh])]));

    private static Trade Known(string id) => TradePresets.Find(id)
        ?? throw CommandStoppedException.Usage("trade-unknown", $"没有行业“{id}”；有：{Trades}", $"There is no trade '{id}'; there are: {Trades}");

    private static JsonObject JsonOf(Trade trade) => new()
    {
        ["trade"] = trade.Id, ["name"] = trade.Name.Zh, ["nameEn"] = trade.Name.En, ["note"] = trade.Note.Zh, ["noteEn"] = trade.Note.En,
        ["indicators"] = new JsonArray([.. trade.Indicators.Select(i => new JsonObject
        {
            ["metric"] = i.Metric, ["name"] = Of(i).Name.Zh, ["nameEn"] = Of(i).Name.En, ["weight"] = i.Weight, ["better"] = Json.Kebab(SideOf(i)),
            ["target"] = i.Target, ["basis"] = BasisOf(i), ["why"] = i.Why.Zh, ["whyEn"] = i.Why.En,
        })]),
    };

    private static string Trades => string.Join(", ", TradePresets.All.Select(t => t.Id));
    private static Metric Of(PresetIndicator indicator) => Catalogue.Find(indicator.Metric)!;
    private static Better SideOf(PresetIndicator indicator) => Of(indicator).Better is var own && own != Better.None ? own : indicator.Better;
    private static string? BasisOf(PresetIndicator indicator) => indicator.Target is null ? null : indicator.Scheme ?? TradePresets.RuleOfThumb;
}
