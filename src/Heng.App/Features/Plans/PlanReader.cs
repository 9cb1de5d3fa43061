using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads the plans of a scheme: dimensions, items and their sources.</summary>
internal sealed class PlanReader(PlanErrors errors, Func<string, Metric?> metrics, string scheme, int version, Wording schemeExplanation, bool published)
{
    private static readonly Dictionary<string, Cycle> Cycles = new()
    {
         ["month"] = Cycle.Month, ["two-months"] = Cycle.TwoMonths, ["quarter"] = Cycle.Quarter, ["year"] = Cycle.Year,
    };
    private static readonly Dictionary<string, MissingRule> MissingRules = new()
    {
        ["redistribute"] = MissingRule.Redistribute, ["neutral"] = MissingRule.Neutral, ["zero"] = MissingRule.Zero, ["block"] = MissingRule.Block,
    };
    private static readonly Dictionary<string, MissingRater> MissingRaters = new()
    {
        ["redistribute"] = MissingRater.Redistribute, ["zero"] = MissingRater.Zero, ["block"] = MissingRater.Block,
    };

    private static readonly Dictionary<string, bool> Tellers = new() { ["computed"] = false, ["reported"] = true };

    public Plan Read(YamlNode node)
    {
        var plan = new YamlFields(node, errors, "id", "title", "explanation", "positions", "cycle", "pass", "grades", "dimensions", "ours");
        var dimensions = plan.List("dimensions").Select(Dimension).ToArray();
        var itemNodes = plan.List("dimensions", required: false)
            .SelectMany(d => d is YamlMappingNode map && map.Children.TryGetValue("items", out var items) && items is YamlSequenceNode s ? s.Children : []);
        Ids.Distinct(errors, [.. itemNodes], dimensions.SelectMany(d => d.Items).Select(i => i.Id));
        Plan read = new($"{scheme}/{plan.Id("id")}", version, plan.Words("title"), plan.Has("explanation") ? plan.Words("explanation") : schemeExplanation,
            plan.Choice("cycle", Cycles, Cycle.Month), plan.Texts("positions", required: true), dimensions, Grades(plan), plan.OptionalNumber("pass"));
        if (!published) CheckPublishable(plan, read);
        return read;
    }

    private void CheckPublishable(YamlFields plan, Plan read)
    {
        if (read.Cycle != Cycle.Month)
            errors.Add(plan.Find("cycle")!, "cycle 目前只支持 month，其他周期还不能考核", "cycle is month; no other can be scored yet");
    }

    private Grade[] Grades(YamlFields plan)
    {
        var nodes = plan.List("grades", required: false);
        var grades = nodes.Select(n => new YamlFields(n, errors, "grade", "when"))
            .Select(g => new Grade(g.Text("grade"), BandReader.Interval(g, "when"))).ToArray();
        Ids.Distinct(errors, nodes, grades.Select(g => g.Id));
        return grades;
    }

    private Dimension Dimension(YamlNode node)
    {
        var dimension = new YamlFields(node, errors, "id", "name", "items", "ours");
        return new(dimension.Id("id"), dimension.Words("name"), [.. dimension.List("items").Select(Item)]);
    }

    private Item Item(YamlNode node)
    {
        var item = new YamlFields(node, errors, "id", "name", "weight", "source", "method", "missing", "min-sample", "scaled-by-days", "better", "monotone", "ours");
        var weight = item.Number("weight");
        if (item.Find("weight") is { } at && weight <= 0) errors.Add(at, "权重应大于 0", "a weight is above 0");
        var (source, metric) = Source(item);
        var method = MethodReader.Read(item, source, metric);
        return new(item.Id("id"), item.Words("name"), weight, source, method, item.Choice("missing", MissingRules, MissingRule.Redistribute))
        {
            Sample = Sample(item, source),
            Better = item.Has("better") ? item.Choice("better", MethodReader.Directions, Better.None) : null,
            Monotone = item.Flag("monotone", true),
            ScaledByDays = item.Flag("scaled-by-days", metric?.Formula is Total && method is not ByRank),
            Ours = item.Texts("ours", required: false),
        };
    }

    private (ItemSource, Metric?) Source(YamlFields item)
    {
        var nothing = new NoneYet(default);
        if (item.Required("source") is not { } node) return (nothing, null);
        var source = new YamlFields(node, errors, "metric", "by", "raters", "missing-rater", "none-yet");
        if (source.Keys.Count(k => k is "metric" or "raters" or "none-yet") != 1)
            errors.Add(node, "source 应为 metric、raters、none-yet 之一", "a source is one of metric, raters and none-yet");
        else if (source.Find("metric") is { } id) return (Metric(source, id), metrics(source.TextOf(id)));
        else if (source.Find("none-yet") is { } words) return (new NoneYet(source.WordsOf(words)), null);
        else return (Raters(source), null);
        return (nothing, null);
    }

    /// <summary>The metric that a source names, counted by Heng or as reports tell it.</summary>
    internal static FromMetric Metric(YamlFields source, YamlNode id) => new(source.TextOf(id)) { Reported = source.Choice("by", Tellers, false) };

    private FromRaters Raters(YamlFields source)
    {
        var raters = new YamlFields(source.Find("raters")!, errors, [.. RaterWords.Kinds]);
        var shares = raters.Keys.Where(RaterWords.Kinds.Contains).Select(k => new RaterShare(k, raters.Number(k))).ToArray();
        foreach (var share in shares.Where(s => s.Weight <= 0)) errors.Add(raters.Find(share.Rater)!, "权重应大于 0", "a weight is above 0");
        return new(shares, source.Choice("missing-rater", MissingRaters, MissingRater.Redistribute));
    }

    private MinimumSample? Sample(YamlFields item, ItemSource source)
    {
        if (item.Find("min-sample") is not { } node) return null;
        var sample = new YamlFields(node, errors, "of", "at-least");
        // Entries are counted by themselves; a metric names what its sample is.
        return new(source is FromMetric ? sample.Text("of") : null, sample.Number("at-least"));
    }
}
