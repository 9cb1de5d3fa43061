using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Quality.Language;

/// <summary>Rules that stand in one file (规则包).</summary>
public sealed record RulePack(string Id, Wording Title, IReadOnlyList<QualityRule> Rules);

/// <summary>A pack, or what is wrong with its text; never both. Warnings stand beside either.</summary>
public sealed record PackReading(RulePack? Pack, IReadOnlyList<PlanError> Errors);

/// <summary>Reads a pack of rules. Everything wrong is told at once, each with its line and column.</summary>
public static class RulePackFile
{
    public const int Largest = 1_000_000, MostRules = 500;
    private const int MostLists = 200;

    public static PackReading Read(string yaml, string fileName)
    {
        var errors = new PlanErrors(fileName);
        var pack = Root(yaml, errors, Largest) is { } root ? Read(root, errors) : null;
        return new(errors.Found.Count > 0 ? null : pack, errors.Found);
    }

    internal static YamlNode? Root(string yaml, PlanErrors errors, int largest)
    {
        if (yaml.Length <= largest) return PlanFile.Parse(yaml, errors);
        errors.Add(YamlDotNet.Core.Mark.Empty, new($"文字最多 {largest} 字", $"a text has at most {largest} characters"));
        return null;
    }

    private static RulePack Read(YamlNode root, PlanErrors errors)
    {
        var fields = new RuleFields(root, errors, RuleKeys.Pack, NoLists);
        var lists = fields.Of.Find("lists") is { } named ? Lists(named, fields) : NoLists;
        var nodes = fields.Of.List("rules");
        if (nodes.Count > MostRules) errors.Add(fields.Of.Find("rules")!, $"最多 {MostRules} 条规则", $"at most {MostRules} rules");
        RuleRead[] rules = [.. nodes.Take(MostRules).Select(n => RuleReader.Read(n, errors, lists))];
        Ids.Distinct(errors, [.. rules.Select(r => r.Place)], rules.Select(r => r.Rule.Id));
        return new(fields.Of.Id("pack"), fields.Of.Words("title"), [.. rules.Select(r => r.Rule)]);
    }

    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoLists = new Dictionary<string, IReadOnlyList<string>>();

    private static Dictionary<string, IReadOnlyList<string>> Lists(YamlNode node, RuleFields fields)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (node is not YamlMappingNode map) { fields.Errors.Add(node, "lists 应为 名称: [词句…]", "lists is name: [phrases]"); return lists; }
        if (map.Children.Count > MostLists) fields.Errors.Add(node, $"最多 {MostLists} 个词表", $"at most {MostLists} lists");
        foreach (var (name, phrases) in map.Children) lists[fields.Of.TextOf(name)] = fields.Phrases(phrases);
        return lists;
    }
}
