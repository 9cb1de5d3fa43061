using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Facts;

public class FoldProperties
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(90);

    private static void Holds(Action<List<Message>, RuleSet> claim) =>
        Check.One(Some, Prop.ForAll(RandomDay.Any, Arb.From(RandomDay.Rules), (messages, rules) => claim(messages, rules)));

    [Fact]
    public void The_kernel_agrees_with_the_slow_fold_in_every_primitive() => Holds((messages, rules) =>
    {
        var fast = Chat.Folded(messages, rules);
        var slow = new SlowFold(messages, rules);
        foreach (var agent in new[] { "ann", "bob", "cat", "" })
            foreach (var primitive in Enum.GetValues<Primitive>().Where(p => (short)p is >= 1 and <= 61 or >= 100 and <= 123))
            {
                long expected = slow.Sums.GetValueOrDefault((agent, primitive)), actual = fast[agent, primitive];
                Assert.True(expected == actual, $"{agent} {primitive}: {expected} ≠ {actual}");
            }
        Assert.Equal(slow.Filtered, fast.Facts.Filtered);
    });

    [Fact]
    public void The_order_of_the_input_changes_nothing() => Holds((messages, rules) =>
    {
        // Equal sequences leave the order to the tie rules.
        var tied = messages.Select(m => m with { Sequence = m.Sequence / 4 }).ToList();
        var shuffled = tied.Select((m, i) => (m, i)).OrderBy(x => StableHash.Mix((ulong)x.i)).Select(x => x.m).ToList();
        Assert.Equal(Said(Chat.Folded(tied, rules)), Said(Chat.Folded(shuffled, rules)));
    });

    [Fact]
    public void Receptions_add_up_to_the_agents_day() => Holds((messages, rules) =>
    {
        var day = Chat.Folded(messages, rules);
        foreach (var own in day.Facts.AgentDays.Where(d => d.Agent >= 0))
        {
            var sum = new Measures();
            foreach (var reception in day.Facts.Receptions.Where(r => r.Agent == own.Agent)) sum.Add(reception.Measures);
            Assert.Equal(own.Measures.Values.Where(v => v.Key is not (Primitive.MaxConcurrent or Primitive.BusySeconds)), sum.Values);
            Assert.Equal(own.RoundWaits.Count, own.Measures[Primitive.Rounds]);
            Assert.Equal(own.FirstResponses.Count, own.Measures[Primitive.FirstResponses]);
        }
    });

    [Fact]
    public void Every_message_is_folded_or_filtered() => Holds((messages, rules) =>
    {
        var facts = Chat.Folded(messages, rules).Facts;
        Assert.Equal(messages.Count, facts.Folded + facts.Filtered);
        Assert.Equal(facts.Filtered, facts.AgentDays.Sum(d => d.Measures[Primitive.FilteredMessages]));
        var transfers = messages.Count(m => m.Kind == MessageKind.Transfer);
        var said = facts.AgentDays.Sum(d => d.Measures[Primitive.BuyerMessages] + d.Measures[Primitive.AgentMessages] + d.Measures[Primitive.AutoMessages]);
        Assert.InRange(facts.Folded, said, said + transfers);
    });

    [Fact]
    public void Sessions_lie_within_their_reception_and_its_rounds_are_its_measures() => Holds((messages, rules) =>
    {
        var facts = Chat.Folded(messages, rules).Facts;
        foreach (var r in facts.Receptions)
        {
            Assert.Equal(r.Rounds.Count(x => x.Wait is not null), r.Measures[Primitive.Rounds]);
            Assert.Equal(r.Rounds.Count(x => x.Wait is null), r.Measures[Primitive.UnansweredRounds]);
            Assert.Equal(r.FirstResponseSeconds ?? 0, r.Measures[Primitive.FirstResponseSeconds]);
        }
        Assert.Equal(facts.AgentDays.Sum(d => d.Measures[Primitive.Sessions] + d.Measures[Primitive.InvalidSessions]), facts.Sessions.Count);
        Assert.Equal(facts.Receptions.Count, facts.Receptions.Select(r => r.Id).Distinct().Count());
        Assert.Equal(facts.Sessions.Count, facts.Sessions.Select(s => s.Id).Distinct().Count());
    });

    /// <summary>Everything a day says, by stable ids and names alone.</summary>
    private static string Said(FoldedDay day)
    {
        var names = day.Columns.ConversationAgent.Zip(day.Columns.ConversationAgentName).DistinctBy(x => x.First).ToDictionary(x => x.First, x => x.Second);
        string Of(Measures m) => string.Join(",", m.Values);
        return string.Join('\n', day.Facts.Sessions.Select(s => $"{s.Id} {s.Start} {s.End} {s.BuyerMessages} {s.HumanMessages} {s.Rounds} {s.Replied}"))
            + string.Join('\n', day.Facts.Receptions.Select(r => $"{r.Id} {r.First} {r.Last} {r.FirstResponseSeconds} {r.TransferredOut} {r.Filtered} {Of(r.Measures)} {string.Join(';', r.Rounds)}"))
            + string.Join('\n', day.Facts.AgentDays.Select(d => $"{names.GetValueOrDefault(d.Agent)} {Of(d.Measures)} {string.Join(',', d.RoundWaits.Counts)} {string.Join(',', d.FirstResponses.Counts)}"));
    }
}
