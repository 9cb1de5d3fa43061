using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Tests.Plans;

/// <summary>Checks YAML against the words of JSON schema that ours uses; what it says names the place.</summary>
internal sealed class SchemaCheck(JsonNode schema)
{
    public IReadOnlyList<string> Faults(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. Of(Json(stream.Documents[0].RootNode), schema, "$")];
    }

    private IEnumerable<string> Of(JsonNode? value, JsonNode rule, string at)
    {
        if (rule["$ref"] is { } to) return Of(value, schema["$defs"]![to.GetValue<string>().Split('/')[^1]]!, at);
        if (rule["anyOf"] is JsonArray any) return any.Any(r => !Of(value, r!, at).Any()) ? [] : [$"{at}: none of {any.Count}"];
        if (rule["enum"] is JsonArray choices) return choices.Any(c => JsonNode.DeepEquals(c, value)) ? [] : [$"{at}: not one of the words"];
        if (!Types(rule).Contains(TypeOf(value))) return [$"{at}: {TypeOf(value)}"];
        return value switch
        {
            JsonObject map => OfObject(map, rule, at),
            JsonArray list => list.Count == 0 ? [$"{at}: empty"] : list.SelectMany((each, i) => Of(each, rule["items"]!, $"{at}[{i}]")),
            _ => rule["pattern"] is { } pattern && !Regex.IsMatch(value!.GetValue<string>(), pattern.GetValue<string>()) ? [$"{at}: {value}"] : [],
        };
    }

    private IEnumerable<string> OfObject(JsonObject map, JsonNode rule, string at)
    {
        foreach (var needed in rule["required"]?.AsArray() ?? [])
            if (!map.ContainsKey(needed!.GetValue<string>())) yield return $"{at}: {needed} is missing";
        if (map.Count > (rule["maxProperties"]?.GetValue<int>() ?? int.MaxValue) || map.Count < (rule["minProperties"]?.GetValue<int>() ?? 0)) yield return $"{at}: {map.Count} keys";
        foreach (var (key, value) in map)
        {
            var own = rule["properties"]?[key] ?? (rule["additionalProperties"] as JsonObject);
            if (own is null) yield return $"{at}: unknown {key}";
            else foreach (var fault in Of(value, own, $"{at}.{key}")) yield return fault;
        }
    }

    private static string[] Types(JsonNode rule) => rule["type"] switch
    {
        JsonArray several => [.. several.Select(t => t!.GetValue<string>())],
        { } one when one.GetValue<string>() == "number" => ["number", "integer"],
        { } one => [one.GetValue<string>()],
        _ => [],
    };

    private static string TypeOf(JsonNode? value) => value switch
    {
        JsonObject => "object",
        JsonArray => "array",
        JsonValue v when v.TryGetValue<bool>(out _) => "boolean",
        JsonValue v when v.TryGetValue<decimal>(out var number) => number == decimal.Truncate(number) ? "integer" : "number",
        _ => "string",
    };

    /// <summary>As YAML 1.2 tools read it: plain numbers and truth values are such, everything else is text.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when Regex.IsMatch(text, @"^-?\d+(\.\d+)?$") => JsonValue.Create(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
