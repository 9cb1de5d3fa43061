using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.Engine.Records;
using Heng.Engine.Rules;

namespace Heng.App.Features.Rules;

/// <summary>A change of rules as it is proposed: the first day, and each setting that it moves with the value that is to hold, by id, so that the same change always reads the same.</summary>
public static class ProposedRules
{
    public static string Text(RuleSet before, RuleSet after, DateOnly from) => new JsonObject
    {
        ["from"] = RulesJson.Day(from),
        ["settings"] = new JsonObject(RuleSettings.Differences(before, after).OrderBy(d => d.Setting.Id, StringComparer.Ordinal).Select(d => KeyValuePair.Create(d.Setting.Id, (JsonNode?)JsonValue.Create(d.Setting.Read(after))))),
    }.ToJsonString(CommandLine.Output.Json);

    public static RuleChange Read(string text)
    {
        var node = JsonNode.Parse(text)!;
        return new([.. node["settings"]!.AsObject().Select(s => KeyValuePair.Create(s.Key, s.Value!.GetValue<string>()))], DateOnly.ParseExact(node["from"]!.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "");
    }
}
