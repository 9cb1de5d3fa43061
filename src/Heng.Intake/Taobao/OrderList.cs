using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Taobao;

/// <summary>
/// The order list of Taobao and Tmall (已卖出的宝贝), <c>ExportOrderListyyyyMMddHHmm.csv</c>, and its newer workbook. The header has grown over the years, so
/// columns are found by name. Receiver, address, phones and the Alipay account are no columns of ours: they are never read.
/// </summary>
internal static class OrderList
{
    private const int Id = 0, Buyer = 1, Amount = 2, Postage = 3, Created = 4, Paid = 5, Received = 6, Refund = 7, Pieces = 8, Kinds = 9, Status = 10,
        Flag = 11, Remark = 12, Shop = 13, Stages = 14, Deposit = 15, Balance = 16;

    public static readonly Format Format = new("taobao-orders", new("淘宝/天猫订单报表", "Taobao/Tmall order list"), Holding.Orders, Shape.Table,
    [
        new("订单编号", true, "订单号"),
        new("买家会员名", false, "买家昵称", "买家旺旺"),
        new("总金额", true),
        new("买家应付邮费", false),
        new("订单创建时间", true, "买家下单时间"),
        new("订单付款时间", false, "买家付款时间"),
        new("买家实际支付金额", false, "买家实付金额"),
        new("退款金额", false),
        new("宝贝总数量", false),
        new("宝贝种类", false),
        new("订单状态", false),
        new("旗帜", false, "订单旗帜", "插旗"),
        new("订单备注", false, "商家备忘"),
        new("店铺名称", false),
        new("分阶段订单信息", false, "step_trade_status"),
        new("定金付款时间", false, "定金支付时间"),
        new("尾款付款时间", false, "尾款支付时间"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)));

    private static Order Read(Cells cells)
    {
        var status = cells.Name(Status);
        var pay = PreSale.PaymentOf(cells.Name(Stages), status, cells.TimeOrNone(Paid), cells.TimeOrNone(Deposit), cells.TimeOrNone(Balance));
        return new(
            cells.Shop ?? cells.ShopOf(Shop),
            cells.Id(Id),
            cells.Name(Buyer) is { } buyer ? Nicks.Short(buyer) : null,
            cells.Money(Amount),
            cells.MoneyOrNone(Postage),
            cells.Time(Created),
            pay.PaidAt,
            cells.MoneyOrNone(Received),
            cells.MoneyOrNone(Refund),
            cells.CountOrNone(Pieces),
            cells.CountOrNone(Kinds),
            status,
            cells.Name(Flag),
            cells.Note(Remark))
        {
            DepositAt = pay.DepositAt,
        };
    }
}
