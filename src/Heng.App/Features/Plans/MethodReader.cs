using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads an item's method; whether it fits the item's weight, direction and unit, the linter says.</summary>
internal static class MethodReader
{
    /// <summary>Methods that go with one kind of source alone.</summary>
    private static readonly Dictionary<string, string> Pairs = new()
    {
        ["rating"] = "raters", ["deduct"] = "causes", ["qa"] = "qa", ["goal"] = "goals", ["trend"] = "cards", ["spread"] = "cards", ["manual"] = "manual",
    };
    private static readonly string[] OnlyPaired = ["raters", "causes", "manual"];

    public static (string Name, Method Method) Read(YamlFields item, decimal weight, SourceRead source)
    {
        var harmless = ("", new OnScale(0m, 1m, []));
        if (item.Required("method") is not { } node) return harmless;
        var method = new YamlFields(node, item.Errors, ItemKeys.Method);
        var names = ItemKeys.Method.Names.ToArray();
        if (method.Keys.ToArray() is not [var name] || !names.Contains(name))
        {
            item.Errors.Add(node, $"method 应为 {string.Join("、", names)} 之一", $"a method is one of {string.Join(", ", names)}");
            return harmless;
        }
        CheckPair(item, node, name, source.Kind);
        var body = method.Find(name)!;
        return (name, name switch
        {
            "proportional" => Proportional(item, body, source),
            "bands" => new Bands(BandReader.Read(method, method.List("bands"), ItemKeys.Band)),
            "linear" => new Linear(Knots(method.Errors, method.List("linear"), ItemKeys.Knot)),
            "rank" => Rank(item, body, source),
            "rating" => Rating(item.Errors, body),
            "per-step" => Steps(item, body, weight, source),
            "count" => Count(item.Errors, body, source),
            "goal" => Goal(item.Errors, body),
            "trend" or "spread" => Line(item.Errors, body),
            "manual" => Manual(item.Errors, body),
            "qa" => Plain(item.Errors, body, OfWhole.Instance),
            _ => Plain(item.Errors, body, Deduct.Instance),
        });
    }

    private static void CheckPair(YamlFields item, YamlNode node, string method, string source)
    {
        if (source == "none-yet" || Pairs.GetValueOrDefault(method) is var pair && (pair == source || (pair is null && !OnlyPaired.Contains(source)))) return;
        var (from, by) = pair is not null ? (pair, method) : (source, Pairs.First(p => p.Value == source).Key);
        item.Errors.Beside(node, $"来源 {from} 与方法 {by} 须一起使用", $"the source {from} and the method {by} go together");
    }

    /// <summary>The source's better side, or the one that the item names; something that nothing brings yet counts as higher.</summary>
    private static Better Direction(YamlFields item, SourceRead source) => item.Choice("better", ItemKeys.Directions, source.Better);

    private static Proportional Proportional(YamlFields item, YamlNode body, SourceRead source)
    {
        var p = new YamlFields(body, item.Errors, ItemKeys.Proportional);
        var better = Direction(item, source);
        var (target, aim) = AimReader.Read(p, "target", source.Metric, (at, number) =>
        {
            if (number < 0 || (number == 0 && better == Better.Higher)) item.Errors.Add(at, "目标应大于 0", "the target is above 0: nothing can be divided by it");
        });
        var (floor, cap) = (p.OptionalNumber("floor") ?? 0m, p.OptionalNumber("cap") ?? 1m);
        if (floor < 0 || cap <= floor)
        {
            item.Errors.Add(p.Node, "应有 0 ≤ floor < cap", "0 ≤ floor < cap");
            (floor, cap) = (0m, 1m);
        }
        return new(target, better, floor, cap) { Aim = aim, Basis = BasisReader.Read(p) };
    }

    /// <param name="knot">The mapping of one point: at, and the key of what it gives.</param>
    public static IReadOnlyList<Knot> Knots(PlanErrors errors, IReadOnlyList<YamlNode> nodes, Mapping knot)
    {
        var value = knot.Keys[1].Name;
        var knots = nodes.Select(n => new YamlFields(n, errors, knot)).Select(k => new Knot(k.Number("at"), k.Number(value))).ToArray();
        if (nodes.Count == 1) errors.Add(nodes[0], "折线至少两点", "a line needs two points");
        for (var i = 1; i < knots.Length; i++)
            if (knots[i].At <= knots[i - 1].At) errors.Add(nodes[i], "各点的 at 应递增", "the points ascend by at");
        return knots;
    }

    private static ByRank Rank(YamlFields item, YamlNode body, SourceRead source)
    {
        var r = new YamlFields(body, item.Errors, ItemKeys.Rank);
        return new(r.Choice<RankWithin>("within", ItemKeys.Ranked), Direction(item, source), [.. r.List("points").Select(r.NumberOf)], r.Number("rest"))
        {
            Noise = r.Choice("noise", ItemKeys.Noises, RankNoise.ByValue),
        };
    }

    private static OnScale Rating(PlanErrors errors, YamlNode body)
    {
        var r = new YamlFields(body, errors, ItemKeys.Rating);
        decimal[] scale = [.. r.List("scale").Select(r.NumberOf)];
        if (scale is not [var low, var high] || low >= high)
        {
            if (r.Find("scale") is { } at) errors.Add(at, "scale 应为 [最低, 最高]", "a scale is [lowest, highest]");
            return new(0m, 1m, []);
        }
        var anchors = r.List("anchors", required: false).Select(n => new YamlFields(n, errors, ItemKeys.Anchor))
            .Select(a => (a.Node, Anchor: new Anchor(a.Number("at"), a.Words("means")))).ToArray();
        foreach (var (node, anchor) in anchors)
            if (anchor.At < low || anchor.At > high) errors.Add(node, "锚点超出 scale", "the anchor is off the scale");
        var step = r.OptionalNumber("step") ?? OnScale.UsualStep;
        if (step <= 0 || step > high - low) errors.Add(r.Find("step")!, "step 应大于 0，且不大于整个 scale", "a step is above 0 and no longer than the scale");
        decimal[]? edges = r.Has("comment-at") ? [.. r.List("comment-at").Select(r.NumberOf)] : null;
        if (edges is not null && (edges is not [var from, var to] || from < low || to > high || from >= to))
        {
            errors.Add(r.Find("comment-at")!, "comment-at 应为 [低, 高]，都在 scale 之内", "comment-at is [low, high], both on the scale");
            edges = null;
        }
        return new(low, high, [.. anchors.Select(a => a.Anchor)]) { Step = step > 0 ? step : OnScale.UsualStep, CommentAt = edges is [var few, var many] ? new(few, many) : null };
    }

    private static PerStep Steps(YamlFields item, YamlNode body, decimal weight, SourceRead source)
    {
        var s = new YamlFields(body, item.Errors, ItemKeys.PerStep);
        var (step, from, least, most) = (s.Number("step"), s.Number("base"), s.OptionalNumber("min") ?? 0m, s.OptionalNumber("max") ?? weight);
        if (s.Find("step") is { } at && step <= 0) item.Errors.Add(at, "step 应大于 0", "a step is above 0");
        if (s.Find("points") is { } each && s.Number("points") < 0) item.Errors.Add(each, "每步的分不应为负，方向由 better 定", "points a step are not negative; better says which way");
        if (least < 0 || most > weight || least > most) item.Errors.Add(s.Node, "应有 0 ≤ min ≤ max ≤ 权重", "0 ≤ min ≤ max ≤ the item's weight");
        else if (s.Find("base") is { } start && (from < least || from > most)) item.Errors.Add(start, "base 应在 min 与 max 之间", "the base lies between min and max");
        var (origin, aim) = AimReader.Read(s, "start", source.Metric, (_, _) => { });
        return new(origin, step == 0 ? 1m : step, from, s.Number("points"), Direction(item, source), least, Math.Max(least, most)) { Aim = aim, Basis = BasisReader.Read(s) };
    }

    private static ByCount Count(PlanErrors errors, YamlNode body, SourceRead source)
    {
        var c = new YamlFields(body, errors, ItemKeys.Count);
        void AboveZero(YamlNode at, decimal number)
        {
            if (number <= 0) errors.Add(at, "at-least 应大于 0", "at-least is above 0");
        }
        var (from, aim) = AimReader.Read(c, "at-least", source.Metric, AboveZero);
        if (aim is null && c.Find("at-least") is { } plain) AboveZero(plain, from);
        var to = c.OptionalNumber("at-most");
        if (to < from) errors.Add(c.Find("at-most")!, "at-most 不应小于 at-least", "at-most is not under at-least");
        // What lies above a range is somebody's decision, so it is written.
        if (c.Has("at-most") != c.Has("above")) errors.Add(body, "at-most 与 above（full 或 nothing）须一起写", "at-most and above (full or nothing) are written together");
        return new(from, to, c.Choice("above", ItemKeys.Above, true), c.Choice("below", ItemKeys.Below, false)) { Aim = aim, Basis = BasisReader.Read(c) };
    }

    private static Method Goal(PlanErrors errors, YamlNode body)
    {
        var g = new YamlFields(body, errors, ItemKeys.Goal);
        if (!g.Keys.Any()) return OfWhole.Instance;
        return new ByGoal(g.Number("met"), g.Number("partly"), g.Number("not"));
    }

    private static ZeroToFull Line(PlanErrors errors, YamlNode body)
    {
        var l = new YamlFields(body, errors, ItemKeys.Line);
        var (zero, full) = (l.Number("zero"), l.Number("full"));
        if (zero != full) return new(zero, full);
        if (l.Has("zero") && l.Has("full")) errors.Add(body, "zero 与 full 不应相同", "zero and full differ");
        return new(0m, 1m);
    }

    private static AsGiven Manual(PlanErrors errors, YamlNode body)
    {
        var m = new YamlFields(body, errors, ItemKeys.Manual);
        if (m.Find("from") is { } at && m.Number("from") > 0) errors.Add(at, "from 是最多可扣的分，写 0 或负数", "from is the most that is taken: 0 or below");
        return AsGiven.Instance;
    }

    private static Method Plain(PlanErrors errors, YamlNode body, Method method)
    {
        _ = new YamlFields(body, errors, ItemKeys.Nothing);
        return method;
    }
}
