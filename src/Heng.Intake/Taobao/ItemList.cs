using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Taobao;

/// <summary>
/// The item details of Taobao and Tmall (宝贝明细), <c>ExportOrderDetailList….csv</c>. In the newer export a row is a sub-order; in the older, whose order stands under
/// 订单编号, it is an item of an order and has no number of its own. The buyer's note (备注) is no column of ours.
/// </summary>
internal static class ItemList
{
    private const int Order = 0, Id = 1, Title = 2, Price = 3, Pieces = 4, Code = 5, OuterCode = 6, Properties = 7, Status = 8, Received = 9, State = 10, Refund = 11;

    public static readonly Format Format = new("taobao-items", new("淘宝/天猫宝贝明细", "Taobao/Tmall item details"), Holding.Items, Shape.Table,
    [
        new("主订单编号", true, "订单编号"),
        new("子订单编号", false),
        new("标题", true, "宝贝标题"),
        new("价格", false),
        new("购买数量", true),
        new("商家编码", false),
        new("外部系统编号", false),
        new("商品属性", false),
        new("订单状态", false),
        new("买家实际支付金额", false, "买家实付金额"),
        new("退款状态", false),
        new("退款金额", false),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        OfShop = true,
    };

    private static OrderItem Read(Cells cells)
    {
        var order = cells.Id(Order);
        return new(
            cells.Shop ?? "",
            order,
            cells.Name(Id) is null ? "" : cells.Id(Id),
            cells.Name(Title),
            cells.Name(Code) ?? cells.Name(OuterCode),
            cells.Name(Properties),
            cells.MoneyOrNone(Price),
            cells.CountOrNone(Pieces),
            cells.MoneyOrNone(Received),
            cells.Name(Status),
            cells.Name(State) is { } state && !RefundWords.IsNone(state) ? cells.Word(State, RefundWords.StateOf) : null,
            cells.MoneyOrNone(Refund));
    }
}
