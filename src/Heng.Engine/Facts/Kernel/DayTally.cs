using System.Runtime.Intrinsics;
using Heng.Engine.Records;

namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// What a folded day adds up to: a row of primitives for each reception, and their sum for each agent. A row is indexed by the primitive's number;
/// a reception's holds 1–63, an agent's also the hours. A reception's row is worked out when asked for and not kept, so that the sums stay in the cache.
/// Reading the fold changes nothing in it, so a live day can be tallied as often as wanted.
/// </summary>
public sealed class DayTally
{
    public const int AgentRowLength = 128;
    private RoundSums[] rounds = [];
    private bool[] dropped = [];
    private int[] position = [];
    private readonly Dictionary<int, int> agentOf = [];
    private readonly List<int> agents = [];
    private readonly Concurrency concurrency = new();
    private long[] agentRows = [];
    private DayFolding fold = new();

    public int Receptions { get; private set; }
    /// <summary>Messages that a filter took: ignored ones and those of empty chats.</summary>
    public long Filtered { get; private set; }
    /// <summary>Distinct buyers of the shop's day with a consulted, and with a received reception.</summary>
    public int ConsultedPeople { get; private set; }
    public int ReceivedPeople { get; private set; }
    public IReadOnlyList<int> Agents => agents;
    /// <summary>The <paramref name="position"/>-th agent's sums, indexed by primitive number.</summary>
    public ReadOnlySpan<long> AgentRow(int position) => agentRows.AsSpan(position * AgentRowLength, AgentRowLength);
    internal int AgentPosition(int reception) => position[reception];
    /// <summary>Whether a filter took the reception.</summary>
    internal bool IsDropped(int reception) => dropped[reception];

    /// <summary>Adds up everything folded so far, as if the day ended now: a round still open is unanswered.</summary>
    public void Take(DayFolding folded)
    {
        fold = folded;
        Clear();
        AddRounds();
        for (var r = 0; r < Receptions; r++)
        {
            Sum(r, out var sum);
            dropped[r] = sum.IsFiltered;
            AddToAgent(r, ref sum);
        }
        CountPeople();
        concurrency.Measure(this, folded);
    }

    private void Clear()
    {
        Receptions = fold.Receptions.Count;
        if (position.Length < Receptions) (position, dropped) = (new int[Receptions + Receptions / 2], new bool[Receptions + Receptions / 2]);
        if (rounds.Length < fold.SessionCount) rounds = new RoundSums[fold.SessionCount + fold.SessionCount / 2];
        else Array.Clear(rounds, 0, fold.SessionCount);
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
        int cap = fold.Rules.ResponseCapSeconds ?? int.MaxValue, cut = fold.CutSeconds;
        var limits = RoundSums.Limits(fold.Rules.SlowReplySeconds);
        if (fold.OpenHours is { } hours)
        {
            AddRounds(limits, cap, cut, hours);
            return;
        }
        foreach (ref readonly var round in fold.Rounds) rounds[round.Open.Session].Add(round, limits, cap, Presets.InDayHours(Presets.Wall(round.Open.Second, cut)));
        foreach (ref readonly var session in fold.Sessions)
            if (session.Open is { IsOne: true } open)
                rounds[open.Session].Add(new() { Open = open, Answered = SessionState.None }, limits, cap, Presets.InDayHours(Presets.Wall(open.Second, cut)));
    }

    private void AddRounds(Vector256<int> limits, int cap, int cut, OpenDay hours)
    {
        foreach (ref readonly var round in fold.Rounds) rounds[round.Open.Session].Add(round, limits, cap, Presets.InDayHours(Presets.Wall(round.Open.Second, cut)), hours);
        foreach (ref readonly var session in fold.Sessions)
            if (session.Open is { IsOne: true } open)
                rounds[open.Session].Add(new() { Open = open, Answered = SessionState.None }, limits, cap, Presets.InDayHours(Presets.Wall(open.Second, cut)), hours);
    }

    /// <summary>What a reception adds to each primitive.</summary>
    internal void Sum(int reception, out ReceptionSum sum)
    {
        ref readonly var state = ref fold.Receptions[reception];
        sum = default;
        sum.Start();
        for (var s = state.LatestSession; s >= 0; s = fold.Before(s)) sum.Add(fold.Sessions[s], rounds[s]);
        sum.Finish(state, fold.IgnoredOf(reception), fold, fold.Marked.Count > 0 && fold.Marked.Contains(reception));
    }

    private void AddToAgent(int reception, ref ReceptionSum sum)
    {
        var agent = agentRows.AsSpan(position[reception] * AgentRowLength, AgentRowLength);
        ReadOnlySpan<int> row = sum.Row;
        var all = Vector256<int>.Zero;
        for (var i = 0; i < ReceptionRow.Length; i += Vector256<int>.Count)
        {
            var eight = Vector256.Create(row[i..]);
            all |= eight;
            var (low, high) = Vector256.Widen(eight);
            (Vector256.Create<long>(agent[i..]) + low).CopyTo(agent[i..]);
            (Vector256.Create<long>(agent[(i + 4)..]) + high).CopyTo(agent[(i + 4)..]);
        }
        if (Vector256.LessThanAny(all, Vector256<int>.Zero)) throw new OverflowException("A reception's sum is beyond 2³¹.");
        if (!sum.IsFiltered) agent[(int)Primitive.Hour0 + HourOf(sum.First)]++;
        Filtered += row[(int)Primitive.FilteredMessages];
    }

    internal int HourOf(int second) => Presets.Wall(second, fold.CutSeconds) / 3600;

    internal void SetOpen(int agentPosition, int largest, int busySeconds)
    {
        var row = agentPosition * AgentRowLength;
        (agentRows[row + (int)Primitive.MaxConcurrent], agentRows[row + (int)Primitive.BusySeconds]) = (largest, busySeconds);
    }

    private void CountPeople()
    {
        ConsultedPeople = ReceivedPeople = 0;
        for (var b = 0; b < fold.Receptions.Buyers; b++)
        {
            bool consulted = false, received = false;
            for (var r = fold.Receptions.Head(b); r >= 0; r = fold.Receptions[r].NextOfBuyer)
            {
                ref readonly var state = ref fold.Receptions[r];
                if (dropped[r]) continue;
                consulted |= state.Asked >= 0;
                received |= (state.Flags & ReceptionFlags.Human) != 0;
            }
            ConsultedPeople += consulted ? 1 : 0;
            ReceivedPeople += received ? 1 : 0;
        }
    }
}
