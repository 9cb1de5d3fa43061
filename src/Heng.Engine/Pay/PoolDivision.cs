using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>What becomes of one person's part of a pool: part = paid + withheld + undistributed, to the fen.</summary>
public sealed record PoolPart(string Agent, decimal Weight, decimal? Score, decimal Part, decimal Paid, decimal Withheld, decimal Undistributed);

/// <summary>A role's part of a pool (岗位份额), its share as it was moved for the month, and its people by name.</summary>
public sealed record PoolPot(PoolRole Role, decimal Share, decimal Moved, decimal Amount, IReadOnlyList<PoolPart> People)
{
    public decimal Paid => People.Sum(p => p.Paid);
    public decimal Withheld => People.Sum(p => p.Withheld);
    /// <summary>What its people left, and all of it where nobody is there to have it.</summary>
    public decimal Undistributed => People.Sum(p => p.Undistributed) + (People.Sum(p => p.Weight) > 0m ? 0m : Amount);

    /// <summary>The person's part over the role's, as the payslip explains it.</summary>
    internal Explained PartOf(Pool pool, string agent, Explained pot)
    {
        var label = new Wording(pool.Prorated ? "应分份额（按计薪天数平分）" : "应分份额（平分）", pool.Prorated ? "part, shared by the days paid" : "part, shared equally");
        var at = People.ToList().FindIndex(p => p.Agent == agent);
        return at < 0 || People[at].Weight == 0m ? Explained.Leaf("part", label, pot.Value is null ? null : 0m, Unit.Yuan)
            : Explained.By("part", label, Unit.Yuan, new PartBy([.. People.Select(p => (p.Agent, p.Weight))], at), pot);
    }
}

/// <summary>
/// How a month's pool was divided (池子分配): amount = paid + withheld + undistributed, to the fen. Amount is null where the shop's number is missing; then nothing is divided.
/// </summary>
public sealed record PoolDivision(Pool Pool, decimal? Number, decimal? Amount, IReadOnlyList<PoolPot> Pots, decimal Unassigned)
{
    public decimal Paid => Pots.Sum(p => p.Paid);
    public decimal Withheld => Pots.Sum(p => p.Withheld);
    /// <summary>What the pots left, and what no role has a share of.</summary>
    public decimal Undistributed => Pots.Sum(p => p.Undistributed) + Unassigned;

    internal IReadOnlyList<(string Id, decimal Weight)> Weights { get; private init; } = [];
    internal int IndexOf(PoolRole role) => Weights.ToList().FindIndex(w => w.Id == role.Id);
    internal PoolPot Of(PoolRole role) => Pots.First(p => p.Role.Id == role.Id);

    /// <param name="payees">Everybody whom the scheme pays; their order changes nothing.</param>
    public static PoolDivision Of(Pool pool, IReadOnlyList<Payee> payees)
    {
        Payee[] ordered = [.. payees.OrderBy(p => p.Agent, StringComparer.Ordinal)];
        if (ordered.Length == 0) return new(pool, null, null, [.. pool.Roles.Select(r => new PoolPot(r, r.Share, 0m, 0m, []))], 0m);
        var moves = ordered[0].Moves.Where(m => m.Pool == pool.Id).ToArray();
        var shares = pool.Roles.Select(r => (Role: r, Moved: MovedTo(pool, moves, r.Id))).ToArray();
        // What no role has is a part of its own, so that the roles' parts are their shares of the whole pool. The slash is in no role's id.
        var weights = PositiveOr([.. shares.Select(s => (s.Role.Id, Math.Max(0m, s.Role.Share + s.Moved))), ("/", Math.Max(0m, Pool.Whole - shares.Sum(s => s.Role.Share + s.Moved)))]);
        var (number, amount) = (Scaling.Scoring(ordered[0].Metric(pool.Asked)).Value, pool.AmountOf(ordered[0]).Value);
        var parts = Split.Of(amount ?? 0m, weights);
        return new(pool, number, amount, [.. shares.Select((s, i) => PotOf(pool, s.Role, weights[i].Weight, s.Moved, parts[i], ordered))], parts[^1]) { Weights = weights };
    }

    private static (string Id, decimal Weight)[] PositiveOr((string Id, decimal Weight)[] weights) => weights.Sum(w => w.Weight) > 0m ? weights : [.. weights[..^1], (weights[^1].Id, Pool.Whole)];

    /// <summary>A move that names a role which is not there any more moves nothing.</summary>
    private static decimal MovedTo(Pool pool, IEnumerable<ShareMove> moves, string role)
    {
        bool Known(string? id) => id is null || pool.Roles.Any(r => r.Id == id);
        return moves.Where(m => Known(m.From) && Known(m.To)).Sum(m => (m.To == role ? m.Points : 0m) - (m.From == role ? m.Points : 0m));
    }

    private static PoolPot PotOf(Pool pool, PoolRole role, decimal share, decimal moved, decimal amount, Payee[] ordered)
    {
        Payee[] people = [.. ordered.Where(p => pool.RoleOf(p)?.Id == role.Id)];
        var weights = WeightsOf(pool, people);
        var parts = Split.Of(amount, [.. people.Select((p, i) => (p.Agent, weights[i]))]);
        return new(role, share, moved, amount, [.. people.Select((p, i) => PartOf(pool, p, weights[i], parts[i]))]);
    }

    private static PoolPart PartOf(Pool pool, Payee payee, decimal weight, decimal part)
    {
        var score = Pool.ScoreOf(payee).Value;
        var shared = score is not null && !(score < pool.Pass);
        var paid = shared ? pool.Round.Of(part * (new PoolRate(pool.Pass).Apply([score]) ?? 0m)) : 0m;
        return new(payee.Agent, weight, score, part, paid, shared ? part - paid : 0m, shared ? 0m : part);
    }

    /// <summary>Days paid where all have as many due, else the part of them to 0.0001; who has no attendance counts whole.</summary>
    private static decimal[] WeightsOf(Pool pool, Payee[] people)
    {
        if (!pool.Prorated || people.All(p => p.Attendance is not { DueDays: > 0m })) return [.. people.Select(_ => 1m)];
        var due = people.Select(p => p.Attendance is { DueDays: > 0m } a ? a.DueDays : (decimal?)null).OfType<decimal>().Distinct().ToArray();
        return [.. people.Select(p => p.Attendance is not { DueDays: > 0m } a ? due is [var all] ? all : 1m
            : due.Length == 1 ? Math.Clamp(a.PaidDays, 0m, a.DueDays) : Scaling.Round(Math.Clamp(a.PaidDays, 0m, a.DueDays) / a.DueDays, 4))];
    }
}
