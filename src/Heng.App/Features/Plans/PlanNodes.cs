using Heng.Engine.Explanation;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Parts of a plan file as people read them.</summary>
internal static class PlanNodes
{
    /// <summary>By id where every entry has one of its own; null for a list that is read as a whole, such as bands.</summary>
    public static IReadOnlyDictionary<string, YamlNode>? ById(YamlSequenceNode list)
    {
        var found = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var entry in list.Children)
            if (IdOf(entry) is not { } id || !found.TryAdd(id, entry)) return null;
        return found;
    }

    /// <summary>Whether two mappings are one thing that changed, and not one in the place of another: a method that became another one shares no key with it.</summary>
    public static bool Alike(YamlMappingNode a, YamlMappingNode b) =>
        !IsWhole(a) && !IsWhole(b) && (a.Children.Count == 0 || b.Children.Count == 0 || a.Children.Keys.Any(b.Children.ContainsKey));

    public static Wording NameOf(YamlNode node, string otherwise)
    {
        var own = Named(node) ?? (node is YamlMappingNode { Children.Count: 1 } only ? Named(only.Children.Single().Value) : null);
        return own ?? new(otherwise, otherwise);
    }

    public static Wording NameOfKey(string key) => PlanKeyWords.All.TryGetValue(key, out var words) ? words : new(key, key);

    public static Wording Words(YamlNode node) => new(Shortly(node, false), Shortly(node, true));

    public static string Text(YamlNode node, bool english) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode list => string.Join(english ? "; " : "；", list.Children.Select(n => Text(n, english))),
        YamlMappingNode words when IsWords(words) => Text(words.Children[new YamlScalarNode(english ? "en" : "zh")], english),
        YamlMappingNode said when BasisReader.Of(said) is { } basis => basis.Words.In(english),
        YamlMappingNode map => string.Join(english ? ", " : "，", map.Children.Select(c => $"{NameOfKey(KeyOf(c.Key, c.Value)).In(english)} {Text(c.Value, english)}")),
        _ => "",
    };

    // Of an item or a plan that came or went its name and weight say enough.
    private static string Shortly(YamlNode node, bool english) => Named(node) is { } name && node is YamlMappingNode map
        ? name.In(english) + (map.Children.TryGetValue(new YamlScalarNode("weight"), out var weight) ? (english ? $" (weight {weight})" : $"（权重 {weight}）") : "")
        : node is YamlMappingNode { Children.Count: 1 } only && Named(only.Children.Single().Value) is { } kept ? kept.In(english) : Text(node, english);

    private static string? IdOf(YamlNode node) => node is not YamlMappingNode map ? null
        : Scalar(map, "id") ?? Scalar(map, "grade") ?? (map.Children.Count == 1 && map.Children.Single() is { Value: YamlMappingNode inner } only && Scalar(inner, "id") is { } id ? $"{only.Key}:{id}" : null);

    private static Wording? Named(YamlNode node)
    {
        if (node is not YamlMappingNode map) return null;
        foreach (var key in new[] { "name", "title", "label" })
            if (map.Children.TryGetValue(new YamlScalarNode(key), out var words) && words is YamlMappingNode both && IsWords(both)) return new(Text(both, false), Text(both, true));
        return Scalar(map, "grade") is { } grade ? new($"等级 {grade}", $"grade {grade}") : null;
    }

    // A metric is told by somebody, a target by rows.
    private static string KeyOf(YamlNode key, YamlNode value) => key is not YamlScalarNode { Value: { } name } ? "" : name == "by" && value is YamlSequenceNode ? "rows" : name;

    // Read as one thing: words in both languages, and where a number comes from.
    private static bool IsWhole(YamlMappingNode map) => IsWords(map) || BasisReader.Of(map) is not null;

    private static bool IsWords(YamlMappingNode map) => map.Children.Count == 2 && map.Children.ContainsKey(new YamlScalarNode("zh")) && map.Children.ContainsKey(new YamlScalarNode("en"));

    private static string? Scalar(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;
}
