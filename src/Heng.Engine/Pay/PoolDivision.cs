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

    private readonly Dictionary<string, (int Role, decimal All, PoolPart Part)> places = PlacesOf(Pots);
    private IReadOnlyList<(string Id, decimal Weight)> Weights { get; init; } = [];

    /// <summary>The role and the person's part over it, as the payslip explains them; null for who is not among those it was divided over.</summary>
    internal (PoolPot Pot, Explained Part)? Of(string agent, Explained amount)
    {
        if (!places.TryGetValue(agent, out var place)) return null;
        var (pot, label) = (Pots[place.Role], new Wording(Pool.Prorated ? "应分份额（按计薪天数平分）" : "应分份额（平分）", Pool.Prorated ? "part, shared by the days paid" : "part, shared equally"));
        if (place.All == 0m) return (pot, Explained.Leaf("part", label, Amount is null ? null : 0m, Unit.Yuan));
        var whole = Explained.By("pot", new($"{pot.Role.Name.Zh}的份额", $"the share of {pot.Role.Name.En}"), Unit.Yuan, new PartBy(Weights, place.Role), amount);
        var part = new PartOfPot(place.Part.Weight, place.All);
        var odd = Explained.Leaf("odd", new("尾差（最大余数法）", "fen by largest remainder"), place.Part.Part - (part.Apply([pot.Amount, 0m]) ?? 0m), Unit.Yuan);
        return (pot, Explained.By("part", label, Unit.Yuan, part, whole, odd));
    }

    private static Dictionary<string, (int Role, decimal All, PoolPart Part)> PlacesOf(IReadOnlyList<PoolPot> pots)
    {
        var found = new Dictionary<string, (int, decimal, PoolPart)>(StringComparer.Ordinal);
        for (var role = 0; role < pots.Count; role++)
        {
            var all = pots[role].People.Sum(p => p.Weight);
            foreach (var part in pots[role].People) found[part.Agent] = (role, all, part);
        }
        return found;
    }

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

/// <summary>A person's weight of all weights of the role's part, cut to the fen, and the odd fen that the remainders gave. Colleagues' weights stand nowhere in it.</summary>
public sealed record PartOfPot(decimal Weight, decimal All) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs is [{ } pot, { } odd] ? decimal.Floor(pot * Weight / All * 100m) / 100m + odd : null;
    public override Wording Formula => new($"岗位份额 × {Shown.Number(Weight)} ÷ {Shown.Number(All)}，舍到分 + 尾差", $"the role's part × {Shown.Number(Weight)} ÷ {Shown.Number(All)}, cut to the fen, + the odd fen");
}
