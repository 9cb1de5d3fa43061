using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class BystanderTests
{
    [Fact]
    public void Others_who_served_the_buyer_within_the_window_before_the_order_assisted_it()
    {
        var row = new Desk().Talk(C, "1 08:00", "1 08:10").Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", null).Only();
        Assert.Equal([C], row.AssistedOrder);
        Assert.Empty(row.AssistedPayment);
    }

    [Theory]
    [InlineData("3 08:10:00", 1)]
    [InlineData("3 08:10:01", 0)]
    public void An_assistants_talk_of_exactly_48_hours_ago_counts(string created, int assistants) =>
        Assert.Equal(assistants, new Desk().Talk(C, "1 08:00", "1 08:10").Talk(A, "3 08:00", "3 09:00").Order("1", created, null).Only().AssistedOrder.Count);

    [Fact]
    public void Whoever_the_payment_landed_on_is_no_assistant()
    {
        var row = new Desk().Talk(B, "1 09:00", "1 09:10").Talk(A, "1 10:00", "1 10:20").Talk(B, "1 11:00", "1 11:10").Order("1", "1 10:05", "1 11:05").Only();
        Assert.Empty(row.AssistedOrder);
        Assert.Empty(row.AssistedPayment);
    }

    [Fact]
    public void One_who_came_between_order_and_payment_assisted_the_payment()
    {
        var row = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(C, "1 10:30", "1 10:40").Talk(B, "1 11:00", "1 11:10").Order("1", "1 10:05", "1 11:05").Only();
        Assert.Empty(row.AssistedOrder);
        Assert.Equal([C], row.AssistedPayment);
    }

    [Theory]
    [InlineData("1 11:05:00", 0)]
    [InlineData("1 11:05:01", 1)]
    [InlineData("3 11:05:00", 1)]
    [InlineData("3 11:05:01", 0)]
    public void One_who_began_after_the_payment_followed_it_up_within_the_window(string began, int followers) =>
        Assert.Equal(followers, new Desk().Talk(A, "1 10:00", "1 10:20").Talk(C, began, "4 12:00").Order("1", "1 10:05",
            "1 11:05").Only().AssistedFollow.Count);

    [Theory]
    [InlineData("1 10:05:00", 0)]
    [InlineData("1 10:05:01", 1)]
    [InlineData("1 10:59:59", 1)]
    [InlineData("1 11:00:00", 0)]
    public void Urging_is_a_talk_that_ended_between_order_and_payment(string ended, int urging) =>
        Assert.Equal(urging, new Desk().Talk(A, "1 10:00", ended).Order("1", "1 10:05", "1 11:00").Only().Urged.Count);

    [Theory]
    [InlineData("8 23:59:59", 1)]
    [InlineData("9 00:00:00", 0)]
    public void Urging_after_the_payment_window_is_none(string ended, int urging) =>
        Assert.Equal(urging, new Desk().Talk(A, "8 23:30", ended).Order("1", "1 10:05", null).Only().Urged.Count);
}
