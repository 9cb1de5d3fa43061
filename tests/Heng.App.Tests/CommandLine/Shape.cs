using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heng.App.Tests.CommandLine;

/// <summary>
/// What a JSON answer is made of, numbers aside: each path with the types seen there. Keys that are ids stand as *, and an explanation's inputs
/// have the shape of the explanation itself.
/// </summary>
internal static class Shape
{
    public static string Of(JsonNode? node, params string[] keyedByIds)
    {
        var seen = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        Walk(node, "", seen, keyedByIds);
        return string.Join('\n', seen.Select(s => $"{s.Key} {string.Join('|', s.Value)}"));
    }

    private static void Walk(JsonNode? node, string path, SortedDictionary<string, SortedSet<string>> seen, string[] keyedByIds)
    {
        if (node is JsonArray array)
            foreach (var element in array) Walk(element, path.EndsWith("inputs", StringComparison.Ordinal) ? path[..^"inputs".Length] : path + "[].", seen, keyedByIds);
        else if (node is JsonObject fields)
            foreach (var (name, value) in fields)
            {
                var at = path + (Array.Exists(keyedByIds, k => path.EndsWith(k + ".", StringComparison.Ordinal)) ? "*" : name);
                Note(at, value, seen);
                Walk(value, value is JsonObject ? at + "." : at, seen, keyedByIds);
            }
        else if (path.EndsWith("[].", StringComparison.Ordinal)) Note(path, node, seen);
    }

    private static void Note(string path, JsonNode? value, SortedDictionary<string, SortedSet<string>> seen)
    {
        var type = value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "bool",
            var kind => kind.Value.ToString().ToLowerInvariant(),
        };
        if (!seen.TryGetValue(path, out var types)) seen.Add(path, types = new(StringComparer.Ordinal));
        types.Add(type);
    }
}
