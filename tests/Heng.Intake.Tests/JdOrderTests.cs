using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class JdOrderTests
{
    private const string Header =
        "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,"
        + "商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间,订单来源,订单渠道,送装服务,服务费,仓库id,仓库名称\n";
    private static readonly IntakeOptions Shop = new(Shop: "京东店");

    // One order of 188.00: two cups at 39.50 and one pot at 109.00, postage 0; nine in the morning of 2026-10-01 is 1,790,816,400.
    private static string Line(string id = "\"=\"\"165432109876\"\"\"", string item = "100012", string pieces = "2", string price = "39.50", string amount = "188.00", string status = "完成",
        string buyer = "cnjd小雨(推算)", string paid = "2026-10-01 09:01:00", string remark = "送杯垫") =>
        $"{id},{item},杯子,{pieces},在线支付,2026-10-01 09:00:00,{price},{amount},180.00,0,188.00,{status},SOP,{buyer},张三,某省某市某路1号,13812345678,请放门口,电子,个人,明细,{remark},3,0.00,{paid},,H1,2026-10-05 10:00:00,APP,自营,,0,1,北京仓\n";

    private static IReadOnlyList<Order> Orders(string text)
    {
        using var file = Given.Gbk(text);
        return file.Whole<Order>(Shop);
    }

    private static readonly Order Expected = new("京东店", "165432109876", "小雨", 188m, 0m, new(1_790_816_400), new(1_790_816_460), null, null, 3, 2, "完成", "3", "送杯垫");

    [Fact]
    public void The_lines_of_an_order_are_one_order_with_the_orders_amount_and_the_lines_pieces()
    {
        // 2 cups + 1 pot = 3 pieces of 2 kinds; the amount stands on both lines and is the order's.
        Assert.Equal([Expected], Orders(Header + Line() + Line(item: "100013", pieces: "1", price: "109.00")));
    }

    [Fact]
    public void Shuffled_lines_give_the_same_orders()
    {
        string[] lines = [Line(), Line(item: "100013", pieces: "1", price: "109.00", remark: ""), Line(id: "165432109877", buyer: "other"), Line(item: "100014", pieces: "1", price: "0", status: "待收货")];
        var first = Orders(Header + string.Concat(lines)).OrderBy(o => o.Id).ToList();
        Assert.Equal((2, 4, 3), (first.Count, first[0].Pieces, first[0].Kinds));
        var random = new Random(3);
        for (var i = 0; i < 20; i++) Assert.Equal(first, Orders(Header + string.Concat(lines.OrderBy(_ => random.Next()))).OrderBy(o => o.Id));
    }

    [Fact]
    public void A_line_that_stands_there_twice_counts_once()
    {
        Assert.Equal([Expected with { Pieces = 2, Kinds = 1 }], Orders(Header + Line() + Line()));
        // Another price is another line: two cups, and two more for nothing.
        Assert.Equal([Expected with { Pieces = 4, Kinds = 1 }], Orders(Header + Line() + Line(price: "0.00")));
    }

    [Fact]
    public void One_line_without_pieces_leaves_the_order_without_pieces() =>
        Assert.Equal([Expected with { Pieces = null }], Orders(Header + Line() + Line(item: "100013", pieces: "--", price: "109.00")));

    [Theory]
    [InlineData("小雨", "小雨")]
    [InlineData("小雨(推算)", "小雨")]
    [InlineData("小雨（推算）", "小雨")]
    [InlineData("cnjd小雨 (推算)", "小雨")]
    [InlineData("推算", "推算")]
    [InlineData("(推算)", null)]
    [InlineData("", null)]
    [InlineData("NULL", null)]
    public void The_account_is_bare_of_prefix_and_mark(string written, string? buyer) => Assert.Equal(buyer, Assert.Single(Orders(Header + Line(buyer: written))).Buyer);

    [Theory]
    [InlineData("已取消", false)]
    [InlineData("(删除)已取消", false)]
    [InlineData("完成", true)]
    [InlineData("等待出库", true)]
    public void A_cancelled_order_stays_ordered_and_is_not_paid(string status, bool paid) => Assert.Equal(paid, Assert.Single(Orders(Header + Line(status: status))).PaidAt is not null);

    [Theory]
    [InlineData("1.65432E+11", "188.00", "id-lost-digits")]
    [InlineData("165432109876", "暂无数据", "value-missing")]
    [InlineData("165432109876", "abc", "amount-unreadable")]
    [InlineData("165432109876", "-1", "amount-negative")]
    [InlineData("-", "188.00", "value-missing")]
    public void A_bad_line_is_rejected_and_shows_nothing_private(string id, string amount, string code)
    {
        using var file = Given.Gbk(Header + Line(id: id, amount: amount) + Line());
        var rows = file.Rows(Shop);
        Assert.Equal([code, null], rows.Select(r => r.Reason?.Code));
        foreach (var secret in new[] { "张三", "某省", "13812345678", "请放门口" }) Assert.DoesNotContain(secret, rows[0].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_sum_up_are_no_orders()
    {
        using var file = Given.Gbk(Header + Line() + "合计,,,2,,,,188.00\n汇总" + new string(',', 33) + "\n");
        Assert.Equal([null, "summary-row", "summary-row"], file.Rows(Shop).Select(r => r.Reason?.Code));
    }

    [Fact]
    public void The_export_names_no_shop_so_one_is_given()
    {
        using var file = Given.Gbk(Header + Line());
        Assert.Equal("shop-missing", file.RefusalCode());
    }
}
