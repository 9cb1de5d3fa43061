using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class PlainTableTests
{
    private static string? CodeOf(string text, string? shop = "s")
    {
        using var file = Given.Text(text);
        return Assert.Single(file.Rows(new(Shop: shop))).Reason?.Code;
    }

    [Fact]
    public void A_person_has_accounts_a_group_a_position_a_base_pay_and_a_time()
    {
        using var file = Given.Text("name,accounts,group,position,base_pay,from,to\n王雨桐,cntaobao店:雨桐；店:夜班; 店:雨桐,售前,客服,\"5,000.00\",2026-1-5,2026-10-31\n");
        var person = file.Only<Employment>();
        Assert.Equal(["店:雨桐", "店:夜班"], person.Accounts);
        Assert.Equal(("王雨桐", "售前", "客服", 5000m, new DateOnly(2026, 1, 5), new DateOnly(2026, 10, 31)), (person.Name, person.Group, person.Position, person.BasePay, person.From, person.To));
    }

    [Theory]
    [InlineData("a,x,,2026-01-01,", "value-missing")]
    [InlineData("a,x,5000,,", "value-missing")]
    [InlineData(",x,5000,2026-01-01,", "value-missing")]
    [InlineData("a,x,5000,2026-01-02,2026-01-01", "dates-reversed")]
    [InlineData("a,x,5000,2026-01-02,2026-01-02", null)]
    [InlineData("a,,0,2026-01-02 00:00:00,", null)]
    public void A_person_without_name_pay_or_start_is_rejected(string row, string? code) => Assert.Equal(code, CodeOf("name,accounts,base_pay,from,to\n" + row + "\n"));

    [Fact]
    public void An_entry_keeps_month_agent_item_rater_points_comment_and_who_gave_it()
    {
        using var file = Given.Text("month,agent,item,rater,points,comment,by\n2026-10,ann,attitude,组长,-2.5,\"late, twice\",bo\n");
        Assert.Equal(new Entry(new(2026, 10), "ann", "attitude", "leader", -2.5m, "late, twice", "bo"), file.Only<Entry>());
    }

    [Theory]
    [InlineData("2026-13,a,i,self,1", "month-unreadable")]
    [InlineData("2026-10-02,a,i,self,1", "month-unreadable")]
    [InlineData("2026-10-01 00:00:00,a,i,self,1", null)]
    [InlineData("2026-10,a,i,boss,1", "value-unknown")]
    [InlineData("2026-10,a,i,self,good", "number-unreadable")]
    [InlineData("2026-10,a,i,self,", "value-missing")]
    public void A_bad_entry_is_rejected_by_name(string row, string? code) => Assert.Equal(code, CodeOf("month,agent,item,rater,points\n" + row + "\n"));

    [Fact]
    public void A_rating_may_stay_unanswered()
    {
        using var file = Given.Text("shop,account,buyer,sent_at,rated_at,level\ns,a,b,2026-10-01 09:00:00,,\ns,a,c,2026-10-01 09:00:00,2026-10-01 09:00:10,很满意\n");
        Assert.Equal(
            [new Rating("s", "a", "b", new(1_790_816_400), null, null), new Rating("s", "a", "c", new(1_790_816_400), new(1_790_816_410), RatingLevel.VerySatisfied)],
            file.Rows().Select(r => (Rating)r.Record!));
    }

    [Theory]
    [InlineData("自主评价", RatingSource.Buyer)]
    [InlineData("agent", RatingSource.Agent)]
    [InlineData("", null)]
    public void A_rating_may_tell_who_began_it(string word, RatingSource? source)
    {
        using var file = Given.Text($"shop,account,buyer,sent_at,rated_at,level,source\ns,a,b,2026-10-01 09:00:00,2026-10-01 09:00:10,很满意,{word}\n");
        Assert.Equal(source, Assert.IsType<Rating>(file.Rows().Single().Record).Source);
    }

    [Theory]
    [InlineData("s,a,b,2026-10-01 09:00:00,2026-10-01 09:00:00,", "rating-half")]
    [InlineData("s,a,b,2026-10-01 09:00:00,,satisfied", "rating-half")]
    [InlineData("s,a,b,2026-10-01 09:00:00,2026-10-01 09:00:00,5", "value-unknown")]
    [InlineData("s,a,b,2026-10-01 09:00:00,2026-10-01 09:00:00,dissatisfied", null)]
    public void A_rating_has_time_and_level_or_neither(string row, string? code) => Assert.Equal(code, CodeOf("shop,account,buyer,sent_at,rated_at,level\n" + row + "\n"));

    [Fact]
    public void A_review_without_an_agent_follows_the_order()
    {
        using var file = Given.Text("order,item,agent,at,level\n=\"77\",sku-1,,2026-10-01,差评\n");
        // Midnight of 2026-10-01 in Shanghai: 1790816400 less nine hours.
        Assert.Equal(new Review("s", "77", "sku-1", null, new(1_790_784_000), ReviewLevel.Bad), file.Only<Review>(new(Shop: "s")));
        Assert.Equal("shop-missing", file.RefusalCode());
    }

    [Theory]
    [InlineData("2026-10,a,22,21.5", null)]
    [InlineData("2026-10,a,31,0", null)]
    [InlineData("2026-10,a,0.5,0", null)]
    [InlineData("2026-10,a,0,0", "no-days-due")]
    [InlineData("2026-10,a,32,21", "number-unreadable")]
    [InlineData("2026-10,a,22,-1", "number-unreadable")]
    [InlineData("2026-10,a,22,", "value-missing")]
    public void Days_of_a_month_lie_between_0_and_31(string row, string? code) => Assert.Equal(code, CodeOf("month,agent,due_days,paid_days\n" + row + "\n"));

    [Fact]
    public void An_adjustment_has_a_kind_an_amount_a_reason_and_who_entered_and_approved_it()
    {
        using var file = Given.Text("月份,客服,奖惩,金额,事由,录入人,审批人\n2026-10,ann,扣罚,50元,迟到,hr1,\n");
        Assert.Equal(new Adjustment(new(2026, 10), "ann", AdjustmentKind.Penalty, 50m, "迟到", "hr1", null), file.Only<Adjustment>());
    }

    [Theory]
    [InlineData("2026-10,a,reward,0,x,h", "amount-unreadable")]
    [InlineData("2026-10,a,reward,-5,x,h", "amount-negative")]
    [InlineData("2026-10,a,bonus,5,x,h", "value-unknown")]
    [InlineData("2026-10,a,reward,5,,h", "value-missing")]
    [InlineData("2026-10,a,reward,5,x,", "value-missing")]
    [InlineData("2026-10,a,reward,0.01,x,h", null)]
    public void A_bad_adjustment_is_rejected_by_name(string row, string? code) => Assert.Equal(code, CodeOf("month,agent,kind,amount,reason,entered_by\n" + row + "\n"));
}
