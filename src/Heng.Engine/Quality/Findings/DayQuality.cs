using Heng.Engine.Orders;

namespace Heng.Engine.Quality.Findings;

/// <summary>
/// What a shop's day of receptions was found to hold. It is covered where at least one rule that counts looked at it; <paramref name="Kinds"/> are the kinds of occurrences
/// that those rules count as.
/// </summary>
public sealed record DayQuality(DateOnly Day, bool Covered, IReadOnlyList<string> Kinds, IReadOnlyList<KeptFinding> Findings, IReadOnlyList<Contribution> Contributions)
{
    /// <summary>Of the rules and versions that looked at the day, counting or in shadow; 0 where none did.</summary>
    public long Stamp { get; init; }

    public static DayQuality None(DateOnly day) => new(day, false, [], [], []);
}
