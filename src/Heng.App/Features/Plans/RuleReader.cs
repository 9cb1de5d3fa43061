using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads what stands around the items: vetoes, uplift bars, forced grades and consequences.</summary>
internal sealed class RuleReader(PlanErrors errors, Func<string, Metric?> metrics, IReadOnlyList<Dimension> dimensions)
{
    public IReadOnlyList<Gate> Gates(YamlFields plan)
    {
        var nodes = plan.List("gates", required: false);
        var gates = nodes.Select(Gate).ToArray();
        Ids.Distinct(errors, nodes, gates.Select(g => g.Id));
        return gates;
    }

    private Gate Gate(YamlNode node)
    {
        var gate = new YamlFields(node, errors, PlanKeys.Gate);
        var (subject, when) = gate.Find("when") is { } at ? Subject(at) : (new OfScore(), new(null, false, null, false));
        var (reach, voided) = Voided(gate);
        return new(gate.Id("id"), gate.Words("name"), subject, when, reach, voided);
    }

    private (GateSubject, Interval) Subject(YamlNode node)
    {
        var when = new YamlFields(node, errors, PlanKeys.When);
        var interval = BandReader.Interval(when, "is");
        if (when.Keys.Where(k => k != "is").ToArray() is not [var kind])
        {
            errors.Add(node, "when 应为 metric、incident、error、value-of、points-of、of: score 之一", "when is one of metric, incident, error, value-of, points-of and of: score");
            return (new OfScore(), interval);
        }
        switch (kind)
        {
            case "of":
                when.Choice("of", new Dictionary<string, bool> { ["score"] = true }, true);
                return (new OfScore(), interval);
            case "value-of" or "points-of":
                return (new OfItem(ItemId(when, kind), kind == "points-of"), interval);
            default:
                return (new OfAsked(new SourceReader(errors, metrics).Occurrences(when).Asked), interval);
        }
    }

    private (VoidReach, string?) Voided(YamlFields gate)
    {
        if (gate.Find("voids") is not { } node) return (VoidReach.Card, null);
        if (node is YamlScalarNode { Value: "card" }) return (VoidReach.Card, null);
        if (node is not YamlMappingNode)
        {
            errors.Add(node, "voids 应为 card、{ item: ID } 或 { dimension: ID }", "voids is card, { item: ID } or { dimension: ID }");
            return (VoidReach.Card, null);
        }
        var voided = new YamlFields(node, errors, PlanKeys.Voided);
        if (voided.Has("item") == voided.Has("dimension")) errors.Add(node, "voids 应为 item 或 dimension 之一", "voids is one of item and dimension");
        if (voided.Has("item")) return (VoidReach.Item, ItemId(voided, "item"));
        var dimension = voided.Has("dimension") ? voided.Text("dimension") : "";
        if (dimension.Length > 0 && dimensions.All(d => d.Id != dimension))
            errors.Add(voided.Find("dimension")!, $"方案中没有维度 {dimension}", $"the plan has no dimension {dimension}");
        return (VoidReach.Dimension, dimension);
    }

    private string ItemId(YamlFields fields, string key)
    {
        var id = fields.Text(key);
        if (id.Length > 0 && dimensions.SelectMany(d => d.Items).All(i => i.Id != id))
            errors.Add(fields.Find(key)!, $"方案中没有考核项 {id}", $"the plan has no item {id}");
        return id;
    }

    /// <param name="standard">Whether there is a number that the shares are of.</param>
    public static IReadOnlyList<Bar> Bars(YamlFields owner, bool standard)
    {
        var nodes = owner.List("bars", required: false);
        if (nodes.Count > 0 && !standard)
            owner.Errors.Add(owner.Find("bars")!, "bars 需要一个标准：目标、数量、起点或及格线", "bars need a standard: a target, a quantity, a start or a pass mark");
        return [.. nodes.Select(n => new YamlFields(n, owner.Errors, Vocabulary.UpliftBar)).Select(b =>
        {
            var at = b.Number("at");
            if (b.Find("at") is { } node && at <= 0) owner.Errors.Add(node, "at 应大于 0，如 120%", "at is above 0, such as 120%");
            return new Bar(b.Words("name"), at <= 0 ? 1m : at);
        })];
    }

    public static IReadOnlyList<GradeShare> Forced(YamlFields plan, IReadOnlyList<Grade> grades)
    {
        if (plan.Find("forced") is not { } node) return [];
        var table = new YamlFields(node, plan.Errors, [.. grades.Select(g => g.Id)]);
        GradeShare[] shares = [.. grades.Select(g => new GradeShare(g.Id, table.Number(g.Id)))];
        if (grades.Count == 0) plan.Errors.Add(node, "forced 需要 grades", "forced needs grades");
        else if (shares.Any(s => s.Share < 0)) plan.Errors.Add(node, "占比不应为负", "a share is not negative");
        else if (shares.Sum(s => s.Share) != 1m) plan.Errors.Add(node, "各等级占比合计应恰好为 100%", "the shares of the grades add up to exactly 100%");
        return shares;
    }

    /// <param name="bars">Those of the pass mark.</param>
    public IReadOnlyList<Consequence> Consequences(YamlFields plan, IReadOnlyList<Grade> grades, IReadOnlyList<Bar> bars)
    {
        var nodes = plan.List("consequences", required: false);
        var rules = nodes.Select(n => new YamlFields(n, errors, PlanKeys.Consequence))
            .Select(c => new Consequence(c.Id("id"), c.Words("name"), [.. c.List("steps").Select(s => Step(s, grades, bars))])).ToArray();
        Ids.Distinct(errors, nodes, rules.Select(r => r.Id));
        return rules;
    }

    private LadderStep Step(YamlNode node, IReadOnlyList<Grade> grades, IReadOnlyList<Bar> bars)
    {
        var step = new YamlFields(node, errors, PlanKeys.Step);
        if (step.Has("grades") && step.Has("score") || !new[] { "grades", "score", "bar", "rank" }.Any(step.Has))
            errors.Add(node, "一步应写 grades 或 score 之一，或 bar、rank", "a step has one of grades and score, or a bar or rank");
        foreach (var at in step.List("grades", required: false)) KnownGrade(step, at, grades);
        if (step.Find("leader-below") is { } leader) KnownGrade(step, leader, grades);
        return new(step.Texts("grades", required: false), step.Has("score") ? BandReader.Interval(step, "score") : null, step.Choice<MeasureKind>("proposes", PlanKeys.Measures))
        {
            Needs = step.Has("needs") ? step.Choice<MeasureKind>("needs", PlanKeys.Measures) : null,
            LeaderBelow = step.Has("leader-below") ? step.Text("leader-below") : null,
            Bar = BarOf(step, bars), Rank = step.Has("rank") ? step.WholeNumber("rank", 1) : null, InARow = InARow(step),
        };
    }

    /// <summary>A bar that stands in the plan: of an item, or with `bar: card` of the pass mark.</summary>
    private LadderBar? BarOf(YamlFields step, IReadOnlyList<Bar> ofPass)
    {
        if (step.Has("bar") != step.Has("at")) errors.Add((step.Find("bar") ?? step.Find("at"))!, "bar 与 at 要一起写，如 bar: card、at: 120%", "bar and at stand together, such as bar: card and at: 120%");
        if (!step.Has("bar") || !step.Has("at")) return null;
        var (of, share) = (step.Text("bar"), step.Number("at"));
        string? item = of == "card" ? null : of;
        var bars = item is null ? ofPass : dimensions.SelectMany(d => d.Items).Where(i => i.Id == item).SelectMany(i => i.Bars);
        if (bars.FirstOrDefault(b => b.Share == share) is { } bar) return new(item, bar);
        errors.Add(step.Find("bar")!, $"{of} 没有这条达标线（bars）", $"{of} has no such bar");
        return null;
    }

    /// <summary>No further back than proposals look.</summary>
    private int InARow(YamlFields step)
    {
        var count = step.WholeNumber("in-a-row", 1);
        if (count <= Consequence.MostInARow) return count;
        errors.Add(step.Find("in-a-row")!, $"in-a-row 最多 {Consequence.MostInARow}", $"in-a-row is at most {Consequence.MostInARow}");
        return 1;
    }

    private void KnownGrade(YamlFields step, YamlNode at, IReadOnlyList<Grade> grades)
    {
        var id = step.TextOf(at);
        if (id.Length > 0 && grades.All(g => g.Id != id)) errors.Add(at, $"方案中没有等级 {id}", $"the plan has no grade {id}");
    }
}
