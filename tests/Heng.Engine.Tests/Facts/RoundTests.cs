using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Facts.Primitive;

namespace Heng.Engine.Tests.Facts;

public class RoundTests
{
    [Fact]
    public void A_round_runs_from_the_first_unanswered_message_to_the_first_reply()
    {
        var day = Chat.Fold("""
            09:00:10 buyer 有货吗
            09:00:30 buyer 在吗
            09:00:41 ann 在的亲
            09:00:50 ann 有货
            """);
        Assert.Equal(1, day["ann", Rounds]);
        Assert.Equal(31, day["ann", RoundSeconds]); // 41 − 10; asking again and writing again change nothing
        Assert.Equal(0, day["ann", UnansweredRounds]);
        Assert.Equal([new Round(9 * 3600 + 10, 9 * 3600 + 41, false, false)], day.Reception("ann").Rounds);
    }

    [Theory]
    [InlineData(15, 1, 1, 1, 1)]
    [InlineData(16, 0, 1, 1, 1)]
    [InlineData(30, 0, 1, 1, 1)]
    [InlineData(31, 0, 0, 1, 1)]
    [InlineData(60, 0, 0, 1, 1)]
    [InlineData(61, 0, 0, 0, 1)]
    [InlineData(180, 0, 0, 0, 1)]
    [InlineData(181, 0, 0, 0, 0)]
    public void A_reply_exactly_at_a_limit_is_within_it(int wait, int in15, int in30, int in60, int in180)
    {
        var day = Chat.Fold($"09:00:00 buyer 在吗\n09:{wait / 60:00}:{wait % 60:00} ann 在");
        Assert.Equal((in15, in30, in60, in180), (day["ann", Within15], day["ann", Within30], day["ann", Within60], day["ann", Within180]));
    }

    [Fact]
    public void Automatic_messages_never_stop_the_clock()
    {
        var day = Chat.Fold("""
            09:00:00 buyer 有货吗
            09:00:01 ann [auto] 您好，稍等
            09:00:02 ann [robot] 有货的
            09:00:03 ann [broadcast] 大促
            09:01:40 ann 有的
            """);
        Assert.Equal(100, day["ann", RoundSeconds]);
        Assert.Equal(100, day.Reception("ann").FirstResponseSeconds);
        Assert.Equal(3, day["ann", AutoMessages]);
        Assert.Equal(1, day["ann", AgentMessages]);
    }

    [Fact]
    public void Listed_texts_prefixes_and_robot_accounts_are_automatic()
    {
        var rules = new RuleSet { AutoReplyTexts = ["您好"], AutoReplyPrefixes = ["【自动】"], RobotAccounts = ["rob"] };
        var day = Chat.Fold("""
            09:00:00 buyer 有货吗
            09:00:01 ann 您好
            09:00:02 ann 【自动】稍等
            09:00:05 ann 您好呀
            09:00:06 rob 我是人
            """, rules);
        Assert.Equal(2, day["ann", AutoMessages]);
        Assert.Equal(5, day["ann", RoundSeconds]);
        Assert.Equal(0, day["rob", AgentMessages]);
    }

    [Fact]
    public void A_round_open_at_the_end_of_the_day_is_unanswered()
    {
        var day = Chat.Fold("09:00:00 ann 您好\n09:01:00 buyer 在吗\n09:02:00 buyer ?");
        Assert.Equal((0, 1), (day["ann", Rounds], day["ann", UnansweredRounds]));
        Assert.Null(Assert.Single(day.Reception("ann").Rounds).Wait);
    }

    [Fact]
    public void A_round_survives_the_end_of_its_session()
    {
        var day = Chat.Fold("09:00:00 buyer 在吗\n09:20:00 ann 在");
        Assert.Equal(2, day["ann", Primitive.Sessions]);
        Assert.Equal((1, 1200), (day["ann", Rounds], day["ann", RoundSeconds]));
        Assert.Equal((1, 1, 1), (day["ann", SessionsWithBuyer], day["ann", RepliedSessions], day["ann", UnrepliedSessions]));
        Assert.Equal([0, 1], day.Facts.Sessions.Select(s => s.Rounds)); // counted where it was answered
    }

    [Fact]
    public void Rounds_of_two_accounts_of_one_person_stay_apart_in_one_reception()
    {
        var day = Chat.Fold("""
            09:00:00 buyer>ann 在吗
            09:00:10 buyer>ann:2 在吗
            09:00:20 ann:2 在
            09:01:00 ann 在
            """);
        Assert.Equal(1, day["ann", ReceptionsAll]);
        Assert.Equal((2, 70), (day["ann", Rounds], day["ann", RoundSeconds])); // 60 + 10
        Assert.Equal(20, day.Reception("ann").FirstResponseSeconds);           // the person's first ask to the person's first reply
    }

    [Fact]
    public void A_reply_in_another_account_answers_the_reception_but_not_the_round()
    {
        var day = Chat.Fold("09:00:00 buyer>ann 在吗\n09:05:00 ann:2>buyer 在");
        Assert.Equal(300, day.Reception("ann").FirstResponseSeconds);
        Assert.Equal((0, 0, 1), (day["ann", Unreplied], day["ann", Rounds], day["ann", UnansweredRounds]));
    }

    [Fact]
    public void The_cap_caps_the_sum_and_not_the_wait()
    {
        var day = Chat.Fold("09:00:00 buyer 在吗\n09:20:00 ann 在\n09:20:10 buyer 好\n09:20:40 ann 嗯", new RuleSet { ResponseCapSeconds = 600 });
        Assert.Equal(630, day["ann", RoundSeconds]); // min(1200, 600) + 30
        Assert.Equal([1200, 30], day.Reception("ann").Rounds.Select(r => r.Wait!.Value));
    }

    [Fact]
    public void Within_the_same_second_the_sequence_decides_then_the_buyer_comes_first()
    {
        var asked = new Message("衡", "buyer", "ann", RuleSet.Default.Clock.StartOf(Chat.Day).Plus(100), Sender.Buyer, MessageKind.Text, null, "在", null, 5);
        var answered = asked with { From = Sender.Agent };
        Assert.Equal(1, Chat.Folded([answered, asked], RuleSet.Default)["ann", Rounds]);
        Assert.Equal(0, Chat.Folded([answered with { Sequence = 4 }, asked], RuleSet.Default)["ann", Rounds]);
    }

    [Fact]
    public void A_left_message_is_a_round_that_is_also_counted_apart()
    {
        var day = Chat.Fold("""
            09:00:00 buyer [offline] 留言
            10:00:00 ann 您好
            10:00:10 buyer 好
            10:00:15 ann 嗯
            11:00:00 buyer [offline] 再问
            """);
        Assert.Equal((1, 3600), (day["ann", OfflineHandled], day["ann", OfflineWaitSeconds]));
        Assert.Equal((2, 3605, 1), (day["ann", Rounds], day["ann", RoundSeconds], day["ann", UnansweredRounds]));
    }

    [Fact]
    public void Typing_counts_replies_of_ten_characters_from_the_buyers_last_message()
    {
        var day = Chat.Fold("""
            09:00:00 buyer 有货吗
            09:00:05 buyer 急
            09:00:25 ann 一二三四五六七八九十
            09:00:40 ann 这一条没有问题在前所以不算打字
            09:01:00 buyer 好
            09:01:30 ann 一二三四五六七八九
            """);
        Assert.Equal((10, 20), (day["ann", TypedCharacters], day["ann", TypedSeconds])); // 25 − 5; the nine-character reply is too short
        Assert.Equal(10 + 15 + 9, day["ann", AgentCharacters]);
    }

    [Fact]
    public void Typing_runs_from_the_buyers_last_message_across_a_silence_too()
    {
        var day = Chat.Fold("09:00:00 buyer 有货吗\n09:20:00 ann 一二三四五六七八九十");
        Assert.Equal(2, day["ann", Primitive.Sessions]);
        Assert.Equal((10, 1200), (day["ann", TypedCharacters], day["ann", TypedSeconds]));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" [offline]", 1)]
    public void A_reply_in_the_same_second_is_a_round_of_no_seconds_and_counts_everywhere(string kind, int offline)
    {
        var day = Chat.Fold($"09:00:00 buyer{kind} 在吗\n09:00:00 ann 在");
        Assert.Equal((1, 0, 0), (day["ann", Rounds], day["ann", RoundSeconds], day["ann", UnansweredRounds]));
        Assert.Equal((1, 1, 1, 1), (day["ann", Within15], day["ann", Within30], day["ann", Within60], day["ann", Within180]));
        Assert.Equal((1, 1), (day["ann", Taobao3MinMet], day["ann", Taobao3MinAll]));
        Assert.Equal((0, 1), (day["ann", TaobaoAverageSeconds], day["ann", TaobaoAverageRounds]));
        Assert.Equal((offline, 0), (day["ann", OfflineHandled], day["ann", OfflineWaitSeconds]));
    }

    [Fact]
    public void Characters_are_code_points_and_pictures_have_none()
    {
        var day = Chat.Fold("09:00:00 buyer 图\n09:00:01 ann 好😀\n09:00:02 ann [image] https://example.invalid/a.png");
        Assert.Equal(2, day["ann", AgentCharacters]);
        Assert.Equal(2, day["ann", AgentMessages]);
    }

    [Fact]
    public void Medians_come_from_whole_waits()
    {
        var day = Chat.Fold("""
            09:00:00 buyer 1
            09:00:10 ann 1
            09:01:00 buyer 2
            09:01:41 ann 2
            09:02:00 buyer2>ann 3
            09:02:20 ann 3
            """);
        Assert.Equal(20, day.Agent("ann").RoundWaits.Median());        // 10, 20, 41
        Assert.Equal(41, day.Agent("ann").RoundWaits.Percentile(90));  // nearest rank: the third of three
        Assert.Equal(15, day.Agent("ann").FirstResponses.Median());    // 10 and 20
    }
}
