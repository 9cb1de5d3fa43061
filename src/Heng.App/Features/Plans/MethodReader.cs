using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads an item's method and checks it against the item: points within the weight, bands that cover, a direction where one is needed.</summary>
internal static class MethodReader
{
    public static readonly IReadOnlyDictionary<string, Better> Directions =
        new Dictionary<string, Better> { ["higher"] = Better.Higher, ["lower"] = Better.Lower };
    private static readonly Dictionary<string, RankWithin> Ranked = new()
    {
         ["group"] = RankWithin.Group, ["position"] = RankWithin.Position, ["plan"] = RankWithin.Plan,
    };
    private static readonly string[] Names = ["proportional", "bands", "linear", "rank", "rating"];

    public static Method Read(YamlFields item, decimal weight, ItemSource source, Metric? metric)
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
            item.Errors.Add(node, "评分来源 raters 与方法 rating 须一起使用", "the source raters and the method rating go together");
        return name switch
        {
            "proportional" => Proportional(item, method, metric),
            "bands" => Bands(method, weight, metric?.Unit),
            "linear" => Linear(method, weight),
            "rank" => Rank(item, method, weight, metric),
            _ => Rating(method),
        };
    }

    /// <summary>The metric's better side, or the one that the item names; something that nothing brings yet counts as higher.</summary>
    private static Better Direction(YamlFields item, Metric? metric)
    {
        var own = metric?.Better ?? Better.Higher;
        var better = item.Choice<Better>("better", Directions, own);
        if (better == Better.None)
            item.Errors.Add(item.Node, "该指标没有方向，请写 better: higher 或 lower", "the metric has no better side: write better: higher or lower");
        return better;
    }

    private static Proportional Proportional(YamlFields item, YamlFields method, Metric? metric)
    {
        var p = new YamlFields(method.Find("proportional")!, item.Errors, "target", "floor", "cap");
        var better = Direction(item, metric);
        var (target, floor, cap) = (p.Number("target"), p.OptionalNumber("floor") ?? 0m, p.OptionalNumber("cap") ?? 1m);
        if (p.Find("target") is { } at && (target < 0 || (target == 0 && better == Better.Higher)))
            item.Errors.Add(at, "目标应大于 0", "the target is above 0: nothing can be divided by it");
        if (floor < 0 || cap <= floor) item.Errors.Add(p.Node, "应有 0 ≤ floor < cap", "0 ≤ floor < cap");
        return new(target, better, floor, cap);
    }

    private static Bands Bands(YamlFields method, decimal weight, Unit? unit)
    {
        var nodes = method.List("bands");
        // Rates end at 1; money and ratios can be negative; counts and times start at 0.
        decimal? lowest = unit is Unit.Yuan or Unit.Ratio ? null : 0m;
        var bands = BandReader.Read(method, nodes, "points", lowest, unit == Unit.Rate ? 1m : null);
        Within(method.Errors, nodes, bands.Select(b => b.Points), weight);
        return new(bands);
    }

    private static Linear Linear(YamlFields method, decimal weight)
    {
        var nodes = method.List("linear");
        var knots = Knots(method.Errors, nodes, "points");
        Within(method.Errors, nodes, knots.Select(k => k.Points), weight);
        return new(knots);
    }

    public static IReadOnlyList<Knot> Knots(PlanErrors errors, IReadOnlyList<YamlNode> nodes, string value)
    {
        var knots = nodes.Select(n => new YamlFields(n, errors, "at", value)).Select(k => new Knot(k.Number("at"), k.Number(value))).ToArray();
        if (nodes.Count == 1) errors.Add(nodes[0], "折线至少两点", "a line needs two points");
        for (var i = 1; i < knots.Length; i++)
            if (knots[i].At <= knots[i - 1].At) errors.Add(nodes[i], "各点的 at 应递增", "the points ascend by at");
        return knots;
    }

    private static ByRank Rank(YamlFields item, YamlFields method, decimal weight, Metric? metric)
    {
        var r = new YamlFields(method.Find("rank")!, item.Errors, "within", "points", "rest");
        var nodes = r.List("points");
        var points = nodes.Select(r.NumberOf).ToArray();
        Within(item.Errors, nodes, points, weight);
        if (r.Find("rest") is { } rest) Within(item.Errors, [rest], [r.Number("rest")], weight);
        return new(r.Choice<RankWithin>("within", Ranked), Direction(item, metric), points, r.Number("rest"));
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

    private static void Within(PlanErrors errors, IReadOnlyList<YamlNode> nodes, IEnumerable<decimal> points, decimal weight)
    {
        foreach (var (node, p) in nodes.Zip(points))
            if (p < 0 || p > weight) errors.Add(node, "分值应在 0 与权重之间", "points lie between 0 and the item's weight");
    }
}
