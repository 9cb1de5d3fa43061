using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class FunnelTests
{
    private static readonly Primitive[] Steps =
    [
        Primitive.OrderedSameDay, Primitive.OrderedFinal, Primitive.PaidSameDay, Primitive.PaidNextDay, Primitive.PaidFinal,
        Primitive.OrderedThenPaidSameDay, Primitive.OrderedThenPaidFinal, Primitive.ConsultPaid,
    ];

    private static Measures Of(Desk desk, params Reception[] receptions) =>
        Funnel.Of(desk.Rules, receptions, desk.Ledger()).Aggregate(new Measures(), (sum, c) => sum.Add(c.Measures));

    /// <summary>One reception on day 1, 23:00–23:10, and one order.</summary>
    private static Measures With(string created, string? paid) =>
        Of(new Desk().Talk(A, "1 23:00", "1 23:10").Order("1", created, paid), Reception(A, "1 23:00", "1 23:10"));

    // ordered same day, ordered final, paid same day, paid next day, paid final, ordered→paid same day, ordered→paid final, consult-conversion
    [Theory]
    [InlineData("1 23:05:00", "1 23:59:59", "11111111")]
    [InlineData("1 23:59:59", "2 00:00:00", "11011011")]
    [InlineData("1 23:05:00", "2 23:59:59", "11011011")]
    [InlineData("1 23:05:00", "3 00:00:00", "11001011")]
    [InlineData("2 00:00:00", "2 10:00:00", "01011111")]
    [InlineData("2 23:59:59", "3 00:00:01", "01001011")]
    [InlineData("3 00:00:00", "3 10:00:00", "00000001")]
    [InlineData("2 23:59:59", "9 23:59:59", "01001011")]
    [InlineData("2 23:59:59", "10 00:00:00", "01000000")]
    [InlineData("1 23:05:00", "8 23:59:59", "11001011")]
    [InlineData("1 23:05:00", "9 00:00:00", "11000000")]
    [InlineData("1 23:05:00", null, "11000000")]
    [InlineData("3 23:10:01", "3 23:11:00", "00000000")]
    public void Each_step_keeps_both_sides_of_its_window(string created, string? paid, string steps)
    {
        var measures = With(created, paid);
        Assert.Equal(steps, string.Concat(Steps.Select(step => measures[step])));
        Assert.Equal(1, measures[Primitive.Inquiries]);
    }

    [Fact]
    public void A_step_counts_the_reception_once_however_many_orders_took_it()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:10").Order("1", "1 10:05", "1 10:06").Order("2", "1 10:07", "1 10:08");
        Assert.Equal(1, Of(desk, Reception(A, "1 10:00", "1 10:10"))[Primitive.PaidFinal]);
    }

    [Fact]
    public void The_step_belongs_to_the_reception_that_the_order_landed_on()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:10").Talk(B, "1 11:00", "1 11:10").Order("1", "1 11:05", "1 11:06");
        var funnel = Funnel.Of(desk.Rules, [Reception(A, "1 10:00", "1 10:10"), Reception(B, "1 11:00", "1 11:10")], desk.Ledger());
        Assert.Equal([(A, 0L), (B, 1L)], funnel.Select(c => (c.Agent, c.Measures[Primitive.PaidFinal])));
    }

    [Fact]
    public void A_payment_step_follows_the_order_not_the_one_who_talked_at_payment()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:10").Talk(B, "1 11:00", "1 11:10").Order("1", "1 10:05", "1 11:06");
        var funnel = Funnel.Of(desk.Rules, [Reception(A, "1 10:00", "1 10:10"), Reception(B, "1 11:00", "1 11:10")], desk.Ledger());
        Assert.Equal([(A, 1L), (B, 0L)], funnel.Select(c => (c.Agent, c.Measures[Primitive.PaidFinal])));
    }

    [Fact]
    public void Filtered_and_passed_on_receptions_are_no_inquiries()
    {
        var desk = new Desk();
        Assert.Equal(0, Of(desk, Reception(A, "1 10:00", "1 10:10", filtered: true))[Primitive.Inquiries]);
        Assert.Equal(0, Of(desk, Reception(A, "1 10:00", "1 10:10", transferredOut: true))[Primitive.Inquiries]);
        Assert.Equal(1, Of(desk, Reception(A, "1 10:00", "1 10:10"))[Primitive.Inquiries]);
    }

    [Theory]
    [InlineData("2 00:00:00", 0)]    // 21 days before the 23rd
    [InlineData("1 23:59:59", 1)]
    [InlineData("23 09:59:59", 0)]
    [InlineData("23 10:00:00", 1)]
    public void A_buyer_who_paid_within_21_days_before_or_that_day_before_the_chat_is_after_sales(string paid, int inquiries) =>
        Assert.Equal(inquiries, Of(new Desk().Order("1", "1 09:00", paid), Reception(A, "23 10:00", "23 10:10"))[Primitive.Inquiries]);

    [Fact]
    public void Another_buyers_payment_makes_no_after_sales() =>
        Assert.Equal(1, Of(new Desk().Order("1", "1 09:00", "1 09:01", buyer: Bea), Reception(A, "2 10:00", "2 10:10"))[Primitive.Inquiries]);

    [Fact]
    public void An_order_that_landed_on_the_reception_always_makes_it_an_inquiry()
    {
        var afterSales = new Desk().Talk(A, "3 10:00", "3 10:10").Order("old", "1 09:00", "1 09:01").Order("new", "3 10:05", null);
        Assert.Equal(1, Of(afterSales, Reception(A, "3 10:00", "3 10:10"))[Primitive.Inquiries]);
        Assert.Equal(1, Of(afterSales, Reception(A, "3 10:00", "3 10:10", transferredOut: true))[Primitive.OrderedSameDay]);
    }

    [Fact]
    public void Consult_conversion_needs_a_consulted_reception_but_no_inquiry()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:10").Order("1", "1 10:05", "1 10:06");
        Assert.Equal(1, Of(desk, Reception(A, "1 10:00", "1 10:10"))[Primitive.ConsultPaid]);
        Assert.Equal(0, Of(desk, Reception(A, "1 10:00", "1 10:10", consulted: false))[Primitive.ConsultPaid]);
    }

    [Fact]
    public void A_flagged_order_takes_no_step()
    {
        var desk = new Desk { Rules = RuleSet.Default with { FlagsThatCreditNobody = ["红"] } }.Talk(A, "1 10:00", "1 10:10").Order("1", "1 10:05", "1 10:06",
            flag: "红");
        var measures = Of(desk, Reception(A, "1 10:00", "1 10:10"));
        Assert.Equal((1, 0, 0), (measures[Primitive.Inquiries], measures[Primitive.OrderedFinal], measures[Primitive.ConsultPaid]));
    }

    [Fact]
    public void An_order_of_a_session_over_the_cut_belongs_to_the_part_it_fell_in()
    {
        var desk = new Desk().Talk(A, "1 23:50", "1 23:58").Talk(A, "2 00:02", "2 00:10").Order("1", "2 00:05", "2 00:06");
        var funnel = Funnel.Of(desk.Rules, [Reception(A, "1 23:50", "1 23:58"), Reception(A, "2 00:02", "2 00:10")], desk.Ledger());
        Assert.Equal([(Day(1), 0L), (Day(2), 1L)], funnel.Select(c => (c.Day, c.Measures[Primitive.OrderedSameDay])));
    }
}
