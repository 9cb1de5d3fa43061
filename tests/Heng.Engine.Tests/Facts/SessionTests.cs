using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Facts.Primitive;

namespace Heng.Engine.Tests.Facts;

public class SessionTests
{
    [Theory]
    [InlineData("09:10:41", 1)]
    [InlineData("09:10:42", 2)]
    public void Silence_of_exactly_the_gap_does_not_split(string again, int sessions)
    {
        var day = Chat.Fold($"09:00:10 buyer 有货吗\n09:00:41 ann 在\n{again} buyer 还在吗");
        Assert.Equal(sessions, day["ann", Primitive.Sessions]);
        Assert.Equal(sessions, day.Facts.Sessions.Count);
        Assert.Equal(1, day["ann", Consulted]);
    }

    [Fact]
    public void The_gap_follows_the_rule_set()
    {
        const string lines = "09:00:00 buyer 有货吗\n09:20:00 ann 在";
        Assert.Equal(1, Chat.Fold(lines, new RuleSet { SessionGapSeconds = 1200 })["ann", Primitive.Sessions]);
        Assert.Equal(2, Chat.Fold(lines, new RuleSet { SessionGapSeconds = 1199 })["ann", Primitive.Sessions]);
    }

    [Fact]
    public void An_automatic_message_keeps_a_session_open()
    {
        var day = Chat.Fold("09:00:00 buyer 有货吗\n09:08:00 ann [auto] 稍等\n09:16:00 ann 在");
        Assert.Equal(1, day["ann", Primitive.Sessions]);
        Assert.Equal(960, day["ann", SessionSeconds]);
    }

    [Theory]
    [InlineData("recalled")]
    [InlineData("system")]
    public void What_is_ignored_neither_keeps_a_session_open_nor_answers(string kind)
    {
        var day = Chat.Fold($"09:00:00 buyer 有货吗\n09:08:00 ann [{kind}] 在\n09:16:00 ann 在");
        Assert.Equal(2, day["ann", Primitive.Sessions]);
        Assert.Equal((1, 960), (day["ann", FilteredMessages], day["ann", RoundSeconds]));
        Assert.Equal((2, 1), (day.Facts.Folded, day.Facts.Filtered));
    }

    [Fact]
    public void A_session_says_what_was_in_it()
    {
        var session = Assert.Single(Chat.Fold("09:00:00 ann 您好\n09:01:00 buyer 有货吗\n09:02:00 buyer 在？\n09:03:30 ann 有").Facts.Sessions);
        Assert.Equal((2, 2, 1, true), (session.BuyerMessages, session.HumanMessages, session.Rounds, session.Replied));
        Assert.Equal(210, session.End.SecondsSince(session.Start));
        Assert.Equal("2026-10-08 09:00:00", RuleSet.Default.Clock.ToLocal(session.Start).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_agents_words_before_the_buyers_are_no_reply()
    {
        var day = Chat.Fold("09:00:00 ann 您好\n09:01:00 buyer 有货吗");
        Assert.Equal((1, 1, 1), (day["ann", Consulted], day["ann", Received], day["ann", Unreplied]));
        Assert.Equal((0, 1, 0), (day["ann", RepliedSessions], day["ann", UnrepliedSessions], day["ann", FirstResponses]));
        Assert.Equal((0, 1), (day["ann", BuyerInitiated], day["ann", AgentInitiated]));
    }

    [Fact]
    public void The_business_day_ends_a_session_and_its_round()
    {
        var rules = new RuleSet { Clock = new ShopClock(8 * 3600, 4) };
        var messages = Chat.Messages("03:59:59 buyer>ann 有货吗\n04:00:00 buyer2>ann 在吗\n04:00:10 ann>buyer2 在", rules);
        var reply = messages[0] with { From = Sender.Agent, At = messages[0].At.Plus(1) };
        var day = Chat.Folded([.. messages, reply], rules);
        Assert.Equal((1, 1), (day["ann", UnansweredRounds], day["ann", Rounds])); // the reply of 04:00:00 belongs to the next day
        Assert.Equal((1, 1), (day["ann", Hour0 + 3], day["ann", Hour0 + 4]));
    }

    [Theory]
    [InlineData("09:05:00", 2)]
    [InlineData("09:05:01", 1)]
    public void Sessions_that_share_one_second_are_concurrent(string second, int largest)
    {
        var day = Chat.Fold($"09:00:00 buyer1>ann 1\n09:05:00 ann 1\n{second} buyer2>ann 2\n09:06:00 ann 2\n10:00:00 buyer3>ann 3");
        Assert.Equal(largest, day["ann", MaxConcurrent]);
    }

    [Fact]
    public void Long_is_longer_than_the_limit_over_all_sessions_of_the_reception()
    {
        // Three sessions of 600 s make 1800 s exactly.
        const string lines = "09:00:00 buyer 1\n09:10:00 ann 1\n10:00:00 buyer 2\n10:10:00 ann 2\n11:00:00 buyer 3\n11:10:00 ann 3\n";
        Assert.Equal((1800, 0), (Chat.Fold(lines)["ann", SessionSeconds], Chat.Fold(lines)["ann", LongReceptions]));
        Assert.Equal(1, Chat.Fold(lines + "11:10:01 ann 4")["ann", LongReceptions]);
    }

    [Fact]
    public void Ids_depend_on_names_and_times_alone()
    {
        const string one = "09:00:00 buyer 1\n09:00:05 ann 1\n";
        var alone = Chat.Fold(one);
        var amongOthers = Chat.Fold("08:00:00 buyer9>bob 9\n08:00:09 bob 9\n" + one.Replace("buyer 1", "buyer>ann 1", StringComparison.Ordinal));
        Assert.Equal(alone.Reception("ann").Id, amongOthers.Reception("ann").Id);
        Assert.Equal(alone.Facts.Sessions[0].Id, amongOthers.Sessions("ann").Single().Id);
        Assert.NotEqual(amongOthers.Reception("ann").Id, amongOthers.Reception("bob", "buyer9").Id);
    }
}
