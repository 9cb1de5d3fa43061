using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Choosing;
using Heng.Engine.Metrics;
using Heng.Store;

namespace Heng.App.Features.Choosing;

/// <summary>A choice as the text that is kept. The same choice gives the same text, and so the same hash behind its signature.</summary>
public static class ChoiceText
{
    public static string Of(IndicatorChoice choice) => new JsonObject
    {
        ["title"] = choice.Title, ["position"] = choice.Position, ["stage"] = Json.Kebab(choice.Stage), ["owner"] = choice.Owner, ["from"] = choice.From,
        ["list"] = new JsonArray([.. choice.List.Select(c => new JsonObject
        {
            ["metric"] = c.Metric, ["why"] = c.Why.Zh, ["whyEn"] = c.Why.En, ["meets"] = c.Meets.ToString(), ["struck"] = c.Struck, ["weight"] = c.Weight, ["better"] = c.Better.ToString(),
        })]),
    }.ToJsonString(new() { Encoder = Output.Json.Encoder });

    public static IndicatorChoice Read(ChoiceVersion version)
    {
        var kept = JsonNode.Parse(version.Content)!;
        return new(Text(kept, "title"), Text(kept, "position"), [.. kept["list"]!.AsArray().Select(c => new Considered(Text(c!, "metric"), new(Text(c!, "why"), Text(c!, "whyEn")))
        {
            Meets = Enum.Parse<Criteria>(Text(c!, "meets")), Struck = c!["struck"]?.GetValue<string>(), Weight = c["weight"]?.GetValue<decimal>(), Better = Enum.Parse<Better>(Text(c, "better")),
        })])
        {
            Stage = version.Stage, Owner = kept["owner"]?.GetValue<string>(), From = kept["from"]?.GetValue<long>(),
        };
    }

    public static string HashOf(ChoiceVersion version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.Content)));

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
