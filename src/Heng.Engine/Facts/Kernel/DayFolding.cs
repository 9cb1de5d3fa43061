using System.Runtime.CompilerServices;
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
    /// <summary>A JD session counts its first question only: once that is answered it is done.</summary>
    private const int JdDone = -2;
    private int[] current = new int[256];
    private int[] reception = new int[256];
    private IgnoredState[] ignored = new IgnoredState[256];
    private SessionState[] sessions = new SessionState[256];
    private RoundState[] rounds = new RoundState[1024];
    private int gap, shortestGap, cutSeconds;
    private bool waitFromQuestion;

    internal ReceptionIndex Receptions { get; } = new();
    internal ReadOnlySpan<SessionState> Sessions => sessions.AsSpan(0, SessionCount);
    internal ReadOnlySpan<RoundState> Rounds => rounds.AsSpan(0, RoundCount);
    internal int SessionCount { get; private set; }
    internal int RoundCount { get; private set; }
    internal RuleSet Rules { get; private set; } = RuleSet.Default;
    internal int CutSeconds => cutSeconds;
    internal int ReceptionOf(int conversation) => reception[conversation];
    internal IgnoredState IgnoredOf(int conversation) => ignored[conversation];
    public int Conversations { get; private set; }

    /// <summary>Begins an empty day under a rule set.</summary>
    public void Start(RuleSet rules)
    {
        Rules = rules;
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
        ignored[Conversations] = default;
        reception[Conversations] = Receptions.Of(buyer, account, agent);
        return Conversations++;
    }

    /// <summary>Adds the day's conversations and steps through all its messages.</summary>
    public void Take(DayMessages messages)
    {
        for (var c = 0; c < messages.ConversationBuyer.Length; c++)
            AddConversation(messages.ConversationBuyer[c], messages.ConversationAccount[c], messages.ConversationAgent[c]);
        var second = messages.Second.AsSpan(0, messages.Count);
        var conversation = messages.Conversation.AsSpan(0, second.Length);
        var target = messages.Target.AsSpan(0, second.Length);
        var act = messages.Act.AsSpan(0, second.Length);
        var length = messages.Length.AsSpan(0, second.Length);
        for (var i = 0; i < second.Length; i++) Step(second[i], conversation[i], act[i], length[i], target[i]);
    }

    /// <summary>
    /// Folds one message. <paramref name="second"/> is of the business day and never less than the one before;
    /// <paramref name="target"/> is the conversation a transfer goes to, -1 where it isn't known (then the round stays).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(int second, int conversation, Act act, int length, int target)
    {
        if (act is Act.Ignored)
        {
            Ignore(second, conversation);
            return;
        }
        var index = Reach(second, conversation);
        ref var session = ref sessions[index];
        switch (act)
        {
            case Act.Buyer or Act.BuyerOffline:
                session.BuyerMessages++;
                session.LastBuyer = second;
                if (session.OpenRound < 0) session.OpenRound = Ask(index, second, act is Act.BuyerOffline ? RoundFlags.Offline : RoundFlags.None);
                if (session.JdAsked == SessionState.None) AskJd(ref session, second);
                if ((session.Flags & SessionFlags.BuyerSeen) == 0) MeetBuyer(ref session, second);
                break;
            case Act.Human:
                session.HumanMessages++;
                session.Characters += length;
                if ((session.Flags & SessionFlags.Settled) == 0) Settle(ref session, second);
                if (session.OpenRound >= 0) Answer(ref session, second, length);
                break;
            case Act.Auto:
                session.AutoMessages++;
                break;
            default:
                Transfer(ref session, second, conversation, target);
                break;
        }
    }

    /// <summary>The conversation's session at this second: the current one, or a new one after a silence longer than the gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Reach(int second, int conversation)
    {
        var index = current[conversation];
        if (index < 0) return Open(second, conversation, index);
        ref var session = ref sessions[index];
        if (second - session.Last > shortestGap) return AfterSilence(second, conversation, index);
        session.Last = second;
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int AfterSilence(int second, int conversation, int index)
    {
        ref var session = ref sessions[index];
        if (second - session.Last > gap) return Open(second, conversation, index);
        if (second - session.Last > Presets.JdGap) (session.JdStart, session.JdAsked) = (second, SessionState.None);
        session.Last = second;
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Open(int second, int conversation, int before)
    {
        if (SessionCount == sessions.Length) Array.Resize(ref sessions, SessionCount * 2);
        ref var session = ref sessions[SessionCount];
        session = new() { Conversation = conversation, Start = second, Last = second, OpenRound = -1, LastBuyer = -1, JdStart = second, JdAsked = SessionState.None };
        if (before >= 0)
        {
            ref readonly var old = ref sessions[before];
            (session.OpenRound, session.LastBuyer) = (old.OpenRound, old.LastBuyer);
            if (second - old.Last <= Presets.JdGap) (session.JdStart, session.JdAsked) = (old.JdStart, old.JdAsked);
        }
        return current[conversation] = SessionCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Ask(int session, int second, RoundFlags flags)
    {
        if (RoundCount == rounds.Length) Array.Resize(ref rounds, RoundCount * 2);
        ref var round = ref rounds[RoundCount];
        round.Session = session;
        round.Asked = second;
        round.Answered = SessionState.None;
        round.Flags = flags;
        return RoundCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Answer(ref SessionState session, int second, int length)
    {
        rounds[session.OpenRound].Answered = second;
        session.OpenRound = -1;
        session.Rounds++;
        if (length >= Typed)
        {
            session.TypedCharacters += length;
            session.TypedSeconds += second - session.LastBuyer;
        }
        if (session.JdAsked < 0) return;
        if (second - session.JdAsked <= Presets.JdQuick && InJdHours(session)) session.JdMet++;
        session.JdAsked = JdDone;
    }

    private bool InJdHours(in SessionState session) => Presets.InJdHours(Presets.Wall(session.JdStart, cutSeconds));

    private void AskJd(ref SessionState session, int second)
    {
        session.JdAsked = second;
        if (InJdHours(session)) session.JdAll++;
    }

    private void MeetBuyer(ref SessionState session, int second)
    {
        session.Flags |= SessionFlags.BuyerSeen;
        Wait(ref Receptions[reception[session.Conversation]], second);
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
        if ((shared.Flags & ReceptionFlags.BuyerFirst) == 0) shared.Flags |= ReceptionFlags.HumanFirst;
        if (shared.Asked >= 0 && shared.Replied < 0) shared.Replied = second;
        var replies = (session.Flags & SessionFlags.BuyerSeen) != 0 || session.OpenRound >= 0;
        if (replies) session.Flags |= SessionFlags.Replied;
        if (replies && shared.Replied >= 0) session.Flags |= SessionFlags.Settled;
    }

    /// <summary>The record is a message of both conversations. An open round moves; where the next one has a round open already, the two become one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Transfer(ref SessionState session, int second, int conversation, int target)
    {
        session.Transfers++;
        if (target == conversation) return;
        session.Flags |= SessionFlags.TransferredOut;
        int from = reception[conversation], moved = session.OpenRound;
        if (target < 0)
        {
            Receptions[from].Flags |= ReceptionFlags.TransferredOut;
            return;
        }
        if (moved >= 0) PassOn(ref session);
        var index = Reach(second, target);
        ref var next = ref sessions[index];
        next.Flags |= SessionFlags.TransferredIn;
        var to = reception[target];
        if (from != to)
        {
            Receptions[from].Flags |= ReceptionFlags.TransferredOut;
            Receptions[to].Flags |= ReceptionFlags.TransferredIn;
        }
        if (moved >= 0) Receive(index, ref next, moved, second);
    }

    private void PassOn(ref SessionState session)
    {
        rounds[session.OpenRound].Flags |= RoundFlags.Moved;
        session.OpenRound = -1;
        if (session.JdAsked < 0) return;
        if (InJdHours(session)) session.JdAll--;
        session.JdAsked = SessionState.None;
    }

    private void Receive(int index, ref SessionState next, int moved, int second)
    {
        var asked = waitFromQuestion ? rounds[moved].Asked : second;
        if (next.OpenRound < 0) next.OpenRound = Ask(index, asked, rounds[moved].Flags & RoundFlags.Offline | RoundFlags.ByTransfer);
        else if (asked < rounds[next.OpenRound].Asked) rounds[next.OpenRound].Asked = asked;
        next.LastBuyer = second;
        if (next.JdAsked == SessionState.None) AskJd(ref next, asked);
        Wait(ref Receptions[reception[next.Conversation]], asked);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Ignore(int second, int conversation)
    {
        ref var skipped = ref ignored[conversation];
        if (skipped.Count++ == 0) skipped.First = second;
        skipped.Last = second;
    }
}
