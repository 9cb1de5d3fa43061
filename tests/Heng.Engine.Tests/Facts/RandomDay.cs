using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Facts;

/// <summary>Small crowded days: few buyers and accounts, gaps around the limits, every kind of message. Shrinks by leaving messages out.</summary>
internal static class RandomDay
{
    private static readonly string[] Accounts = ["ann", "ann:2", "bob", "cat", "nobody1", "nobody2"];
    private static readonly int[] Steps = [0, 0, 1, 7, 15, 30, 31, 60, 120, 121, 180, 181, 599, 600, 601, 1800, 4000];

    private static readonly Gen<Sender> From = Gen.Frequency((9, Gen.Constant(Sender.Buyer)), (9, Gen.Constant(Sender.Agent)), (1, Gen.Constant(Sender.Robot)), (1, Gen.Constant(Sender.System)));
    private static readonly Gen<MessageKind> Kind = Gen.Frequency((10, Gen.Constant(MessageKind.Text)), (5, Gen.Elements(Enum.GetValues<MessageKind>())), (3, Gen.Constant(MessageKind.Transfer)));

    private static readonly Gen<(int Step, Message Message)> One =
        from step in Gen.Elements(Steps)
        from buyer in Gen.Choose(1, 3)
        from account in Gen.Elements(Accounts)
        from to in Gen.Elements([.. Accounts, null])
        from sender in From
        from kind in Kind
        from length in Gen.Choose(0, 14)
        select (step, new Message("衡", "buyer" + buyer, account, default, sender, kind, kind == MessageKind.Transfer ? to : null, new string('字', length), null, 0));

    /// <summary>Sequences are distinct, so the slow fold needs no rule for ties.</summary>
    public static readonly Arbitrary<List<Message>> Any = Arb.From(
        from start in Gen.Choose(0, 80_000)
        from messages in One.ListOf()
        select Placed(start, messages),
        list => Enumerable.Range(0, list.Count).Select(i => list.Where((_, j) => j != i).ToList()));

    public static readonly Gen<RuleSet> Rules =
        from gap in Gen.Elements(60, 600, 1800)
        from cap in Gen.Elements<int?>(null, 600)
        from question in Gen.Elements(false, true)
        select new RuleSet { SessionGapSeconds = gap, ResponseCapSeconds = cap, TransferWaitRunsFromQuestion = question };

    private static List<Message> Placed(int start, IEnumerable<(int Step, Message Message)> messages)
    {
        var at = start;
        List<Message> placed = [];
        foreach (var (step, message) in messages)
        {
            at = Math.Min(at + step, 86_399);
            placed.Add(message with { At = RuleSet.Default.Clock.StartOf(Chat.Day).Plus(at), Sequence = placed.Count });
        }
        return placed;
    }
}
