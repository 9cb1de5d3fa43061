using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>
/// Finds the node that a finding's place names: a key of a mapping, or in a list an entry by its id, by its number from 0, or, where each entry has one key as pay components
/// do, by the id behind that key. What is not written stands at the deepest node that is.
/// </summary>
internal static class PlanPlaces
{
    public static YamlNode Find(YamlNode root, string place) =>
        place.Split('/').Aggregate((Node: root, Lost: false), (at, step) => at.Lost ? at : Step(at.Node, step) is { } next ? (next, false) : (at.Node, true)).Node;

    /// <summary>The item or pay component that a place lies in; a place outside of any is its own.</summary>
    public static string OwnerOf(string place) => place.Split('/') switch
    {
        ["plans", _, "dimensions", _, "items", _, ..] steps => string.Join('/', steps.Take(6)),
        ["pay", "components", _, ..] steps => string.Join('/', steps.Take(3)),
        _ => place,
    };

    private static YamlNode? Step(YamlNode node, string step) => node switch
    {
        YamlMappingNode map => Child(map, step),
        YamlSequenceNode list => list.Children.Select(c => ById(c, step)).FirstOrDefault(c => c is not null)
            ?? (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Children.Count ? list.Children[i] : null),
        _ => null,
    };

    private static YamlNode? ById(YamlNode node, string id) => node is not YamlMappingNode map ? null
        : IdOf(map) == id ? map
        : map.Children.Count == 1 && map.Children.First().Value is YamlMappingNode inner && IdOf(inner) == id ? inner
        : null;

    private static string? IdOf(YamlMappingNode map) => (Child(map, "id") as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
