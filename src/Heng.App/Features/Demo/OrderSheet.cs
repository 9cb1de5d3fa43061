using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>
/// Writes the order list as the platform exports it: GB18030, newest first, ="…" around numbers, ' before phones, NULL cells, 元 behind one amount.
/// It shows what was known at <paramref name="exported"/>: a later export of the same orders shows more payments and refunds.
/// </summary>
internal sealed class OrderSheet(string shop, long exported)
{
    private const string Surnames = "王李张刘陈杨黄赵吴周";
    private const int ClosedUnpaidAfter = 3 * Wall.Day;
    private static readonly string[] Couriers = ["中通快递", "圆通速递", "韵达快递", "申通快递", "极兔速递"];
    private static readonly string[] Payers = ["***@example.com", "138****0000", "NULL"];

    /// <summary>Two exports of one minute would share a name; the demo makes none.</summary>
    public string FileName => $"ExportOrderList{DateTime.UnixEpoch.AddSeconds(exported).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}.csv";

    public int Write(string folder, IEnumerable<DemoOrder> orders)
    {
        using var file = CsvFile.Gb18030(Path.Combine(folder, FileName), string.Join(',', DemoHeaders.Orders));
        var newestFirst = orders.Where(o => o.Created < exported).OrderByDescending(o => o.Created).ThenByDescending(o => o.Number, StringComparer.Ordinal);
        foreach (var order in newestFirst) WriteRow(file, order);
        return file.Rows;
    }

    private void WriteRow(CsvFile file, DemoOrder order)
    {
        // The same every time the order is exported, hence drawn from its own number.
        var random = DemoRandom.For(0, order.Number);
        WriteMoney(file, order, random);
        WriteReceiver(file, order, random);
        WriteGoods(file, order, random);
        WriteTail(file, order);
        file.EndRow();
    }

    private void WriteMoney(CsvFile file, DemoOrder order, DemoRandom random)
    {
        var paid = order.PaidBy(exported);
        // 买家实际支付金额 is net of refunds in this list.
        var received = paid ? order.TotalFen - RefundFen(order) : 0;
        file.Raw($"=\"{order.Number}\"").Cell(order.Buyer).Cell(random.Pick(Payers));
        file.Raw(paid ? $"=\"{order.Number[..6]}2200{order.Number[6..]}\"" : "NULL").Cell("NULL");
        file.Cell(DemoOrder.Yuan(order.GoodsFen)).Cell(DemoOrder.Yuan(order.PostageFen)).Cell("0").Cell(DemoOrder.Yuan(order.TotalFen)).Cell("0");
        file.Cell(DemoOrder.Yuan(received)).Cell("0").Cell(Status(order)).Cell(random.Chance(60) ? "尽快发货，谢谢" : "NULL");
    }

    private static void WriteReceiver(CsvFile file, DemoOrder order, DemoRandom random)
    {
        file.Cell($"{Surnames[random.Below(Surnames.Length)]}**").Cell(Talk.TalkSlots.Address(random)).Cell("快递");
        file.Cell("'").Cell($"'138****{random.Below(10_000).ToString("0000", CultureInfo.InvariantCulture)}");
        file.Cell(Wall.Print(order.Created));
    }

    private void WriteGoods(CsvFile file, DemoOrder order, DemoRandom random)
    {
        file.Cell(order.PaidBy(exported) ? Wall.Print(order.PaidAt) : "").Cell(order.Product.ListedTitle(order.Style)).Cell(Text(order.Kinds));
        var shipped = ShippedAt(order) is { } at && at < exported;
        var parcel = random.Between(100_000, 999_999);
        file.Cell(shipped ? $"No:YD0000{Text(parcel)}" : "").Cell(shipped ? random.Pick(Couriers) : "");
        file.Cell(order.Remark is { } remark ? $"'{remark}" : "").Cell(Text(order.Pieces)).Cell("0").Cell(shop);
        file.Cell(CloseReason(order)).Cell("0.00元").Cell("0.00元").Cell("").Cell(random.Chance(930) ? "手机订单" : "").Cell("").Cell("");
        file.Cell("否").Cell("否").Cell("否").Cell("").Cell("").Cell("").Cell("").Cell("0").Cell("0").Cell("否");
    }

    private void WriteTail(CsvFile file, DemoOrder order)
    {
        var confirmed = ConfirmedAt(order) is { } at && at < exported && !FullyRefunded(order) ? at : (long?)null;
        file.Cell("NULL").Cell("NULL").Cell("NULL").Cell("NULL").Cell("NULL").Cell(DemoOrder.Yuan(RefundFen(order))).Cell("");
        file.Cell(Wall.Print(confirmed)).Cell(confirmed is null ? "0.00元" : $"{DemoOrder.Yuan(order.TotalFen - RefundFen(order))}元").Cell("NULL");
        file.Cell("否").Cell("").Cell("").Cell("NULL").Cell("").Cell("0").Cell("NULL").Cell("NULL").Cell("NULL").Raw($"=\"{order.Number}\"");
    }

    private int RefundFen(DemoOrder order) => order.RefundedBy(exported) ? order.RefundFen : 0;
    private bool FullyRefunded(DemoOrder order) => order.RefundedBy(exported) && order.RefundFen == order.TotalFen;
    private static long? ShippedAt(DemoOrder order) => order.PaidAt + 14 * Wall.Hour + order.Pieces * 3 * Wall.Hour;
    private static long? ConfirmedAt(DemoOrder order) => order.PaidAt + (6 + order.Kinds) * Wall.Day;
    private bool ClosedUnpaid(DemoOrder order) => !order.PaidBy(exported) && order.Created + ClosedUnpaidAfter < exported;

    private string Status(DemoOrder order)
    {
        if (FullyRefunded(order) || ClosedUnpaid(order)) return "交易关闭";
        if (!order.PaidBy(exported)) return "等待买家付款";
        if (ConfirmedAt(order) < exported) return "交易成功";
        return ShippedAt(order) < exported ? "卖家已发货，等待买家确认" : "买家已付款，等待卖家发货";
    }

    private string CloseReason(DemoOrder order) => FullyRefunded(order) ? "退款" : ClosedUnpaid(order) ? "买家未付款" : "订单未关闭";
    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
