using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class PddOrderTests
{
    private const string Header =
        "订单成交时间,商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,"
        + "商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司\n";
    private static readonly IntakeOptions Shop = new(Shop: "拼店");

    private static string Line(string dealt = "2026-10-01 09:00:00", string status = "已收货", string goods = "59.90", string postage = "6.00", string discount = "10.00") =>
        $"{dealt},茶杯,261001-123456789012345,{status},{goods},{postage},{discount},5.00,1.00,49.90,54.90,2,2026-10-02 10:00:00,,1,白,2,A,B,易碎,无售后或售后取消,SF1,顺丰\n";

    // 59.90 + 6.00 - 10.00 = 55.90: what the platform gives off (5.00 and 1.00) the shop is paid all the same.
    private static readonly Order Expected = new("拼店", "261001-123456789012345", null, 55.90m, 6m, new(1_790_816_400), new(1_790_816_400), 54.90m, 0m, 2, null, "已收货", null, "易碎");

    [Theory]
    [InlineData(Header)]
    [InlineData("订单成交时间,商品,订单号,订单状态,商品总价（元）,邮费（元),店铺优惠折扣（元）,平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额（元）,商品数量（件）,发货时间,确认收货时间,商品id,商品规格,样式ID,1,2,商家备注,售后状态,快递单号,快递公司\n")]
    public void An_order_asks_for_goods_and_postage_without_the_shops_own_discount(string header)
    {
        using var file = Given.Text(header + Line());
        Assert.Equal(Expected, file.Only<Order>(Shop));
    }

    [Fact]
    public void Other_versions_tell_when_it_was_paid_and_grouped_and_name_a_masked_buyer()
    {
        using var file = Given.Text("订单号,商品总价(元),邮费(元),店铺优惠折扣(元),支付时间,拼单成功时间,买家昵称\n1-2,5,0,0,2026-10-01 09:00:00,2026-10-01 09:10:00,摩**\n");
        var order = file.Only<Order>(Shop);
        Assert.Equal((new Instant(1_790_816_400), new Instant(1_790_816_400), "摩**"), (order.Created, order.PaidAt!.Value, order.Buyer));
    }

    [Theory]
    [InlineData("已取消", Outcome.Dropped, "order-undated")]
    [InlineData("待支付", Outcome.Dropped, "order-undated")]
    [InlineData("未成团，退款成功", Outcome.Dropped, "order-undated")]
    [InlineData("已收货", Outcome.Rejected, "value-missing")]
    [InlineData("", Outcome.Rejected, "value-missing")]
    public void Without_a_time_an_order_did_not_come_about_or_is_told(string status, Outcome outcome, string code)
    {
        using var file = Given.Text(Header + Line(dealt: "", status: status));
        var row = Assert.Single(file.Rows(Shop));
        Assert.Equal((outcome, code), (row.Outcome, row.Reason!.Code));
    }

    [Theory]
    [InlineData("", "0", "0", "value-missing")]
    [InlineData("5", "", "0", "value-missing")]
    [InlineData("5", "0", "--", "value-missing")]
    [InlineData("5", "0", "5.01", "amount-negative")]
    [InlineData("5", "0", "5.00", null)]
    public void A_part_of_the_sum_that_is_missing_is_not_zero(string goods, string postage, string discount, string? code)
    {
        using var file = Given.Text(Header + Line(goods: goods, postage: postage, discount: discount));
        Assert.Equal(code, Assert.Single(file.Rows(Shop)).Reason?.Code);
    }

    [Fact]
    public void A_table_of_orders_that_no_format_knows_is_read_with_a_map()
    {
        var map = Given.Map("kind: taobao-orders\ncolumns:\n  订单编号: 主订单编号\n  总金额: 订单应付金额\n  订单创建时间: 订单提交时间\n");
        using var file = Given.Text("主订单编号,订单应付金额,订单提交时间\n'69,5.00,2026-10-01 09:00:00\n");
        Assert.Equal(("69", 5m), (file.Only<Order>(new(Shop: "s", Map: map)).Id, file.Only<Order>(new(Shop: "s", Map: map)).Amount));
    }

    [Theory]
    [InlineData("无售后或售后取消", 0.0)]
    [InlineData("退款成功", 55.90)]
    [InlineData("售后处理中", 0.0)]
    [InlineData("补寄成功", null)]
    public void The_after_sales_state_tells_whether_an_order_was_paid_back(string state, double? refund)
    {
        using var file = Given.Text(Header + Line().Replace("无售后或售后取消", state, StringComparison.Ordinal));
        Assert.Equal((decimal?)refund, file.Only<Order>(Shop).Refund);
    }
}
