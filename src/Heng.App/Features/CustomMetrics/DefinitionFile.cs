using System.Globalization;
using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.CustomMetrics;

/// <summary>A file of definitions: a YAML list of id, name, unit, better, formula and from. Each definition keeps its place for later errors.</summary>
internal sealed class DefinitionFile
{
    private static readonly Dictionary<string, Unit> Units = WrittenUnits.All.ToDictionary(u => u.Id, u => u.Unit, StringComparer.Ordinal);
    private static readonly Dictionary<string, Better> Directions = new() { ["higher"] = Better.Higher, ["lower"] = Better.Lower, ["none"] = Better.None };
    private readonly PlanErrors errors;
    private readonly List<(YamlFields Fields, CustomDefinition Definition)> read = [];

    public DefinitionFile(string yaml, string fileName)
    {
        errors = new(fileName);
        if (PlanFile.Parse(yaml, errors) is not { } root) return;
        if (root is not YamlSequenceNode { Children.Count: > 0 } list) errors.Add(root, "文件应是指标的列表", "the file is a list of metrics");
        else foreach (var node in list.Children) Read(node);
    }

    public IReadOnlyList<PlanError> Errors => errors.Found;
    public IReadOnlyList<CustomDefinition> Definitions => [.. read.Select(r => r.Definition)];

    /// <summary>What was found wrong later, each at its field.</summary>
    public void Add(IReadOnlyList<IReadOnlyList<DefinitionError>> wrong)
    {
        foreach (var (of, (fields, _)) in wrong.Zip(read))
            foreach (var error in of)
            {
                var (zh, en) = error.Formula is { } formula ? ($"公式第 {formula.At} 列：", $"column {formula.At} of the formula: ") : ("", "");
                errors.Add(fields.Find(error.Field) ?? fields.Node, zh + error.Words.Zh, en + error.Words.En);
            }
    }

    private void Read(YamlNode node)
    {
        var fields = new YamlFields(node, errors, ["id", "name", "unit", "better", "formula", "from"]);
        var from = fields.Text("from");
        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && from.Length > 0)
            errors.Add(fields.Find("from")!, $"日期写作 2026-11-01，不是“{from}”", $"a day is written 2026-11-01, not '{from}'");
        read.Add((fields, new(fields.Text("id"), 0, day, fields.Words("name"), fields.Choice("unit", Units), fields.Choice<Better>("better", Directions), fields.Text("formula"))));
    }
}
