using System.Text.Json;
using System.Text.Json.Nodes;
using Heng.App.Features.Api.Document;
using Heng.App.Tests.Pages;

namespace Heng.App.Tests.Api;

/// <summary>The answers that the document shows: held against real ones, or with HENG_WRITE_DOCS=1 written of them.</summary>
internal static class ExampleFiles
{
    public static bool Writes => Environment.GetEnvironmentVariable("HENG_WRITE_DOCS") == "1";

    /// <summary>Where they differ; null where they do not. An answer without rows says nothing of theirs, and is not written over one that has some.</summary>
    /// <param name="richer">Another test holds this example, by a shop in which more stands.</param>
    public static string? Hold(string id, ApiExample example, JsonNode real, string person, bool richer = false)
    {
        var shown = ApiDocument.Answer(id, example);
        if (Writes && richer) return null;
        if (!Writes || real is JsonArray { Count: 0 } && shown is JsonArray { Count: > 0 }) return Differs(shown, real, "");
        var text = Short(real).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace(person, "王雨桐", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Checkout.Docs, "..", "src", "Heng.App", "Features", "Api", "Examples", $"{id}-{example.Name}.json"), text + "\n");
        return null;
    }

    /// <summary>Every field that the example shows is there and of its kind, and the other way round; where either has null or no row there is nothing to compare.</summary>
    private static string? Differs(JsonNode? shown, JsonNode? real, string at)
    {
        if (shown is null || real is null) return at.Length == 0 && shown is null ? "the document shows nothing" : null;
        if (shown is JsonArray rows && real is JsonArray all) return rows.Count == 0 || all.Count == 0 ? null : all.Select(r => Differs(rows[0], r, at + "[]")).FirstOrDefault(d => d is null) is null && all.Any(r => Differs(rows[0], r, at + "[]") is null) ? null : Differs(rows[0], all[0], at + "[]");
        if (shown is JsonObject fields && real is JsonObject found)
        {
            if (fields.Select(f => f.Key).Except(found.Select(f => f.Key)).FirstOrDefault() is { } gone) return $"{at}.{gone} is not there";
            if (found.Select(f => f.Key).Except(fields.Select(f => f.Key)).FirstOrDefault() is { } more) return $"{at}.{more} is not shown";
            return fields.Select(f => Differs(f.Value, found[f.Key], $"{at}.{f.Key}")).FirstOrDefault(d => d is not null);
        }
        return Kind(shown) == Kind(real) ? null : $"{at} is {Kind(real)}, shown as {Kind(shown)}";
    }

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() is JsonValueKind.True ? JsonValueKind.False : node.GetValueKind();

    /// <summary>One row of a list stands for all.</summary>
    private static JsonNode Short(JsonNode node) => node switch
    {
        JsonArray rows => new JsonArray([.. rows.Take(1).Select(r => r is null ? null : Short(r))]),
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, f.Value is null ? null : Short(f.Value)))),
        _ => node.DeepClone(),
    };
}
