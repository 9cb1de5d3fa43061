using Heng.Engine.Explanation;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>One thing in which two versions of a plan file differ (方案差异). Before is null where it was added, After where it was taken away.</summary>
public sealed record PlanChange(string Path, Wording Place, Wording? Before, Wording? After);

/// <summary>
/// Two versions of a plan file side by side, by what people call the places. Whatever has an id (plans, dimensions, items, components …) is found by it wherever it
/// stands, so a change of order is no difference.
/// </summary>
public static class PlanDiff
{
    public static IReadOnlyList<PlanChange> Of(string before, string after)
    {
        if (Root(before) is not { } was || Root(after) is not { } now) return [];
        var changes = new List<PlanChange>();
        Compare(was, now, new("", []), changes);
        return changes;
    }

    private static YamlMappingNode? Root(string yaml) => PlanFile.Parse(yaml, new("")) as YamlMappingNode;

    private sealed record At(string Path, IReadOnlyList<Wording> Names)
    {
        public At Then(string step, Wording name) => new(Path.Length == 0 ? step : $"{Path}/{step}", [.. Names, name]);
        public Wording Place => new(string.Join(" › ", Names.Select(n => n.Zh)), string.Join(" › ", Names.Select(n => n.En)));
    }

    private static void Compare(YamlNode was, YamlNode now, At at, List<PlanChange> changes)
    {
        if (was is YamlMappingNode a && now is YamlMappingNode b && PlanNodes.Alike(a, b)) Mappings(a, b, at, changes);
        else if (was is YamlSequenceNode c && now is YamlSequenceNode d && PlanNodes.ById(c) is { } before && PlanNodes.ById(d) is { } after) Entries(before, after, at, changes);
        else if (PlanNodes.Text(was, false) != PlanNodes.Text(now, false) || PlanNodes.Text(was, true) != PlanNodes.Text(now, true))
            changes.Add(new(at.Path, at.Place, PlanNodes.Words(was), PlanNodes.Words(now)));
    }

    private static void Mappings(YamlMappingNode was, YamlMappingNode now, At at, List<PlanChange> changes)
    {
        foreach (var key in now.Children.Keys.Concat(was.Children.Keys).Distinct())
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            // The file's own number is given anew by publishing.
            if (at.Path.Length == 0 && name == "version") continue;
            One(was.Children.TryGetValue(key, out var before) ? before : null, now.Children.TryGetValue(key, out var after) ? after : null, at.Then(name, PlanNodes.NameOfKey(name)), changes);
        }
    }

    private static void Entries(IReadOnlyDictionary<string, YamlNode> was, IReadOnlyDictionary<string, YamlNode> now, At at, List<PlanChange> changes)
    {
        // "Plans › Agent": the list itself says nothing beside what is in it.
        var within = at.Names.Count == 0 ? at : at with { Names = [.. at.Names.SkipLast(1)] };
        foreach (var id in now.Keys.Concat(was.Keys).Distinct(StringComparer.Ordinal))
            One(was.GetValueOrDefault(id), now.GetValueOrDefault(id), within.Then(id, PlanNodes.NameOf((now.GetValueOrDefault(id) ?? was[id]), id)), changes);
    }

    private static void One(YamlNode? was, YamlNode? now, At at, List<PlanChange> changes)
    {
        if (was is not null && now is not null) Compare(was, now, at, changes);
        else changes.Add(new(at.Path, at.Place, was is null ? null : PlanNodes.Words(was), now is null ? null : PlanNodes.Words(now)));
    }
}
