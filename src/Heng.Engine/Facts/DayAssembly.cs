using System.Runtime.InteropServices;
using Heng.Engine.Facts.Kernel;
using Heng.Engine.Records;
using Heng.Engine.Statistics;

namespace Heng.Engine.Facts;

/// <summary>Makes the lists of facts out of the kernel's rows. Nothing is counted here that the rows already hold.</summary>
internal sealed class DayAssembly(DateOnly day, DayMessages messages, DayFolding fold, DayTally tally)
{
    private readonly Instant start = fold.Rules.Clock.StartOf(day);

    public List<Session> Sessions()
    {
        var sessions = new List<Session>(fold.SessionCount);
        foreach (ref readonly var s in fold.Sessions)
        {
            var c = s.Conversation;
            var later = messages.ConversationTurn.Length > 0 && messages.ConversationTurn[c] > 0 ? messages.ConversationAgentName[c] : "";
            var id = FactIds.OfSession(messages.Shop, messages.ConversationAccountName[c], messages.ConversationBuyerName[c], day, s.Start, later);
            sessions.Add(new(
                id, messages.ConversationAgent[c], messages.ConversationAccount[c], messages.ConversationBuyer[c], day, start.Plus(s.Start), start.Plus(s.Last),
                s.BuyerMessages, s.HumanMessages, s.Rounds, (s.Flags & SessionFlags.Replied) != 0));
        }
        return sessions;
    }

    public List<Reception> Receptions()
    {
        var conversation = FirstConversations();
        var rounds = RoundsByReception();
        var receptions = new List<Reception>(tally.Receptions);
        for (var r = 0; r < tally.Receptions; r++)
        {
            var state = fold.Receptions[r];
            var c = conversation[r];
            var id = FactIds.OfReception(
                messages.Shop, messages.ConversationAgentName[c], messages.ConversationAccountName[c], messages.ConversationBuyerName[c], day);
            tally.Sum(r, out var sum);
            if (sum.Last < 0) continue;
            receptions.Add(new(
                id, state.Agent, state.Buyer, day, start.Plus(sum.First), start.Plus(sum.Last),
                FirstResponse(state, sum), (state.Flags & ReceptionFlags.TransferredOut) != 0, sum.IsFiltered, MeasuresOf(sum), sum.IsFiltered ? [] : rounds[r]));
        }
        return receptions;
    }

    private int? FirstResponse(in ReceptionState state, in ReceptionSum sum) =>
        state.Replied < 0 || sum.IsFiltered ? null : state.Replied - state.Asked - Closed(state.Asked, state.Replied);

    private int Closed(int from, int to) => fold.OpenHours is { } hours ? to - from - hours.Between(from, to) : 0;

    public List<AgentDay> AgentDays(IReadOnlyList<Reception> receptions)
    {
        var counts = receptions.Select(r => r.Agent).Distinct().ToDictionary(agent => agent, _ => new WaitCounts());
        foreach (var reception in receptions) counts[reception.Agent].Add(reception);
        var days = new List<AgentDay>();
        for (var a = 0; a < tally.Agents.Count; a++)
        {
            var agent = tally.Agents[a];
            var measures = new Measures();
            var row = tally.AgentRow(a);
            for (var p = 0; p < row.Length; p++) measures.Add((Primitive)p, row[p]);
            var waits = counts.GetValueOrDefault(agent) ?? new WaitCounts();
            if (!measures.IsEmpty) days.Add(new(agent, day, measures, waits.First, waits.Rounds));
        }
        var people = new Measures().Add(Primitive.ConsultedPeople, tally.ConsultedPeople).Add(Primitive.ReceivedPeople, tally.ReceivedPeople);
        if (!people.IsEmpty) days.Add(new(AgentDay.Shop, day, people, new(), new()));
        return days;
    }

    private int[] FirstConversations()
    {
        var first = new int[tally.Receptions];
        for (var c = fold.Conversations - 1; c >= 0; c--) first[fold.ReceptionOf(c)] = c;
        return first;
    }

    private List<Round>[] RoundsByReception()
    {
        var rounds = new List<Round>[tally.Receptions];
        for (var r = 0; r < rounds.Length; r++) rounds[r] = [];
        foreach (ref readonly var round in fold.Rounds) Add(round.Open, round.Answered);
        foreach (ref readonly var session in fold.Sessions)
            if (session.Open.IsOne) Add(session.Open, null);
        return rounds;

        void Add(OpenRound asked, int? answered) =>
            rounds[fold.ReceptionOf(fold.Sessions[asked.Session].Conversation)].Add(
                new(asked.Second, answered, asked.IsByTransfer, asked.IsOffline) { Closed = answered is { } at ? Closed(asked.Second, at) : 0 });
    }

    private Measures MeasuresOf(in ReceptionSum sum)
    {
        ReadOnlySpan<int> row = sum.Row;
        var measures = new Measures().WithRoom(row.Length - row.Count(0) + 1);
        for (var p = 0; p < row.Length; p++) measures.Add((Primitive)p, row[p]);
        if (!sum.IsFiltered) measures.Add(Primitive.Hour0 + (short)tally.HourOf(sum.First), 1);
        return measures;
    }

    /// <summary>An agent's waits, counted in flat tables and put in order once.</summary>
    private sealed class WaitCounts
    {
        private readonly Dictionary<int, int> first = [], rounds = [];

        public Waits First => Of(first);
        public Waits Rounds => Of(rounds);

        public void Add(Reception reception)
        {
            if (reception.FirstResponseSeconds is { } seconds) CollectionsMarshal.GetValueRefOrAddDefault(first, seconds, out _)++;
            foreach (var round in reception.Rounds)
                if (round.Wait is { } wait) CollectionsMarshal.GetValueRefOrAddDefault(rounds, wait, out _)++;
        }

        private static Waits Of(Dictionary<int, int> counts)
        {
            var waits = new Waits();
            foreach (var (seconds, times) in counts) waits.Add(seconds, times);
            return waits;
        }
    }
}
