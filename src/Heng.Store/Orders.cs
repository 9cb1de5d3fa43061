using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Orders as platforms list them, one row an order; natural key shop and order id.</summary>
public sealed class Orders(Database database)
{
    private readonly NaturalKeyTable<Order> table = new(database, "order_record", o => o.Id,
        ("created_at", o => o.Created.UnixSeconds), ("paid_at", o => o.PaidAt?.UnixSeconds));

    public MergeCounts Merge(int shop, IEnumerable<Order> orders, Instant? exported, long import) => table.Merge(shop, orders, exported, import);
    public MergeCounts Compare(int shop, IEnumerable<Order> orders, Instant? exported) => table.Compare(shop, orders, exported);

    /// <summary>Created at or after from and before to.</summary>
    public IReadOnlyList<Order> Created(int shop, Instant from, Instant to) => table.Between(shop, "created_at", from.UnixSeconds, to.UnixSeconds - 1);
    public IReadOnlyList<Order> Paid(int shop, Instant from, Instant to) => table.Between(shop, "paid_at", from.UnixSeconds, to.UnixSeconds - 1);

    /// <summary>Created or paid at or after from and before to, each once.</summary>
    public IReadOnlyList<Order> CreatedOrPaid(int shop, Instant from, Instant to) => table.Select(
        "shop_id = @shop AND (created_at BETWEEN @first AND @last OR paid_at BETWEEN @first AND @last)",
        new { shop, first = from.UnixSeconds, last = to.UnixSeconds - 1 });

    /// <summary>All of the shop, one after another.</summary>
    public IEnumerable<Order> Walk(int shop) => table.Walk(shop);

    public Order? Find(int shop, string orderId) => table.Find(shop, [orderId]) is [var found] ? found : null;
    public IReadOnlyList<Order> Find(int shop, IEnumerable<string> orderIds) => table.Find(shop, orderIds);
    public IReadOnlyList<Order> SupersededBy(int shop, string orderId) => table.SupersededBy(shop, orderId);
}
