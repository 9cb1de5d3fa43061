using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>One person in a month: what scoring may read, and what pay may read; the payee's card is left out, for each regime makes its own.</summary>
public sealed record Subject(Candidate Scored, Payee Paid)
{
    public string Agent => Scored.Agent;
    public string Position => Scored.Position;
    /// <summary>Where they were in the month, in order of time; empty where nothing is known but the whole month.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];
    /// <summary>How many days a day of theirs is: 1 or 0, by roster or calendar.</summary>
    public Func<DateOnly, decimal> Due { get; init; } = _ => 1m;
    /// <summary>What scoring may read of some of the month's days alone.</summary>
    public Func<DaySpan, Candidate>? On { get; init; }
    internal DateOnly LastDay(Month month) => Posts is [.., var last] ? last.Days.To : month.Last;
    internal Asker AskerIn((string Group, string Position) last, Month month, SchemeVersion scheme) => Asker.Of(Agent, last.Group, last.Position, new(month, month), scheme.Promotions);
}

/// <summary>A month that is rehearsed. A month of which nothing came pays nobody.</summary>
public sealed record SimulatedMonth(Month Month, IReadOnlyList<Subject> People, bool Pays = true);
