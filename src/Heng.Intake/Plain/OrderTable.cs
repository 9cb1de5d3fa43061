using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Orders of any platform as they are kept (订单): what each platform's list says in its own words is worked out already.</summary>
internal static class OrderTable
{
    private const int Shop = 0, Id = 1, Buyer = 2, Amount = 3, Postage = 4, Created = 5, Paid = 6, Deposit = 7, Received = 8, Refund = 9, Pieces = 10, Kinds = 11, Status = 12, Flag = 13, Remark = 14;

    public static readonly Format Format = new("orders", new("订单", "Orders"), Holding.Orders, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("order", true, "订单编号"),
        new("buyer", false, "买家"),
        new("amount", true, "订单总额"),
        new("postage", false, "邮费"),
        new("created_at", true, "创建时间"),
        new("paid_at", false, "付款时间"),
        new("deposit_at", false, "定金时间"),
        new("received", false, "实收金额"),
        new("refund", false, "退款金额"),
        new("pieces", false, "件数"),
        new("kinds", false, "种类数"),
        new("status", false, "订单状态"),
        new("flag", false, "旗帜"),
        new("remark", false, "备注"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Order>(o =>
            [o.Shop, o.Id, o.Buyer, o.Amount, o.Postage, o.Created, o.PaidAt, o.DepositAt, o.Received, o.Refund, o.Pieces, o.Kinds, o.Status, o.Flag, o.Remark]),
        CoversSpan = true,
    };

    private static Order Read(Cells cells) => new(
        cells.ShopOf(Shop), cells.Id(Id), cells.NamedOrNone(Buyer) is { } buyer ? Nicks.Short(buyer) : null, cells.Money(Amount), cells.MoneyOrNone(Postage), cells.Time(Created),
        cells.TimeOrNone(Paid), cells.MoneyOrNone(Received), cells.MoneyOrNone(Refund), cells.CountOrNone(Pieces), cells.CountOrNone(Kinds), cells.Name(Status), cells.Name(Flag),
        cells.Note(Remark))
    { DepositAt = cells.TimeOrNone(Deposit) };
}
