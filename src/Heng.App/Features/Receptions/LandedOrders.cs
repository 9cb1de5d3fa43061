using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Receptions;

/// <summary>The orders that landed (落实) on receptions, by being placed, by being paid, or both; flagged and late ones too, though they credit nobody.</summary>
internal sealed class LandedOrders(Database database, Shop shop, RuleSet rules)
{
    public ILookup<long, LedgerRow> On(IReadOnlyList<Reception> receptions)
    {
        var found = from own in receptions.GroupBy(r => r.Agent)
                    let rows = Reaching(own.Key, own.Min(r => r.Day), rules.LastLandingDay(own.Max(r => r.Day)))
                    from reception in own
                    from row in rows
                    where row.Buyer == reception.Buyer && (Holds(reception, row.Created) || Holds(reception, row.Paid))
                    select (reception.Id, row);
        return found.ToLookup(f => f.Id, f => f.row);
    }

    public static bool Holds(Reception reception, Landing landing) => landing.Agent == reception.Agent && landing.Day == reception.Day;

    /// <summary>What an order adds stands under whom it landed on, or under flagged or late, on the days of its events.</summary>
    private IReadOnlyList<LedgerRow> Reaching(int agent, DateOnly from, DateOnly to)
    {
        var orders = new[] { agent, AgentDay.Flagged, AgentDay.Late }
            .SelectMany(a => database.Ledger.Contributions(shop.Id, from, to, a, FactPart.Orders)).Select(c => c.Fact).Distinct(StringComparer.Ordinal);
        return database.Ledger.Find(shop.Id, orders);
    }
}
