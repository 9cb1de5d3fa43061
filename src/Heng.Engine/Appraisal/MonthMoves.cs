using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>What a month comes to for somebody. Of a sealed month only the pay moves, as a difference; there the rest is null.</summary>
public sealed record MonthStanding(decimal? Score, string? Grade, int? Rank, decimal? Net)
{
    public static readonly MonthStanding None = new(null, null, null, null);
}

/// <summary>Somebody whose score, grade, rank or pay is another since a correction, or would be.</summary>
public sealed record Moved(Month Month, string Agent, MonthStanding Before, MonthStanding After);

/// <summary>Who moved between two sets of a month's results, by name; who came in or fell out moved from or to nothing.</summary>
public static class MonthMoves
{
    public static IReadOnlyList<Moved> Between(Month month, IReadOnlyDictionary<string, MonthStanding> before, IReadOnlyDictionary<string, MonthStanding> after) =>
    [
        .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(agent => new Moved(month, agent, before.GetValueOrDefault(agent, MonthStanding.None), after.GetValueOrDefault(agent, MonthStanding.None))).Where(m => m.Before != m.After),
    ];
}
