using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Heng.Engine.Records;

namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// A reception's row of primitives: its sessions are added, in any order, then it is finished once. Until then three groups of eight neighbours hold the vectors
/// of the sessions and their rounds as they are; what isn't the primitive of its place is read out and written over by <see cref="Finish"/>.
/// </summary>
internal struct ReceptionSum
{
    private const int OfSession = (int)Primitive.BuyerMessages, OfWaits = (int)Primitive.Rounds, OfPlatforms = (int)Primitive.Taobao3MinMet;
    public ReceptionRow Row;
    /// <summary>Seconds of the first and the last message; none is int.MaxValue and -1.</summary>
    public int First, Last;
    public bool IsFiltered;
    private int transfers;

    public void Start() => (First, Last) = (int.MaxValue, -1);

    public void Add(in SessionState session, in RoundSums rounds)
    {
        int withBuyer = (session.Flags & SessionFlags.Unmet) == 0 ? 1 : 0, replied = (session.Flags & SessionFlags.Replied) != 0 ? 1 : 0;
        Row[(int)Primitive.Sessions]++;
        Row[(int)Primitive.SessionsWithBuyer] += withBuyer;
        Row[(int)Primitive.RepliedSessions] += replied;
        Row[(int)Primitive.TransferredSessions] += (session.Flags & (SessionFlags.TransferredIn | SessionFlags.TransferredOut)) != 0 ? 1 : 0;
        Row[(int)Primitive.UnrepliedSessions] += withBuyer & ~replied;
        Row[(int)Primitive.SessionSeconds] += session.Last - session.Start;
        Lanes(OfSession) += session.Sums;
        Lanes(OfWaits) += rounds.Waits;
        Lanes(OfPlatforms) += rounds.Platforms;
        Row[(int)Primitive.JdFirst30Met] += session.JdMet;
        Row[(int)Primitive.JdFirst30All] += session.JdAll;
        int asked = rounds.Platforms[1], met = rounds.Platforms[0];
        Row[(int)Primitive.DouyinSession3MinAll] += asked > 0 ? 1 : 0;
        Row[(int)Primitive.DouyinSession3MinMet] += asked > 0 && met == asked ? 1 : 0;
        First = Math.Min(First, session.Start);
        Last = Math.Max(Last, session.Last);
        transfers += session.Transfers;
    }

    [UnscopedRef]
    private ref Vector256<int> Lanes(int from) => ref Unsafe.As<int, Vector256<int>>(ref Row[from]);

    /// <param name="marked">One of its conversations holds what a filter looks for.</param>
    public void Finish(in ReceptionState state, in IgnoredState ignored, DayFolding fold, bool marked)
    {
        var rules = fold.Rules;
        // The lanes of a session that are no primitives: its answered rounds, which the rounds count themselves, and the buyer's last message.
        Row[OfSession + 6] = Row[OfSession + 7] = 0;
        IsFiltered = state.IsEmpty || marked || Catches(state, rules.Filters);
        if (IsFiltered) Drop();
        else Conclude(state, rules, fold.OpenHours);
        Row[(int)Primitive.FilteredMessages] += ignored.Count;
        // Of ignored messages alone it still says when they came.
        if (Last < 0 && ignored.Count > 0) (First, Last) = (ignored.First, ignored.Last);
    }

    private bool Catches(in ReceptionState state, ReceptionFilters filters)
    {
        int buyer = Row[(int)Primitive.BuyerMessages], human = Row[(int)Primitive.AgentMessages];
        return filters.SingleSentenceBuyers && buyer == 1 || filters.AgentMonologue && state.Asked < 0
            || filters.ForwardedAfterMessages is { } most && (state.Flags & ReceptionFlags.TransferredOut) != 0 && buyer + human <= most;
    }

    /// <summary>Taken out: only its messages and sessions stay, under their own names.</summary>
    private void Drop()
    {
        int messages = Row[(int)Primitive.BuyerMessages] + Row[(int)Primitive.AgentMessages] + Row[(int)Primitive.AutoMessages] + transfers, sessions = Row[(int)Primitive.Sessions];
        Row = default;
        Row[(int)Primitive.FilteredMessages] = messages;
        Row[(int)Primitive.InvalidSessions] = sessions;
    }

    private void Conclude(in ReceptionState state, RuleSet rules, OpenDay? hours)
    {
        int answered = Row[OfWaits], slow = answered - Row[OfWaits + 7];
        Row[(int)Primitive.UnansweredRounds] = Row[OfWaits + 2] - answered;
        Row[(int)Primitive.OfflineHandled] = Row[OfPlatforms + 6];
        Row[(int)Primitive.OfflineWaitSeconds] = Row[OfPlatforms + 7];
        bool consulted = state.Asked >= 0, received = (state.Flags & ReceptionFlags.Human) != 0, replied = state.Replied >= 0;
        var transferredIn = (state.Flags & ReceptionFlags.TransferredIn) != 0;
        Row[(int)Primitive.ReceptionsAll] = 1;
        Row[(int)Primitive.Consulted] = consulted ? 1 : 0;
        Row[(int)Primitive.Received] = received ? 1 : 0;
        Row[(int)Primitive.ReceivedDirect] = received && !transferredIn ? 1 : 0;
        Row[(int)Primitive.TransferredIn] = transferredIn ? 1 : 0;
        Row[(int)Primitive.TransferredOut] = (state.Flags & ReceptionFlags.TransferredOut) != 0 ? 1 : 0;
        Row[(int)Primitive.BuyerInitiated] = (state.Flags & ReceptionFlags.BuyerFirst) != 0 ? 1 : 0;
        Row[(int)Primitive.AgentInitiated] = (state.Flags & ReceptionFlags.HumanFirst) != 0 ? 1 : 0;
        Row[(int)Primitive.Unreplied] = consulted && !replied ? 1 : 0;
        Row[(int)Primitive.FirstResponses] = replied ? 1 : 0;
        Row[(int)Primitive.FirstResponseSeconds] = !replied ? 0 : hours is null ? state.Replied - state.Asked : hours.Between(state.Asked, state.Replied);
        Row[(int)Primitive.SlowReceptions] = slow >= rules.SlowRepliesToBeSlow ? 1 : 0;
        Row[(int)Primitive.LongReceptions] = Row[(int)Primitive.SessionSeconds] > rules.LongReceptionSeconds ? 1 : 0;
        int asked = Row[(int)Primitive.Taobao3MinAll], met = Row[(int)Primitive.Taobao3MinMet];
        Row[(int)Primitive.Pdd3MinAll] = asked > 0 ? 1 : 0;
        Row[(int)Primitive.Pdd3MinMet] = asked > 0 && met == asked ? 1 : 0;
        Row[(int)Primitive.DouyinMessage3MinAll] = asked;
        Row[(int)Primitive.DouyinMessage3MinMet] = met;
    }
}
