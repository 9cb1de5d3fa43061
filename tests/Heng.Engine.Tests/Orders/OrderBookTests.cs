using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class OrderBookTests
{
    private static Order Filled(Desk desk) => desk.Book.Filled(desk.Orders[0].Item1);

    [Fact]
    public void Items_give_pieces_and_kinds_where_the_list_lacks_them()
    {
        var desk = new Desk().Order("1", "1 10:05", "1 10:06").Item("1", "11", "杯", pieces: 2).Item("1", "12", "盘").Item("1", "13", "杯");
        Assert.Equal((4, 2), (Filled(desk).Pieces!.Value, Filled(desk).Kinds!.Value));
        Assert.Equal((1, 4), (desk.Has(AgentDay.Silent, 1, Primitive.CrossOrders), desk.Has(AgentDay.Silent, 1, Primitive.Items)));
    }

    [Fact]
    public void What_the_list_says_stands_over_the_items()
    {
        var order = Filled(new Desk().Order("1", "1 10:05", "1 10:06", pieces: 5, kinds: 1, refund: 3m).Item("1", "11", "杯", pieces: 2, refunded: RefundState.Succeeded, refund: 9m));
        Assert.Equal((5, 1, 3m), (order.Pieces!.Value, order.Kinds!.Value, order.Refund!.Value));
    }

    [Fact]
    public void An_item_that_does_not_say_its_pieces_leaves_the_sum_unsaid() =>
        Assert.Null(Filled(new Desk().Order("1", "1 10:05", null).Item("1", "11", "杯", pieces: 2).Item("1", "12", "盘", pieces: null)).Pieces);

    [Fact]
    public void Where_sub_orders_are_named_the_older_export_of_the_same_items_is_not_added() =>
        Assert.Equal(2, Filled(new Desk().Order("1", "1 10:05", null).Item("1", "", "杯", pieces: 2).Item("1", "11", "杯", pieces: 2)).Pieces);

    [Fact]
    public void Refunds_of_items_are_undated_and_only_those_that_came_through()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", "1 10:06", amount: 50m)
            .Item("1", "11", "杯", pieces: 2, price: 10m, refunded: RefundState.Succeeded, refund: 20m).Item("1", "12", "盘", price: 30m, refunded: RefundState.InProgress, refund: 30m);
        Assert.Equal(20m, Filled(desk).Refund);
        Assert.Equal((2000, 2, 0), (desk.Has(A, 1, Primitive.RefundFen), desk.Has(A, 1, Primitive.RefundedItems), desk.Has(A, 1, Primitive.DatedRefundFen)));
    }

    [Fact]
    public void An_item_that_was_paid_back_in_part_gives_back_no_pieces() => Assert.Equal(0, new Desk().Order("1", "1 10:05", "1 10:06", amount: 50m)
        .Item("1", "11", "杯", pieces: 2, price: 10m, refunded: RefundState.Succeeded, refund: 19.99m).Has(AgentDay.Silent, 1, Primitive.RefundedItems));
}
