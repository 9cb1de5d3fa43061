using Heng.Engine.Quality;
using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

public sealed class WordTests
{
    [Theory]
    [InlineData("客服：加微信，微信便宜", "1:微信+1:微信")]
    [InlineData("客服：在的\n客服：加微信\n客服：支付宝也行", "2:微信 3:支付宝")]
    [InlineData("买家：加微信", "")]
    [InlineData("自动：加微信", "")]
    [InlineData("系统：加微信", "")]
    [InlineData("客服撤回：加微信", "")]
    public void Any_is_found_message_by_message_in_what_the_agent_wrote(string talk, string found) => Assert.Equal(found, Of(Agent(Any("微信", "支付宝")), talk));

    [Fact]
    public void Of_phrases_within_each_other_the_longest_is_shown_once() => Assert.Equal("1:请稍等", Of(Agent(Any("稍等", "请稍等")), "客服：请稍等"));

    [Theory]
    [InlineData("客服：加我微信", "1:加我+1:微信")]
    [InlineData("客服：加我\n客服：微信", "")]
    public void All_are_needed_in_one_message(string talk, string found) => Assert.Equal(found, Of(Agent(new Words(Needed.All, ["加我", "微信"])), talk));

    [Fact]
    public void All_may_be_spread_over_a_reception() => Assert.Equal("1:加我+3:微信", Of(Agent(new Words(Needed.All, ["加我", "微信"]), Stretch.Reception), "客服：加我\n买家：怎么加\n客服：微信"));

    [Theory]
    [InlineData("客服：亲，亲，亲", "")]
    [InlineData("客服：亲，您好", "1:亲+1:您好")]
    public void So_many_are_different_ones(string talk, string found) => Assert.Equal(found, Of(Agent(new Words(Needed.AtLeast, ["亲", "您好", "在的"], 2)), talk));

    [Theory]
    [InlineData("买家：在吗\n客服：您好\n客服：有的", "")]
    [InlineData("买家：在吗\n客服：有的\n客服：您好", "2")]
    [InlineData("买家：在吗", "")]
    public void An_opening_that_is_missing_is_shown_at_the_first_message(string talk, string found) =>
        Assert.Equal(found, Of(Agent(None("您好", "欢迎"), Stretch.Reception) with { First = 1 }, talk));

    [Theory]
    [InlineData("客服：您好\n买家：谢谢\n客服：祝您愉快", "")]
    [InlineData("客服：祝您愉快\n买家：谢谢\n客服：嗯", "3")]
    public void A_closing_that_is_missing_is_shown_at_the_last(string talk, string found) =>
        Assert.Equal(found, Of(Agent(None("祝您"), Stretch.Reception) with { Last = 1 }, talk));

    [Fact]
    public void None_of_a_round_is_told_round_by_round() =>
        Assert.Equal("2", Of(Agent(None("亲"), Stretch.Round), "买家：在吗\n客服：在\n买家：有货吗\n客服：有\n客服：亲，要吗"));

    [Theory]
    [InlineData("客服：全网第一", "1:第一")]
    [InlineData("客服：第一时间为您发", "")]
    [InlineData("客服：第一时间发，全网第一", "1:第一")]
    [InlineData("客服：第 一 时 间为您发", "")]
    public void What_lies_in_an_exception_is_taken_back(string talk, string found) =>
        Assert.Equal(found, Of(Rule(Agent(Any("第一")), Reading.Normalised) with { Except = ["第一时间", "第一次"] }, talk));

    [Theory]
    [InlineData("买家：你们说保证正品的\n客服：您说的保证正品是有的", "")]
    [InlineData("买家：能保证吗\n客服：保证", "2:保证")]
    [InlineData("买家：能保证吗\n客服：您问的“保证”指什么", "")]
    [InlineData("客服：您说的保证正品是有的\n买家：你们说保证正品的", "1:保证")]
    public void What_repeats_the_buyer_is_taken_back(string talk, string found) => Assert.Equal(found, Of(Rule(Agent(Any("保证"))) with { ExceptQuotes = true }, talk));

    [Fact]
    public void A_rule_that_does_not_except_quotes_keeps_what_repeats_the_buyer() => Assert.Equal("2:保证", Of(Agent(Any("保证")), "买家：你们说保证正品的\n客服：您说的保证正品是有的"));

    [Fact]
    public void Once_is_the_receptions_first() => Assert.Equal("1:哦", Of(Rule(Agent(Any("哦"))) with { EachTime = false }, "客服：哦\n客服：哦"));

    [Fact]
    public void A_rule_that_does_not_apply_finds_nothing()
    {
        var found = new List<Finding>();
        new Heng.Engine.Quality.Checking.Checker([Rule(Agent(Any("哦"))), Rule(Agent(Any("哦")))]).Check(TalkOf("客服：哦"), [false, true], found);
        Assert.Equal([1], found.Select(f => f.Rule));
    }
}
