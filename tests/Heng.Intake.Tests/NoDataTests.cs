using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class NoDataTests
{
    private const string Header = "订单编号,买家会员名,总金额,订单创建时间,订单付款时间 ,退款金额,宝贝总数量,订单备注\n";

    [Theory]
    [InlineData("NULL")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("延迟统计")]
    [InlineData("暂无数据")]
    [InlineData(" ")]
    [InlineData("=\"--\"")]
    public void The_words_for_no_value_are_missing_in_either_encoding_and_never_zero(string word)
    {
        var text = Header + $"1,{word},5,2026-10-01 09:00:00,{word},{word},{word},{word}\n2,b,{word},2026-10-01 09:00:00,,,,\n";
        foreach (var file in new[] { Given.Text(text), Given.Gbk(text) })
        {
            using (file)
            {
                var rows = file.Rows(new(Shop: "s"));
                Assert.Equal(new Order("s", "1", null, 5m, null, new(1_790_816_400), null, null, null, null, null, null, null, null), rows[0].Record);
                Assert.Equal("value-missing", rows[1].Reason?.Code);
            }
        }
    }

    [Fact]
    public void In_free_text_they_are_words()
    {
        using var file = Given.Text("shop,buyer,account,at,from,text\ns,b,a,2026-10-01 09:00:00,buyer,--\n");
        Assert.Equal("--", Assert.Single(file.Messages()).Text);
    }

    [Theory]
    [InlineData("month,agent,due_days,paid_days\n合计,,220,210\n2026-10,ann,22,21\n2026-10,合计,22,21\n", "summary-row,,")]
    [InlineData("name,accounts,base_pay,from\n 平均值 ,,,\nann,a:b,3000,2026-01-01\n", "summary-row,")]
    public void A_row_that_sums_up_is_no_person(string text, string codes)
    {
        using var file = Given.Text(text);
        Assert.Equal(codes.Split(','), file.Rows().Select(r => r.Reason?.Code ?? ""));
    }
}
