using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

public class TransferAndPreSaleTests
{
    // A passes the buyer on to B at 10:10, who talks on until 10:30.
    private static Desk PassedOn() => new Desk().Talk(A, "1 10:00", "1 10:10").Talk(B, "1 10:11", "1 10:30");

    [Theory]
    [InlineData("1 10:05", A)]
    [InlineData("1 10:10:30", A)]
    [InlineData("1 10:20", B)]
    [InlineData("1 11:00", B)]
    public void After_a_transfer_the_order_is_the_ones_who_talked_last_by_then(string placed, int agent) =>
        Assert.Equal(agent, PassedOn().Order("1", placed, null).Only().Created.Agent);

    [Fact]
    public void Who_passed_the_buyer_on_is_runner_up_and_assisted()
    {
        var row = PassedOn().Order("1", "1 10:20", "1 10:21").Only();
        Assert.Equal((B, A, WhyLost.NotInside), (row.Created.Agent!.Value, row.Created.RunnerUp!.Value, row.Created.Why!.Value));
        Assert.Equal([A], row.AssistedOrder);
    }

    [Fact]
    public void A_deposit_pays_no_order()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", null);
        desk.Orders[0] = (desk.Orders[0].Item1 with { DepositAt = At("1 10:06") }, Ann);
        Assert.Equal((Bucket.Unpaid, Clause.NotYet), (desk.Only().Under(Judgement.OrderFirst).Bucket, desk.Only().Paid.Clause));
    }

    [Fact]
    public void The_balance_is_the_payment_whoever_served_at_the_deposit()
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "5 09:00", "5 09:30").Order("1", "1 10:05", "5 09:10");
        desk.Orders[0] = (desk.Orders[0].Item1 with { DepositAt = At("1 10:06") }, Ann);
        Assert.Equal((A, B), (desk.Only().Under(Judgement.OrderPlaced).Agent!.Value, desk.Only().Under(Judgement.Payment).Agent!.Value));
        Assert.Equal((10000, 0), (desk.Has(A, 5, Primitive.SalesFen), desk.Has(A, 1, Primitive.SalesFen)));
    }

    [Theory]
    [InlineData("8 23:59:59", Bucket.Agent)]
    [InlineData("9 00:00:00", Bucket.Late)]
    public void The_payment_window_of_a_pre_sale_runs_from_its_placing_to_the_balance(string balance, Bucket bucket)
    {
        var desk = new Desk().Talk(A, "1 10:00", "1 10:20").Order("1", "1 10:05", balance);
        desk.Orders[0] = (desk.Orders[0].Item1 with { DepositAt = At("1 10:06") }, Ann);
        Assert.Equal(bucket, desk.Only().Under(Judgement.OrderFirst).Bucket);
    }
}
