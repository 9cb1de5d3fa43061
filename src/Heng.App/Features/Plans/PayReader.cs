using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads a scheme's pay: a list of components, each a mapping with the component's kind as its one key.</summary>
internal sealed class PayReader(PlanErrors errors, Func<string, Metric?> metrics, IReadOnlyList<Plan> plans)
{
    public (IReadOnlyList<PayComponent> Components, IReadOnlyList<Fund> Funds) Read(YamlNode node)
    {
        var pay = new YamlFields(node, errors, PayKeys.Pay);
        var nodes = pay.List("components");
        var components = nodes.Select(Component).OfType<PayComponent>().ToArray();
        if (components.Length == nodes.Count) Ids.Distinct(errors, nodes, components.Select(c => c.Id));
        foreach (var (at, _) in nodes.Zip(components).Where(c => components.Length == nodes.Count && c.Second.Id == LateLine.Prefix))
            errors.Add(at, $"id {LateLine.Prefix} 已留给结账后的差额", $"the id {LateLine.Prefix} is kept for what settles closed months");
        return (components, new PoolReader(errors).Funds(pay));
    }

    private PayComponent? Component(YamlNode node)
    {
        var component = new YamlFields(node, errors, PayKeys.Component);
        if (component.Keys.ToArray() is not [var kind] || !PayKeys.Component.Names.Contains(kind))
        {
            errors.Add(node, $"薪酬组成应为 {string.Join("、", PayKeys.Component.Names)} 之一", $"a component is one of {string.Join(", ", PayKeys.Component.Names)}");
            return null;
        }
        var body = component.Find(kind)!;
        return kind switch
        {
            "base" => Base(body), "performance" => Performance(body), "ksf" => ReadKsf(body), "reward-penalty" => Adjustments(body), "pool" => new PoolReader(errors).Read(body),
            "cycle-award" => new CycleAwardReader(errors, ReadCoefficient).Read(body),
            _ => new ComponentReader(errors, metrics).Read(kind, body),
        };
    }

    private BasePay Base(YamlNode node)
    {
        var b = new YamlFields(node, errors, PayKeys.Base);
        // "person" is the base that the roster gives each person.
        var amount = b.Find("amount") is YamlScalarNode { Value: "person" } ? null : (decimal?)NotNegative(b, "amount");
        var days = b.Find("by") is null or YamlScalarNode { Value: "due-days" } ? null : (decimal?)b.Number("by");
        if (days is <= 0m or > 31m) errors.Add(b.Find("by")!, "by 应为 due-days，或一个月的计薪天数，如 21.75", "by is due-days, or the pay days of a month such as 21.75");
        return new(b.Id("id"), b.Words("label"), amount) { PayDays = days, Round = RoundOf(b), Ours = b.Texts("ours", required: false) };
    }

    private RewardPenalty Adjustments(YamlNode node)
    {
        var r = new YamlFields(node, errors, PayKeys.RewardPenalty);
        return new(r.Id("id"), r.Words("label")) { Round = RoundOf(r), Ours = r.Texts("ours", required: false) };
    }

    private PerformancePay Performance(YamlNode node)
    {
        var p = new YamlFields(node, errors, PayKeys.Performance);
        return new(p.Id("id"), p.Words("label"), NotNegative(p, "amount"), ReadCoefficient(p), p.Flag("prorated", true))
        {
            Round = RoundOf(p), Ours = p.Texts("ours", required: false),
        };
    }

    private Coefficient ReadCoefficient(YamlFields owner)
    {
        var harmless = new LinearCoefficient([new(0m, 0m), new(100m, 1m)]);
        if (owner.Required("coefficient") is not { } node) return harmless;
        var c = new YamlFields(node, errors, PayKeys.Coefficient);
        var (floor, cap) = (c.OptionalNumber("floor") ?? 0m, c.OptionalNumber("cap"));
        if (floor < 0 || cap < floor) errors.Add(node, "应有 0 ≤ floor ≤ cap", "0 ≤ floor ≤ cap");
        if (c.Keys.Count(k => k is "linear" or "bands" or "grades") != 1)
        {
            errors.Add(node, "coefficient 应为 linear、bands、grades 之一", "a coefficient is one of linear, bands and grades");
            return harmless;
        }
        if (c.Has("linear"))
        {
            var knots = MethodReader.Knots(errors, c.List("linear"), PayKeys.CoefficientKnot);
            return knots.Count < 2 ? harmless : new LinearCoefficient(knots, floor, cap);
        }
        return c.Has("bands") ? new BandCoefficient(BandReader.Read(c, c.List("bands"), PayKeys.CoefficientBand), floor, cap) : Grades(c, floor, cap);
    }

    /// <summary>Every grade of every plan of the file needs a coefficient, and no other has one.</summary>
    private GradeCoefficient Grades(YamlFields owner, decimal floor, decimal? cap)
    {
        var known = plans.SelectMany(p => p.Grades).Select(g => g.Id).Distinct(StringComparer.Ordinal).ToArray();
        var table = new YamlFields(owner.Find("grades")!, errors, known);
        return new(known.ToDictionary(g => g, table.Number, StringComparer.Ordinal), floor, cap);
    }

    private Ksf ReadKsf(YamlNode node)
    {
        var k = new YamlFields(node, errors, PayKeys.Ksf);
        var nodes = k.List("indicators");
        var indicators = nodes.Select(Indicator).ToArray();
        Ids.Distinct(errors, nodes, indicators.Select(i => i.Id));
        var atStake = k.Number("at-stake");
        if (k.Find("at-stake") is { } at && atStake is <= 0 or > 1)
            errors.Add(k.Find("at-stake") ?? node, "at-stake 应在 0% 与 100% 之间", "the share at stake lies above 0% and up to 100%");
        return new(k.Id("id"), k.Words("label"), NotNegative(k, "standard"), atStake, k.Flag("prorated", true), indicators)
        {
            Round = RoundOf(k), Ours = k.Texts("ours", required: false),
        };
    }

    private KsfIndicator Indicator(YamlNode node)
    {
        var i = new YamlFields(node, errors, PayKeys.Indicator);
        var (source, metric) = Source(i);
        var better = i.Choice<Better>("better", ItemKeys.Directions, metric?.Better ?? Better.Higher);
        if (i.Find("weight") is { } w && i.Number("weight") <= 0) errors.Add(w, "权重应大于 0", "a weight is above 0");
        var step = i.Number("step");
        if (i.Find("step") is { } at && step <= 0) errors.Add(at, "step 应大于 0", "a step is above 0");
        var (low, high) = (i.OptionalNumber("low"), i.OptionalNumber("high"));
        if (high < (low ?? 0m)) errors.Add(i.Find("high")!, "high 不应低于 low", "high is not below low");
        var (balance, by) = AimReader.Read(i, "balance", source.Metric?.Metric, (_, _) => { });
        if (i.Id("id") == "fixed") errors.Add(i.Find("id")!, "id fixed 已留给固定部分", "the id fixed is kept for the part not at stake");
        return new(i.Id("id"), i.Words("name"), i.Number("weight"), source, better, balance, step, NotNegative(i, "per-step"), low, high)
        {
            ScaledByDays = i.Flag("scaled-by-days", metric?.Formula is Total),
            BalanceBy = by,
            Basis = BasisReader.Read(i),
            Ours = i.Texts("ours", required: false),
        };
    }

    private (IndicatorSource, Metric?) Source(YamlFields indicator)
    {
        if (indicator.Required("source") is not { } node) return (new(null, null), null);
        var s = new YamlFields(node, errors, PayKeys.IndicatorSource);
        if (s.Has("metric") == s.Has("item")) errors.Add(node, "source 应为 metric 或 item 之一", "a source is one of metric and item");
        if (s.Find("item") is { } item)
        {
            if (!plans.SelectMany(p => p.Items).Any(i => i.Id == s.TextOf(item)))
                errors.Add(item, $"方案中没有考核项 {item}", $"no plan of this file has an item {item}");
            if (s.Find("by") is { } by) errors.Add(by, "by 只用于 metric", "by belongs to a metric");
            return (new(null, s.TextOf(item)), null);
        }
        if (s.Find("metric") is not { } id) return (new(null, null), null);
        var metric = metrics(s.TextOf(id));
        return (new(SourceReader.Metric(s, id), null), metric);
    }

    /// <summary>How the component's lines end at the fen.</summary>
    public static Rounding RoundOf(YamlFields component) => component.Choice("round", PayKeys.Rounds, Rounding.HalfAway);

    public static decimal NotNegative(YamlFields fields, string key)
    {
        var number = fields.Number(key);
        if (number < 0) fields.Errors.Add(fields.Find(key)!, $"{key} 不应为负", $"{key} is not negative");
        return number;
    }
}
