using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads an item's method; whether it fits the item, the linter says.</summary>
internal static class MethodReader
{
    public static readonly IReadOnlyDictionary<string, Better> Directions =
        new Dictionary<string, Better> { ["higher"] = Better.Higher, ["lower"] = Better.Lower };
    private static readonly Dictionary<string, RankWithin> Ranked = new()
    {
         ["group"] = RankWithin.Group, ["position"] = RankWithin.Position, ["plan"] = RankWithin.Plan,
    };
    private static readonly string[] Names = ["proportional", "bands", "linear", "rank", "rating"];

    public static Method Read(YamlFields item, ItemSource source, Metric? metric)
    {
        var harmless = new OnScale(0m, 1m, []);
        if (item.Required("method") is not { } node) return harmless;
        var method = new YamlFields(node, item.Errors, Names);
        if (method.Keys.ToArray() is not [var name] || !Names.Contains(name))
        {
            item.Errors.Add(node, $"method 应为 {string.Join("、", Names)} 之一", $"a method is one of {string.Join(", ", Names)}");
            return harmless;
        }
        if (source is not NoneYet && source is FromRaters != (name == "rating"))
            item.Errors.Beside(node, "评分来源 raters 与方法 rating 须一起使用", "the source raters and the method rating go together");
        return name switch
        {
            "proportional" => Proportional(item, method, metric),
            "bands" => new Bands(BandReader.Read(method, method.List("bands"), "points")),
            "linear" => new Linear(Knots(method.Errors, method.List("linear"), "points")),
            "rank" => Rank(item, method, metric),
            _ => Rating(method),
        };
    }

    /// <summary>The metric's better side, or the one that the item names; something that nothing brings yet counts as higher.</summary>
    private static Better Direction(YamlFields item, Metric? metric) => item.Choice<Better>("better", Directions, metric?.Better ?? Better.Higher);

    private static Proportional Proportional(YamlFields item, YamlFields method, Metric? metric)
    {
        var p = new YamlFields(method.Find("proportional")!, item.Errors, "target", "floor", "cap");
        var better = Direction(item, metric);
        var (target, floor, cap) = (p.Number("target"), p.OptionalNumber("floor") ?? 0m, p.OptionalNumber("cap") ?? 1m);
        if (floor < 0 || cap <= floor) item.Errors.Add(p.Node, "应有 0 ≤ floor < cap", "0 ≤ floor < cap");
        return new(target, better, floor, cap);
    }

    public static IReadOnlyList<Knot> Knots(PlanErrors errors, IReadOnlyList<YamlNode> nodes, string value)
    {
        var knots = nodes.Select(n => new YamlFields(n, errors, "at", value)).Select(k => new Knot(k.Number("at"), k.Number(value))).ToArray();
        if (nodes.Count == 1) errors.Add(nodes[0], "折线至少两点", "a line needs two points");
        for (var i = 1; i < knots.Length; i++)
            if (knots[i].At <= knots[i - 1].At) errors.Add(nodes[i], "各点的 at 应递增", "the points ascend by at");
        return knots;
    }

    private static ByRank Rank(YamlFields item, YamlFields method, Metric? metric)
    {
        var r = new YamlFields(method.Find("rank")!, item.Errors, "within", "points", "rest");
        return new(r.Choice<RankWithin>("within", Ranked), Direction(item, metric), [.. r.List("points").Select(r.NumberOf)], r.Number("rest"));
    }

    private static OnScale Rating(YamlFields method)
    {
        var r = new YamlFields(method.Find("rating")!, method.Errors, "scale", "anchors");
        decimal[] scale = [.. r.List("scale").Select(r.NumberOf)];
        if (scale is not [var low, var high] || low >= high)
        {
            if (r.Find("scale") is { } at) method.Errors.Add(at, "scale 应为 [最低, 最高]", "a scale is [lowest, highest]");
            return new(0m, 1m, []);
        }
        var anchors = r.List("anchors", required: false).Select(n => new YamlFields(n, method.Errors, "at", "means"))
            .Select(a => (a.Node, Anchor: new Anchor(a.Number("at"), a.Words("means")))).ToArray();
        foreach (var (node, anchor) in anchors)
            if (anchor.At < low || anchor.At > high) method.Errors.Add(node, "锚点超出 scale", "the anchor is off the scale");
        return new(low, high, [.. anchors.Select(a => a.Anchor)]);
    }
}
