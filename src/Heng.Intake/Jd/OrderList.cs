using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Jd;

/// <summary>
/// JD's order export (京东订单导出). A row is a line of an order: 订单号 repeats, and amounts and times are the order's own on every line.
/// Customer's name, address, phone, invoice and the customer's own note (订单备注) are no columns of ours: they are never read.
/// </summary>
internal static class OrderList
{
    private const int Id = 0, Buyer = 1, Amount = 2, Postage = 3, Created = 4, Paid = 5, Pieces = 6, Status = 7, Grade = 8, Remark = 9, Item = 10, ItemName = 11, Price = 12;
    private const string Guessed = "(推算)";

    public static readonly Format Format = new("jd-orders", new("京东订单导出", "JD order export"), Holding.Orders, Shape.Table,
    [
        new("订单号", true),
        new("下单帐号", false, "下单账号"),
        new("订单金额", true),
        new("运费金额", false),
        new("下单时间", true),
        new("付款确认时间", false),
        new("订购数量", false),
        new("订单状态", false),
        new("商家备注等级(等级1-5为由高到低)", false, "商家备注等级"),
        new("商家备注", false),
        new("商品ID", false),
        new("商品名称", false),
        new("京东价", false),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Join = records => OrderLine.Joined(records.Cast<OrderLine>()),
    };

    private static OrderLine Read(Cells cells)
    {
        var status = cells.Name(Status);
        var (created, paid) = (cells.Time(Created), cells.TimeOrNone(Paid));
        var order = new Order(
            cells.Shop ?? "",
            cells.Id(Id),
            BuyerOf(cells.Name(Buyer)),
            cells.Money(Amount),
            cells.MoneyOrNone(Postage),
            created,
            IsCancelled(status) ? null : paid,
            null,
            null,
            cells.CountOrNone(Pieces),
            null,
            status,
            cells.Name(Grade),
            cells.Note(Remark));
        return new(order, cells.Name(Item) ?? cells.Name(ItemName), cells.MoneyOrNone(Price));
    }

    /// <summary>JD marks an account that it worked out itself. The mark is no part of the nick.</summary>
    private static string? BuyerOf(string? nick)
    {
        if (nick is null) return null;
        var plain = nick.Replace('（', '(').Replace('）', ')');
        return Nicks.Short(plain.EndsWith(Guessed, StringComparison.Ordinal) ? nick[..^Guessed.Length].TrimEnd() : nick) is { Length: > 0 } bare ? bare : null;
    }

    /// <summary>What was cancelled after paying was paid back: it stays ordered and is not paid, as shops reconcile it (已取消 is left out of sales).</summary>
    private static bool IsCancelled(string? status) => status is not null && status.Contains("取消", StringComparison.Ordinal);
}
