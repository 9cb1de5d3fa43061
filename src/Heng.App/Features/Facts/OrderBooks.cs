using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>What is kept of orders beside their list: items and refunds, and on which of the days refunds are covered.</summary>
internal static class OrderBooks
{
    public static OrderBook Of(Database database, Shop shop, IReadOnlyCollection<string> orders, DateOnly from, DateOnly to) => new(
        database.Records(RecordKinds.Items).OfOrders(shop.Id, orders),
        database.Records(RecordKinds.Refunds).OfOrders(shop.Id, orders),
        database.Coverage.Between(shop.Id, from, to).Where(c => c.Source == Source.Refunds).Select(c => c.Day).ToHashSet());

    /// <summary>To show what is kept of them, whatever is covered.</summary>
    public static OrderBook Of(Database database, Shop shop, IReadOnlyCollection<string> orders) => Of(database, shop, orders, DateOnly.MaxValue, DateOnly.MinValue);

    /// <summary>What was paid back of each of the rows' orders, by shop and order; of most nothing.</summary>
    public static IReadOnlyDictionary<(string Shop, string Order), decimal> Refunded(Database database, RuleSet rules, IReadOnlyCollection<LedgerRow> rows)
    {
        var sums = new Dictionary<(string, string), decimal>();
        foreach (var own in rows.GroupBy(r => r.Order.Shop, StringComparer.Ordinal))
        {
            if (database.Shops.Find(own.Key) is not { } shop) continue;
            var book = Of(database, shop, [.. own.Select(r => r.Order.Id)]);
            foreach (var row in own)
                if (RefundRow.Of(rules, row, book).Where(r => r.Counts).Sum(r => r.Amount) is var sum and not 0) sums[(own.Key, row.Order.Id)] = sum;
        }
        return sums;
    }
}
