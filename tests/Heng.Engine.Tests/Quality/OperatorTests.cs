using Heng.Engine.Quality;
using static Heng.Engine.Tests.Quality.Checks;

namespace Heng.Engine.Tests.Quality;

/// <summary>Both sides of the edge of every operator but words.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("客服：第3名", "1:第3名")]
    [InlineData("客服：第三名", "")]
    [InlineData("客服：第3名，第15名", "1:第3名+1:第15名")]
    public void A_pattern_matches_what_it_says(string talk, string found) => Assert.Equal(found, Of(Agent(new Pattern(@"第\d+名")), talk));

    [Theory]
    [InlineData("客服：全网第一", "1:第一")]
    [InlineData("客服：第一次", "")]
    public void A_match_inside_its_exclusion_is_none(string talk, string found) => Assert.Equal(found, Of(Agent(new Pattern("第一", "第一(时间|次)")), talk));

    [Theory]
    [InlineData("客服：加ＱＱ：１２３", "1:ＱＱ：１２３")]
    [InlineData("客服：加 q q 123", "")]
    public void A_normalised_pattern_reads_place_for_place(string talk, string found) => Assert.Equal(found, Of(Agent(new Pattern(@"QQ[：\s]*\d+")), talk, Reading.Normalised));

    [Theory]
    [InlineData("09:00:00 买家：在吗\n09:00:15 客服：在", "")]
    [InlineData("09:00:00 买家：在吗\n09:00:16 客服：在", "2")]
    [InlineData("09:00:00 买家：在吗", "")]
    [InlineData("09:00:00 买家：在吗\n09:00:10 买家：？\n09:00:16 客服：在\n09:00:20 买家：好\n09:00:36 客服：嗯", "3 5")]
    public void A_reply_at_15_seconds_is_in_time_at_16_it_is_slow(string talk, string found) => Assert.Equal(found, Of(Agent(new SlowReply(15)), talk));

    [Theory]
    [InlineData("09:00:00 买家：在吗\n09:00:20 客服：在\n09:01:00 买家：好\n09:02:00 客服：嗯", "2")]
    [InlineData("09:00:00 买家：在吗\n09:00:10 客服：在\n09:01:00 买家：好\n09:02:00 客服：嗯", "")]
    public void Only_the_first_reply_may_be_asked_for(string talk, string found) => Assert.Equal(found, Of(Agent(new SlowReply(15), Stretch.Reception) with { First = 1 }, talk));

    [Theory]
    [InlineData("买家：在吗\n客服：在", "")]
    [InlineData("买家：在吗\n自动：您好，稍等", "1")]
    [InlineData("买家：在吗\n客服：在\n买家：多少钱\n买家：人呢", "3")]
    public void What_nobody_answered_is_shown_where_it_was_asked(string talk, string found) => Assert.Equal(found, Of(Buyer(new NoReply()), talk));

    [Theory]
    [InlineData("客服：请稍等一下\n客服：请稍等一下\n客服：请稍等一下", "1+2+3")]
    [InlineData("客服：请稍等一下\n客服：请稍等一下", "")]
    [InlineData("客服：稍等\n客服：稍等\n客服：稍等", "")]
    [InlineData("客服：请稍等一下\n买家：请稍等一下\n客服：请稍等一下", "")]
    public void The_same_text_three_times_is_repeated(string talk, string found) => Assert.Equal(found, Of(new Condition(Role.Anyone, Stretch.Reception, new Repeated(3)), talk));

    [Theory]
    [InlineData(Reading.Raw, "")]
    [InlineData(Reading.Normalised, "1+2")]
    public void A_mark_more_is_the_same_text_where_it_is_normalised(Reading reading, string found) =>
        Assert.Equal(found, Of(Agent(new Repeated(2), Stretch.Reception), "客服：请稍等一下\n客服：请稍等一下！", reading));

    [Theory]
    [InlineData("买家：有货吗\n客服：有的", "")]
    [InlineData("买家：有货吗\n客服：稍等", "1")]
    [InlineData("买家：有货吗\n客服：稍等\n客服：有的", "")]
    [InlineData("买家：有货吗\n客服：稍等\n买家：好的\n客服：有的", "")]
    [InlineData("买家：有货吗\n客服：稍等\n买家：多少钱？\n客服：9元", "1")]
    [InlineData("买家：有货吗\n买家：多少钱？\n客服：有，9元", "")]
    [InlineData("买家：有货吗\n自动：您好", "1")]
    [InlineData("买家：有货吗\n转接：售后", "")]
    [InlineData("买家：有货\n客服：稍等", "")]
    [InlineData("买家：有货吗\n客服图片：", "")]
    // Twelve letters beside the holding phrase still only hold; thirteen say something.
    [InlineData("买家：有货吗\n客服：稍等，一二三四五六七八九十一二", "1")]
    [InlineData("买家：有货吗\n客服：稍等，一二三四五六七八九十一二三", "")]
    public void A_question_is_open_until_more_than_stay_with_me_is_said(string talk, string found) => Assert.Equal(found, Of(Buyer(new UnansweredQuestion(["吗", "多少"], ["稍等"])), talk));

    [Theory]
    [InlineData("09:00:00 客服：再见\n09:01:00 买家：等等，还有发票", "1:再见")]
    [InlineData("09:00:00 客服：再见\n09:01:01 买家：等等，还有发票", "")]
    [InlineData("09:00:00 客服：再见\n09:00:10 买家：好的谢谢", "")]
    [InlineData("09:00:00 客服：再见\n09:00:10 买家：谢谢啦", "")]
    [InlineData("09:00:00 客服：再见\n09:00:10 买家：谢谢哈哈", "1:再见")]
    [InlineData("09:00:00 客服：再见\n09:00:10 买家图片：", "1:再见")]
    [InlineData("09:00:00 买家：再见\n09:00:10 买家：还有发票", "")]
    public void A_good_bye_is_early_where_the_buyer_went_on_with_more_than_thanks(string talk, string found) =>
        Assert.Equal(found, Of(new Condition(Role.Anyone, Stretch.Message, new EarlyGoodbye(["再见"], ["谢谢", "好的"], 60)), talk));

    [Theory]
    [InlineData("买家：要退货\n客服：为您转售后同事\n转接：售后", "")]
    [InlineData("买家：要退货\n客服：为您转售后同事\n买家：好\n转接：售后", "")]
    [InlineData("买家：要退货\n客服：嗯\n转接：售后", "3")]
    [InlineData("买家：要退货\n转接：售后", "2")]
    [InlineData("买家：要退货\n客服：为您转售后同事\n买家：那发票呢\n客服：嗯\n转接：售后", "5")]
    public void Who_passes_on_says_why(string talk, string found) => Assert.Equal(found, Of(Agent(new TransferWithoutReason(["为您转"])), talk));

    [Theory]
    [InlineData(RemarkFault.Missing, "客服：好\n备注：", "1")]
    [InlineData(RemarkFault.Missing, "客服：好\n备注：【催发货】今天", "")]
    [InlineData(RemarkFault.Missing, "客服：好", "")]
    [InlineData(RemarkFault.Incomplete, "客服：好\n备注：催", "1")]
    [InlineData(RemarkFault.Incomplete, "客服：好\n备注：【催发货】今天", "")]
    [InlineData(RemarkFault.Incomplete, "客服：好\n备注：", "")]
    public void A_remark_is_there_and_in_a_format(RemarkFault fault, string talk, string found) =>
        Assert.Equal(found, Of(Agent(new Remark(fault, ["【催发货】", "【返现打款】"]), Stretch.Reception), talk));

    [Theory]
    [InlineData(Mention.Order, "买家：单号123456789012", "1:123456789012")]
    [InlineData(Mention.Order, "买家：电话12345678901", "")]
    [InlineData(Mention.Order, "买家：211130-123456789012345吧", "1:211130-123456789012345")]
    [InlineData(Mention.Order, "买家卡片：我的订单", "1")]
    [InlineData(Mention.Order, "买家卡片：连衣裙", "")]
    [InlineData(Mention.Link, "买家卡片：连衣裙", "1")]
    [InlineData(Mention.Link, "买家：看https://item.example.com/1这个", "1:https://item.example.com/1")]
    [InlineData(Mention.Link, "买家：看 a.taobao.com 呀", "1:a.taobao.com")]
    [InlineData(Mention.Link, "买家：3.5元.", "")]
    [InlineData(Mention.Link, "买家：a@qq.com", "")]
    public void Orders_and_links_are_told_by_their_shape(Mention what, string talk, string found) => Assert.Equal(found, Of(Buyer(new Mentions(what)), talk));

    // 请您稍等一下 has the pairs 请您 您稍 稍等 等一 一下 (5); 请稍等一下 has 请稍 稍等 等一 一下 (4), 3 of them shared: 2·3 ÷ 9 = 66.67 %.
    [Theory]
    [InlineData(66, "1:请稍等一下")]
    [InlineData(67, "")]
    public void Likeness_is_the_share_of_common_pairs(int percent, string found) => Assert.Equal(found, Of(Agent(new Similar(["请您稍等一下"], percent)), "客服：请稍等一下"));

    // 你好呀亲 has the pairs 你好 好呀 呀亲, 你好呀 has 你好 好呀: 2·2 ÷ 5 = 80 % exactly.
    [Theory]
    [InlineData(80, "1:你好呀")]
    [InlineData(81, "")]
    public void Likeness_at_the_edge_is_enough(int percent, string found) => Assert.Equal(found, Of(Agent(new Similar(["你好呀亲"], percent)), "客服：你好呀"));
}
