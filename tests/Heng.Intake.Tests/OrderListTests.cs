using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class OrderListTests
{
    // Headers as each generation of the list prints them, trailing blanks included.
    private const string Y2016 = "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易";
    private static readonly string Y2018 = Y2016.Replace("买家支付宝账号", "买家支付宝账号,支付单号,支付详情", StringComparison.Ordinal)
        + ",是否上传合同照片,是否上传小票,是否代付,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包";
    private static readonly string Y2019 = Y2018 + ",是否信用购,体验期结束时间,前N有礼,配送类型,满返红包金额,直播返现状态,返现金额,新零售成交门店昵称,新零售成交门店id,新零售成交经销商id,主订单编号";
    private static readonly string Y2021 = Y2019.Replace("联系手机", "联系手机,虚拟号过期时间", StringComparison.Ordinal) + ",延迟发货自动赔付金额,预售订单,发货时间,商家备忘";
    private static readonly string Newer = Y2021.Replace("订单创建时间", "买家下单时间", StringComparison.Ordinal).Replace("订单付款时间 ", "买家付款时间", StringComparison.Ordinal)
        .Replace("买家实际支付金额", "买家实付金额", StringComparison.Ordinal).Replace("物流单号 ", "运单号", StringComparison.Ordinal);

    public static TheoryData<string> Generations => new(Y2016, Y2018, Y2019, Y2021, Newer);

    private static readonly Dictionary<string, string> Values = new()
    {
        ["订单编号"] = "=\"4000000000000001\"", ["买家会员名"] = "tb小雨", ["总金额"] = "1,288.50元", ["买家应付邮费"] = "8", ["订单创建时间"] = "2026-10-01 09:00:00",
        ["买家下单时间"] = "2026-10-01 09:00:00", ["订单付款时间"] = "2026-10-01 09:00:30", ["买家付款时间"] = "2026-10-01 09:00:30", ["买家实际支付金额"] = "1280.5",
        ["买家实付金额"] = "1280.5", ["退款金额"] = "NULL", ["宝贝总数量"] = "3", ["宝贝种类"] = "2", ["订单状态"] = "交易成功", ["订单备注"] = "'加急, 顺丰", ["店铺名称"] = "小店",
        ["收货人姓名"] = "张三", ["联系手机"] = "'13800000000", ["收货地址"] = "某省某市", ["买家支付宝账号"] = "a@b.c", ["打款商家金额"] = "1280.5元",
    };

    private static string RowUnder(string header) => string.Join(',', header.Split(',').Select(h => Quoted(Values.GetValueOrDefault(h.Trim(), ""))));
    private static string Quoted(string cell) => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static readonly Order Expected = new("小店", "4000000000000001", "tb小雨", 1288.5m, 8m, new(1_790_816_400), new(1_790_816_430), 1280.5m, null, 3, 2, "交易成功", null, "加急, 顺丰");

    [Theory]
    [MemberData(nameof(Generations))]
    public void Every_generation_of_the_header_gives_the_same_order_and_no_private_cell(string header)
    {
        using var file = Given.Gbk(header + "\r\n" + RowUnder(header) + "\r\n");
        var order = file.Only<Order>();
        Assert.Equal(Expected, order);
        Assert.DoesNotContain("13800000000", order.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("张三", order.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public void Any_subset_with_id_amount_and_creation_is_an_order_list(string header)
    {
        var random = new Random(7);
        var columns = header.Split(',');
        for (var i = 0; i < 40; i++)
        {
            var kept = columns.Where(c => c is "订单编号" or "总金额" or "订单创建时间" or "买家下单时间" || random.Next(3) == 0).OrderBy(_ => random.Next()).ToArray();
            using var file = Given.Text(string.Join(',', kept) + "\n" + RowUnder(string.Join(',', kept)) + "\n");
            var order = file.Only<Order>(new(Shop: "给定"));
            Assert.Equal(("给定", "4000000000000001", 1288.5m, new Instant(1_790_816_400)), (order.Shop, order.Id, order.Amount, order.Created));
            Assert.Equal(kept.Contains("买家会员名") ? "tb小雨" : null, order.Buyer);
            Assert.Equal(kept.Contains("订单付款时间 ") || kept.Contains("买家付款时间"), order.PaidAt is not null);
        }
    }

    [Theory]
    [InlineData("订单编号,总金额")]
    [InlineData("总金额,订单创建时间")]
    [InlineData("订单编号,订单创建时间")]
    public void Without_id_amount_or_creation_it_is_none(string header)
    {
        using var file = Given.Text(header + "\n1,2\n");
        Assert.Equal("header-incomplete", file.RefusalCode(new(Shop: "s")));
    }

    [Theory]
    [InlineData("1,-5,2026-10-01 09:00:00", "amount-negative")]
    [InlineData("1,abc,2026-10-01 09:00:00", "amount-unreadable")]
    [InlineData("1,5.123,2026-10-01 09:00:00", "amount-unreadable")]
    [InlineData("1,\"1,5\",2026-10-01 09:00:00", "amount-unreadable")]
    [InlineData("1,,2026-10-01 09:00:00", "value-missing")]
    [InlineData("1,NULL,2026-10-01 09:00:00", "value-missing")]
    [InlineData("NULL,5,2026-10-01 09:00:00", "value-missing")]
    [InlineData("1.23457E+17,5,2026-10-01 09:00:00", "id-lost-digits")]
    [InlineData("1,5,yesterday", "time-unreadable")]
    [InlineData("1,5", "too-few-columns")]
    public void A_bad_order_is_rejected_by_name(string row, string code)
    {
        using var file = Given.Text("订单编号,总金额,订单创建时间\n" + row + "\n");
        Assert.Equal(code, Assert.Single(file.Rows(new(Shop: "s"))).Reason?.Code);
    }

    [Theory]
    [InlineData("'42", "42", "148.90000000000001", 148.90)]
    [InlineData("=\"42\"", "42", "￥8", 8)]
    [InlineData(" 42 ", "42", "12，345.6", 12345.6)]
    [InlineData("42", "42", "0", 0)]
    public void What_spreadsheets_and_exporters_wrap_around_values_comes_off(string id, string bare, string amount, decimal yuan)
    {
        using var file = Given.Text($"订单编号;总金额;订单创建时间\n{id};{amount};2026/10/1 9:00\n");
        var order = file.Only<Order>(new(Shop: "s"));
        Assert.Equal((bare, yuan), (order.Id, order.Amount));
    }

    [Theory]
    [InlineData("4000000000000001,张三,x,2026-10-01 09:00:00", "amount-unreadable", "4000000000000001,…,x,2026-10-01 09:00:00")]
    [InlineData("4000000000000001,张三", "too-few-columns", "4000000000000001…")]
    [InlineData("4000000000000001,张,三,8,2026-10-01 09:00:00", "too-many-columns", "4000000000000001…")]
    [InlineData("4000000000000001,\"张三,8,2026-10-01 09:00:00", "quote-unclosed", "4000000000000001…")]
    public void The_raw_text_of_a_rejected_order_shows_no_private_cell(string row, string code, string raw)
    {
        using var file = Given.Text("订单编号,收货人姓名,总金额,订单创建时间\n" + row + "\n");
        var rejected = Assert.Single(file.Rows(new(Shop: "s")));
        Assert.Equal((code, raw), (rejected.Reason?.Code, rejected.Raw));
    }

    // 15:30:20 on 2026-11-02 in Shanghai is 07:30:20Z; 2026-11-02 is day 20759: 20759 × 86400 + 27020.
    [Theory]
    [InlineData("attendance_202611021530.csv", 1_793_604_600L)]
    [InlineData("出勤_20261102153020.xlsx.csv", null)]
    [InlineData("出勤_20261102153020.csv", 1_793_604_620L)]
    [InlineData("attendance_20261102.csv", null)]
    [InlineData("attendance_209913021530.csv", null)]
    public void A_stamp_at_the_end_of_a_name_says_when_the_file_was_made_and_the_option_says_it_over_that(string name, long? unix)
    {
        using var file = Given.Text("month,agent,due_days,paid_days\n2026-10,a,22,21\n", name);
        using var opening = (Opened)IntakeFile.Open(file.Path);
        Assert.Equal(unix is { } at ? new Instant(at) : null, opening.ExportedAt);
        using var told = (Opened)IntakeFile.Open(file.Path, new() { ExportedAt = new(7) });
        Assert.Equal(new Instant(7), told.ExportedAt);
    }

    [Fact]
    public void The_name_of_the_file_says_when_it_was_made()
    {
        using var file = Given.Text("订单编号,总金额,订单创建时间\n1,5,2018-09-01 09:00:00\n", "ExportOrderList201809011818.csv");
        using var opening = IntakeFile.Open(file.Path, new(Shop: "s"));
        // 2018-09-01 is day 17775; 18:18 in Shanghai is 10:18Z = 37080 s: 17775 × 86400 + 37080.
        Assert.Equal(new Instant(1_535_797_080), ((Opened)opening).ExportedAt);
    }
}
