using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Orders;

/// <summary>An order that was re-assigned after an appeal: who has it, with which reason, and that nothing is lost by it.</summary>
public sealed class CorrectedOrderTests
{
    // Both talked to the buyer; B ended last before the order and has it by the rules.
    private static Desk TwoTalks(string? paid = "1 12:10") => new Desk().Talk(Desk.A, "1 10:00", "1 10:30").Talk(Desk.B, "1 11:00", "1 11:30").Order("1", "1 12:00", paid);

    private static IReadOnlyList<LedgerRow> Decided(Desk desk, string order, int? agent) => Attribution.Decide(desk.Rules, desk.Orders, desk.Sessions, new Dictionary<string, int?> { [order] = agent });

    [Fact]
    public void Both_events_go_to_whom_the_correction_says_and_who_would_have_had_them_is_told()
    {
        var desk = TwoTalks();
        Assert.Equal(Desk.B, desk.Only().Under(Judgement.OrderFirst).Agent);
        var row = Assert.Single(Decided(desk, "1", Desk.A));
        Assert.All(Enum.GetValues<Judgement>(), rule => Assert.Equal(new Credit(Bucket.Agent, Desk.A), row.Under(rule)));
        Assert.Equal((Clause.Corrected, Desk.B, WhyLost.Corrected), (row.Created.Clause, row.Created.RunnerUp, row.Created.Why));
        // A's own talk before it stands behind it, so that it converts A's reception.
        Assert.Equal((1L, Desk.Day(1)), (row.Created.Session, row.Created.Day));
        // Who talked and has it no more assisted.
        Assert.Equal([Desk.B], row.AssistedOrder);
    }

    [Fact]
    public void Who_never_talked_can_have_it_without_a_session()
    {
        var row = Assert.Single(Decided(TwoTalks(), "1", Desk.C));
        Assert.Equal((Desk.C, null, null), (row.Created.Agent, row.Created.Session, row.Created.Day));
        Assert.Equal(new Credit(Bucket.Agent, Desk.C), row.Under(Judgement.Payment));
    }

    [Fact]
    public void Nobodys_order_is_silent()
    {
        var row = Assert.Single(Decided(TwoTalks(), "1", null));
        Assert.All(Enum.GetValues<Judgement>(), rule => Assert.Equal(new Credit(Bucket.Silent, null), row.Under(rule)));
        Assert.Equal((Clause.Corrected, Desk.B), (row.Paid.Clause, row.Paid.RunnerUp));
    }

    [Fact]
    public void Unpaid_late_and_flagged_orders_still_credit_nobody()
    {
        Assert.Equal((Bucket.Unpaid, Clause.NotYet), Assert.Single(Decided(TwoTalks(paid: null), "1", Desk.A)) is var unpaid ? (unpaid.Under(Judgement.OrderFirst).Bucket, unpaid.Paid.Clause) : default);
        Assert.Equal(Bucket.Late, Assert.Single(Decided(TwoTalks(paid: "9 12:00"), "1", Desk.A)).Under(Judgement.OrderFirst).Bucket);
    }

    [Fact]
    public void What_comes_to_the_same_is_no_correction()
    {
        var row = Assert.Single(Decided(TwoTalks(), "1", Desk.B));
        Assert.Equal(Clause.LastBefore, row.Created.Clause);
    }

    [Fact]
    public void Agents_and_buckets_still_add_up_to_the_shop_and_refunds_follow_the_order()
    {
        var desk = TwoTalks().Order("2", "1 13:00", "1 13:05", amount: 50m).Refund("1", "3 09:00", 40m);
        var (before, after) = (desk.Ledger(), Decided(desk, "1", Desk.A));
        long Sum(IReadOnlyList<LedgerRow> ledger, Primitive primitive, int? agent = null) => SalesCredits.Of(desk.Rules, ledger, desk.Book).Concat(RefundCredits.Of(desk.Rules, ledger, desk.Book))
            .Where(c => agent is null || c.Agent == agent).Sum(c => c.Measures[primitive.Under(Judgement.OrderFirst)]);
        Assert.Equal((15_000L, 15_000L), (Sum(before, Primitive.SalesFen), Sum(after, Primitive.SalesFen)));
        // 100.00 of order 1 go from B to A, and with it the 40.00 that came back.
        Assert.Equal((0L, 15_000L, 10_000L, 5_000L), (Sum(before, Primitive.SalesFen, Desk.A), Sum(before, Primitive.SalesFen, Desk.B), Sum(after, Primitive.SalesFen, Desk.A), Sum(after, Primitive.SalesFen, Desk.B)));
        Assert.Equal((4_000L, 0L), (Sum(after, Primitive.RefundFen, Desk.A), Sum(after, Primitive.RefundFen, Desk.B)));
    }
}
