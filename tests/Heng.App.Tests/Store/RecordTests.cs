using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class RecordTests
{
    private static readonly Instant Nine = new(1_790_000_000), Ten = Nine.Plus(3600);
    private static readonly Month October = new(2026, 10);

    private static Order Order(string id, decimal amount, Instant? paid = null) => new("店", id, "ann", amount, null, Nine, paid, null, null, 1, null, "等待付款", null, null);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_order_exported_later_replaces_the_earlier_one_and_the_other_way_round_it_stays(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var orders = fresh.Database.Orders;
        Assert.Equal(new MergeCounts(2, 0, 0, 0), orders.Merge(1, [Order("A1", 10m), Order("A2", 20m)], Nine, 1));
        Assert.Equal(new MergeCounts(0, 1, 0, 1), orders.Merge(1, [Order("A1", 10m, paid: Ten), Order("A2", 20m)], Ten, 2));
        Assert.Equal(new MergeCounts(0, 0, 1, 1), orders.Merge(1, [Order("A1", 10m), Order("A2", 21m)], null, 3));
        Assert.Equal(Ten, orders.Find(1, "A1")!.PaidAt);
        Assert.Equal(20m, orders.Find(1, "A2")!.Amount);
        Assert.Equal([21m], orders.SupersededBy(1, "A2").Select(o => o.Amount));
        Assert.Null(orders.Find(2, "A1"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Trailing_zeroes_of_an_amount_are_no_other_content(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.Orders.Merge(1, [Order("A1", 10.5m)], null, 1);
        Assert.Equal(1, fresh.Database.Orders.Merge(1, [Order("A1", 10.50m)], null, 1).Duplicate);
        Assert.Equal(10.5m, fresh.Database.Orders.Find(1, "A1")!.Amount);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Orders_are_found_by_creation_and_by_payment_from_the_first_instant_and_before_the_last(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var orders = fresh.Database.Orders;
        orders.Merge(1, [Order("A1", 1m, paid: Ten), Order("A2", 2m)], null, 1);
        Assert.Equal(["A1", "A2"], orders.Created(1, Nine, Ten).Select(o => o.Id));
        Assert.Empty(orders.Created(1, Nine.Plus(-10), Nine));
        Assert.Equal(["A1"], orders.Paid(1, Ten, Ten.Plus(1)).Select(o => o.Id));
        Assert.Equal(["A1", "A2"], orders.CreatedOrPaid(1, Nine, Ten.Plus(1)).Select(o => o.Id));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_thousand_orders_merge_over_many_queries(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var many = Enumerable.Range(0, 1000).Select(i => Order("A" + i, i)).ToList();
        Assert.Equal(1000, fresh.Database.Orders.Merge(1, many, null, 1).New);
        Assert.Equal(1000, fresh.Database.Orders.Merge(1, many, null, 2).Duplicate);
        Assert.Equal(1000, fresh.Database.Orders.Merge(1, many.Select(o => o with { Amount = o.Amount + 1 }), Nine, 3).Replaced);
        Assert.Equal(1000, fresh.Database.Orders.Find(1, many.Select(o => o.Id)).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Ratings_and_reviews_merge_by_their_own_keys(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var sent = new Rating("店", "店:小雨", "ann", Nine, null, null);
        var rated = sent with { RatedAt = Ten, Level = RatingLevel.Neutral };
        fresh.Database.Ratings.Merge(1, [sent], Nine, 1);
        Assert.Equal(1, fresh.Database.Ratings.Merge(1, [rated], Ten, 2).Replaced);
        Assert.Equal([rated], fresh.Database.Ratings.Between(1, Ten, Ten.Plus(1)));
        var review = new Review("店", "A1", "枕头", null, Nine, ReviewLevel.Bad);
        Assert.Equal(2, fresh.Database.Reviews.Merge(1, [review, review with { Item = "被子" }, review], null, 1).New);
        Assert.Equal(2, fresh.Database.Reviews.Between(1, Nine, Ten).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Entries_attendance_and_adjustments_belong_to_months(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var entry = new Entry(October, "王雨桐", "attitude", "leader", 8.5m, "耐心", "李思远");
        fresh.Database.Entries.Merge([entry, entry with { Month = October.Plus(1) }], Nine, 0);
        Assert.Equal([entry], fresh.Database.Entries.Of(October));
        Assert.Equal(2, fresh.Database.Entries.Between(October, October.Plus(1)).Count);
        var attendance = new Attendance(October, "王雨桐", 22m, 21.5m);
        fresh.Database.Attendances.Merge([attendance], null, 0);
        Assert.Equal([attendance], fresh.Database.Attendances.Of(October));
        var fine = new Adjustment(October, "王雨桐", AdjustmentKind.Penalty, 50m, "迟到", "李思远", null);
        fresh.Database.Adjustments.Merge([fine], Nine, 0);
        Assert.Equal(1, fresh.Database.Adjustments.Merge([fine with { ApprovedBy = "赵敏" }], Ten, 0).Replaced);
        Assert.Equal("赵敏", fresh.Database.Adjustments.Of(October).Single().ApprovedBy);
    }
}
