using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class BucketTests
{
    private static readonly RuleSet RedCreditsNobody = RuleSet.Default with { FlagsThatCreditNobody = ["红"] };

    private static Bucket BucketOf(string? paid, string? flag = null, string created = "1 10:05") =>
        new Desk { Rules = RedCreditsNobody }.Talk(A, "1 10:00", "1 10:20").Order("1", created, paid, flag: flag).Only().Under(Judgement.OrderFirst).Bucket;

    [Theory]
    [InlineData("8 23:59:59", Bucket.Agent)]
    [InlineData("9 00:00:00", Bucket.Late)]
    public void Paid_on_the_seventh_day_after_the_day_of_ordering_is_in_time(string paid, Bucket bucket) => Assert.Equal(bucket, BucketOf(paid));

    [Theory]
    [InlineData(null, "红", Bucket.Unpaid)]
    [InlineData("20 10:00", "红", Bucket.Late)]
    [InlineData("1 10:06", "红", Bucket.Flagged)]
    [InlineData("1 10:06", "蓝", Bucket.Agent)]
    public void Unpaid_comes_before_late_and_late_before_flagged(string? paid, string flag, Bucket bucket) => Assert.Equal(bucket, BucketOf(paid, flag));

    [Fact]
    public void A_late_order_keeps_its_landings()
    {
        var row = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "20 09:00", "20 10:30").Order("1", "1 10:05", "20 10:00").Only();
        Assert.Equal((A, B), (row.Created.Agent!.Value, row.Paid.Agent!.Value));
        Assert.All(row.Credits, credit => Assert.Equal(new Credit(Bucket.Late, null), credit));
    }

    [Fact]
    public void The_business_day_cut_moves_the_windows_last_second()
    {
        var rules = RuleSet.Default with { Clock = new ShopClock(8 * 3600, 4) };
        Bucket Paid(string at) => new Desk { Rules = rules }.Order("1", "1 10:05", at).Only().Under(Judgement.OrderFirst).Bucket;
        Assert.Equal(Bucket.Silent, Paid("9 03:59:59"));
        Assert.Equal(Bucket.Late, Paid("9 04:00:00"));
    }

    [Fact]
    public void Rows_come_by_creation_and_then_by_id()
    {
        var ledger = new Desk().Order("b", "1 10:00", null).Order("c", "1 09:00", null).Order("a", "1 10:00", null).Ledger();
        Assert.Equal(["c", "a", "b"], ledger.Select(row => row.Order.Id));
    }
}
