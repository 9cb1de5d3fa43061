using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>Item details, refunds and pre-sales as Taobao and Tmall export them.</summary>
public class TaobaoDetailTests
{
    private static readonly IntakeOptions Shop = new(Shop: "小店");
    private const string Refunds =
        "订单编号,退款编号,支付宝交易号,订单付款时间,商品id,商品编码,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款,售后类型,是否需要退货,退款的申请时间,超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,卖家真实姓名,卖家退货地址,卖家邮编,卖家电话,卖家手机,退货物流单号,退货物流公司,买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,商家备注,退款完结时间,部分退款/全部退款,审核操作人,举证超时,是否零秒响应,退款操作人,退款原因标签,业务类型,是否帮他退款,帮他退款操作账号\n";
    // 09:00 of 5 October 2026 in Shanghai is 2026-10-05T01:00:00Z: day 20731 × 86400 + 3600.
    private static readonly Instant Nine = new(20731L * 86400 + 3600);

    private static string Line(string first = "2026-10-05 09:00:00", string second = "", string state = "退款成功", string type = "退货退款", string returns = "是", string amount = "39.90", string who = "小店:小王", string asked = "2026-10-05 08:00:00") =>
        $"=\"4000000000000001\",'9001,alipay1,2026-10-01 09:00:30,1,BEI-1,{first},tb小雨,79.80,茶杯,{amount},手工退款,{type},{returns},{asked},,{state},已收到,,,,张三,张三,某省某市某路1号,310000,0571-12345678,13800000000,,,质量问题,坏了,,,售后,,{second},部分退款,cntaobao小店:小李,,,{who},,,,\n";

    [Fact]
    public void A_refund_keeps_its_day_its_extent_and_who_handled_it_and_nothing_personal()
    {
        using var file = Given.Gbk(Refunds + Line());
        var refund = file.Only<Refund>(Shop);
        Assert.Equal(new Refund("小店", "4000000000000001", "9001", 39.9m, RefundState.Succeeded, "退款成功", RefundKind.Return, false, true, Nine.Plus(-3600), Nine, "茶杯", "BEI-1", "小店:小李", "小店:小王"), refund);
        Assert.All(["张三", "13800000000", "0571", "tb小雨", "某路"], hidden => Assert.DoesNotContain(hidden, refund.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-10-05 09:00:00", "2026-10-06 09:00:00")]
    [InlineData("", "2026-10-05 09:00:00")]
    [InlineData("NULL", "2026-10-05 09:00:00")]
    public void Of_the_finishing_time_that_stands_there_twice_the_first_that_says_one_counts(string first, string second)
    {
        using var file = Given.Text(Refunds + Line(first, second));
        Assert.Equal(Nine, file.Only<Refund>(Shop).FinishedAt);
    }

    [Theory]
    [InlineData("退款成功", RefundState.Succeeded)]
    [InlineData("换货成功", RefundState.Succeeded)]
    [InlineData("退款关闭", RefundState.Closed)]
    [InlineData("卖家拒绝退款", RefundState.InProgress)]
    [InlineData("买家已经申请退款，等待卖家同意", RefundState.InProgress)]
    [InlineData("买家已经退货,等待卖家确认收货", RefundState.InProgress)]
    [InlineData("退款待处理", RefundState.InProgress)]
    public void The_status_tells_where_a_refund_stands(string status, RefundState state)
    {
        using var file = Given.Text(Refunds + Line(state: $"\"{status}\""));
        Assert.Equal((state, status), (file.Only<Refund>(Shop).State, file.Only<Refund>(Shop).Status));
    }

    [Theory]
    [InlineData("仅退款", "否", RefundKind.MoneyOnly)]
    [InlineData("退货退款", "", RefundKind.Return)]
    [InlineData("", "是", RefundKind.Return)]
    [InlineData("换货", "是", RefundKind.Exchange)]
    [InlineData("", "", RefundKind.MoneyOnly)]
    [InlineData("", "不需要退货", RefundKind.MoneyOnly)]
    [InlineData("", "需要", RefundKind.Return)]
    [InlineData("退货退款", "词典里没有的话", RefundKind.Return)]
    public void What_comes_back_is_money_goods_or_other_goods(string type, string returns, RefundKind kind)
    {
        using var file = Given.Text(Refunds + Line(type: type, returns: returns));
        Assert.Equal(kind, file.Only<Refund>(Shop).Kind);
    }

    [Fact]
    public void What_the_platform_did_is_nobodys_work()
    {
        using var file = Given.Text(Refunds + Line(who: "系统"));
        Assert.Equal(("小店:小李", null), (file.Only<Refund>(Shop).Reviewer, file.Only<Refund>(Shop).Operator));
    }

    [Fact]
    public void One_in_progress_needs_no_finishing_time_and_one_that_came_through_does()
    {
        using var open = Given.Text(Refunds + Line(first: "", state: "退款中"));
        Assert.False(open.Only<Refund>(Shop).Counts);
        using var lost = Given.Text(Refunds + Line(first: ""));
        Assert.Equal("value-missing", Assert.Single(lost.Rows(Shop)).Reason!.Code);
        using var dayless = Given.Text(Refunds + Line(first: "", state: "退款中", asked: ""));
        Assert.Equal("value-missing", Assert.Single(dayless.Rows(Shop)).Reason!.Code);
    }

    [Theory]
    [InlineData("退款成攻", "39.90", "value-unknown")]
    [InlineData("退款成功", "-1", "amount-negative")]
    [InlineData("退款成功", "abc", "amount-unreadable")]
    public void A_bad_refund_is_rejected_by_name_and_its_raw_text_shows_no_private_cell(string state, string amount, string code)
    {
        using var file = Given.Text(Refunds + Line(state: state, amount: amount));
        var row = Assert.Single(file.Rows(Shop));
        Assert.Equal(code, row.Reason!.Code);
        Assert.DoesNotContain("张三", row.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", row.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_refunds_names_its_shop()
    {
        using var file = Given.Text(Refunds + Line());
        Assert.Equal("shop-missing", file.RefusalCode());
    }

    [Fact]
    public void The_older_item_details_have_no_number_of_their_own()
    {
        using var file = Given.Gbk("订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n'4000000000000001,茶杯,39.90,2,BEI,颜色:白,,给张三,交易成功,NULL\n");
        Assert.Equal(new OrderItem("小店", "4000000000000001", "", "茶杯", "BEI", "颜色:白", 39.9m, 2, null, "交易成功", null, null), file.Only<OrderItem>(Shop));
    }

    [Fact]
    public void The_newer_item_details_name_the_sub_order_and_its_refund()
    {
        const string Header = "子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,支付单号,买家应付货款,买家实际支付金额,退款状态,退款金额,订单创建时间,订单付款时间 \n";
        using var file = Given.Text(Header + "=\"4000000000000011\",=\"4000000000000001\",茶杯,39.90,2,,颜色:白,,,交易成功,BEI-1,p1,79.80,75.00,退款成功,75.00,2026-10-01 09:00:00,2026-10-01 09:00:30\n4000000000000012,4000000000000001,盘,10,1,,,,,交易成功,PAN,p1,10,10,没有申请退款,0.00,2026-10-01 09:00:00,2026-10-01 09:00:30\n");
        var items = file.Rows(Shop).Select(r => (OrderItem)r.Record!).ToList();
        Assert.Equal(new OrderItem("小店", "4000000000000001", "4000000000000011", "茶杯", "BEI-1", "颜色:白", 39.9m, 2, 75m, "交易成功", RefundState.Succeeded, 75m), items[0]);
        Assert.Equal((null, 0m), (items[1].Refunded, items[1].Refund!.Value));
    }

    [Theory]
    [InlineData("定金已付尾款未付", "2026-10-01 09:00:30", "", "", null, "2026-10-01 09:00:30")]
    [InlineData("FRONT_PAID_FINAL_NOPAID", "2026-10-01 09:00:30", "", "", null, "2026-10-01 09:00:30")]
    [InlineData("定金未付尾款未付", "", "", "", null, null)]
    [InlineData("定金和尾款都付", "2026-10-04 09:00:00", "", "", "2026-10-04 09:00:00", null)]
    [InlineData("定金和尾款都付", "2026-10-01 09:00:30", "2026-10-01 09:00:30", "2026-10-04 09:00:00", "2026-10-04 09:00:00", "2026-10-01 09:00:30")]
    [InlineData("", "2026-10-01 09:00:30", "", "", "2026-10-01 09:00:30", null)]
    public void A_pre_sale_is_paid_when_its_balance_is(string stages, string paid, string deposit, string balance, string? paidAt, string? depositAt)
    {
        using var file = Given.Text($"订单编号,总金额,订单创建时间,订单付款时间,分阶段订单信息,定金付款时间,尾款付款时间\n1,5,2026-10-01 09:00:00,{paid},{stages},{deposit},{balance}\n");
        var order = file.Only<Order>(Shop);
        Assert.Equal((At(paidAt), At(depositAt)), (order.PaidAt, order.DepositAt));
    }

    private static Instant? At(string? local) => local is null ? null : ShopClock.Shanghai.FromLocal(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
}
