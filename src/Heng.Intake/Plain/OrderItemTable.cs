using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Items of orders (订单宝贝), a sub-order a row; one without a number is told apart by title, code and properties.</summary>
internal static class OrderItemTable
{
    private const int Shop = 0, Order = 1, Id = 2, Title = 3, Code = 4, Properties = 5, Price = 6, Pieces = 7, Received = 8, Status = 9, State = 10, Refund = 11;

    public static readonly Format Format = new("order-items", new("订单宝贝", "Items of orders"), Holding.Items, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("order", true, "订单编号"),
        new("item", true, "子订单编号"),
        new("title", true, "标题"),
        new("code", false, "商家编码"),
        new("properties", false, "商品属性"),
        new("price", false, "单价"),
        new("pieces", true, "件数"),
        new("received", false, "实收金额"),
        new("status", false, "订单状态"),
        new("refund_state", false, "退款进度"),
        new("refund", false, "退款金额"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        OfShop = true,
        Writer = WrittenCells.Of<OrderItem>(i => [i.Shop, i.OrderId, i.Id, i.Title, i.Code, i.Properties, i.Price, i.Pieces, i.Received, i.Status, i.Refunded, i.Refund]),
    };

    private static OrderItem Read(Cells cells) => new(
        cells.ShopOf(Shop), cells.Id(Order), cells.Name(Id) is null ? "" : cells.Id(Id), cells.Name(Title), cells.Name(Code), cells.Name(Properties), cells.MoneyOrNone(Price),
        cells.CountOrNone(Pieces), cells.MoneyOrNone(Received), cells.Name(Status), cells.Name(State) is null ? null : cells.Word(State, RefundTable.StateOf), cells.MoneyOrNone(Refund));
}
