using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>A step of the payslip: what it is, the formula that makes its value, and in words how. Line is the payslip's line that it is, null for what stands under one.</summary>
public sealed record SlipStep(int Depth, Explained Node, string Formula, SlipLine? Line);

/// <summary>A number that nothing in the workbook makes.</summary>
public sealed record SlipInput(Wording Line, Wording Label, Explained Node, string Reference, Wording? Note);

/// <summary>
/// Lays a payslip's explanations out in cells: every operation a step with its formula, every leaf an input, each number once however many rest on it.
/// </summary>
public sealed class SlipCells
{
    private readonly SlipContent slip;
    private readonly SlipPlaces places;
    private readonly Language language;
    private readonly List<SlipStep?> steps = [];
    private readonly List<SlipInput> inputs = [];
    private readonly Dictionary<Explained, string> placed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> facts = new(StringComparer.Ordinal);

    public SlipCells(SlipContent slip, SlipPlaces places, Language language)
    {
        (this.slip, this.places, this.language) = (slip, places, language);
        Lines = [.. slip.Lines.Select(PlaceLine)];
    }

    public IReadOnlyList<SlipStep> Steps => [.. steps.Select(s => s!)];
    public IReadOnlyList<SlipInput> Inputs => inputs;
    /// <summary>The cells of the lines, which net is the sum of.</summary>
    public IReadOnlyList<string> Lines { get; }

    private string PlaceLine(SlipLine line)
    {
        if (HasFormula(line.Explanation)) return PlaceStep(line.Explanation, line.Explanation, 0, line, line);
        var at = steps.Count;
        steps.Add(null);
        steps[at] = new(0, line.Explanation, PlaceInput(line.Explanation, line.Explanation, line), line);
        return places.Step(at);
    }

    private string Place(Explained node, Explained parent, int depth, SlipLine line) =>
        placed.TryGetValue(node, out var cell) ? cell : HasFormula(node) ? PlaceStep(node, parent, depth, line, null) : PlaceInput(node, parent, line);

    private string PlaceStep(Explained node, Explained parent, int depth, SlipLine line, SlipLine? asLine)
    {
        var (at, cell) = (steps.Count, places.Step(steps.Count));
        steps.Add(null);
        placed.Add(node, cell);
        List<string> cells = [.. node.Inputs.Select(i => Place(i, node.Label == i.Label ? parent : node, depth + 1, line))];
        if (node is { How: PartBy part, Value: { } value, Inputs: [{ Value: { } total }] })
            cells.Add(PlaceInput(Explained.Leaf("remainder", new("尾差（最大余数法）", "fen by largest remainder"), PayFormula.Remainder(part, total, value), Unit.Yuan), node, line));
        steps[at] = new(depth, node, CellFormula.Of(node.How, cells, HasGaps(node))!, asLine);
        return cell;
    }

    private string PlaceInput(Explained node, Explained parent, SlipLine line)
    {
        var reference = ReferenceOf(node, parent);
        // The same fact under several lines is one input.
        var key = node.Evidence.Count > 0 ? $"{node.Label.Zh}|{node.Value}|{reference}" : null;
        if (key is not null && facts.TryGetValue(key, out var known)) return placed[node] = known;
        var cell = places.Input(inputs.Count);
        placed.TryAdd(node, cell);
        if (key is not null) facts.Add(key, cell);
        var note = node.Inputs.Count > 0 ? new($"表格公式写不出这一步：{node.How.Formula.Zh}", $"no spreadsheet formula holds this step: {node.How.Formula.En}") : node.Note;
        inputs.Add(new(line.Label, LabelOf(node, parent), node, reference, note));
        return cell;
    }

    private static bool HasFormula(Explained node)
    {
        if (node.Inputs.Count == 0) return false;
        string[] cells = [.. node.Inputs.Select((_, i) => $"A{i}"), "A0"];
        return CellFormula.Of(node.How, node.How is PartBy ? cells : cells[..^1], HasGaps(node)) is not null && (node.How is not PartBy || node.Value is not null);
    }

    private static bool HasGaps(Explained node) => node.Value is null || node.Inputs.Any(i => i.Value is null);

    private static Wording LabelOf(Explained node, Explained parent) => node.Label == parent.Label ? node.Label : new($"{parent.Label.Zh} · {node.Label.Zh}", $"{parent.Label.En} · {node.Label.En}");

    /// <summary>What the number rests on: its facts, the page that opens it, or the plan that says it.</summary>
    private string ReferenceOf(Explained node, Explained parent)
    {
        if (node.Evidence.Count > 0) return EvidenceWords.Of(node.Evidence, language);
        if ((node.Id is "part" or "whole" ? parent.Id : node.Id) is var id && slip.IsMetric(id)) return Uri.UnescapeDataString(Links.ExplainMetric(slip.Month, slip.Agent, id));
        if (Asking.Parse(node.Id) is (Beside.Shop, _)) return language.T("全店的数，由衡算出", "of the whole shop, worked out by Heng");
        return node.Id == "remainder" || node.Inputs.Count > 0 ? language.T("由衡算出", "worked out by Heng") : language.T($"方案：{slip.Scheme.Zh}", $"scheme: {slip.Scheme.En}");
    }
}

/// <summary>Where steps and inputs stand in the workbook, by their number from 0.</summary>
public sealed record SlipPlaces(Func<int, string> Step, Func<int, string> Input);
