using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>
/// A pool can't pay more than there is in it: the roles' shares with the float come to 100 % at most. It is of money, its roles are those that the plans score, each position
/// is in one of them, and what it withholds goes to a fund with a rule of paying out.
/// </summary>
public static class PoolLint
{
    internal static IReadOnlyList<Finding> OfPool(string place, Pool pool, IReadOnlyList<Fund> funds, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics) =>
    [
        .. MetricLint.Unknown(pool.Metrics.Select(m => ($"{place}/source/metric", m.Metric)), metrics), .. OfNumber(place, pool, metrics),
        .. Of($"{place}/roles", [.. pool.Roles.Select(r => (r.Id, r.Share))], pool.Float), .. Positions(place, pool, plans), .. Reached(place, pool, plans, metrics), .. Ruled(place, pool, funds),
    ];

    private static IEnumerable<Finding> OfNumber(string place, Pool pool, Func<string, Metric?> metrics)
    {
        var unit = pool.Source switch { FromMetric metric => metrics(metric.Metric)?.Unit, FromCounter counter => counter.Unit, _ => null };
        if (unit is not (null or Unit.Yuan))
            yield return Finding.Error(LintRules.UnitClash, $"{place}/source", new("单位不符：池子是一笔钱的一部分，这个数不是金额", "the units clash: a pool is a share of an amount of money, and this number is none"),
                new("换一个以元计的指标或店铺数（unit: yuan）", "take a metric or counter in yuan (unit: yuan)"));
        if (pool.Share > 1m)
            yield return Finding.Error(LintRules.PoolOver100, $"{place}/share", new($"池子是店铺数的 {Shown.Number(pool.Share * 100m)}%，超过 100%", $"the pool is {Shown.Number(pool.Share * 100m)}% of the shop's number, more than all of it"),
                new($"写 {Shown.Number(pool.Share)}%", $"write {Shown.Number(pool.Share)}%"), new Interval(pool.Share, true, pool.Share, true));
    }

    /// <summary>A position shares once, and a role that no plan scores would have nobody with a score.</summary>
    private static IEnumerable<Finding> Positions(string place, Pool pool, IReadOnlyList<Plan> plans)
    {
        var scored = plans.SelectMany(p => p.Positions).ToHashSet(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var role in pool.Roles)
        {
            foreach (var position in role.Positions.Where(p => !seen.Add(p)))
                yield return Finding.Error(LintRules.PositionTwice, $"{place}/roles/{role.Id}/positions", new($"岗位 {position} 已在别的分享岗位里", $"the position {position} is in another role already"), new("只留在一个里", "leave it in one of them"));
            if (plans.Count > 0 && !role.Positions.Any(scored.Contains))
                yield return Finding.Warning(LintRules.PoolRoleUnscored, $"{place}/roles/{role.Id}", new($"{role.Name.Zh} 的岗位没有考核方案：没有人有得分，这一份总是留着不发", $"no plan scores the positions of {role.Name.En}: nobody has a score and its part always stays undistributed"),
                    new("为这些岗位写一个方案，或删去这个分享岗位", "write a plan for these positions, or leave the role out"));
        }
        var left = scored.Where(p => !seen.Contains(p)).Order(StringComparer.Ordinal).ToArray();
        if (left.Length > 0)
            yield return Finding.Warning(LintRules.PoolPositionLeftOut, $"{place}/roles", new($"岗位 {string.Join("、", left)} 不在任何分享岗位里，分不到池子", $"in no role of the pool, and so without a part in it: {string.Join(", ", left)}"),
                new("把岗位写进一个分享岗位，或另写一个没有池子的方案", "put the position into a role, or write another file without the pool for it"));
    }

    private static IEnumerable<Finding> Reached(string place, Pool pool, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        if (pool.Pass is not { } pass || plans.Count == 0 || plans.Select(p => CardRange.Of(p, metrics)).Aggregate((a, b) => a.Or(b)) is not { High: { } high } scores || high >= pass) yield break;
        yield return Finding.Error(LintRules.PassUnreachable, $"{place}/pass", new($"pass {Shown.Number(pass)} 到不了：总分在 {Told.Bounds(scores)}", $"pass {Shown.Number(pass)} is out of reach: scores come to {Told.Bounds(scores)}"),
            new($"写 {Shown.Number(high)} 以内的数", $"write {Shown.Number(high)} at most"), new Interval(pass, true, pass, true));
    }

    private static IEnumerable<Finding> Ruled(string place, Pool pool, IReadOnlyList<Fund> funds)
    {
        foreach (var (key, id) in new[] { ("fund", pool.Fund), ("undistributed", pool.UndistributedTo) })
            if (id is not null && funds.FirstOrDefault(f => f.Id == id) is not { Rule: not null })
                yield return Finding.Error(LintRules.WithheldWithoutRule, $"{place}/{key}", new($"扣留的钱进基金 {id}，却没有写它怎样发放", $"what is withheld goes to the fund {id}, and nothing says how that is paid out"),
                    new($"在 pay/funds 里写 {id} 的发放规则（rule）", $"write the rule of {id} under pay/funds"));
    }

    public static IEnumerable<Finding> Of(string place, IReadOnlyList<(string Role, decimal Share)> shares, PoolFloat? moved)
    {
        var sum = shares.Sum(s => s.Share);
        var most = sum + (moved is { ZeroSum: false } free ? free.Most : 0m);
        if (most <= 100m) yield break;
        var over = Shown.Number(most - 100m);
        yield return Finding.Error(LintRules.PoolOver100, place,
            sum <= 100m
                ? new($"份额合计 {Shown.Number(sum)}%，加上可只增不减的机动 {Shown.Number(moved!.Most)}% 可达 {Shown.Number(most)}%", $"the shares add up to {Shown.Number(sum)}%; with a float of {Shown.Number(moved.Most)}% that may raise one without lowering another they come to {Shown.Number(most)}%")
                : new($"份额合计可达 {Shown.Number(most)}%，超过 100%", $"the shares come to {Shown.Number(most)}%, more than 100%"),
            sum <= 100m
                ? new($"让机动份额此增彼减，或把份额减少 {over}%", $"let the float take from one role what it gives another, or lower the shares by {over}%")
                : new($"把份额减少 {over}%", $"lower the shares by {over}%"),
            new Interval(sum, true, most, true));
    }
}
