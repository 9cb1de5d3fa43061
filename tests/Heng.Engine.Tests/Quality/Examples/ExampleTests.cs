using Heng.Engine.Quality.Examples;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Quality.Examples;

public sealed class ExampleTests
{
    private static readonly ExampleHappening Proposed = new(ExampleEvent.Proposed, "陈静", new(10), "") { Reception = "1", Title = "问尺码", Category = "推荐", Words = "问得细" };

    private static GoodExample Of(params ExampleEvent[] then) => new("王雨桐", [Proposed, .. then.Select(e => new ExampleHappening(e, "王雨桐", new(20), ""))]);

    [Fact]
    public void Nobody_but_the_two_it_is_between_sees_it_before_consent_and_nobody_after_it_is_over()
    {
        bool[] Seen(GoodExample of) => [.. new[] { "王雨桐", "陈静", "李思远" }.Select(of.ShownTo)];
        Assert.Equal([true, true, false], Seen(Of()));
        Assert.Equal([true, true, true], Seen(Of(ExampleEvent.Consented)));
        Assert.Equal([false, false, false], Seen(Of(ExampleEvent.Declined)));
        Assert.Equal([false, false, false], Seen(Of(ExampleEvent.Consented, ExampleEvent.Withdrawn)));
        Assert.Equal([false, false, false], Seen(Of(ExampleEvent.Consented, ExampleEvent.TakenBack)));
    }

    [Fact]
    public void The_agent_alone_answers_and_withdraws_each_at_its_time()
    {
        Assert.Equal(ExampleRefusal.NotTheirs, Of().Answer(ExampleEvent.Consented, "陈静", default).Refused);
        Assert.Null(Of().Answer(ExampleEvent.Consented, "王雨桐", default).Refused);
        Assert.Equal(ExampleRefusal.NotOpen, Of().Answer(ExampleEvent.Withdrawn, "王雨桐", default).Refused);
        Assert.Null(Of(ExampleEvent.Consented).Answer(ExampleEvent.Withdrawn, "王雨桐", default).Refused);
        Assert.Equal(ExampleRefusal.NotOpen, Of(ExampleEvent.Declined).Answer(ExampleEvent.Consented, "王雨桐", default).Refused);
        Assert.Equal(ExampleRefusal.NotOpen, Of(ExampleEvent.Consented).Answer(ExampleEvent.TakenBack, "王雨桐", default).Refused);
    }

    [Fact]
    public void Who_proposed_it_takes_it_back_and_who_answers_for_all_only_what_is_shared()
    {
        Assert.Null(Of().TakeBack("陈静", false, default).Refused);
        Assert.Equal(ExampleRefusal.NotTheirs, Of().TakeBack("质检", true, default).Refused);
        Assert.Null(Of(ExampleEvent.Consented).TakeBack("质检", true, default).Refused);
        Assert.Equal(ExampleRefusal.NotTheirs, Of(ExampleEvent.Consented).TakeBack("李思远", false, default).Refused);
    }

    [Fact]
    public void Nobody_proposes_their_own_or_without_a_reason()
    {
        Assert.Equal(ExampleRefusal.OwnReception, GoodExample.Propose("陈静", Proposed).Refused);
        Assert.Equal(ExampleRefusal.NeedsReason, GoodExample.Propose("王雨桐", Proposed with { Words = null }).Refused);
        Assert.Equal(ExampleRefusal.StretchEmpty, GoodExample.Propose("王雨桐", Proposed with { First = new(9), Last = new(8) }).Refused);
        Assert.Null(GoodExample.Propose("王雨桐", Proposed with { First = new(9), Last = new(9) }).Refused);
    }

    [Theory]
    [InlineData("我电话13800138000", "我电话****")]
    [InlineData("138 0013-8000 打我", "**** 打我")]
    [InlineData("１３８００１３８０００", "****")]
    [InlineData("订单4000000000001什么时候发", "订单****什么时候发")]
    [InlineData("电话138****8000", "电话****")]
    [InlineData("拍了1234件", "拍了1234件")]
    [InlineData("快递SF1234567890到了", "快递****到了")]
    [InlineData("微信号abc_12345", "微信号****")]
    [InlineData("这款iphone壳有吗", "这款iphone壳有吗")]
    [InlineData("邮箱ann.lee@mail.example.com", "邮箱****")]
    [InlineData("浙江省杭州市西湖区文三路18号2单元301室", "****")]
    [InlineData("寄到朝阳区建国路，谢谢", "****，谢谢")]
    [InlineData("市区有店吗", "市区有店吗")]
    [InlineData("小红帽在吗", "****在吗")]
    public void What_tells_who_a_buyer_is_is_taken_out(string text, string masked) => Assert.Equal(masked, ChatMask.Of(text, "小红帽"));

    [Fact]
    public void A_name_of_one_character_is_a_word_and_stays() => Assert.Equal("好的", ChatMask.Of("好的", "好"));
}
