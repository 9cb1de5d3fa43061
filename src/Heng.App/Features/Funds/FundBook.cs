using Heng.App.Features.Closing;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Plans;
using Heng.App.Features.Pools;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Store;

namespace Heng.App.Features.Funds;

/// <summary>A fund with its ledger. Without a file in force that declares it, it has its id for a name and no rule.</summary>
public sealed record KeptFund(Fund Fund, FundLedger Ledger);

/// <summary>
/// Every fund that a plan in force declares, that a closed month put something into, or that somebody entered something for (基金). What months put in is read from their
/// seals, so that it is what was closed.
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
        foreach (var closed in database.ClosedMonths.All(SealedMonth.Company).Where(c => c.Sealed.Contains($"\"{PoolJson.Part}\":", StringComparison.Ordinal)))
            foreach (var pool in SealedMonth.Of(closed).Rows(PoolJson.Part).Select(p => PoolJson.Read(p!)))
                foreach (var fund in new[] { pool.Fund, pool.UndistributedTo }.OfType<string>().Distinct(StringComparer.Ordinal))
                    yield return (fund, new(closed.Month, pool.Scheme, pool.Pool, fund == pool.Fund ? pool.Withheld : 0m, fund == pool.UndistributedTo ? pool.Undistributed : 0m, closed.ClosedAt));
    }
}
