using System.Text.Json.Nodes;

namespace Heng.App.Features.Closing;

/// <summary>The first place at which two sealed texts are not the same: <c>pay/王雨桐/base/amount</c>. Rows are found by whom or what they are of, so the place is told in their words.</summary>
internal static class FirstDifference
{
    private static readonly string[] Names = ["agent", "group", "item", "line", "id"];

    public static (string Place, string? Sealed, string? Now)? Between(JsonNode? then, JsonNode? now, string place = "") => (then, now) switch
    {
        (JsonObject a, JsonObject b) => a.Select(p => p.Key).Concat(b.Select(p => p.Key)).Distinct(StringComparer.Ordinal).Select(key => Between(a[key], b[key], At(place, key))).FirstOrDefault(d => d is not null),
        (JsonArray a, JsonArray b) => Rows(a, b, place),
        _ => JsonNode.DeepEquals(then, now) ? null : (place, then?.ToJsonString(), now?.ToJsonString()),
    };

    private static (string Place, string? Sealed, string? Now)? Rows(JsonArray then, JsonArray now, string place)
    {
        for (var i = 0; i < Math.Max(then.Count, now.Count); i++)
        {
            var (a, b) = (i < then.Count ? then[i] : null, i < now.Count ? now[i] : null);
            if (Between(a, b, At(place, NameOf(a ?? b) ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture))) is { } differs) return differs;
        }
        return null;
    }

    private static string? NameOf(JsonNode? row) => row is JsonObject of ? Names.Select(n => of[n]).OfType<JsonValue>().Select(v => v.ToString()).FirstOrDefault() : null;

    private static string At(string place, string name) => place.Length == 0 ? name : $"{place}/{name}";
}
