using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads a pool, and the funds beside the components. Shares are written as percentages and kept in percentage points of the pool.</summary>
internal sealed class PoolReader(PlanErrors errors)
{
    public Pool Read(YamlNode node)
    {
        var p = new YamlFields(node, errors, PayKeys.Pool);
        var share = PayReader.NotNegative(p, "share");
        var nodes = p.List("roles");
        PoolRole[] roles = [.. nodes.Select(Role)];
        Ids.Distinct(errors, nodes, roles.Select(r => r.Id));
        return new(p.Id("id"), p.Words("label"), Source(p), share, roles, p.Id("fund"))
        {
            Pass = p.Has("pass") ? PayReader.NotNegative(p, "pass") : null, Prorated = p.Flag("prorated", true), Float = Float(p), UndistributedTo = p.Has("undistributed") ? p.Id("undistributed") : null,
            Round = PayReader.RoundOf(p), Ours = p.Texts("ours", required: false),
        };
    }

    public IReadOnlyList<Fund> Funds(YamlFields pay)
    {
        var nodes = pay.List("funds", required: false);
        Fund[] funds = [.. nodes.Select(n => new YamlFields(n, errors, PayKeys.Fund)).Select(f => new Fund(f.Id("id"), f.Words("name"), f.Has("rule") ? f.Words("rule") : null))];
        Ids.Distinct(errors, nodes, funds.Select(f => f.Id));
        return funds;
    }

    private PoolRole Role(YamlNode node)
    {
        var role = new YamlFields(node, errors, PayKeys.Role);
        return new(role.Id("id"), role.Words("name"), PayReader.NotNegative(role, "share") * Pool.Whole, role.Texts("positions", required: true));
    }

    private PoolFloat? Float(YamlFields pool)
    {
        if (pool.Find("float") is not { } node) return null;
        var moved = new YamlFields(node, errors, PayKeys.Float);
        var most = moved.Number("most") * Pool.Whole;
        if (most is <= 0m or > 100m) errors.Add(moved.Find("most") ?? node, "most 应大于 0%，不超过 100%", "most lies above 0% and up to 100%");
        return new(most, moved.Flag("zero-sum", true));
    }

    /// <summary>A number of the whole shop: a metric, counted or reported, or a counter under a name of the shop's own.</summary>
    private ItemSource Source(YamlFields pool)
    {
        if (pool.Required("source") is not { } node) return new FromMetric("");
        var source = new YamlFields(node, errors, PayKeys.ShopSource);
        if (source.Has("metric") == source.Has("counter")) errors.Add(node, "source 应为 metric 或 counter 之一", "a source is one of metric and counter");
        foreach (var (key, owner) in new[] { ("by", "metric"), ("unit", "counter") })
            if (!source.Has(owner) && source.Find(key) is { } stray) errors.Add(stray, $"{key} 只用于 {owner}", $"{key} belongs to {owner}");
        if (source.Find("counter") is { } counter) return new FromCounter(source.TextOf(counter), source.Choice("unit", ItemKeys.Units, Unit.Yuan));
        return source.Find("metric") is { } metric ? SourceReader.Metric(source, metric) : new FromMetric("");
    }
}
