using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>A role of a pool (分享岗位): whoever is in one of its positions. Share is in percentage points of the pool.</summary>
public sealed record PoolRole(string Id, Wording Name, decimal Share, IReadOnlyList<string> Positions);

/// <summary>
/// What somebody may move between the roles of a pool (机动份额), in percentage points a month. Zero-sum takes from one role what another gets; else a role may be raised
/// out of what no role has.
/// </summary>
public sealed record PoolFloat(decimal Most, bool ZeroSum);

/// <summary>Percentage points of a pool that were moved for a month, to a role, from another or, without one, from what no role has.</summary>
public sealed record ShareMove(string Scheme, string Pool, string? From, string To, decimal Points);

/// <summary>
/// A pool (奖金池): a share of a number of the whole shop, divided over roles by their shares and within a role over its people by the days paid, to the fen; of their part
/// everybody is paid score ÷ 100, 100 at most, and the rest is withheld for a fund. Who has no score, or one under the pass mark, leaves the whole part undistributed; nobody
/// else gets it.
/// </summary>
public sealed record Pool(string Id, Wording Label, ItemSource Source, decimal Share, IReadOnlyList<PoolRole> Roles, string Fund) : PayComponent(Id, Label)
{
    public const decimal Whole = 100m;

    /// <summary>The score from which on one is paid; it is paid itself.</summary>
    public decimal? Pass { get; init; }
    public PoolFloat? Float { get; init; }
    /// <summary>The fund that what stays undistributed goes to; null leaves it with the shop.</summary>
    public string? UndistributedTo { get; init; }
    /// <summary>Within a role by the days paid; else everybody alike.</summary>
    public bool Prorated { get; init; } = true;

    /// <summary>The name under which the shop's number is asked for.</summary>
    public string Asked => Asking.For(Beside.Shop, Source switch { FromMetric metric => metric.Asked, FromCounter counter => counter.Asked, _ => "" });

    public override IReadOnlyList<FromMetric> Metrics => Source is FromMetric metric ? [metric] : [];

    public override bool WaitsForMonth => true;

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        if (RoleOf(payee) is null) return [];
        if (payee.Contest?.Of(this).Of(payee.Agent, AmountOf(payee)) is not (var pot, var part))
            return [Line(Id, Label, Explained.Leaf("amount", Label, 0m, Unit.Yuan), [new("单独计算时不知道还有谁分，不发", "worked out alone: nobody knows who shares, so nothing is paid")])];
        var rate = Explained.By("rate", new("得分 ÷ 100", "score ÷ 100"), Unit.Ratio, new PoolRate(Pass), ScoreOf(payee));
        var product = Explained.By("product", new("应分份额 × 得分 ÷ 100", "part × score ÷ 100"), Unit.Yuan, Product.Instance, part, rate);
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, product), [.. Said(payee, pot, part.Value, rate.Value)])];
    }

    /// <summary>The role of the person's position; null for who has no part in the pool.</summary>
    public PoolRole? RoleOf(Payee payee) => Roles.FirstOrDefault(r => r.Positions.Contains(payee.Asker?.Position ?? "", StringComparer.Ordinal));

    /// <summary>What there is to divide; a number under 0 makes none, and a missing one is no pool.</summary>
    internal Explained AmountOf(Payee payee)
    {
        var share = Explained.By("product", new("店铺数 × 比例", "shop's number × share"), Unit.Yuan, Product.Instance, Scaling.Scoring(payee.Metric(Asked)), Explained.Leaf("share", new("池子比例", "share of the number"), Share, Unit.Rate));
        return Explained.By("pool", new("池子", "pool"), Unit.Yuan, new Rounded(2), Explained.By("held", new("池子", "pool"), Unit.Yuan, new HeldBetween(0m, null), share));
    }

    internal static Explained ScoreOf(Payee payee) => payee.Card?.Explanation ?? Explained.Leaf("score", new("总分", "score"), null, Unit.Points);

    private IEnumerable<Wording> Said(Payee payee, PoolPot pot, decimal? part, decimal? rate)
    {
        if (part is null) yield return new("没有店铺数，这个月没有池子，不发", "without the shop's number there is no pool this month, so nothing is paid");
        else if (rate is null) yield return new("没有得分，应分份额留着不发", "no score: the part stays undistributed");
        else if (ScoreOf(payee).Value < Pass) yield return new($"不足 {Shown.Number(Pass!.Value)} 分，应分份额留着不发", $"under {Shown.Number(Pass.Value)} points: the part stays undistributed");
        if (pot.Moved != 0m) yield return new($"{pot.Role.Name.Zh}的份额本月机动 {Signed(pot.Moved)} 个百分点", $"the share of {pot.Role.Name.En} was moved by {Signed(pot.Moved)} percentage points this month");
    }

    private static string Signed(decimal points) => points < 0m ? $"−{Shown.Number(-points)}" : $"+{Shown.Number(points)}";
}

/// <summary>Score ÷ 100, at most 1; under the pass mark 0.</summary>
public sealed record PoolRate(decimal? Pass) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is not { } score ? null : score < Pass ? 0m : Math.Clamp(score, 0m, Pool.Whole) / Pool.Whole;

    public override Wording Formula => Pass is { } pass
        ? new($"得分 ÷ 100，最多 1；不足 {Shown.Number(pass)} 分为 0", $"score ÷ 100, 1 at most; 0 under {Shown.Number(pass)} points")
        : new("得分 ÷ 100，最多 1", "score ÷ 100, 1 at most");
}
