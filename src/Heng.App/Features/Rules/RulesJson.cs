using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Records;
using Heng.Engine.Rules;

namespace Heng.App.Features.Rules;

/// <summary>Rule sets as JSON: settings by their ids, values as they are written in files; a list is a list.</summary>
public static class RulesJson
{
    public static JsonObject Of(RuleBook book, RuleSet rules) => new()
    {
        ["shop"] = book.Shop.Name, ["version"] = rules.Version,
        ["settings"] = new JsonObject(RuleSettings.All.Select(s => KeyValuePair.Create(s.Id, (JsonNode?)Value(s, s.Read(rules))))),
        ["versions"] = new JsonArray([.. book.Versions().Select(Of)]),
        ["toRecompute"] = new JsonArray([.. book.Stale().Select(d => new JsonObject { ["from"] = Day(d.From), ["to"] = Day(d.To) })]),
    };

    public static JsonObject Of(RuleVersion version) => new()
    {
        ["version"] = version.Version, ["from"] = version.From == DateOnly.MinValue ? null : Day(version.From), ["by"] = version.By,
        ["at"] = version.At?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), ["reason"] = version.Reason, ["changes"] = Changes(version.Changes),
    };

    public static JsonArray Changes(IEnumerable<(RuleSetting Setting, string Before, string After)> changes) =>
        [.. changes.Select(c => new JsonObject { ["setting"] = c.Setting.Id, ["before"] = Value(c.Setting, c.Before), ["after"] = Value(c.Setting, c.After) })];

    public static Sheet Sheet(IReadOnlyList<JsonObject> shops) => new(["shop", "version", "setting", "value", "name"],
        [.. shops.SelectMany(shop => RuleSettings.All.Select(s => (IReadOnlyList<string>)
            [shop["shop"]!.GetValue<string>(), shop["version"]!.ToJsonString(), s.Id, Text(shop["settings"]![s.Id]), $"{s.Name.Zh} / {s.Name.En}"]))]);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonNode? value) => value is JsonArray list ? string.Join(" | ", list.Select(i => i!.GetValue<string>())) : value!.GetValue<string>();

    private static JsonNode Value(RuleSetting setting, string value) =>
        setting.Kind == SettingKind.List ? new JsonArray([.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(v => JsonValue.Create(v))]) : JsonValue.Create(value);
}
