using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heng.App.Features.Plans;

/// <summary>The JSON schema of a scheme's file (docs/plan.schema.json), written from the same keys that the reader knows.</summary>
public static class PlanSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Text()
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var root = Reference(PlanKeys.File, definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Heng scheme · 考核与薪酬方案",
            ["$ref"] = root["$ref"]!.DeepClone(),
            ["$defs"] = new JsonObject(definitions.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value))),
        };
        return schema.ToJsonString(Written) + "\n";
    }

    private static JsonObject Reference(Mapping mapping, SortedDictionary<string, JsonNode> definitions)
    {
        if (!definitions.ContainsKey(mapping.Name))
        {
            definitions[mapping.Name] = new JsonObject();
            definitions[mapping.Name] = Definition(mapping, definitions);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{mapping.Name}" };
    }

    private static JsonObject Definition(Mapping mapping, SortedDictionary<string, JsonNode> definitions)
    {
        var definition = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(mapping.Keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, Of(k.Holds, definitions)))),
            ["additionalProperties"] = false,
        };
        if (mapping.Keys.Where(k => k.Needed).Select(k => (JsonNode)k.Name).ToArray() is { Length: > 0 } needed) definition["required"] = new JsonArray(needed);
        if (mapping.ExactlyOne) (definition["minProperties"], definition["maxProperties"]) = (1, 1);
        return definition;
    }

    private static JsonObject Of(Holds holds, SortedDictionary<string, JsonNode> definitions) => holds switch
    {
        AText { Shape: { } shape } => new() { ["type"] = "string", ["pattern"] = shape },
        // What YAML reads as a number or a truth value is a text here all the same.
        AText => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1 },
        ANumber => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["type"] = "string", ["pattern"] = @"^-?\d{1,12}(\.\d{1,8})?\s*%?$" }) },
        AWholeNumber => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 1_000_000 },
        AFlag => new() { ["type"] = "boolean" },
        AChoice choice => new() { ["enum"] = new JsonArray([.. choice.Of.Select(c => (JsonNode)c)]) },
        AList list => new() { ["type"] = "array", ["items"] = Of(list.Each, definitions), ["minItems"] = 1 },
        ATable table => new() { ["type"] = "object", ["additionalProperties"] = Of(table.Each, definitions), ["minProperties"] = 1 },
        AMapping mapping => Reference(mapping.Of, definitions),
        Either either => new() { ["anyOf"] = new JsonArray([.. either.Of.Select(o => Of(o, definitions))]) },
        _ => throw new InvalidOperationException($"no schema of {holds}"),
    };
}
