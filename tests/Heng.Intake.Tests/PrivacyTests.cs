using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Tests;

public class PrivacyTests
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("我的手机13812345678，谢谢", "我的手机138****5678，谢谢")]
    [InlineData("138 1234 5678", "138 **** 5678")]
    [InlineData("138-1234-5678到了打我", "138-****-5678到了打我")]
    [InlineData("13812 345678", "138*****5678")]
    [InlineData("+86 13812345678", "+86 138****5678")]
    [InlineData("8613812345678", "86138****5678")]
    [InlineData("wx13812345678", "wx138****5678")]
    [InlineData("13812345678 或 15987654321", "138****5678 或 159****4321")]
    [InlineData("买2件 13812345678", "买2件 138****5678")]
    [InlineData("010-12345678", "010-****5678")]
    [InlineData("(0571)88887777", "(0571)****7777")]
    [InlineData("0571 8888 7777", "0571 **** 7777")]
    [InlineData("057188887777", "0571****7777")]
    public void Mobile_numbers_and_landlines_keep_their_ends_and_their_length(string text, string masked) => Assert.Equal(masked, Privacy.Masked(text));

    [Theory]
    [InlineData("4012345678901234567")]
    [InlineData("订单 138123456789012345 到哪了")]
    [InlineData("1381234567812345678")]
    [InlineData("https://item.taobao.com/item.htm?id=13812345678")]
    [InlineData("12812345678")]
    [InlineData("1381234567")]
    [InlineData("2026-10-01 09:00:00 付的 1288.50")]
    [InlineData("1,288.50 3件 10:30-18:00 满199减20")]
    [InlineData("138****5678")]
    [InlineData("在吗？：）")]
    [InlineData("")]
    public void What_is_no_phone_stays(string text) => Assert.Same(text, Privacy.Masked(text));

    [Theory]
    [InlineData("收货人：张三丰\n手机：13812345678\n地址：浙江省杭州市西湖区文三路1号", "收货人：张**\n手机：138****5678\n地址：浙江省杭州市********")]
    [InlineData("姓名: 张三 电话: 010-12345678 收货地址: 某市 某路1号；谢谢", "姓名: 张* 电话: 010-****5678 收货地址: 某市 某***；谢谢")]
    [InlineData("收货人姓名：张三手机：13812345678地址：某市备注：无", "收货人姓名：张*手机：138****5678地址：某*备注：无")]
    [InlineData("亲，收件人：欧阳夏丹，请核对", "亲，收件人：欧***，请核对")]
    [InlineData("收货人：\n地址：\n", "收货人：\n地址：\n")]
    [InlineData("链接地址：https://item.taobao.com/1", "链接地址：https://item.taobao.com/1")]
    [InlineData("姓名：𠮷田", "姓名：𠮷*")]
    [InlineData("地址改好了", "地址改好了")]
    public void Name_and_address_of_a_pasted_confirmation_are_masked(string text, string masked) => Assert.Equal(masked, Privacy.Masked(text));

    [Fact]
    public void Masking_twice_is_masking_once_and_keeps_the_length()
    {
        string[] pieces = ["138", "1234", "5678", "13812345678", "0571", "010", "86", " ", "-", "*", "***", "1", "9", "收货人：", "姓名:", "地址：", "手机：", "，", "\n", "张三", "；", ")", "="];
        var random = new Random(17);
        for (var i = 0; i < 60_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var once = Privacy.Masked(text);
            Assert.Equal(text.Length, once.Length);
            Assert.True(once == Privacy.Masked(once), $"{text} → {once} → {Privacy.Masked(once)}");
        }
    }

    [Fact]
    public void Messages_remarks_and_the_raw_text_of_rejected_rows_are_masked()
    {
        using var chat = Given.Text("shop,buyer,account,at,from,text\ns,b,a,2026-10-01 09:00:00,buyer,电话13812345678\ns,b,a,x,buyer,电话13812345678\n");
        var rows = chat.Rows();
        Assert.Equal(("电话138****5678", "s,b,a,x,buyer,电话138****5678"), (rows[0].Message.Text, rows[1].Raw));
        using var orders = Given.Text("订单编号,总金额,订单创建时间,订单备注\n4012345678901234567,5,2026-10-01 09:00:00,改地址：某省某市某路1号 13812345678\n");
        var order = orders.Only<Order>(new(Shop: "s"));
        Assert.Equal(("4012345678901234567", "改地址：某省某市某路**************"), (order.Id, order.Remark));
    }

    [Fact]
    public void A_text_that_may_hide_nothing_is_never_changed()
    {
        string[] parts = ["1", "3", "8", "0", "5", "86", "010", "138", "1234", "5678", " ", "-", ":", "：", "(", "）", "*", "***", "/", "地址", "收货人", "姓名", "电话", "张三", "杭州市西湖区文一西路一号", "，", "\n", "好"];
        var hidden = 0;
        for (var seed = 0; seed < 20_000; seed++)
        {
            var dice = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, dice.Next(12)).Select(_ => parts[dice.Next(parts.Length)]));
            var changed = Privacy.Masked(text) != text;
            if (changed) hidden++;
            Assert.True(!changed || Privacy.MayHide(System.Text.Encoding.UTF8.GetBytes(text)), text);
        }
        Assert.InRange(hidden, 500, 19_000);
    }

    [Theory]
    [InlineData("013812345", false)]
    [InlineData("1381234567890", true)]
    [InlineData("时间:09:00", false)]
    [InlineData("收货人 ：张三", true)]
    [InlineData("地址：", true)]
    public void Nine_digits_hide_no_phone_and_only_a_label_hides_a_name(string text, bool may) => Assert.Equal(may, Privacy.MayHide(System.Text.Encoding.UTF8.GetBytes(text)));
}
