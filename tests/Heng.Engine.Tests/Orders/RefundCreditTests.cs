using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

/// <summary>Order 1 of 100 yuan lands on A when placed and on B when paid, on the 1st.</summary>
public class RefundCreditTests
{
    private static Desk Shop(decimal? undated = null, int? pieces = null, decimal? received = null, int? kinds = null) => new Desk()
        .Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:15", "1 10:40").Order("1", "1 10:05", "1 10:30", refund: undated, pieces: pieces, received: received, kinds: kinds);

    [Fact]
    public void A_refund_is_taken_off_the_winner_under_each_rule_on_the_day_it_was_finished()
    {
        var desk = Shop().Refund("1", "20 09:00", 40m, applied: "18 09:00");
        Assert.Equal((4000, 0), (desk.Has(A, 20, Primitive.RefundFen, Judgement.OrderPlaced), desk.Has(A, 20, Primitive.RefundFen, Judgement.Payment)));
        Assert.Equal((4000, 0), (desk.Has(B, 20, Primitive.RefundFen, Judgement.Payment), desk.Has(B, 20, Primitive.RefundFen, Judgement.OrderPlaced)));
        Assert.Equal((10000, 0), (desk.Has(A, 1, Primitive.SalesFen), desk.Has(A, 1, Primitive.RefundFen)));
    }

    [Fact]
    public void The_same_refund_stands_with_its_sale_too_on_the_day_of_payment_and_in_no_other_month()
    {
        // 40 on the 20th and 25 on the 40th, both of the order that was paid on the 1st.
        var desk = Shop(undated: 65m).Refund("1", "20 09:00", 40m).Refund("1", "40 09:00", 25m, id: "r2");
        Assert.Equal((6500, 0, 0), (desk.Has(A, 1, Primitive.SoldRefundFen), desk.Has(A, 20, Primitive.SoldRefundFen), desk.Has(A, 40, Primitive.SoldRefundFen)));
        Assert.Equal((6500, 0), (desk.Has(B, 1, Primitive.SoldRefundFen, Judgement.Payment), desk.Has(A, 1, Primitive.SoldRefundFen, Judgement.Payment)));
        // Without a record it is the list's own, and one in progress is none.
        Assert.Equal(6500, Shop(undated: 65m).Refund("1", null, 40m, state: RefundState.InProgress, applied: "18 09:00").Has(A, 1, Primitive.SoldRefundFen));
        Assert.Equal(0, new Desk().Talk(A, "1 10:00", "1 10:20").Order("u", "1 10:05", null, refund: 5m).Has(AgentDay.Unpaid, 1, Primitive.SoldRefundFen));
    }

    [Fact]
    public void A_refund_of_a_silent_late_or_flagged_order_stays_in_its_bucket()
    {
        var desk = new Desk { Rules = RuleSet.Default with { FlagsThatCreditNobody = ["红"] } }.Talk(A, "1 10:00", "1 10:20")
            .Order("silent", "1 09:00", "1 09:01").Order("flagged", "1 10:05", "1 10:06", flag: "红").Order("late", "1 10:05", "9 00:00")
            .Refund("silent", "12 09:00", 1m).Refund("flagged", "12 09:00", 2m).Refund("late", "12 09:00", 4m);
        Assert.Equal((100, 200, 400, 0), (desk.Has(AgentDay.Silent, 12, Primitive.RefundFen), desk.Has(AgentDay.Flagged, 12, Primitive.RefundFen),
            desk.Has(AgentDay.Late, 12, Primitive.RefundFen), desk.Has(A, 12, Primitive.RefundFen)));
    }

    [Fact]
    public void Refunds_on_record_replace_the_lists_undated_one_and_are_never_added_to_it()
    {
        var desk = Shop(undated: 40m).Refund("1", "20 09:00", 40m);
        Assert.Equal((0, 4000), (desk.Has(A, 1, Primitive.RefundFen), desk.Has(A, 20, Primitive.RefundFen)));
        Assert.Equal(1, desk.Has(A, 1, Primitive.OrdersWithRefund));
        Assert.All(desk.Credits().Where(c => c.Agent == A), c => Assert.Equal(ValueState.Final, c.State));
    }

    [Theory]
    [InlineData(RefundState.InProgress)]
    [InlineData(RefundState.Closed)]
    public void A_refund_that_has_not_come_through_takes_nothing_off_and_leaves_the_undated_one(RefundState state)
    {
        var desk = Shop(undated: 40m).Refund("1", null, 40m, state: state, applied: "18 09:00");
        Assert.Equal((4000, 0), (desk.Has(A, 1, Primitive.RefundFen), desk.Has(A, 1, Primitive.DatedRefundFen)));
        Assert.Equal(state == RefundState.InProgress ? 1 : 0, desk.Has(A, 18, Primitive.OpenRefunds));
        Assert.Equal(0, desk.Has(A, 18, Primitive.RefundFen));
    }

    [Fact]
    public void A_month_of_refunds_without_sales_is_below_zero()
    {
        // 100.00 − 100.00 on the 40th (9 November): November's net is −100.00.
        var desk = Shop().Refund("1", "40 09:00", 100m);
        Assert.Equal(-10000, desk.Has(A, 40, Primitive.SalesFen) - desk.Has(A, 40, Primitive.RefundFen));
    }

    [Fact]
    public void A_refund_larger_than_its_order_counts_whole()
    {
        // A compensation beyond the price was paid back too: 100 − 120 = −20.
        var desk = Shop().Refund("1", "1 20:00", 120m);
        Assert.Equal((-2000, 1), (desk.Has(A, 1, Primitive.SalesFen) - desk.Has(A, 1, Primitive.RefundFen), desk.Has(A, 1, Primitive.RefundedOrders)));
    }

    [Fact]
    public void A_refund_of_an_unknown_order_credits_nobody() => Assert.Empty(RefundCredits.Of(RuleSet.Default, Shop().Ledger(), new Desk().Refund("2", "2 09:00", 5m).Book));

    [Fact]
    public void A_refund_of_an_order_that_nobody_paid_is_none()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", null).Refund("1", "2 09:00", 5m);
        Assert.Empty(RefundCredits.Of(desk.Rules, desk.Ledger(), desk.Book));
        Assert.False(Assert.Single(RefundRow.Of(desk.Rules, desk.Only(), desk.Book)).Counts);
    }

    [Fact]
    public void A_refund_dated_before_the_payment_keeps_its_own_day()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", "3 10:00").Refund("1", "2 09:00", 30m);
        Assert.Equal((3000, 0), (desk.Has(A, 2, Primitive.RefundFen), desk.Has(A, 3, Primitive.RefundFen)));
    }

    [Fact]
    public void The_refund_that_brings_the_whole_amount_back_takes_the_pieces_and_the_order()
    {
        var desk = Shop(pieces: 3).Refund("1", "10 09:00", 40m).Refund("1", "12 09:00", 60m);
        Assert.Equal((0, 0), (desk.Has(A, 10, Primitive.RefundedItems), desk.Has(A, 10, Primitive.RefundedOrders)));
        Assert.Equal((3, 1), (desk.Has(A, 12, Primitive.RefundedItems), desk.Has(A, 12, Primitive.RefundedOrders)));
    }

    [Fact]
    public void A_refund_of_a_whole_item_takes_that_items_pieces_and_the_last_item_the_order()
    {
        var desk = Shop().Item("1", "11", "杯", pieces: 2).Item("1", "12", "盘").Refund("1", "10 09:00", 50m, whole: true, title: "杯")
            .Refund("1", "12 09:00", 30m, whole: true, title: "盘");
        Assert.Equal((2, 0), (desk.Has(A, 10, Primitive.RefundedItems), desk.Has(A, 10, Primitive.RefundedOrders)));
        Assert.Equal((1, 1), (desk.Has(A, 12, Primitive.RefundedItems), desk.Has(A, 12, Primitive.RefundedOrders)));
    }

    [Fact]
    public void Coupons_are_no_part_of_what_comes_back()
    {
        // 100 asked, 80 paid; nothing received is left, so 80 back in two parts is all of it with the second.
        var desk = Shop(pieces: 2, received: 0m).Refund("1", "10 09:00", 30m).Refund("1", "12 09:00", 50m);
        Assert.Equal((0, 2), (desk.Has(A, 10, Primitive.RefundedItems), desk.Has(A, 12, Primitive.RefundedItems)));
    }

    [Fact]
    public void An_order_is_returned_or_exchanged_once_on_the_day_of_the_first()
    {
        var desk = Shop().Refund("1", "9 09:00", 1m).Refund("1", "10 09:00", 10m, kind: RefundKind.Return).Refund("1", "12 09:00", 0m, kind: RefundKind.Exchange);
        Assert.Equal((0, 1, 0), (desk.Has(A, 9, Primitive.ReturnedOrders), desk.Has(A, 10, Primitive.ReturnedOrders), desk.Has(A, 12, Primitive.ReturnedOrders)));
    }

    [Fact]
    public void Where_refunds_are_covered_an_order_without_one_is_known_to_have_none()
    {
        var desk = Shop();
        Assert.Equal(0, desk.Has(A, 1, Primitive.OrdersWithRefund));
        desk.RefundDays.Add(Day(1));
        Assert.Equal((1, 0), (desk.Has(A, 1, Primitive.OrdersWithRefund), desk.Has(A, 1, Primitive.RefundFen)));
    }

    [Fact]
    public void The_ledgers_refund_rows_tell_every_refund_and_which_count()
    {
        var desk = Shop(undated: 40m).Refund("1", null, 40m, state: RefundState.InProgress, applied: "18 09:00");
        Assert.Equal([(40m, null), (40m, (DateOnly?)Day(1))], RefundRow.Of(desk.Rules, desk.Only(), desk.Book).Select(r => (r.Amount, r.Day)));
        desk.Refund("1", "20 09:00", 35m);
        Assert.Equal([(40m, null), (35m, (DateOnly?)Day(20))], RefundRow.Of(desk.Rules, desk.Only(), desk.Book).Select(r => (r.Amount, r.Day)));
    }
}
