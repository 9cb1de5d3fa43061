using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class SalesCreditTests
{
    private static Desk Shop(RuleSet? rules = null) => new Desk { Rules = rules ?? RuleSet.Default }.Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:15",
        "1 10:40");

    private static Measures On(Desk desk, int agent, int day) =>
        SalesCredits.Of(desk.Rules, desk.Ledger()).Where(c => c.Agent == agent && c.Day == Day(day)).Aggregate(new Measures(), (sum, c) => sum.Add(c.Measures));

    private static long Sale(Desk desk, int agent, int day, Primitive primitive, Judgement rule = Judgement.OrderFirst) =>
        On(desk, agent, day)[primitive.Under(rule)];

    [Fact]
    public void Each_rule_credits_its_own_agent_on_the_day_of_payment()
    {
        var desk = Shop().Order("1", "1 10:05", "2 10:00", amount: 12.34m, postage: 1.5m, pieces: 3, kinds: 2);
        Assert.Equal(1234, Sale(desk, A, 2, Primitive.SalesFen, Judgement.OrderPlaced));
        Assert.Equal(0, Sale(desk, A, 2, Primitive.SalesFen, Judgement.Payment));
        Assert.Equal(1234, Sale(desk, B, 2, Primitive.SalesFen, Judgement.Payment));
        Assert.Equal((150, 1, 3, 1, 1), (Sale(desk, A, 2, Primitive.PostageFen), Sale(desk, A, 2, Primitive.Orders), Sale(desk, A, 2, Primitive.Items),
            Sale(desk, A, 2, Primitive.OrdersWithPieces), Sale(desk, A, 2, Primitive.CrossOrders)));
        Assert.Equal(0, Sale(desk, A, 1, Primitive.SalesFen));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void Cross_selling_is_two_different_items_and_more(int kinds, int cross) =>
        Assert.Equal(cross, Sale(Shop().Order("1", "1 10:05", "1 10:06", kinds: kinds), A, 1, Primitive.CrossOrders));

    [Fact]
    public void What_the_file_does_not_say_is_counted_as_unsaid()
    {
        var desk = Shop().Order("1", "1 10:05", "1 10:06");
        Assert.All([Primitive.OrdersWithPieces, Primitive.OrdersWithKinds, Primitive.OrdersWithRefund, Primitive.OrdersWithPostage],
            primitive => Assert.Equal(0, Sale(desk, A, 1, primitive)));
    }

    [Fact]
    public void Buckets_take_what_credits_nobody()
    {
        var desk = Shop(RuleSet.Default with { FlagsThatCreditNobody = ["红"] })
            .Order("silent", "1 09:00", "1 09:01", amount: 1m).Order("flagged", "1 10:05", "1 10:06", amount: 2m, flag: "红")
            .Order("late", "1 10:05", "9 00:00", amount: 4m).Order("unpaid", "1 10:05", null, amount: 8m);
        Assert.Equal(100, Sale(desk, AgentDay.Silent, 1, Primitive.SalesFen));
        Assert.Equal(200, Sale(desk, AgentDay.Flagged, 1, Primitive.SalesFen));
        Assert.Equal(400, Sale(desk, AgentDay.Late, 9, Primitive.SalesFen));
        Assert.Equal(800, Sale(desk, AgentDay.Unpaid, 1, Primitive.SalesFen));
        Assert.Equal(0, Sale(desk, A, 1, Primitive.SalesFen));
    }

    [Fact]
    public void A_partial_refund_takes_money_but_no_pieces()
    {
        var desk = Shop().Order("1", "1 10:05", "1 10:06", amount: 100m, refund: 99.99m, pieces: 2, received: 0.01m);
        Assert.Equal((9999, 0, 0, 1), (Sale(desk, A, 1, Primitive.RefundFen), Sale(desk, A, 1, Primitive.RefundedItems),
            Sale(desk, A, 1, Primitive.RefundedOrders),
            Sale(desk, A, 1, Primitive.OrdersWithRefund)));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(80, 0)]
    public void A_full_refund_takes_the_pieces_too(int refund, int? received)
    {
        var desk = Shop().Order("1", "1 10:05", "1 10:06", amount: 100m, refund: refund, pieces: 2, received: received);
        Assert.Equal((2, 1), (Sale(desk, A, 1, Primitive.RefundedItems), Sale(desk, A, 1, Primitive.RefundedOrders)));
    }

    [Fact]
    public void A_refund_of_zero_is_no_refunded_order()
    {
        var desk = Shop().Order("1", "1 10:05", "1 10:06", amount: 0m, refund: 0m, received: 0m);
        Assert.Equal((0, 1), (Sale(desk, A, 1, Primitive.RefundedOrders), Sale(desk, A, 1, Primitive.OrdersWithRefund)));
    }

    [Fact]
    public void An_undated_refund_is_provisional()
    {
        var desk = Shop().Order("1", "1 10:05", "1 10:06", refund: 1m).Order("2", "1 10:06", "1 10:07", refund: 0m);
        Assert.Equal([ValueState.Provisional, ValueState.Final], SalesCredits.Of(desk.Rules, desk.Ledger()).Where(c => c.Agent == A).Select(c => c.State));
    }

    [Fact]
    public void A_buyer_counts_once_an_agent_and_day_and_on_the_first_order()
    {
        var desk = Shop().Order("2", "1 10:06", "1 10:07").Order("1", "1 10:05", "1 10:07").Order("3", "1 10:07", "2 09:00");
        Assert.Equal((1, 1), (Sale(desk, A, 1, Primitive.Buyers), Sale(desk, A, 2, Primitive.Buyers)));
        var first = SalesCredits.Of(desk.Rules, desk.Ledger()).First(c => c.Measures[Primitive.Buyers.Under(Judgement.OrderFirst)] == 1);
        Assert.Equal("1", first.Fact);
    }

    [Fact]
    public void Orders_without_a_buyer_count_one_buyer_each() =>
        Assert.Equal(2, Sale(new Desk().Order("1", "1 10:05", "1 10:07", buyer: null).Order("2", "1 10:05", "1 10:07", buyer: null), AgentDay.Silent, 1,
            Primitive.Buyers));

    [Fact]
    public void Orders_placed_sit_on_the_day_of_creation_paid_or_not()
    {
        var desk = Shop().Order("1", "1 10:05", null, amount: 5m).Order("2", "1 10:06", "2 09:00", amount: 7m);
        Assert.Equal((2, 1200), (On(desk, A, 1)[Primitive.OrdersCreated], On(desk, A, 1)[Primitive.OrdersCreatedFen]));
        Assert.Equal(0, On(desk, A, 2)[Primitive.OrdersCreated]);
    }

    [Theory]
    [InlineData("8 23:59:59", 1)]
    [InlineData("9 00:00:00", 0)]
    public void An_urged_order_is_urged_and_paid_only_within_the_payment_window(string paid, int urgedPaid)
    {
        var desk = Shop().Order("1", "1 10:05", paid);
        Assert.Equal((1, urgedPaid), (On(desk, B, 1)[Primitive.Urged], On(desk, B, 1)[Primitive.UrgedPaid]));
    }

    [Fact]
    public void Assisting_sits_on_the_day_of_what_it_assisted()
    {
        var desk = Shop().Talk(C, "1 08:00", "1 08:10").Order("1", "1 10:05", "1 10:06");
        Assert.Equal(1, On(desk, C, 1)[Primitive.AssistedOrder]);
    }

    [Theory]
    [InlineData("0.004", 0)]
    [InlineData("0.005", 1)]
    [InlineData("19.99", 1999)]
    public void Yuan_become_fen_half_away_from_zero(string yuan, long fen) =>
        Assert.Equal(fen, SalesCredits.Fen(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)));
}
