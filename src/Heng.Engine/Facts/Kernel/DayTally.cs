using System.Runtime.Intrinsics;
using Heng.Engine.Records;

namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// What a folded day adds up to: a row of primitives for each reception, and their sum for each agent. A row is indexed by the primitive's number;
/// a reception's holds 1–63, an agent's also the hours. Slots 0, 62 and 63 are for counting and end as zero.
/// Reading the fold changes nothing in it, so a live day can be tallied as often as wanted.
/// </summary>
public sealed class DayTally
{
    private const int RowLength = ReceptionRow.Length;
    public const int AgentRowLength = 128;
    private const int TransferRecords = 0, SlowReplies = 62, PddRounds = 63;
    private ReceptionRow[] rows = [];
    private int[] first = [];
    private int[] last = [];
    private int[] position = [];
    private bool[] filtered = [];
    private SessionRounds[] asked = [];
    private readonly Dictionary<int, int> agentOf = [];
    private readonly List<int> agents = [];
    private readonly Concurrency concurrency = new();
    private long[] agentRows = [];
    private DayFolding fold = new();

    [Flags]
    private enum SessionRounds : byte { None = 0, Any = 1, Late = 2 }

    public int Receptions { get; private set; }
    /// <summary>Messages that a filter took: ignored ones and those of empty chats.</summary>
    public long Filtered { get; private set; }
    /// <summary>Distinct buyers of the shop's day with a consulted, and with a received reception.</summary>
    public int ConsultedPeople { get; private set; }
    public int ReceivedPeople { get; private set; }
    public IReadOnlyList<int> Agents => agents;
    /// <summary>The <paramref name="position"/>-th agent's sums, indexed by primitive number.</summary>
    public ReadOnlySpan<long> AgentRow(int position) => agentRows.AsSpan(position * AgentRowLength, AgentRowLength);
    internal ReadOnlySpan<int> Row(int reception) => rows[reception];
    internal int First(int reception) => first[reception];
    internal int Last(int reception) => last[reception];
    internal bool IsFiltered(int reception) => filtered[reception];

    /// <summary>Adds up everything folded so far, as if the day ended now: a round still open is unanswered.</summary>
    public void Take(DayFolding folded)
    {
        fold = folded;
        Clear();
        AddRounds();
        AddSessions();
        AddIgnored();
        for (var r = 0; r < Receptions; r++) Finish(r);
        CountPeople();
        concurrency.Measure(this, folded, agents.Count);
    }

    internal int AgentPosition(int reception) => position[reception];
    internal void SetLargest(int agentPosition, int sessions) => agentRows[agentPosition * AgentRowLength + (int)Primitive.MaxConcurrent] = sessions;

    private void Clear()
    {
        Receptions = fold.Receptions.Count;
        if (first.Length < Receptions)
        {
            var capacity = Receptions + Receptions / 2;
            rows = new ReceptionRow[capacity];
            (first, last, position, filtered) = (new int[capacity], new int[capacity], new int[capacity], new bool[capacity]);
        }
        else Array.Clear(rows, 0, Receptions);
        if (asked.Length < fold.SessionCount) asked = new SessionRounds[fold.SessionCount + fold.SessionCount / 2];
        else Array.Clear(asked, 0, fold.SessionCount);
        first.AsSpan(0, Receptions).Fill(int.MaxValue);
        last.AsSpan(0, Receptions).Fill(-1);
        Filtered = 0;
        PlaceAgents();
        if (agentRows.Length < agents.Count * AgentRowLength) agentRows = new long[agents.Count * AgentRowLength * 2];
        else Array.Clear(agentRows, 0, agents.Count * AgentRowLength);
    }

    private void PlaceAgents()
    {
        agents.Clear();
        agentOf.Clear();
        for (var r = 0; r < Receptions; r++)
        {
            var agent = fold.Receptions[r].Agent;
            if (!agentOf.TryGetValue(agent, out position[r]))
            {
                agentOf[agent] = position[r] = agents.Count;
                agents.Add(agent);
            }
        }
    }

    private void AddRounds()
    {
        var rules = fold.Rules;
        var sessions = fold.Sessions;
        int cap = rules.ResponseCapSeconds ?? int.MaxValue, slow = rules.SlowReplySeconds, cut = fold.CutSeconds;
        foreach (ref readonly var round in fold.Rounds)
        {
            if ((round.Flags & RoundFlags.Moved) != 0) continue;
            ref var row = ref rows[fold.ReceptionOf(sessions[round.Session].Conversation)];
            var wait = round.Answered < 0 ? int.MaxValue : round.Answered - round.Asked;
            if (round.Answered < 0) row[(int)Primitive.UnansweredRounds]++;
            else AddAnswered(ref row, wait, cap, slow, (round.Flags & RoundFlags.Offline) != 0);
            row[(int)Primitive.TaobaoAverageSeconds] += Math.Min(wait, Presets.TaobaoCap);
            row[(int)Primitive.TaobaoAverageRounds]++;
            if (Presets.InDayHours(Presets.Wall(round.Asked, cut))) AddDayHours(ref row, wait > Presets.ThreeMinutes ? 1 : 0, ref asked[round.Session]);
        }
    }

    private static void AddAnswered(ref ReceptionRow row, int wait, int cap, int slow, bool offline)
    {
        row[(int)Primitive.Rounds]++;
        row[(int)Primitive.RoundSeconds] += Math.Min(wait, cap);
        row[(int)Primitive.Within15] += wait <= 15 ? 1 : 0;
        row[(int)Primitive.Within30] += wait <= 30 ? 1 : 0;
        row[(int)Primitive.Within60] += wait <= 60 ? 1 : 0;
        row[(int)Primitive.Within180] += wait <= 180 ? 1 : 0;
        row[SlowReplies] += wait > slow ? 1 : 0;
        if (!offline) return;
        row[(int)Primitive.OfflineHandled]++;
        row[(int)Primitive.OfflineWaitSeconds] += wait;
    }

    private static void AddDayHours(ref ReceptionRow row, int late, ref SessionRounds session)
    {
        row[(int)Primitive.Taobao3MinAll]++;
        row[(int)Primitive.Taobao3MinMet] += 1 - late;
        row[PddRounds] |= 1 + late;
        session |= (SessionRounds)(1 + late);
    }

    private void AddSessions()
    {
        var sessions = fold.Sessions;
        for (var s = 0; s < sessions.Length; s++)
        {
            ref readonly var session = ref sessions[s];
            var reception = fold.ReceptionOf(session.Conversation);
            ref var row = ref rows[reception];
            var withBuyer = (session.Flags & SessionFlags.BuyerSeen) != 0;
            var replied = (session.Flags & SessionFlags.Replied) != 0;
            row[(int)Primitive.Sessions]++;
            row[(int)Primitive.SessionsWithBuyer] += withBuyer ? 1 : 0;
            row[(int)Primitive.RepliedSessions] += replied ? 1 : 0;
            row[(int)Primitive.TransferredSessions] += (session.Flags & (SessionFlags.TransferredIn | SessionFlags.TransferredOut)) != 0 ? 1 : 0;
            row[(int)Primitive.UnrepliedSessions] += withBuyer && !replied ? 1 : 0;
            row[(int)Primitive.BuyerMessages] += session.BuyerMessages;
            row[(int)Primitive.AgentMessages] += session.HumanMessages;
            row[(int)Primitive.AutoMessages] += session.AutoMessages;
            row[(int)Primitive.AgentCharacters] += session.Characters;
            row[(int)Primitive.TypedCharacters] += session.TypedCharacters;
            row[(int)Primitive.TypedSeconds] += session.TypedSeconds;
            row[(int)Primitive.SessionSeconds] += session.Last - session.Start;
            row[(int)Primitive.JdFirst30All] += session.JdAll;
            row[(int)Primitive.JdFirst30Met] += session.JdMet;
            row[(int)Primitive.DouyinSession3MinAll] += asked[s] == SessionRounds.None ? 0 : 1;
            row[(int)Primitive.DouyinSession3MinMet] += asked[s] == SessionRounds.Any ? 1 : 0;
            // Only an empty chat's transfer records count as filtered, see Finish.
            row[TransferRecords] += session.Transfers;
            if (session.Start < first[reception]) first[reception] = session.Start;
            if (session.Last > last[reception]) last[reception] = session.Last;
        }
    }

    /// <summary>A reception of ignored messages alone still says when they came.</summary>
    private void AddIgnored()
    {
        for (var c = 0; c < fold.Conversations; c++)
        {
            var skipped = fold.IgnoredOf(c);
            if (skipped.Count == 0) continue;
            var reception = fold.ReceptionOf(c);
            rows[reception][(int)Primitive.FilteredMessages] += skipped.Count;
            Filtered += skipped.Count;
            if (rows[reception][(int)Primitive.Sessions] > 0) continue;
            first[reception] = Math.Min(first[reception], skipped.First);
            last[reception] = Math.Max(last[reception], skipped.Last);
        }
    }

    private void Finish(int reception)
    {
        ref var row = ref rows[reception];
        ref readonly var state = ref fold.Receptions[reception];
        filtered[reception] = state.Asked < 0 && row[(int)Primitive.AgentMessages] == 0;
        if (filtered[reception]) Drop(ref row);
        else Conclude(ref row, state);
        row[TransferRecords] = row[SlowReplies] = row[PddRounds] = 0;
        var agent = agentRows.AsSpan(position[reception] * AgentRowLength, AgentRowLength);
        AddTo(agent, row);
        if (!filtered[reception]) agent[(int)Primitive.Hour0 + HourOf(first[reception])]++;
    }

    internal int HourOf(int second) => Presets.Wall(second, fold.CutSeconds) / 3600;

    /// <summary>An empty chat: only its messages and sessions stay, under their own names.</summary>
    private void Drop(ref ReceptionRow row)
    {
        var messages = row[(int)Primitive.AutoMessages] + row[TransferRecords];
        var all = row[(int)Primitive.FilteredMessages] + messages;
        var sessions = row[(int)Primitive.Sessions];
        row = default;
        row[(int)Primitive.FilteredMessages] = all;
        row[(int)Primitive.InvalidSessions] = sessions;
        Filtered += messages;
    }

    private void Conclude(ref ReceptionRow row, in ReceptionState state)
    {
        bool consulted = state.Asked >= 0, received = row[(int)Primitive.AgentMessages] > 0, replied = state.Replied >= 0;
        var transferredIn = (state.Flags & ReceptionFlags.TransferredIn) != 0;
        row[(int)Primitive.ReceptionsAll] = 1;
        row[(int)Primitive.Consulted] = consulted ? 1 : 0;
        row[(int)Primitive.Received] = received ? 1 : 0;
        row[(int)Primitive.ReceivedDirect] = received && !transferredIn ? 1 : 0;
        row[(int)Primitive.TransferredIn] = transferredIn ? 1 : 0;
        row[(int)Primitive.TransferredOut] = (state.Flags & ReceptionFlags.TransferredOut) != 0 ? 1 : 0;
        row[(int)Primitive.BuyerInitiated] = (state.Flags & ReceptionFlags.BuyerFirst) != 0 ? 1 : 0;
        row[(int)Primitive.AgentInitiated] = (state.Flags & ReceptionFlags.HumanFirst) != 0 ? 1 : 0;
        row[(int)Primitive.Unreplied] = consulted && !replied ? 1 : 0;
        row[(int)Primitive.FirstResponses] = replied ? 1 : 0;
        row[(int)Primitive.FirstResponseSeconds] = replied ? state.Replied - state.Asked : 0;
        row[(int)Primitive.SlowReceptions] = row[SlowReplies] >= fold.Rules.SlowRepliesToBeSlow ? 1 : 0;
        row[(int)Primitive.LongReceptions] = row[(int)Primitive.SessionSeconds] > fold.Rules.LongReceptionSeconds ? 1 : 0;
        row[(int)Primitive.Pdd3MinAll] = row[PddRounds] == 0 ? 0 : 1;
        row[(int)Primitive.Pdd3MinMet] = row[PddRounds] == 1 ? 1 : 0;
        row[(int)Primitive.DouyinMessage3MinAll] = row[(int)Primitive.Taobao3MinAll];
        row[(int)Primitive.DouyinMessage3MinMet] = row[(int)Primitive.Taobao3MinMet];
    }

    private static void AddTo(Span<long> agent, ReadOnlySpan<int> row)
    {
        for (var i = 0; i < RowLength; i += Vector256<int>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(row[i..]));
            (Vector256.Create<long>(agent[i..]) + low).CopyTo(agent[i..]);
            (Vector256.Create<long>(agent[(i + 4)..]) + high).CopyTo(agent[(i + 4)..]);
        }
    }

    private void CountPeople()
    {
        ConsultedPeople = ReceivedPeople = 0;
        for (var b = 0; b < fold.Receptions.Buyers; b++)
        {
            int consulted = 0, received = 0;
            for (var r = fold.Receptions.Head(b); r >= 0; r = fold.Receptions[r].NextOfBuyer)
            {
                consulted |= rows[r][(int)Primitive.Consulted];
                received |= rows[r][(int)Primitive.Received];
            }
            ConsultedPeople += consulted;
            ReceivedPeople += received;
        }
    }
}
