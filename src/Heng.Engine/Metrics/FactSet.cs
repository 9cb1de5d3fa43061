using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;

namespace Heng.Engine.Metrics;

/// <summary>One wait in whole seconds, and the reception it was in; Times where several are told in one.</summary>
public readonly record struct WaitFact(FactKind Kind, string Fact, DateOnly Day, int Seconds, int Times);

/// <summary>The facts that somebody's totals are the sum of: what an explanation opens down to.</summary>
public sealed record FactSet(IReadOnlyList<Contribution> Contributions, IReadOnlyList<WaitFact> FirstResponses, IReadOnlyList<WaitFact> RoundWaits)
{
    public static readonly FactSet Empty = new([], [], []);

    /// <summary>
    /// Down to receptions, orders, ratings and reviews. What only an agent-day knows, the most sessions open at once and the shop's distinct people,
    /// comes from <paramref name="days"/>; <paramref name="nameOf"/> turns an agent into the name of its evidence.
    /// </summary>
    public static FactSet Of(IEnumerable<Reception> receptions, IEnumerable<Contribution> contributions, IEnumerable<AgentDay> days, Func<int, string> nameOf)
    {
        var facts = contributions.ToList();
        List<WaitFact> first = [], rounds = [];
        foreach (var reception in receptions)
        {
            var id = reception.Id.ToString(CultureInfo.InvariantCulture);
            facts.Add(new(FactKind.Reception, id, reception.Agent, reception.Day, reception.Measures, ValueState.Final));
            if (reception.FirstResponseSeconds is { } seconds) first.Add(new(FactKind.Reception, id, reception.Day, seconds, 1));
            foreach (var round in reception.Rounds)
                if (round.Wait is { } wait) rounds.Add(new(FactKind.Reception, id, reception.Day, wait, 1));
        }
        facts.AddRange(days.Select(day => OnlyOfDays(day, nameOf)).Where(fact => !fact.Measures.IsEmpty));
        return new(facts, first, rounds);
    }

    /// <summary>Down to agent-days only: for a group or the shop, where the receptions would be too many to show.</summary>
    public static FactSet OfAgentDays(IEnumerable<AgentDay> days, Func<int, string> nameOf)
    {
        List<Contribution> facts = [];
        List<WaitFact> first = [], rounds = [];
        foreach (var day in days)
        {
            var id = IdOf(day, nameOf);
            facts.Add(new(FactKind.AgentDay, id, day.Agent, day.Day, day.Measures, ValueState.Final));
            first.AddRange(day.FirstResponses.Counts.Select(wait => new WaitFact(FactKind.AgentDay, id, day.Day, wait.Key, wait.Value)));
            rounds.AddRange(day.RoundWaits.Counts.Select(wait => new WaitFact(FactKind.AgentDay, id, day.Day, wait.Key, wait.Value)));
        }
        return new(facts, first, rounds);
    }

    private static Contribution OnlyOfDays(AgentDay day, Func<int, string> nameOf)
    {
        var measures = new Measures();
        foreach (var primitive in new[] { Primitive.MaxConcurrent, Primitive.BusySeconds, Primitive.ConsultedPeople, Primitive.ReceivedPeople }) measures.Add(primitive,
            day.Measures[primitive]);
        return new(FactKind.AgentDay, IdOf(day, nameOf), day.Agent, day.Day, measures, ValueState.Final);
    }

    private static string IdOf(AgentDay day, Func<int, string> nameOf) =>
        string.Create(CultureInfo.InvariantCulture, $"{nameOf(day.Agent)}/{day.Day:yyyy-MM-dd}");
}
