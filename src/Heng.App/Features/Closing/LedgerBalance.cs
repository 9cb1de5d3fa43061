using Heng.App.Features.Facts;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>
/// Whether a month's ledger balances (台账平衡): under each rule agents, silent, flagged and late make what the shop was paid, to the fen, and their refunds what it
/// paid back. Both sides come apart: what was paid from the orders and refunds as they are kept, what was credited from the facts that pages and pay read.
/// </summary>
public static class LedgerBalance
{
    public static bool Holds(Database database, IReadOnlyList<Shop> shops, Month month) => shops.All(shop => Holds(database, shop, month));

    private static bool Holds(Database database, Shop shop, Month month)
    {
        var clock = database.RuleSets.Current(shop.Id, month.Last).Clock;
        var orders = database.Orders.Paid(shop.Id, clock.StartOf(month.First), clock.EndOf(month.Last));
        var (paid, refunded) = (orders.Sum(o => SalesCredits.Fen(o.Amount)), Undated(database, shop, orders, month) + Dated(database, shop, clock, month));
        var credited = database.Facts.AgentDays(shop.Id, month.First, month.Last).Where(d => d.Agent != AgentDay.Unpaid).ToList();
        return Enum.GetValues<Judgement>().All(rule =>
            credited.Sum(d => d.Measures[Primitive.SalesFen.Under(rule)]) == paid && credited.Sum(d => d.Measures[Primitive.RefundFen.Under(rule)]) == refunded);
    }

    private static long Undated(Database database, Shop shop, IReadOnlyList<Order> orders, Month month)
    {
        var book = OrderBooks.Of(database, shop, [.. orders.Select(o => o.Id)], month.First, month.Last);
        return orders.Where(o => !book.HasDatedRefund(o.Id)).Sum(o => SalesCredits.Fen(book.Filled(o).Refund ?? 0));
    }

    private static long Dated(Database database, Shop shop, ShopClock clock, Month month)
    {
        var refunds = OrderBooks.UnderOrders(database, shop,
            [.. database.Records(RecordKinds.Refunds).Between(shop.Id, month.First, month.Last).Where(r => r.Counts && month.Holds(clock.DayOf(r.FinishedAt!.Value)))]);
        var paid = database.Orders.Find(shop.Id, refunds.Select(r => r.OrderId).Distinct(StringComparer.Ordinal)).Where(o => o.PaidAt is not null).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return refunds.Where(r => paid.Contains(r.OrderId)).Sum(r => SalesCredits.Fen(r.Amount));
    }
}
