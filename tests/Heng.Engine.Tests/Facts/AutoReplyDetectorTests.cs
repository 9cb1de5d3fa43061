using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Facts;

public class AutoReplyDetectorTests
{
    private const string Text = "亲，客服正在赶来";

    /// <summary>So many buyers, each asking and answered with the text so many seconds later.</summary>
    private static IReadOnlyList<AutoReplyProposal> Proposed(int buyers, int seconds, RuleSet? rules = null, Sender from = Sender.Agent)
    {
        var rows = new DayRows
        {
            Count = buyers * 2,
            Buyer = [.. Enumerable.Range(0, buyers * 2).Select(i => i / 2)],
            Account = new int[buyers * 2],
            Second = [.. Enumerable.Range(0, buyers * 2).Select(i => i / 2 * 100 + (i % 2 == 0 ? 0 : seconds))],
            From = [.. Enumerable.Range(0, buyers * 2).Select(i => i % 2 == 0 ? Sender.Buyer : from)],
            Kind = new MessageKind[buyers * 2],
            Length = new ushort[buyers * 2],
            Sequence = new long[buyers * 2],
            Target = [.. Enumerable.Repeat(-1, buyers * 2)],
            IsAutoText = new bool[buyers * 2],
        };
        return AutoReplyDetector.Of(Chat.Day, rows, [.. Enumerable.Range(0, buyers * 2).Select(i => i % 2 == 0 ? "在吗" : Text)], rules ?? RuleSet.Default);
    }

    [Theory]
    [InlineData(20, 1, true)]
    [InlineData(19, 1, false)]
    [InlineData(20, 2, false)]
    [InlineData(20, 0, true)]
    public void The_same_text_to_twenty_buyers_within_a_second_is_proposed(int buyers, int seconds, bool proposed) =>
        Assert.Equal(proposed ? [new AutoReplyProposal(Text, buyers, Chat.Day)] : [], Proposed(buyers, seconds));

    [Fact]
    public void What_the_rules_list_already_or_no_agent_wrote_is_no_proposal()
    {
        Assert.Empty(Proposed(30, 1, RuleSet.Default with { AutoReplyTexts = [Text] }));
        Assert.Empty(Proposed(30, 1, from: Sender.Robot));
    }

    [Fact]
    public void Until_it_is_confirmed_the_text_is_a_reply()
    {
        const string lines = "09:00:00 buyer 在吗\n09:00:01 ann 亲，客服正在赶来\n09:01:00 ann 在的";
        Assert.Equal(1, Chat.Fold(lines)["ann", Primitive.RoundSeconds]);
        Assert.Equal(60, Chat.Fold(lines, RuleSet.Default with { AutoReplyTexts = [Text] })["ann", Primitive.RoundSeconds]);
    }
}
