using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>A place, and who shares it: how many stand ahead, how many are at the same value, and how many of these come before by name.</summary>
public sealed record AwardPlace(int Ahead, int Level, int LevelBefore, int Ranked);

/// <summary>What pays by place: whom it compares, and by which value.</summary>
internal interface IRanked
{
    AwardWithin Within { get; }
    Better Better { get; }
    /// <summary>Only those of one name are compared.</summary>
    string? AmongOf(Payee payee);
    decimal? RankedBy(Payee payee);
}

/// <summary>
/// Everybody who is paid by one scheme, to be ranked against each other and to share with (同台排名). Each order and each division is worked out once; which payee asks changes nothing. Not for several threads at a time.
/// </summary>
public sealed class Contest(IReadOnlyList<Payee> payees)
{
    private readonly Dictionary<IRanked, Dictionary<string, AwardPlace>> orders = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Pool, PoolDivision> divided = new(ReferenceEqualityComparer.Instance);

    /// <summary>How a pool is divided over them.</summary>
    public PoolDivision Of(Pool pool)
    {
        if (!divided.TryGetValue(pool, out var division)) divided[pool] = division = PoolDivision.Of(pool, payees);
        return division;
    }

    /// <summary>Null for who has no value, and so no place.</summary>
    internal AwardPlace? Of(IRanked award, string agent)
    {
        if (!orders.TryGetValue(award, out var order)) orders[award] = order = Order(award);
        return order.GetValueOrDefault(agent);
    }

    private Dictionary<string, AwardPlace> Order(IRanked award)
    {
        var found = new Dictionary<string, AwardPlace>(StringComparer.Ordinal);
        foreach (var among in payees.GroupBy(p => (award.AmongOf(p), award.Within switch { AwardWithin.Group => p.Asker?.Group, AwardWithin.Position => p.Asker?.Position, _ => "" })))
        {
            var values = among.Select(p => (p.Agent, Value: award.RankedBy(p))).Where(v => v.Value is not null).Select(v => (v.Agent, Value: v.Value!.Value))
                .OrderBy(v => award.Better == Better.Lower ? v.Value : -v.Value).ThenBy(v => v.Agent, StringComparer.Ordinal).ToArray();
            for (var (first, next) = (0, 0); first < values.Length; first = next)
            {
                while (next < values.Length && values[next].Value == values[first].Value) next++;
                for (var i = first; i < next; i++) found[values[i].Agent] = new(first, next - first, i - first, values.Length);
            }
        }
        return found;
    }
}
