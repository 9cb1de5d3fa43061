using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// What item details (宝贝明细) and refund records (退款单) of one shop tell of its orders beside the order list.
/// <paramref name="refundDays"/> are the days whose refunds the records cover: there an order without one has none.
/// </summary>
public sealed class OrderBook(IEnumerable<OrderItem> items, IEnumerable<Refund> refunds, IReadOnlySet<DateOnly> refundDays)
{
    public static readonly OrderBook Empty = new([], [], new HashSet<DateOnly>());

    private readonly ILookup<string, OrderItem> items = items.OrderBy(i => i.Id, StringComparer.Ordinal).ToLookup(i => i.OrderId, StringComparer.Ordinal);

    private readonly ILookup<string, Refund> refunds = refunds
        .OrderBy(r => (r.FinishedAt ?? r.AppliedAt ?? default).UnixSeconds).ThenBy(r => r.Id, StringComparer.Ordinal).ToLookup(r => r.OrderId, StringComparer.Ordinal);

    /// <summary>In order of when they were finished, then of their ids.</summary>
    public IEnumerable<Refund> Refunds(string order) => refunds[order];

    public bool HasDatedRefund(string order) => refunds[order].Any(r => r.Counts);

    public bool CoversRefunds(DateOnly day) => refundDays.Contains(day);

    /// <summary>Both exports of one order tell its items twice: where sub-orders are named, they stand.</summary>
    public IReadOnlyList<OrderItem> Items(string order)
    {
        var all = items[order].ToList();
        return all.Exists(i => i.Id.Length > 0) ? all.FindAll(i => i.Id.Length > 0) : all;
    }

    /// <summary>The order with pieces, kinds and undated refund from its items, where the list does not say them. An item that does not say its part leaves the sum unsaid.</summary>
    public Order Filled(Order order)
    {
        if (!items.Contains(order.Id)) return order;
        var own = Items(order.Id);
        return order with
        {
            Pieces = order.Pieces ?? PiecesOf(own),
            Kinds = order.Kinds ?? (own.All(i => KindOf(i) is not null) ? own.Select(KindOf).Distinct(StringComparer.Ordinal).Count() : null),
            Refund = order.Refund ?? (own.Any(i => i.Refunded is not null || i.Refund is not null) ? own.Where(i => i.Refunded == RefundState.Succeeded).Sum(i => i.Refund ?? 0) : null),
        };
    }

    /// <summary>Pieces that item details call refunded whole, without a day.</summary>
    public int RefundedPieces(string order) => PiecesOf(Items(order).Where(i => i is { Refunded: RefundState.Succeeded, Refund: > 0 }
        && (i.Refund >= (i.Received ?? i.Price * i.Pieces) || i.Received <= 0))) ?? 0;

    /// <summary>The pieces that a refund of a whole item takes back: the item's that it names, or the order's where that is all there is.</summary>
    public int PiecesOf(Refund refund, Order order)
    {
        if (refund.Whole is not true) return 0;
        var own = Items(order.Id);
        var named = own.Where(i => refund.Code is { } code && i.Code == code).ToList();
        if (named.Count == 0) named = [.. own.Where(i => refund.Title is { } title && i.Title == title)];
        return named is [var one] ? one.Pieces ?? 0 : order.Kinds == 1 && own.Count <= 1 ? order.Pieces ?? 0 : 0;
    }

    private static string? KindOf(OrderItem item) => item.Title ?? item.Code;

    private static int? PiecesOf(IEnumerable<OrderItem> items)
    {
        var sum = 0L;
        foreach (var item in items)
        {
            if (item.Pieces is not { } pieces) return null;
            sum += pieces;
        }
        return sum <= int.MaxValue ? (int)sum : null;
    }
}
