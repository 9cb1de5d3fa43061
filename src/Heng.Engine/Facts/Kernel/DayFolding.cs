using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Heng.Engine.Records;

namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// The fold: <see cref="Step"/> takes one message of a shop-day into the state of its conversation's session. The batch calls it along the columns, the live path per event;
/// messages come in fold order. Nothing is allocated per message; buffers grow and are kept by <see cref="Start"/> for the next day.
/// A conversation's index is the order in which <see cref="AddConversation"/> was called.
/// </summary>
public sealed class DayFolding
{
    private const int Typed = 10;
    /// <summary>The flags each kind of message must look at, a byte for each <see cref="Act"/>: a session mostly has none of them up, so that one test is enough.</summary>
    private const ulong Due = ((ulong)(SessionFlags.Unmet | SessionFlags.JdUnasked) << 8 * (int)Act.Buyer)
        | ((ulong)(SessionFlags.Unmet | SessionFlags.JdUnasked) << 8 * (int)Act.BuyerOffline)
        | ((ulong)(SessionFlags.Unsettled | SessionFlags.JdWaits) << 8 * (int)Act.Human);
    private const SessionFlags Jd = SessionFlags.JdUnasked | SessionFlags.JdWaits | SessionFlags.JdHours;
    private int[] current = new int[256];
    private int[] reception = new int[256];
    private IgnoredState[] ignored = new IgnoredState[256];
    private SessionState[] sessions = new SessionState[256];
    private int[] before = new int[256];
    private RoundState[] rounds = new RoundState[1024];
    private int gap, shortestGap, cutSeconds;
    private bool waitFromQuestion;

    internal ReceptionIndex Receptions { get; } = new();
    internal ReadOnlySpan<SessionState> Sessions => sessions.AsSpan(0, SessionCount);
    /// <summary>The answered rounds, in the order of their answers. An open one is still with its session.</summary>
    internal ReadOnlySpan<RoundState> Rounds => rounds.AsSpan(0, RoundCount);
    internal int SessionCount { get; private set; }
    internal int RoundCount { get; private set; }
    internal RuleSet Rules { get; private set; } = RuleSet.Default;
    internal int CutSeconds => cutSeconds;
    /// <summary>Null where every second counts.</summary>
    internal OpenDay? OpenHours { get; private set; }
    /// <summary>Receptions that a word or an account of theirs takes out (过滤).</summary>
    internal HashSet<int> Marked { get; } = [];
    /// <summary>The session of the same reception that opened before, or -1.</summary>
    internal int Before(int session) => before[session];
    internal int ReceptionOf(int conversation) => reception[conversation];
    internal IgnoredState IgnoredOf(int reception) => ignored[reception];
    public int Conversations { get; private set; }

    /// <summary>Begins an empty day under a rule set. Which day it is only matters to a shop that counts its open hours alone.</summary>
    public void Start(RuleSet rules, DateOnly? day = null)
    {
        Rules = rules;
        OpenHours = day is { } known ? OpenDay.Of(rules, known) : null;
        Marked.Clear();
        (gap, cutSeconds, waitFromQuestion) = (rules.SessionGapSeconds, rules.Clock.CutHour * 3600, rules.TransferWaitRunsFromQuestion);
        shortestGap = Math.Min(gap, Presets.JdGap);
        SessionCount = RoundCount = Conversations = 0;
        Receptions.Clear();
    }

    public int AddConversation(int buyer, int account, int agent)
    {
        if (Conversations == current.Length)
        {
            Array.Resize(ref current, Conversations * 2);
            Array.Resize(ref reception, Conversations * 2);
            Array.Resize(ref ignored, Conversations * 2);
        }
        current[Conversations] = SessionState.None;
        // Counted by reception, of which there are never more than conversations.
        ignored[Conversations] = default;
        reception[Conversations] = Receptions.Of(buyer, account, agent);
        return Conversations++;
    }

    /// <summary>Adds the day's conversations and steps through all its messages.</summary>
    public void Take(DayMessages messages)
    {
        for (var c = 0; c < messages.ConversationBuyer.Length; c++)
            AddConversation(messages.ConversationBuyer[c], messages.ConversationAccount[c], messages.ConversationAgent[c]);
        foreach (var c in messages.Marked) Marked.Add(reception[c]);
        Along(messages);
    }

    private void Along(DayMessages messages)
    {
        MakeRoom(messages.Count);
        // Taking the spans checks that every column is long enough; in the loop nothing looks again.
        nint count = messages.Count;
        ref var second = ref First(messages.Second, messages.Count);
        ref var conversation = ref First(messages.Conversation, messages.Count);
        ref var target = ref First(messages.Target, messages.Count);
        ref var act = ref First(messages.Act, messages.Count);
        ref var length = ref First(messages.Length, messages.Count);
        for (nint i = 0; i < count; i = unchecked(i + 1))
        {
            var what = Unsafe.Add(ref act, i);
            if (what is >= Act.Buyer and <= Act.Auto) Speak(Unsafe.Add(ref second, i), Unsafe.Add(ref conversation, i), what, Unsafe.Add(ref length, i));
            else if (what is Act.Transfer) Transfer(Unsafe.Add(ref second, i), Unsafe.Add(ref conversation, i), Unsafe.Add(ref target, i));
            else Ignore(Unsafe.Add(ref second, i), Unsafe.Add(ref conversation, i));
        }
    }

    /// <summary>No message answers more than one round, and one is written ahead.</summary>
    private void MakeRoom(int messages)
    {
        if (RoundCount + messages >= rounds.Length) Array.Resize(ref rounds, Math.Max(RoundCount + messages + 1, rounds.Length * 2));
    }

    private static ref T First<T>(T[] column, int count) => ref MemoryMarshal.GetReference(column.AsSpan(0, count));

    /// <summary>
    /// Folds one message. <paramref name="second"/> is of the business day and never less than the one before;
    /// <paramref name="target"/> is the conversation a transfer goes to, -1 where it isn't known (then the round stays).
    /// </summary>
    public void Step(int second, int conversation, Act act, int length, int target)
    {
        MakeRoom(1);
        if (act is Act.Ignored) Ignore(second, conversation);
        else if (act is Act.Transfer) Transfer(second, conversation, target);
        else Speak(second, conversation, act, length);
    }

    /// <summary>
    /// A buyer's, human or automatic message. Which of the three it is, and whether it asks or answers, follows no pattern,
    /// so there are masks (-1 or 0) instead of branches, and one vector takes all sums. The open round, or none, is written behind the last answered one on every message, and counts only if this message answers it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Speak(int second, int conversation, Act act, int length)
    {
        var index = current[conversation];
        if (index < 0 || second - SessionAt(index).Last > shortestGap) index = SpeakFirst(second, conversation, index, act);
        ref var session = ref SessionAt(index);
        if (((ulong)session.Flags & Due >> ((int)act << 3) & 0xFF) != 0) Look(ref session, second, act);
        unchecked
        {
            var open = session.Open;
            long closed = open.Bits >> 63, buyer = ((int)act - (int)Act.Human) >> 31, human = ~buyer & ((int)act - (int)Act.Auto) >> 31;
            long asks = buyer & closed, answers = human & ~closed;
            session.Last = second;
            session.Sums += SessionSums.Of((int)act, (int)closed, (length - Typed) >> 31) & SessionSums.Values(length, second - session.LastBuyer);
            session.Open.Bits = OpenRound.Asked(index, second, (int)act & 1 ^ 1).Bits & asks | open.Bits & ~asks | answers;
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rounds), RoundCount) = new() { Open = open, Answered = second };
            RoundCount -= (int)answers;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref SessionState SessionAt(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sessions), index);

    /// <summary>After a silence. It looks at once, so that <see cref="Speak"/>'s own test then finds nothing due.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int SpeakFirst(int second, int conversation, int index, Act act)
    {
        index = Reopen(second, conversation, index);
        if (((ulong)sessions[index].Flags & Due >> ((int)act << 3) & 0xFF) != 0) Look(ref sessions[index], second, act);
        return index;
    }

    /// <summary>The conversation's session at this second: the current one, or a new one after a silence longer than the gap.</summary>
    private int Reach(int second, int conversation)
    {
        var index = current[conversation];
        if (index < 0 || second - sessions[index].Last > shortestGap) return Reopen(second, conversation, index);
        sessions[index].Last = second;
        return index;
    }

    private int Reopen(int second, int conversation, int index)
    {
        if (index < 0) return Open(second, conversation, index);
        ref var session = ref sessions[index];
        if (second - session.Last > gap) return Open(second, conversation, index);
        // Longer than the shorter of the two gaps and not than the shop's: a new JD session.
        session.Flags = session.Flags & ~Jd | NewJd(second);
        session.Last = second;
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Open(int second, int conversation, int latest)
    {
        if (SessionCount == sessions.Length)
        {
            Array.Resize(ref sessions, SessionCount * 2);
            Array.Resize(ref before, SessionCount * 2);
        }
        ref var session = ref sessions[SessionCount];
        ref var shared = ref Receptions[reception[conversation]];
        session = new() { Conversation = conversation, Start = second, Last = second, Open = OpenRound.None, LastBuyer = -1, Flags = SessionFlags.Unmet | SessionFlags.Unsettled };
        (before[SessionCount], shared.LatestSession) = (shared.LatestSession, SessionCount);
        var jd = NewJd(second);
        if (latest >= 0)
        {
            ref var old = ref sessions[latest];
            (session.Open, session.LastBuyer, old.Open) = (old.Open, old.LastBuyer, OpenRound.None);
            if (second - old.Last <= Presets.JdGap) (jd, session.JdAsked) = (old.Flags & Jd, old.JdAsked);
        }
        session.Flags |= jd;
        return current[conversation] = SessionCount++;
    }

    private SessionFlags NewJd(int second) => SessionFlags.JdUnasked | (Presets.InJdHours(Presets.Wall(second, cutSeconds)) ? SessionFlags.JdHours : SessionFlags.None);

    /// <summary>What is only new to a session's first messages. A human message comes here before it answers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ref SessionState session, int second, Act act)
    {
        if (act is Act.Human)
        {
            if ((session.Flags & SessionFlags.Unsettled) != 0) Settle(ref session, second);
            if ((session.Flags & SessionFlags.JdWaits) == 0) return;
            if (second - session.JdAsked <= Presets.JdQuick && (session.Flags & SessionFlags.JdHours) != 0) session.JdMet++;
            session.Flags &= ~SessionFlags.JdWaits;
            return;
        }
        if ((session.Flags & SessionFlags.JdUnasked) != 0) AskJd(ref session, second);
        if ((session.Flags & SessionFlags.Unmet) == 0) return;
        session.Flags &= ~SessionFlags.Unmet;
        Wait(ref Receptions[reception[session.Conversation]], second);
    }

    private static void AskJd(ref SessionState session, int second)
    {
        session.JdAsked = second;
        session.Flags = session.Flags & ~SessionFlags.JdUnasked | SessionFlags.JdWaits;
        if ((session.Flags & SessionFlags.JdHours) != 0) session.JdAll++;
    }

    private static void Wait(ref ReceptionState reception, int asked)
    {
        if (reception.Asked < 0) reception.Asked = asked;
        if ((reception.Flags & ReceptionFlags.HumanFirst) == 0) reception.Flags |= ReceptionFlags.BuyerFirst;
    }

    /// <summary>A human message while the reception may still wait for its first reply, or the session for its own.</summary>
    private void Settle(ref SessionState session, int second)
    {
        ref var shared = ref Receptions[reception[session.Conversation]];
        shared.Flags |= (shared.Flags & ReceptionFlags.BuyerFirst) == 0 ? ReceptionFlags.Human | ReceptionFlags.HumanFirst : ReceptionFlags.Human;
        if (shared.Asked >= 0 && shared.Replied < 0) shared.Replied = second;
        var replies = (session.Flags & SessionFlags.Unmet) == 0 || session.Open.IsOne;
        if (replies) session.Flags |= SessionFlags.Replied;
        if (replies && shared.Replied >= 0) session.Flags &= ~SessionFlags.Unsettled;
    }

    /// <summary>The record is a message of both conversations. An open round moves; where the next one has a round open already, the two become one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Transfer(int second, int conversation, int target)
    {
        ref var session = ref SessionAt(Reach(second, conversation));
        session.Transfers++;
        if (target == conversation) return;
        session.Flags |= SessionFlags.TransferredOut;
        var from = reception[conversation];
        if (target < 0)
        {
            Receptions[from].Flags |= ReceptionFlags.TransferredOut;
            return;
        }
        var moved = session.Open;
        if (moved.IsOne) PassOn(ref session);
        var index = Reach(second, target);
        ref var next = ref sessions[index];
        next.Flags |= SessionFlags.TransferredIn;
        var to = reception[target];
        if (from != to)
        {
            Receptions[from].Flags |= ReceptionFlags.TransferredOut;
            Receptions[to].Flags |= ReceptionFlags.TransferredIn;
        }
        if (moved.IsOne) Receive(index, ref next, moved, second);
    }

    /// <summary>For the one who passed on there is no wait and no unanswered round.</summary>
    private static void PassOn(ref SessionState session)
    {
        session.Open = OpenRound.None;
        if ((session.Flags & SessionFlags.JdWaits) == 0) return;
        if ((session.Flags & SessionFlags.JdHours) != 0) session.JdAll--;
        session.Flags ^= SessionFlags.JdWaits | SessionFlags.JdUnasked;
    }

    private void Receive(int index, ref SessionState next, OpenRound moved, int second)
    {
        var asked = waitFromQuestion ? moved.Second : second;
        if (!next.Open.IsOne) next.Open = OpenRound.Moved(index, asked, moved);
        else if (asked < next.Open.Second) next.Open = next.Open.AskedAt(asked);
        next.LastBuyer = second;
        if ((next.Flags & SessionFlags.JdUnasked) != 0) AskJd(ref next, asked);
        Wait(ref Receptions[reception[next.Conversation]], asked);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Ignore(int second, int conversation)
    {
        ref var skipped = ref ignored[reception[conversation]];
        if (skipped.Count++ == 0) skipped.First = second;
        skipped.Last = second;
    }
}
