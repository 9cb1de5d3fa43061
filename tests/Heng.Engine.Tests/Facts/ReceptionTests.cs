using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Facts.Primitive;

namespace Heng.Engine.Tests.Facts;

public class ReceptionTests
{
    [Fact]
    public void A_transfer_moves_an_open_round_and_the_next_wait_runs_from_it()
    {
        var day = Chat.Fold("""
            09:00:00 buyer 退货
            09:02:00 ann -> bob
            09:02:25 bob 我来处理
            """);
        Assert.Equal((1, 0, 1), (day["ann", Consulted], day["ann", Received], day["ann", Unreplied]));
        Assert.Equal((0, 0), (day["ann", Rounds], day["ann", UnansweredRounds]));
        Assert.Equal((1, 1, 0), (day["bob", Consulted], day["bob", Received], day["bob", Unreplied]));
        Assert.Equal((1, 25), (day["bob", Rounds], day["bob", RoundSeconds]));
        Assert.Equal(25, day.Reception("bob").FirstResponseSeconds);
        Assert.Equal((1, 0), (day["ann", TransferredOut], day["ann", TransferredIn]));
        Assert.Equal((0, 1, 0), (day["bob", TransferredOut], day["bob", TransferredIn], day["bob", ReceivedDirect]));
        Assert.Equal((1, 1), (day["ann", TransferredSessions], day["bob", TransferredSessions]));
        Assert.True(day.Reception("ann").TransferredOut);
        Assert.True(Assert.Single(day.Reception("bob").Rounds).ByTransfer);
        Assert.True(day.Sessions("bob").Single().Replied);
        Assert.Equal((3, 0), (day.Facts.Folded, day.Facts.Filtered));
    }

    /// <summary>The fold's places grow by doubling: on both sides of each edge.</summary>
    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(1023)]
    [InlineData(1024)]
    public void A_transfer_may_open_the_session_for_which_there_was_no_more_room(int before)
    {
        var others = string.Concat(Enumerable.Range(0, before).Select(n => $"09:{n / 60:00}:{n % 60:00} buyer{n}>ann 在吗\n"));
        var day = Chat.Fold(others + "10:00:00 ann -> bob\n10:00:20 bob 我来处理");
        Assert.Equal((before, 1, 1, 1), (day["ann", Consulted], day["ann", TransferredOut], day["ann", TransferredSessions], day["bob", TransferredIn]));
    }

    [Fact]
    public void By_setting_the_wait_runs_from_the_buyers_message()
    {
        var day = Chat.Fold("09:00:00 buyer 退货\n09:02:00 ann -> bob\n09:02:25 bob 好", new RuleSet { TransferWaitRunsFromQuestion = true });
        Assert.Equal((1, 145), (day["bob", Rounds], day["bob", RoundSeconds]));
        Assert.Equal(145, day.Reception("bob").FirstResponseSeconds);
    }

    [Fact]
    public void A_transfer_without_an_open_round_gives_the_next_one_nothing_to_answer()
    {
        var day = Chat.Fold("""
            09:00:00 buyer 退货
            09:00:30 ann 转售后
            09:01:00 ann -> bob
            09:01:20 bob 您好
            """);
        Assert.Equal((1, 30), (day["ann", Rounds], day["ann", RoundSeconds]));
        Assert.Equal((0, 1, 0), (day["bob", Consulted], day["bob", Received], day["bob", Rounds]));
        Assert.Equal((1, 1), (day["bob", TransferredIn], day["bob", AgentInitiated]));
        Assert.Null(day.Reception("bob").FirstResponseSeconds);
    }

    [Fact]
    public void A_transfer_that_nobody_takes_up_leaves_an_unanswered_round_with_the_next_one()
    {
        var day = Chat.Fold("09:00:00 buyer 退货\n09:02:00 ann -> bob");
        Assert.Equal((1, 1, 1), (day["bob", Consulted], day["bob", Unreplied], day["bob", UnansweredRounds]));
        Assert.Equal(0, day["ann", UnansweredRounds]);
        var closed = Chat.Fold("09:00:00 buyer 退货\n09:01:00 ann 好\n09:02:00 ann -> bob");
        Assert.True(closed.Reception("bob").Filtered); // nothing was said there and nothing waits
        Assert.Equal((0, 1), (closed["bob", TransferredIn], closed["bob", InvalidSessions]));
    }

    [Fact]
    public void A_round_moves_on_through_several_transfers()
    {
        var day = Chat.Fold("09:00:00 buyer 退货\n09:01:00 ann -> bob\n09:03:00 bob -> cat\n09:03:10 cat 好");
        Assert.Equal((0, 0), (day["bob", Rounds], day["bob", UnansweredRounds]));
        Assert.Equal((1, 1, 1), (day["bob", Consulted], day["bob", Unreplied], day["bob", TransferredOut]));
        Assert.Equal(10, day["cat", RoundSeconds]);
    }

    [Fact]
    public void A_moved_round_joins_one_that_is_open_already()
    {
        var day = Chat.Fold("09:00:00 buyer>bob 在吗\n09:00:30 buyer>ann 在吗\n09:01:00 ann -> bob\n09:01:10 bob 在");
        Assert.Equal((1, 70), (day["bob", Rounds], day["bob", RoundSeconds])); // from 09:00:00, the first unanswered message
    }

    [Fact]
    public void A_left_message_stays_one_through_a_transfer()
    {
        var day = Chat.Fold("09:00:00 buyer [offline] 留言\n09:02:00 ann -> bob\n09:02:25 bob 好");
        Assert.Equal((0, 0), (day["ann", OfflineHandled], day["ann", OfflineWaitSeconds]));
        Assert.Equal((1, 25), (day["bob", OfflineHandled], day["bob", OfflineWaitSeconds]));
    }

    [Fact]
    public void Typing_after_a_transfer_runs_from_the_transfer()
    {
        var day = Chat.Fold("09:00:00 buyer 退货\n09:02:00 ann -> bob\n09:02:25 bob 一二三四五六七八九十");
        Assert.Equal((10, 25), (day["bob", TypedCharacters], day["bob", TypedSeconds]));
    }

    [Fact]
    public void A_transfer_to_the_same_account_moves_nothing()
    {
        var day = Chat.Fold("09:00:00 buyer 退货\n09:02:00 ann -> ann\n09:02:05 ann 好");
        Assert.Equal((1, 125), (day["ann", Rounds], day["ann", RoundSeconds]));
        Assert.Equal((0, 0, 0), (day["ann", TransferredSessions], day["ann", TransferredOut], day["ann", TransferredIn]));
    }

    [Fact]
    public void Without_a_known_target_the_round_stays()
    {
        var day = Chat.Fold("09:00:00 buyer 退货\n09:02:00 ann -> ?");
        Assert.Equal((1, 1), (day["ann", UnansweredRounds], day["ann", TransferredOut]));
    }

    [Fact]
    public void A_transfer_between_one_persons_accounts_is_not_transferred_out()
    {
        var day = Chat.Fold("09:00:00 buyer>ann 退货\n09:02:00 ann -> ann:2\n09:02:05 ann:2 好");
        Assert.Equal((0, 0, 1), (day["ann", TransferredOut], day["ann", TransferredIn], day["ann", ReceptionsAll]));
        Assert.Equal(5, day["ann", RoundSeconds]);
        Assert.Equal(125, day.Reception("ann").FirstResponseSeconds); // the person had been asked at 09:00:00
    }

    [Fact]
    public void The_first_response_is_the_repliers()
    {
        var day = Chat.Fold("09:00:00 buyer>ann 在吗\n09:00:01 ann [robot] 您好\n09:00:50 bob>buyer 在\n09:01:00 buyer>bob 好\n09:01:07 bob 嗯");
        Assert.Null(day.Reception("ann").FirstResponseSeconds);
        Assert.Equal(7, day.Reception("bob").FirstResponseSeconds);
    }

    [Fact]
    public void Reception_counts_are_by_person_and_buyer()
    {
        var day = Chat.Fold("""
            09:00:00 buyer1>ann 1
            09:00:10 ann 1
            14:00:00 buyer1>ann:2 1
            14:30:00 buyer2>ann 2
            15:00:00 buyer1>bob 3
            15:00:10 bob 3
            """);
        Assert.Equal((2, 1, 1), (day["ann", Consulted], day["ann", Received], day["ann", Unreplied]));
        Assert.Equal((1, 1), (day["ann", Hour0 + 9], day["ann", Hour0 + 14])); // by the reception's first message
        Assert.Equal((2, 1), (day.Shop.Measures[ConsultedPeople], day.Shop.Measures[ReceivedPeople]));
    }

    [Fact]
    public void Unbound_accounts_are_no_one_and_not_one_another()
    {
        var day = Chat.Fold("09:00:00 buyer>nobody1 1\n09:00:10 nobody1 1\n09:00:20 buyer>nobody2 2");
        Assert.Equal((2, 1), (day["", Consulted], day["", Unreplied]));
        Assert.Equal(2, day.Facts.Receptions.Select(r => r.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(new[] { 130, 125, 90, 140 }, 1)]
    [InlineData(new[] { 130, 125, 90, 100 }, 0)]
    public void Slow_takes_three_replies_over_the_limit(int[] waits, int slow)
    {
        var lines = waits.Select((w, i) => $"{9 + i:00}:00:00 buyer 问\n{9 + i:00}:{w / 60:00}:{w % 60:00} ann 答");
        Assert.Equal(slow, Chat.Fold(string.Join('\n', lines))["ann", SlowReceptions]);
    }

    [Fact]
    public void A_reply_at_exactly_the_slow_limit_is_not_slow()
    {
        string Lines(int last) => $"09:00:00 buyer 1\n09:02:01 ann 1\n10:00:00 buyer 2\n10:02:01 ann 2\n11:00:00 buyer 3\n11:02:{last:00} ann 3";
        Assert.Equal(0, Chat.Fold(Lines(0))["ann", SlowReceptions]);
        Assert.Equal(1, Chat.Fold(Lines(1))["ann", SlowReceptions]);
    }

    [Fact]
    public void An_empty_chat_counts_only_as_filtered()
    {
        var day = Chat.Fold("09:00:00 ann [auto] 您好\n09:00:01 ann [broadcast] 大促\n10:00:00 ann [auto] 您好");
        var measures = day.Agent("ann").Measures.Values.ToDictionary(v => v.Key, v => v.Value);
        Assert.Equal(new() { [InvalidSessions] = 2, [FilteredMessages] = 3 }, measures);
        Assert.True(day.Reception("ann").Filtered);
        Assert.Equal((0, 3), (day.Facts.Folded, day.Facts.Filtered));
    }

    [Fact]
    public void What_is_ignored_neither_begins_nor_ends_a_reception()
    {
        var reception = Chat.Fold("08:59:00 buyer>ann [recalled] 错\n09:00:00 buyer 在吗\n09:00:10 ann 在\n09:30:00 ann [recalled] 错").Reception("ann");
        Assert.Equal(10, reception.Last.SecondsSince(reception.First));
        Assert.Equal(9 * 3600, reception.First.SecondsSince(RuleSet.Default.Clock.StartOf(Chat.Day)));
    }

    [Fact]
    public void An_ignored_buyer_leaves_only_filtered_messages()
    {
        var day = Chat.Fold("09:00:00 buyer>ann 测试\n09:00:01 ann 收到", new RuleSet { IgnoredBuyers = ["buyer"] });
        Assert.Equal(new() { [FilteredMessages] = 2 }, day.Agent("ann").Measures.Values.ToDictionary(v => v.Key, v => v.Value));
        Assert.Equal((1, 0), (day.Facts.Receptions.Count, day.Facts.Sessions.Count));
        Assert.Equal(1, day.Reception("ann").Last.SecondsSince(day.Reception("ann").First));
    }
}
