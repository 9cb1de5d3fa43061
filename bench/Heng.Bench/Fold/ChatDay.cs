using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Bench.Fold;

/// <summary>
/// Invents one shop-day of conversations up to an exact number of messages: buyers who come back, several questions in a row, greetings by machine, silences that split a session,
/// buyers nobody answers, and transfers with and without an open question. After a transfer the next account writes before it passes on itself,
/// which is what lets the queries of the peers do without recursion.
/// </summary>
internal sealed class ChatDay
{
    private const int Seconds = 86_400, PerChat = 15;
    /// <summary>How many chats begin in each hour of the day, relative to one another.</summary>
    private static readonly int[] Hours = [1, 0, 0, 0, 0, 0, 1, 3, 8, 12, 16, 15, 12, 13, 15, 15, 14, 12, 12, 16, 22, 24, 20, 7];
    private static readonly int HourSum = Hours.Sum();

    private readonly int shop, day, messages;
    private Dice dice;
    private int count, now, buyer, account, newBuyers;
    private readonly int[] order, second, buyers, accounts, target;
    private readonly Sender[] from;
    private readonly MessageKind[] kind;
    private readonly ushort[] length;
    private readonly List<(int Buyer, int FreeAt)> seen = [];

    public ChatDay(int shop, int day, int messages)
    {
        (this.shop, this.day, this.messages) = (shop, day, messages);
        dice = new(StableHash.Of("fold", $"{shop}/{day}"));
        (order, second, buyers, accounts, target) = (new int[messages], new int[messages], new int[messages], new int[messages], new int[messages]);
        (from, kind, length) = (new Sender[messages], new MessageKind[messages], new ushort[messages]);
    }

    /// <summary>The rows in time order; equal seconds keep the order in which they were said.</summary>
    public DayRows Rows()
    {
        var starts = new int[messages / PerChat + 1];
        for (var i = 0; i < starts.Length; i++) starts[i] = Start();
        Array.Sort(starts);
        foreach (var start in starts) Chat(start, mayReturn: true);
        while (count < messages) Chat(Start(), mayReturn: false);
        for (var i = 0; i < messages; i++) order[i] = i;
        Array.Sort(order, (a, b) => second[a] != second[b] ? second[a].CompareTo(second[b]) : a.CompareTo(b));
        return new()
        {
            Count = messages, Buyer = Along(buyers), Account = Along(accounts), Second = Along(second), From = Along(from), Kind = Along(kind), Length = Along(length),
            Target = Along(target), Sequence = [.. Enumerable.Range(0, messages).Select(i => (long)i)], IsAutoText = new bool[messages],
        };
    }

    private T[] Along<T>(T[] column) => Array.ConvertAll(order, i => column[i]);

    private int Start()
    {
        int hour = 0, at = dice.Below(HourSum);
        while (at >= Hours[hour]) at -= Hours[hour++];
        return hour * 3600 + dice.Below(3600);
    }

    private void Chat(int start, bool mayReturn)
    {
        (now, account) = (start, Account());
        var place = mayReturn ? Returning(start) : -1;
        if (place < 0)
        {
            buyer = NewBuyer();
            place = seen.Count;
            seen.Add((buyer, 0));
        }
        buyer = seen[place].Buyer;
        var kindOfChat = dice.Below(100);
        if (kindOfChat < 1) Say(Sender.Agent, MessageKind.Broadcast, 40);
        else if (kindOfChat < 6) Unanswered();
        else Served();
        seen[place] = (buyer, now + 1);
    }

    private int Account() => 1 + shop * ChatMonth.AccountsPerShop + dice.Below(ChatMonth.AccountsPerShop);

    /// <summary>A quarter come back, if their last chat is over: more often those of a short while ago.</summary>
    private int Returning(int start)
    {
        if (seen.Count < 50 || !dice.Percent(25)) return -1;
        var place = dice.Percent(50) ? seen.Count - 1 - dice.Below(50) : dice.Below(seen.Count);
        return seen[place].FreeAt < start ? place : -1;
    }

    /// <summary>Half are strangers to the month, half come from the shop's regulars; within the day all are new.</summary>
    private int NewBuyer() => (shop << 27) + (++newBuyers << 6 | (newBuyers % 2 == 0 ? 0 : day + 1));

    private void Unanswered()
    {
        Ask();
        if (dice.Percent(40)) Greet();
        for (var more = dice.Below(3); more > 0; more--)
        {
            now += dice.Wait(20);
            Ask();
        }
    }

    private void Served()
    {
        int turns = 3 + dice.Below(5), transferAt = dice.Percent(3) ? dice.Below(turns) : -1, silenceAt = dice.Percent(3) ? 1 + dice.Below(turns - 1) : -1;
        for (var turn = 0; turn < turns; turn++)
        {
            if (turn > 0) now += turn == silenceAt ? 601 + dice.Below(3600) : dice.Wait(30);
            Ask();
            if (turn == 0 && dice.Percent(40)) Greet();
            while (dice.Percent(30))
            {
                now += dice.Wait(8);
                Ask();
            }
            if (turn == transferAt) PassOn();
            now += dice.Wait(22);
            Answer();
            while (dice.Percent(25))
            {
                now += dice.Wait(7);
                Answer();
            }
        }
    }

    /// <summary>One in three passes on after an answer, so that no question is open.</summary>
    private void PassOn()
    {
        if (dice.Percent(33))
        {
            now += dice.Wait(15);
            Answer();
        }
        now += dice.Wait(15);
        var next = Account();
        if (next == account) next = 1 + shop * ChatMonth.AccountsPerShop + (next - shop * ChatMonth.AccountsPerShop) % ChatMonth.AccountsPerShop;
        Say(Sender.Agent, MessageKind.Transfer, 0, next);
        account = next;
        if (!dice.Percent(50)) return;
        now += dice.Wait(12);
        Ask();
    }

    private void Greet()
    {
        now += 1;
        Say(Sender.Agent, MessageKind.AutoReply, 40);
    }

    private void Ask() => Say(Sender.Buyer, MessageKind.Text, 15);
    private void Answer() => Say(Sender.Agent, MessageKind.Text, 15);

    private void Say(Sender sender, MessageKind what, int characters, int to = -1)
    {
        if (count == messages || now >= Seconds) return;
        (buyers[count], accounts[count], second[count], target[count]) = (buyer, account, now, to);
        (from[count], kind[count], length[count]) = (sender, what, (ushort)(characters == 0 ? 0 : characters + dice.Below(26)));
        count++;
    }
}
