using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Invitations to rate and the ratings that came (邀评、服务评价).</summary>
public sealed class Ratings(Database database)
{
    private readonly NaturalKeyTable<Rating> table = new(database, "rating", r => Stored.Key(r.Account, r.Buyer, Stored.Text(r.SentAt.UnixSeconds)),
        ("sent_at", r => r.SentAt.UnixSeconds), ("rated_at", r => r.RatedAt?.UnixSeconds));

    public MergeCounts Merge(int shop, IEnumerable<Rating> ratings, Instant? exported, long import) => table.Merge(shop, ratings, exported, import);
    public MergeCounts Compare(int shop, IEnumerable<Rating> ratings, Instant? exported) => table.Compare(shop, ratings, exported);
    /// <summary>All of the shop, one after another.</summary>
    public IEnumerable<Rating> Walk(int shop) => table.Walk(shop);
    /// <summary>Sent or rated at or after from and before to, each once.</summary>
    public IReadOnlyList<Rating> Between(int shop, Instant from, Instant to) => table.Select(
        "shop_id = @shop AND (sent_at BETWEEN @first AND @last OR rated_at BETWEEN @first AND @last)",
        new { shop, first = from.UnixSeconds, last = to.UnixSeconds - 1 });
}

/// <summary>Product reviews (评价).</summary>
public sealed class Reviews(Database database)
{
    private readonly NaturalKeyTable<Review> table = new(database, "review", r => Stored.Key(r.OrderId, r.Item), ("at", r => r.At.UnixSeconds));

    public MergeCounts Merge(int shop, IEnumerable<Review> reviews, Instant? exported, long import) => table.Merge(shop, reviews, exported, import);
    public MergeCounts Compare(int shop, IEnumerable<Review> reviews, Instant? exported) => table.Compare(shop, reviews, exported);
    /// <summary>All of the shop, one after another.</summary>
    public IEnumerable<Review> Walk(int shop) => table.Walk(shop);
    public IReadOnlyList<Review> Between(int shop, Instant from, Instant to) => table.Between(shop, "at", from.UnixSeconds, to.UnixSeconds - 1);
}
