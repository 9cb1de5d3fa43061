using Heng.Engine.Records;

namespace Heng.Intake.Jd;

/// <summary>
/// One line of an order (订单行): the order as the line tells it, with the line's own pieces. The lines of one order in one file become one order before
/// it is merged. Everything is taken so that the lines' order does not matter, and a line that stands there twice counts once.
/// </summary>
internal sealed record OrderLine(Order Order, string? Item, decimal? Price)
{
    public static IReadOnlyList<object> Joined(IEnumerable<OrderLine> lines) =>
        [.. lines.GroupBy(l => (l.Order.Shop, l.Order.Id)).Select(order => OrderOf([.. order.Distinct()]))];

    private static Order OrderOf(IReadOnlyList<OrderLine> lines)
    {
        var orders = lines.Select(l => l.Order).ToList();
        return orders[0] with
        {
            Buyer = Least(orders, o => o.Buyer),
            Amount = orders.Max(o => o.Amount),
            Postage = orders.Max(o => o.Postage),
            Created = orders.Min(o => o.Created),
            PaidAt = orders.Min(o => o.PaidAt),
            // One line that does not tell its pieces leaves the order's pieces untold: a part is no sum.
            Pieces = orders.Any(o => o.Pieces is null) ? null : SumOf(orders),
            Kinds = lines.Any(l => l.Item is null) ? null : lines.Select(l => l.Item).Distinct(StringComparer.Ordinal).Count(),
            Status = Least(orders, o => o.Status),
            Flag = Least(orders, o => o.Flag),
            Remark = Least(orders, o => o.Remark),
        };
    }

    private static int? SumOf(IEnumerable<Order> orders) => orders.Sum(o => (long)o.Pieces!) is var sum && sum <= int.MaxValue ? (int)sum : null;

    private static string? Least(IEnumerable<Order> orders, Func<Order, string?> of) => orders.Select(of).OfType<string>().Min(StringComparer.Ordinal);
}
