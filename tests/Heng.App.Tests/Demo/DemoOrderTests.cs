using System.Globalization;

namespace Heng.App.Tests.Demo;

[Collection(DemoFolderGroup.Name)]
public sealed class DemoOrderTests(DemoFolder demo)
{
    private static readonly string[] EndInABlank = ["收货地址 ", "联系电话 ", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "物流单号 "];

    [Fact]
    public void The_header_is_the_platforms_own_with_its_trailing_blanks()
    {
        var file = demo.Summary.Files.First(f => f.Kind == "orders");
        Assert.Matches("^ExportOrderList[0-9]{12}\\.csv$", file.Name);
        var header = File.ReadLines(Path.Combine(demo.Summary.Folder, file.Name), Sheet.Gb18030).First().Split(',');
        Assert.Equal(header.Length, header.Distinct().Count());
        Assert.Equal(EndInABlank, header.Where(h => h.EndsWith(' ')));
        Assert.Equal(["订单编号", "买家会员名", "买家支付宝账号", "支付单号", "支付详情", "买家应付货款"], header[..6]);
        Assert.Equal("主订单编号", header[^1]);
        Assert.Equal(["退款金额", "预约门店", "确认收货时间", "打款商家金额"], header.SkipWhile(h => h != "退款金额").Take(4));
    }

    [Fact]
    public void Rows_have_the_quirks_of_real_exports()
    {
        var rows = Exports().SelectMany(e => e).ToList();
        Assert.All(rows, r => Assert.Matches("^=\"[0-9]{19}\"$", r["订单编号"]));
        Assert.All(rows, r => Assert.StartsWith("'", r["联系手机"], StringComparison.Ordinal));
        Assert.All(rows, r => Assert.EndsWith("元", r["打款商家金额"], StringComparison.Ordinal));
        Assert.All(rows, r => Assert.Equal("NULL", r["新零售交易类型"]));
        Assert.All(rows, r => Assert.Equal(Yuan(r, "总金额"), Yuan(r, "买家应付货款") + Yuan(r, "买家应付邮费")));
        Assert.All(rows, r => Assert.InRange(Yuan(r, "总金额"), 30m, 4000m));
        Assert.Contains(rows, r => r["订单付款时间 "] == "" && r["订单状态"] == "等待买家付款");
        Assert.Contains(rows, r => Yuan(r, "买家应付邮费") > 0);
        // What the buyer really paid is shown net of what came back.
        Assert.All(rows.Where(r => r["订单付款时间 "] != ""), r => Assert.Equal(Yuan(r, "总金额") - Yuan(r, "退款金额"), Yuan(r, "买家实际支付金额")));
    }

    [Fact]
    public void The_shops_orders_are_listed_and_two_lists_overlap_with_changes_in_the_later_one()
    {
        var exports = Exports();
        var earlier = exports[^2].ToDictionary(r => r["订单编号"], r => r, StringComparer.Ordinal);
        var again = exports[^1].Where(r => earlier.ContainsKey(r["订单编号"])).ToList();
        Assert.Equal(earlier.Count, again.Count);
        Assert.Contains(again, r => Yuan(r, "退款金额") > 0 && Yuan(earlier[r["订单编号"]], "退款金额") == 0);
        var numbers = exports.SelectMany(e => e).Select(r => r["订单编号"]).ToList();
        Assert.Equal(demo.Summary.Counts.Orders, numbers.Distinct().Count());
        Assert.Equal(numbers.Count - earlier.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void About_a_third_of_the_orders_are_silent_and_the_others_buyers_chatted_before_ordering()
    {
        var chatted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in demo.Rows("messages").Where(r => r["from"] == "buyer")) chatted.TryAdd(row["buyer"], row["at"]);
        var orders = Exports().SelectMany(e => e).DistinctBy(r => r["订单编号"]).ToList();
        var unasked = orders.Count(o => !chatted.TryGetValue(o["买家会员名"], out var first) || string.CompareOrdinal(first, o["订单创建时间"]) > 0);
        Assert.InRange(unasked * 100 / orders.Count, 28, 40);
        Assert.InRange(demo.Summary.Counts.SilentOrders * 100 / orders.Count, 30, 40);
    }

    [Fact]
    public void Eight_to_fifteen_in_a_hundred_are_refunded_and_most_are_paid_within_minutes()
    {
        var orders = Exports().SelectMany(e => e).GroupBy(r => r["订单编号"]).Select(g => g.Last()).ToList();
        Assert.InRange(demo.Summary.Counts.Refunds * 1000 / orders.Count, 80, 150);
        Assert.Equal(demo.Summary.Counts.Refunds, orders.Count(o => Yuan(o, "退款金额") > 0));
        var waits = orders.Where(o => o["订单付款时间 "] != "").Select(o => At(o["订单付款时间 "]) - At(o["订单创建时间"])).ToList();
        Assert.All(waits, w => Assert.True(w > TimeSpan.Zero));
        Assert.InRange(waits.Count(w => w < TimeSpan.FromMinutes(5)) * 100 / orders.Count, 70, 90);
        Assert.InRange(waits.Count * 100 / orders.Count, 88, 97);
    }

    [Fact]
    public void The_list_retyped_by_hand_has_three_good_rows_and_five_bad_ones()
    {
        var rows = demo.Rows(demo.Summary.Files.Single(f => f.Name == "orders-by-hand.csv"));
        Assert.Equal(8, rows.Count);
        Assert.Equal(demo.Summary.Counts.RowsToReject, rows.Count(r => !IsGood(r)));
    }

    private List<List<SheetRow>> Exports() =>
        [.. demo.Summary.Files.Where(f => f.Name.StartsWith("ExportOrderList", StringComparison.Ordinal)).Select(demo.Rows)];

    private static bool IsGood(SheetRow row) =>
        row["订单编号"].Length > 0
        && decimal.TryParse(row["总金额"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        && DateTime.TryParseExact(row["订单创建时间"], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static decimal Yuan(SheetRow row, string column) => decimal.Parse(row[column], CultureInfo.InvariantCulture);
    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
