namespace Heng.Engine.Growth;

/// <summary>A card with a place on its plan, as it was published.</summary>
public sealed record Placed(string Agent, string Group, int Rank, decimal Score);

/// <summary>
/// The champion and runner-up (冠军、亚军) of a plan's period: those on the first and the second place, which equal scores share. Where two share the first place nobody has the
/// second. Among fewer than <see cref="Fewest"/> ranked people there is neither: a place among few tells the others' too.
/// </summary>
public sealed record Podium(IReadOnlyList<Placed> Champions, IReadOnlyList<Placed> RunnersUp)
{
    public const int Fewest = 5;

    /// <summary>Null among too few.</summary>
    public static Podium? Of(IReadOnlyList<Placed> ranked) => ranked.Count < Fewest ? null : new(On(ranked, 1), On(ranked, 2));

    private static Placed[] On(IReadOnlyList<Placed> ranked, int place) => [.. ranked.Where(r => r.Rank == place).OrderBy(r => r.Agent, StringComparer.Ordinal)];
}
