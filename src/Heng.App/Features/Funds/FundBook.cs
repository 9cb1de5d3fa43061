using Heng.App.Features.Closing;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Plans;
using Heng.App.Features.Pools;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Store;

namespace Heng.App.Features.Funds;

/// <summary>A fund with its ledger. Without a file in force that declares it, it has its id for a name and no rule.</summary>
public sealed record KeptFund(Fund Fund, FundLedger Ledger);

/// <summary>
/// Every fund that a plan in force declares, that a closed month put something into, or that somebody entered something for (基金). What months put in is read from their
/// seals, so that it is what was closed; what late facts move of it is in the seal of the month that settles them.
/// </summary>
public sealed class FundBook
{
    private FundBook(IReadOnlyList<KeptFund> funds) => Funds = funds;

    /// <summary>Those of the file published last first, then by id.</summary>
    public IReadOnlyList<KeptFund> Funds { get; }

    public KeptFund? Find(string id) => Funds.FirstOrDefault(f => f.Fund.Id == id);

    public static FundBook Of(Database database)
    {
        Fund[] declared = [.. PublishedPlans.InForce(database, ShopCatalogue.Latest(database)).SelectMany(f => f.Pay?.Funds ?? []).DistinctBy(f => f.Id, StringComparer.Ordinal)];
        var (incomes, entries) = (Incomes(database).ToLookup(i => i.Fund, i => i.Income, StringComparer.Ordinal), database.Funds.All.ToLookup(e => e.Fund, StringComparer.Ordinal));
        var others = incomes.Select(g => g.Key).Concat(entries.Select(g => g.Key)).Distinct(StringComparer.Ordinal).Except(declared.Select(f => f.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new([.. declared.Concat(others.Select(id => new Fund(id, new Wording(id, id), null))).Select(f => new KeptFund(f, new([.. incomes[f.Id]], [.. entries[f.Id]])))]);
    }

    private static IEnumerable<(string Fund, FundIncome Income)> Incomes(Database database)
    {
        // Most seals hold no pool, and are long.
        foreach (var closed in database.ClosedMonths.All(SealedMonth.Company).Where(c => Holds(c, PoolJson.Part) || Holds(c, LatePools.Part)))
        {
            var seal = SealedMonth.Of(closed);
            foreach (var pool in seal.Rows(PoolJson.Part).Select(p => PoolJson.Read(p!)))
                foreach (var (fund, rest) in Shared(pool.Fund, pool.UndistributedTo, new(pool.Withheld, pool.Undistributed)))
                    yield return (fund, new(closed.Month, pool.Scheme, pool.Pool, rest.Withheld, rest.Undistributed, closed.ClosedAt));
            foreach (var corrected in LatePools.Read(seal))
                foreach (var (fund, rest) in Shared(corrected.Pool.Fund, corrected.Pool.UndistributedTo, corrected.Moved).Where(f => f.Left != default))
                    yield return (fund, new(closed.Month, corrected.Pool.Scheme, corrected.Pool.Pool, rest.Withheld, rest.Undistributed, closed.ClosedAt) { Corrects = corrected });
        }
    }

    /// <summary>What each fund gets of what a pool left.</summary>
    private static IEnumerable<(string Fund, PoolRest Left)> Shared(string withheld, string? undistributed, PoolRest rest) =>
        new[] { withheld, undistributed }.OfType<string>().Distinct(StringComparer.Ordinal).Select(fund => (fund, new PoolRest(fund == withheld ? rest.Withheld : 0m, fund == undistributed ? rest.Undistributed : 0m)));

    private static bool Holds(ClosedMonth closed, string part) => closed.Sealed.Contains($"\"{part}\":", StringComparison.Ordinal);
}
