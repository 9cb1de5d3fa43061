using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>What is kept of orders beside their list: items and refunds, and on which of the days refunds are covered.</summary>
internal static class OrderBooks
{
    public static OrderBook Of(Database database, Shop shop, IReadOnlyCollection<string> orders, DateOnly from, DateOnly to)
    {
        var items = database.Records(RecordKinds.Items).OfOrders(shop.Id, orders);
        return new(items, RefundsOf(database, shop, orders, items), database.Coverage.Between(shop.Id, from, to).Where(c => c.Source == Source.Refunds).Select(c => c.Day).ToHashSet());
    }

    /// <summary>Refunds that name the orders, and those that name a sub-order (子订单) of them by its item.</summary>
    private static IEnumerable<Refund> RefundsOf(Database database, Shop shop, IReadOnlyCollection<string> orders, IReadOnlyList<OrderItem> items)
    {
        var refunds = database.Records(RecordKinds.Refunds);
        var whole = orders.ToHashSet(StringComparer.Ordinal);
        var parts = items.Where(i => i.Id.Length > 0 && !whole.Contains(i.Id)).DistinctBy(i => i.Id, StringComparer.Ordinal).ToDictionary(i => i.Id, i => i.OrderId, StringComparer.Ordinal);
        var named = refunds.OfOrders(shop.Id, parts.Keys);
        var orderedAlone = Known(database, shop, named);
        return [.. refunds.OfOrders(shop.Id, whole), .. named.Where(r => !orderedAlone.Contains(r.OrderId)).Select(r => r with { OrderId = parts[r.OrderId] })];
    }

    /// <summary>The refunds under the orders they are of: one that names a sub-order is its order's, where item details tell whose it is. An order of the number comes first.</summary>
    public static IReadOnlyList<Refund> UnderOrders(Database database, Shop shop, IReadOnlyList<Refund> refunds)
    {
        var known = Known(database, shop, refunds);
        var orders = database.Records(RecordKinds.Items).OrdersOfParts(shop.Id, refunds.Select(r => r.OrderId).Where(o => !known.Contains(o)).ToHashSet(StringComparer.Ordinal));
        return [.. refunds.Select(r => orders.TryGetValue(r.OrderId, out var order) ? r with { OrderId = order } : r)];
    }

    private static HashSet<string> Known(Database database, Shop shop, IReadOnlyList<Refund> refunds) =>
        refunds.Count == 0 ? [] : database.Orders.Find(shop.Id, refunds.Select(r => r.OrderId).Distinct(StringComparer.Ordinal)).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);

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
