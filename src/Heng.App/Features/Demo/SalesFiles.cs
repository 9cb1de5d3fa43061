using Heng.Engine.Records;

namespace Heng.App.Features.Demo;

/// <summary>
/// Writes the order lists when their day has come: each month is exported on the tenth of the next, the last one at its very end.
/// The last month's first twenty days are exported on its 21st as well, so that two lists overlap and the later one shows what changed.
/// Ratings and reviews grow day by day beside them.
/// </summary>
internal sealed class SalesFiles
{
    public const int BadRows = 5;
    private const int ExportSecond = 9 * Wall.Hour + 1800;
    private readonly string _folder;
    private readonly DemoShop _shop;
    private readonly CsvFile _ratings, _reviews;
    private readonly List<DemoFile> _orders = [];

    public SalesFiles(string folder, DemoShop shop)
    {
        (_folder, _shop) = (folder, shop);
        _ratings = CsvFile.Utf8(Path.Combine(folder, "ratings.csv"), DemoHeaders.Ratings);
        _reviews = CsvFile.Utf8(Path.Combine(folder, "reviews.csv"), DemoHeaders.Reviews);
    }

    public IReadOnlyList<DemoFile> Orders => _orders;
    public IReadOnlyList<DemoFile> Service { get; private set; } = [];

    /// <summary>Orders refunded, in whole or in part, as far as the last list that names them shows.</summary>
    public int Refunds { get; private set; }

    public void EndDay(DateOnly day)
    {
        _shop.Service.WriteRatings(_ratings);
        _shop.Service.WriteReviews(_reviews);
        var month = Month.Of(day);
        var before = month.Plus(-1);
        if (day.Day == 9 && before >= _shop.Options.FirstMonth) ExportMonth(before, Wall.At(day.AddDays(1), ExportSecond));
        if (day.Day == 20 && month == _shop.Options.Until) Export(month.First, day, Wall.At(day.AddDays(1), ExportSecond));
    }

    public void EndAll()
    {
        ExportMonth(_shop.Options.Until, _shop.Options.End);
        _ratings.Dispose();
        _reviews.Dispose();
        Service = [new("ratings.csv", "ratings", _ratings.Rows), new("reviews.csv", "reviews", _reviews.Rows)];
    }

    /// <summary>A list retyped by hand: three good rows, and five that must be rejected (times, amounts and a number that cannot be).</summary>
    public DemoFile WriteBadRows()
    {
        const string name = "orders-by-hand.csv";
        var day = Wall.Print(_shop.Options.Until.First.AddDays(4));
        using var file = CsvFile.Gb18030(Path.Combine(_folder, name), "订单编号,买家会员名,总金额,买家应付邮费,订单创建时间,订单付款时间 ,退款金额,宝贝总数量,宝贝种类 ,订单状态,店铺名称");
        file.Row("4999000000000000001", "手工登记01", "129.00", "0.00", $"{day} 10:12:31", $"{day} 10:13:02", "0.00", "1", "1", "交易成功", DemoShop.Name);
        file.Row("4999000000000000002", "手工登记02", "一百二十九", "0.00", $"{day} 10:40:00", $"{day} 10:41:12", "0.00", "1", "1", "交易成功", DemoShop.Name);
        file.Row("4999000000000000003", "手工登记03", "89.00", "0.00", $"{day} 25:61:00", "", "0.00", "1", "1", "等待买家付款", DemoShop.Name);
        file.Row("4999000000000000004", "手工登记04", "259.00", "8.00", $"{day} 11:05:44", $"{day} 11:06:01", "0.00", "1", "1", "交易成功", DemoShop.Name);
        file.Row("", "手工登记05", "59.00", "0.00", $"{day} 11:30:00", $"{day} 11:31:00", "0.00", "1", "1", "交易成功", DemoShop.Name);
        file.Row("4999000000000000006", "手工登记06", "149.00", "0.00", "上周三下午", "", "0.00", "1", "1", "等待买家付款", DemoShop.Name);
        file.Row("4999000000000000007", "手工登记07", "12,9.0.0", "0.00", $"{day} 12:00:00", $"{day} 12:00:30", "0.00", "1", "1", "交易成功", DemoShop.Name);
        file.Row("4999000000000000008", "手工登记08", "49.00", "6.00", $"{day} 12:20:00", "", "0.00", "1", "1", "等待买家付款", DemoShop.Name);
        return new DemoFile(name, "orders", file.Rows);
    }

    private void ExportMonth(Month month, long exported)
    {
        Export(month.First, month.Last, exported);
        Refunds += _shop.Orders.Between(month.First, month.Last).Count(o => o.RefundedBy(exported));
    }

    private void Export(DateOnly first, DateOnly last, long exported)
    {
        var sheet = new OrderSheet(DemoShop.Name, exported);
        var rows = sheet.Write(_folder, _shop.Orders.Between(first, last));
        _orders.Add(new DemoFile(sheet.FileName, "orders", rows));
    }
}
