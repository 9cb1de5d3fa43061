using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>One person in a month: what scoring may read, and what pay may read; the payee's card is left out, for each regime makes its own.</summary>
public sealed record Subject(Candidate Scored, Payee Paid)
{
    public string Agent => Scored.Agent;
    public string Position => Scored.Position;
    internal Asker AskerFor(Month month, SchemeVersion scheme) => Asker.Of(Agent, Scored.Group, Position, new(month, month), scheme.Promotions);
}

/// <summary>A month that is rehearsed. A month of which nothing came pays nobody.</summary>
public sealed record SimulatedMonth(Month Month, IReadOnlyList<Subject> People, bool Pays = true);
