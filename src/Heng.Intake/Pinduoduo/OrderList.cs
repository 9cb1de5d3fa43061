using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Pinduoduo;

/// <summary>
/// Pinduoduo's order export (拼多多订单). The amount is 商品总价 + 邮费 − 店铺优惠折扣: what the shop asks; what the platform itself gives off stays in.
/// It names no buyer or a masked one. Where it tells one time only, the order was made, formed its group and was paid then.
/// </summary>
internal static class OrderList
{
    private const int Id = 0, Goods = 1, Postage = 2, Discount = 3, Dealt = 4, Paid = 5, Grouped = 6, Received = 7, Pieces = 8, Status = 9, Remark = 10, Buyer = 11, AfterSale = 12;

    public static readonly Format Format = new("pdd-orders", new("拼多多订单导出", "Pinduoduo order export"), Holding.Orders, Shape.Table,
    [
        new("订单号", true),
        new("商品总价(元)", true, "商品总价"),
        new("邮费(元)", true, "邮费"),
        new("店铺优惠折扣(元)", true, "店铺优惠折扣"),
        new("订单成交时间", false),
        new("支付时间", false),
        new("拼单成功时间", false),
        new("商家实收金额(元)", false, "商家实收金额"),
        new("商品数量(件)", false, "商品数量"),
        new("订单状态", false),
        new("商家备注", false),
        new("买家昵称", false, "用户昵称"),
        new("售后状态", false),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)));

    private static Order Read(Cells cells)
    {
        Instant? dealt = cells.TimeOrNone(Dealt), paid = cells.TimeOrNone(Paid), grouped = cells.TimeOrNone(Grouped);
        var (status, created) = (cells.Name(Status), new[] { dealt, paid, grouped }.Min());
        if (created is null) Undated(cells, status);
        var amount = cells.Money(Goods) + cells.Money(Postage) - cells.Money(Discount);
        if (amount < 0) cells.Fail(Reasons.Negative(cells.NameOf(Goods)));
        return new(
            cells.Shop ?? "",
            cells.Id(Id),
            cells.Name(Buyer) is { } buyer ? Nicks.Short(buyer) : null,
            amount,
            cells.Money(Postage),
            created ?? default,
            paid ?? grouped ?? dealt,
            cells.MoneyOrNone(Received),
            RefundOf(cells.Name(AfterSale), amount),
            cells.CountOrNone(Pieces),
            null,
            status,
            null,
            cells.Note(Remark));
    }

    /// <summary>The list says whether an order was paid back and not how much: it has one item, so that is the whole. What is under way has given nothing back yet.</summary>
    private static decimal? RefundOf(string? afterSale, decimal amount) => afterSale switch
    {
        null => null,
        "退款成功" or "退货退款成功" => amount,
        "无售后或售后取消" or "无售后" or "售后取消" or "退款关闭" => 0m,
        _ when afterSale.Contains("处理中", StringComparison.Ordinal) || afterSale.StartsWith('待') => 0m,
        _ => null,
    };

    /// <summary>Without any time the order never came about, or else the row has lost it: only the status tells, and what it does not tell is not guessed.</summary>
    private static void Undated(Cells cells, string? status)
    {
        if (status is not null && (status.Contains("取消", StringComparison.Ordinal) || status.StartsWith('待') || status.StartsWith('未'))) cells.Pass(Reasons.OrderUndated);
        else cells.Fail(Reasons.Missing(cells.NameOf(Dealt)));
    }
}
