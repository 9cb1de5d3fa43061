using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Lint;
using YamlDotNet.RepresentationModel;
using LintSeverity = Heng.Engine.Scoring.Lint.Severity;

namespace Heng.App.Features.Quality.Language;

/// <summary>Rules that stand in one file (规则包).</summary>
public sealed record RulePack(string Id, Wording Title, IReadOnlyList<QualityRule> Rules);

/// <summary>A pack, or what is wrong with its text; never both. Warnings stand beside either.</summary>
public sealed record PackReading(RulePack? Pack, IReadOnlyList<PlanError> Errors)
{
    public IReadOnlyList<PlanError> Warnings { get; init; } = [];

    /// <summary>Errors and warnings in the order of the file.</summary>
    public IEnumerable<PlanError> Findings => Errors.Concat(Warnings).OrderBy(e => e.Line).ThenBy(e => e.Column);
}

/// <summary>Reads a pack of rules, and, where it could be read, looks the rules over and tries them on their examples. Everything wrong is told at once, each with its line and column.</summary>
public static class RulePackFile
{
    public const int Largest = 1_000_000, MostRules = 500;
    private const int MostLists = 200;

    public static PackReading Read(string yaml, string fileName)
    {
        var errors = new PlanErrors(fileName);
        if (Root(yaml, errors, Largest) is not { } root) return new(null, errors.Found);
        var (pack, rules) = Read(root, errors);
        if (errors.Found.Count > 0) return new(null, errors.Found);
        PlanError[] found = [.. rules.SelectMany(r => RuleNotes.Of(r, RuleLint.Of(r.Rule), fileName))];
        PlanError[] wrong = [.. found.Where(e => e.Severity == LintSeverity.Error)];
        return new(wrong.Length > 0 ? null : pack, wrong) { Warnings = [.. found.Where(e => e.Severity == LintSeverity.Warning)] };
    }

    internal static YamlNode? Root(string yaml, PlanErrors errors, int largest)
    {
        if (yaml.Length <= largest) return PlanFile.Parse(yaml, errors);
        errors.Add(YamlDotNet.Core.Mark.Empty, new($"文字最多 {largest} 字", $"a text has at most {largest} characters"));
        return null;
    }

    private static (RulePack Pack, RuleRead[] Rules) Read(YamlNode root, PlanErrors errors)
    {
        var fields = new RuleFields(root, errors, RuleKeys.Pack, NoLists);
        var lists = fields.Of.Find("lists") is { } named ? Lists(named, fields) : NoLists;
        var nodes = fields.Of.List("rules");
        if (nodes.Count > MostRules) errors.Add(fields.Of.Find("rules")!, $"最多 {MostRules} 条规则", $"at most {MostRules} rules");
        RuleRead[] rules = [.. nodes.Take(MostRules).Select(n => RuleReader.Read(n, errors, lists))];
        Ids.Distinct(errors, [.. rules.Select(r => r.Place)], rules.Select(r => r.Rule.Id));
        return (new(fields.Of.Id("pack"), fields.Of.Words("title"), [.. rules.Select(r => r.Rule)]), rules);
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
