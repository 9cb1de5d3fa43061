using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads the plans of a scheme: whom and when each is for, its dimensions, and the rules around the items.</summary>
internal sealed class PlanReader(PlanErrors errors, Func<string, Metric?> metrics, string scheme, int version, Wording schemeExplanation)
{
    public Plan Read(YamlNode node)
    {
        var plan = new YamlFields(node, errors, PlanKeys.Plan);
        var cycle = plan.Choice("cycle", PlanKeys.Cycles, Cycle.Month);
        var items = new ItemReader(errors, new(errors, metrics), cycle);
        var dimensions = plan.List("dimensions").Select(n => Dimension(n, items)).ToArray();
        CheckItems(plan, dimensions);
        var rules = new RuleReader(errors, metrics, dimensions);
        Plan read = new($"{scheme}/{plan.Id("id")}", version, plan.Words("title"), plan.Has("explanation") ? plan.Words("explanation") : schemeExplanation,
            cycle, plan.Texts("positions", required: !plan.Has("people")), dimensions, Grades(plan), plan.OptionalNumber("pass"))
        {
            People = plan.Texts("people", required: false),
            Effective = Effective(plan),
            BonusCap = NotNegative(plan, "bonus-cap"),
            Gates = rules.Gates(plan),
        };
        var bars = RuleReader.Bars(plan, read.PassMark is not null);
        return read with { Bars = bars, Forced = RuleReader.Forced(plan, read.Grades), Consequences = rules.Consequences(plan, read.Grades, bars) };
    }

    private void CheckItems(YamlFields plan, Dimension[] dimensions)
    {
        var nodes = plan.List("dimensions", required: false)
            .SelectMany(d => d is YamlMappingNode map && map.Children.TryGetValue("items", out var items) && items is YamlSequenceNode s ? s.Children : []);
        Ids.Distinct(errors, [.. nodes], dimensions.SelectMany(d => d.Items).Select(i => i.Id));
        Ids.Distinct(errors, plan.List("dimensions", required: false), dimensions.Select(d => d.Id));
    }

    private EffectiveDays Effective(YamlFields plan)
    {
        if (plan.Find("effective") is not { } node) return EffectiveDays.Always;
        var days = new YamlFields(node, errors, PlanKeys.Effective);
        var (from, to) = (days.Day("from"), days.Day("to"));
        if (from > to) errors.Add(days.Find("to")!, "to 不应早于 from", "to is not before from");
        return new(from, to);
    }

    private decimal? NotNegative(YamlFields fields, string key)
    {
        var number = fields.OptionalNumber(key);
        if (number < 0) errors.Add(fields.Find(key)!, $"{key} 不应为负", $"{key} is not negative");
        return number;
    }

    private Grade[] Grades(YamlFields plan)
    {
        var nodes = plan.List("grades", required: false);
        var grades = nodes.Select(n => new YamlFields(n, errors, PlanKeys.Grade))
            .Select(g => new Grade(g.Text("grade"), BandReader.Interval(g, "when"))).ToArray();
        Ids.Distinct(errors, nodes, grades.Select(g => g.Id));
        return grades;
    }

    private Dimension Dimension(YamlNode node, ItemReader items)
    {
        var dimension = new YamlFields(node, errors, PlanKeys.Dimension);
        return new(dimension.Id("id"), dimension.Words("name"), [.. dimension.List("items").Select(items.Read)]);
    }
}
