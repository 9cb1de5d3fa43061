using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Facts;

/// <summary>Filters take whole receptions out, and count apart what they took.</summary>
public class FilterTests
{
    private static RuleSet With(ReceptionFilters filters) => RuleSet.Default with { Filters = filters };

    /// <summary>Whether the fold counts ann's reception, once what it took and what it counted add up to the day.</summary>
    private static bool Counts(string lines, ReceptionFilters filters)
    {
        var day = Chat.Fold(lines, With(filters));
        var messages = day.Columns.Count;
        Assert.Equal(messages, day.Facts.Folded + day.Facts.Filtered);
        var dropped = day["ann", Primitive.ReceptionsAll] == 0;
        var taken = (day["ann", Primitive.Consulted], day["ann", Primitive.Received], day["ann", Primitive.BuyerMessages], day["ann", Primitive.Rounds], day["ann", Primitive.BusySeconds]);
        if (dropped) Assert.Equal((0L, 0L, 0L, 0L, 0L), taken);
        if (dropped) Assert.True(day["ann", Primitive.InvalidSessions] > 0 && day["ann", Primitive.MaxConcurrent] == 0);
        Assert.Equal(dropped, day.Reception("ann").Filtered);
        return !dropped;
    }

    private const string One = "09:00:00 buyer 在吗\n09:00:20 ann 在的", Two = One + "\n09:00:40 buyer 好的";

    [Fact]
    public void A_buyer_of_one_sentence_is_filtered_when_asked_and_one_of_two_is_not()
    {
        Assert.True(Counts(One, new()));
        Assert.False(Counts(One, new() { SingleSentenceBuyers = true }));
        Assert.True(Counts(Two, new() { SingleSentenceBuyers = true }));
    }

    [Fact]
    public void Messages_waits_and_people_of_a_filtered_reception_are_nowhere_else()
    {
        var day = Chat.Fold("09:00:00 buyer 在吗\n09:00:20 ann 在的\n10:00:00 buyer2 你好\n10:00:10 ann 您好\n10:00:30 buyer2 谢谢", With(new() { SingleSentenceBuyers = true }));
        // buyer's two messages and one session are apart; buyer2's three messages, one wait of 10 s, stay.
        Assert.Equal((2L, 1L, 1L, 10L), (day["ann", Primitive.FilteredMessages], day["ann", Primitive.InvalidSessions], day["ann", Primitive.Rounds], day["ann", Primitive.RoundSeconds]));
        Assert.Equal((3, 2, 1L, 10m), (day.Facts.Folded, day.Facts.Filtered, day.Shop.Measures[Primitive.ConsultedPeople], day.Agent("ann").RoundWaits.Median()));
        Assert.Empty(day.Reception("ann").Rounds);
    }

    [Fact]
    public void A_monologue_has_human_messages_and_no_question()
    {
        Assert.False(Counts("09:00:00 ann 亲，您的订单还没付款\n09:01:00 ann 需要帮忙吗", new() { AgentMonologue = true }));
        Assert.True(Counts("09:00:00 ann 亲，您的订单还没付款", new()));
        Assert.True(Counts("09:00:00 ann 亲\n09:01:00 buyer 嗯", new() { AgentMonologue = true }));
    }

    // Three messages of buyer and human, then passed on.
    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    [InlineData(null, true)]
    public void A_reception_passed_on_after_few_messages_is_filtered_up_to_the_limit(int? most, bool counts) =>
        Assert.Equal(counts, Counts("09:00:00 buyer 在吗\n09:00:20 ann 在的\n09:00:30 buyer 退货\n09:00:40 ann -> bob\n09:01:00 bob 您好", new() { ForwardedAfterMessages = most }));

    [Theory]
    [InlineData("刷单", "09:00:00 buyer 刷单吗\n09:00:20 ann 不", false)]
    [InlineData("刷单", "09:00:00 buyer 你好\n09:00:20 ann 我们不刷单", false)]
    [InlineData("刷单", "09:00:00 buyer 你好\n09:00:20 ann [auto] 我们不刷单\n09:00:30 ann 好", true)]
    [InlineData("刷单", "09:00:00 buyer 刷 单\n09:00:20 ann 嗯", true)]
    public void A_watchword_in_what_buyer_or_human_said_filters_the_reception(string word, string lines, bool counts) =>
        Assert.Equal(counts, Counts(lines, new() { Watchwords = [word] }));

    [Fact]
    public void A_reply_of_the_main_account_filters_and_one_of_a_sub_account_does_not()
    {
        Assert.False(Counts(One, new() { MainAccountReply = true }));
        Assert.True(Counts(One.Replace(" ann ", " ann:2 ", StringComparison.Ordinal), new() { MainAccountReply = true }));
        Assert.True(Counts("09:00:00 buyer 在吗\n09:00:20 ann [auto] 稍等\n09:00:30 ann:2 在的", new() { MainAccountReply = true }));
    }

    [Fact]
    public void Colleagues_of_one_main_account_are_no_buyers_and_a_name_that_only_begins_alike_is()
    {
        Message Line(string buyer, Sender who, int second) => new("衡", buyer, "shop:ann", RuleSet.Default.Clock.StartOf(Chat.Day).Plus(second), who, MessageKind.Text, null, "x", null, second);
        int Filtered(string buyer, bool on) => Chat.Folded([Line(buyer, Sender.Buyer, 100), Line(buyer, Sender.Agent, 110)], With(new() { OwnAccounts = on })).Facts.Filtered;
        Assert.Equal((2, 2, 2), (Filtered("shop:bob", true), Filtered("shop", true), Filtered("shop:ann", true)));
        Assert.Equal((0, 0), (Filtered("shopper", true), Filtered("shop:bob", false)));
    }
}
