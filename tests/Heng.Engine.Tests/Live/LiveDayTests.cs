using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Facts;
using Heng.Engine.Live;
using Heng.Engine.Records;
using Heng.Engine.Tests.Facts;

namespace Heng.Engine.Tests.Live;

public class LiveDayTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(90);

    [Fact]
    public void At_every_moment_the_day_is_what_a_fold_of_all_messages_so_far_comes_to() => Check.One(Some, Prop.ForAll(RandomDay.Any, Arb.From(RandomDay.Rules), (messages, rules) =>
    {
        var live = new LivePath(rules);
        var shuffled = messages.Select((m, i) => (m, i)).OrderBy(x => StableHash.Mix((ulong)x.i * 7 + 1)).Select(x => x.m).ToList();
        for (var done = 0; done < shuffled.Count; done += 7)
        {
            // Pieces overlap: three of every ten come twice.
            live.Take(shuffled.Skip(Math.Max(0, done - 3)).Take(done + 7 - Math.Max(0, done - 3)));
            Agrees(live, [.. shuffled.Take(done + 7)], rules);
        }
    }));

    [Fact]
    public void At_every_second_who_waits_and_what_is_open_and_answered_is_what_the_facts_say() => Check.One(Some, Prop.ForAll(RandomDay.Any, Arb.From(RandomDay.Rules), (messages, rules) =>
    {
        var live = new LivePath(rules);
        var (inOrder, asked) = (messages.OrderBy(m => m.At.UnixSeconds).ToList(), 0);
        for (var done = 0; done < inOrder.Count; done += 5)
        {
            var piece = inOrder.Skip(done).Take(5).ToList();
            live.Take(piece);
            var second = (int)piece[^1].At.SecondsSince(live.Messages.Start) + done * 37 % 700;
            Says(live, rules, asked = Math.Max(second, asked));
        }
    }));

    private static void Says(LivePath live, RuleSet rules, int second)
    {
        var counted = live.Day.Receptions.Where(r => !r.Filtered).ToList();
        var waits = counted.Select(r => (r.Id, Open: r.Rounds.Where(o => o.Answered is null).ToList())).Where(r => r.Open.Count > 0)
            .Select(r => (r.Id, Since: r.Open.Max(o => o.Asked))).Where(w => second - w.Since <= LiveDay.LongestWait).OrderBy(w => w.Since).ThenBy(w => w.Id);
        Assert.Equal(waits, live.Day.WaitingAt(second).Select(w => (w.Reception, w.Since)));
        foreach (var agent in live.Day.Agents)
        {
            var open = live.Day.Sessions.Count(s => s.Agent == agent && second - s.End.SecondsSince(live.Messages.Start) <= rules.SessionGapSeconds);
            Assert.Equal(open, live.Day.OpenAt(agent, second));
            var rounds = counted.Where(r => r.Agent == agent).SelectMany(r => r.Rounds).Where(o => o.Answered is { } at && second - at <= rules.SessionGapSeconds).ToList();
            var answered = live.Day.AnsweredLately(agent, LiveDay.MostAnswered, second);
            Assert.Equal(rounds.Select(o => o.Wait!.Value).Order(), answered.Order());
            Assert.Equal(answered.TakeLast(3), live.Day.AnsweredLately(agent, 3, second));
            Assert.Equal(rounds.Select(o => o.Answered!.Value).Order().LastOrDefault(), rounds.Where(o => answered is [.., var last] && o.Wait == last).Select(o => o.Answered!.Value).Order().LastOrDefault());
        }
    }

    [Fact]
    public void What_is_looked_at_again_comes_behind_what_is_new()
    {
        var live = Day(Morning);
        live.Messages.TouchAll();
        var block = new MessageBlock(256);
        foreach (var message in Chat.Messages("09:03:00 buyer3>bob 在吗", RuleSet.Default)) block.Add(message);
        for (var place = 0; place < block.Length;) live.Messages.Take(block.At(ref place), null);
        string[] Next() => [.. live.Messages.Settle(2).Select(b => live.Messages.Buyers.Names[b - 1])];
        Assert.Equal(["buyer3", "buyer1"], Next());
        Assert.False(live.Messages.IsSettled);
        // Who was new is looked at once.
        Assert.Equal(["buyer2"], Next());
        Assert.Empty(Next());
        Assert.True(live.Messages.IsSettled);
    }

    [Fact]
    public void An_answer_counts_as_lately_given_as_long_as_the_gap()
    {
        var live = Day("09:00:00 buyer1>ann 有货吗\n09:00:20 ann>buyer1 有的亲\n09:05:00 buyer1 哪天发\n09:05:30 ann>buyer1 今天");
        int[] Lately(int second) => [.. live.Day.AnsweredLately(live.Person("ann"), 10, second)];
        // Answered at 20 s and at 330 s; the gap is 600 s.
        Assert.Equal([20, 30], Lately(Nine + 620));
        Assert.Equal([30], Lately(Nine + 621));
        Assert.Equal([30], Lately(Nine + 930));
        Assert.Empty(Lately(Nine + 931));
    }

    [Fact]
    public void Of_many_answers_the_newest_are_known_and_no_more_than_two_hundred()
    {
        // Two thousand buyers, one a second, each answered a second to a minute later.
        static int Wait(int n) => n * 7 % 60 + 1;
        static string At(int second) => TimeSpan.FromSeconds(9 * 3600 + second).ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        var live = Day(string.Join('\n', Enumerable.Range(0, 2000).Select(n => $"{At(n)} buyer{n}>ann 有货吗\n{At(n + Wait(n))} ann>buyer{n} 有的")));
        var newest = Enumerable.Range(0, 2000).Select(n => (Answered: n + Wait(n), Wait: Wait(n))).OrderBy(o => o.Answered).Select(o => o.Wait).ToList();
        Assert.Equal(newest[^200..].Order(), live.Day.AnsweredLately(live.Person("ann"), 1000, Nine + 2050).Order());
        Assert.Equal(newest[^1], live.Day.AnsweredLately(live.Person("ann"), 1, Nine + 2050).Single());
    }

    private static void Agrees(LivePath live, List<Message> sofar, RuleSet rules)
    {
        var folded = Chat.Folded(Distinct(sofar), rules);
        Assert.Equal(folded.Facts.Receptions.OrderBy(r => r.Id).Select(Said), live.Day.Receptions.OrderBy(r => r.Id).Select(Said));
        Assert.Equal(folded.Facts.Sessions.Select(s => (s.Id, s.Start, s.End, s.Rounds, s.HumanMessages)).Order(), live.Day.Sessions.Select(s => (s.Id, s.Start, s.End, s.Rounds, s.HumanMessages)).Order());
        foreach (var now in live.Day.At(0))
        {
            var sum = new Measures();
            foreach (var reception in live.Day.Receptions.Where(r => r.Agent == now.Agent)) sum.Add(reception.Measures);
            Assert.Equal(sum.Values, now.Today.Values);
        }
    }

    /// <summary>Without ids the same words in the same second are one message, and the smaller sequence stays.</summary>
    private static List<Message> Distinct(List<Message> messages) =>
        [.. messages.GroupBy(m => (m.Buyer, m.Account, m.At, m.From, m.Kind, m.Text)).Select(same => Standing([.. same]))];

    private static Message Standing(Message[] same)
    {
        // A transfer's target is content: of two to different people the larger hash stands, with its own sequence.
        ulong Content(Message m) => MergeHash.Content(MergeHash.OfName(m.Buyer), MergeHash.OfName(m.Account), m.To is null ? 0 : MergeHash.OfName(m.To), m.At, m.From, m.Kind, m.Text);
        var best = same.MaxBy(Content);
        return best with { Sequence = same.Where(m => m.To == best.To).Min(m => m.Sequence) };
    }

    private static string Said(Reception r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Id} {r.First} {r.Last} {r.FirstResponseSeconds} {r.Filtered} {r.TransferredOut} {string.Join(' ', r.Measures.Values)} {string.Join(' ', r.Rounds.OrderBy(x => x.Asked).ThenBy(x => x.Answered))}");

    private const string Morning = """
        09:00:00 buyer1>ann 有货吗
        09:00:20 ann>buyer1 有的亲
        09:00:50 buyer1 什么时候发
        09:01:00 buyer2>bob 在吗
        """;

    [Fact]
    public void A_buyer_waits_from_the_first_unanswered_message_until_the_answer()
    {
        var live = Day(Morning);
        Assert.Equal([("ann", 50), ("bob", 60)], Waiting(live, "09:02:00"));
        live.Take(More(Morning, "09:02:10 ann>buyer1 今天发"));
        Assert.Equal([("bob", 60)], Waiting(live, "09:02:10"));
    }

    [Fact]
    public void Who_is_passed_on_waits_at_the_next_agent_from_the_transfer()
    {
        var live = Day(Morning + "\n09:01:30 ann>buyer1 -> bob");
        Assert.Equal([("bob", 60), ("bob", 90)], Waiting(live, "09:02:00"));
    }

    [Fact]
    public void Who_only_said_thanks_keeps_nobody_waiting()
    {
        var live = Day("09:00:00 buyer1>ann 有货吗\n09:00:20 ann>buyer1 有的亲\n09:00:30 buyer1 好的谢谢");
        Assert.True(Assert.Single(live.Day.WaitingAt(Nine + 60)).Courtesy);
        Assert.Equal(0, live.Day.At(Nine + 60).Single(a => a.Agent == live.Person("ann")).Waiting);
        live.Take(More("09:00:00 buyer1>ann 有货吗\n09:00:20 ann>buyer1 有的亲\n09:00:30 buyer1 好的谢谢", "09:00:40 buyer1 那明天能到吗"));
        Assert.False(Assert.Single(live.Day.WaitingAt(Nine + 60)).Courtesy);
    }

    [Fact]
    public void A_wait_stands_two_hours_to_the_second_and_no_longer()
    {
        var live = Day("09:00:00 buyer1>ann 有货吗");
        Assert.Single(live.Day.WaitingAt(Nine + LiveDay.LongestWait));
        Assert.Empty(live.Day.WaitingAt(Nine + LiveDay.LongestWait + 1));
    }

    [Fact]
    public void A_session_is_open_as_long_as_the_gap()
    {
        var live = Day("09:00:00 buyer1>ann 有货吗\n09:00:20 ann>buyer1 有的亲");
        int Open(int second) => live.Day.At(second).Single(a => a.Agent == live.Person("ann")).Open;
        // The last message is at 20 s; the gap is 600 s.
        Assert.Equal((1, 0), (Open(Nine + 620), Open(Nine + 621)));
    }

    [Fact]
    public void A_later_version_of_a_message_stands_in_the_place_of_the_earlier_one()
    {
        var live = new LivePath(RuleSet.Default);
        var asked = Chat.Messages("09:00:00 buyer1>ann 有货吗", RuleSet.Default)[0] with { PlatformId = "m1" };
        Instant noon = asked.At.Plus(3600);
        Assert.Equal([Taken.New], live.Take([asked], noon));
        Assert.Equal([Taken.Duplicate], live.Take([asked], noon));
        Assert.Equal([Taken.Changed], live.Take([asked with { Kind = MessageKind.Recalled }], noon.Plus(1)));
        Assert.Empty(live.Day.WaitingAt(Nine + 60));
        Assert.Equal([Taken.Outdated], live.Take([asked], noon));
        Assert.Empty(live.Day.WaitingAt(Nine + 60));
        Assert.Equal(1, live.Messages.Count);
    }

    [Fact]
    public void A_buyer_behind_an_alias_is_one_buyer()
    {
        var messages = new LiveMessages(Chat.Day, RuleSet.Default.Clock.StartOf(Chat.Day), name => name == "t**1" ? "buyer1" : name);
        var block = new MessageBlock(256);
        var two = Chat.Messages("09:00:00 buyer1>ann 有货吗\n09:00:20 buyer1>ann 在吗", RuleSet.Default);
        block.Add(two[0] with { Buyer = "t**1" });
        block.Add(two[1]);
        for (var place = 0; place < block.Length;) messages.Take(block.At(ref place), null);
        Assert.Equal(["buyer1"], messages.Touched.Select(b => messages.Buyers.Names[b - 1]));
        Assert.Equal(2, messages.Of(messages.Settle()).Count);
    }

    private static readonly int Nine = LivePath.Second("09:00:00", RuleSet.Default);

    private static LivePath Day(string lines)
    {
        var live = new LivePath(RuleSet.Default);
        live.Take(Chat.Messages(lines, RuleSet.Default));
        return live;
    }

    private static IEnumerable<Message> More(string before, string line) => Chat.Messages(before + "\n" + line, RuleSet.Default).TakeLast(1);

    private static IEnumerable<(string, int)> Waiting(LivePath live, string at) =>
        live.Day.WaitingAt(LivePath.Second(at, RuleSet.Default)).Select(w => (w.Agent == live.Person("ann") ? "ann" : "bob", w.Since - Nine));
}
