using Heng.Engine.Quality.Checking;

namespace Heng.Engine.Quality.Findings;

/// <summary>The rules that look at a shop's day, each counting (live) or in shadow, and their one checker.</summary>
public sealed record RulesOfDay(IReadOnlyList<QualityRule> Rules, IReadOnlyList<bool> Live, Checker Checker)
{
    public bool Any => Rules.Count > 0;

    /// <summary>The same wherever the same versions look, each counting or in shadow as here; 0 where nobody asks.</summary>
    public long Stamp { get; init; }

    /// <summary>Which of them are asked of somebody's reception.</summary>
    public bool[] For(DateOnly day, string shop, string? line, string? position) => [.. Rules.Select(r => r.Holds(day, shop, line, position))];

    /// <summary>Whether anything of a day's cases can move what is found.</summary>
    public bool LooksAtRemarks => Rules.Any(r => Holds<Remark>(r.When));

    private static bool Holds<T>(Expression expression) where T : Operator => expression switch
    {
        Every every => every.Of.Any(Holds<T>),
        Either either => either.Of.Any(Holds<T>),
        Not not => Holds<T>(not.Of),
        Condition condition => condition.Of is T,
        _ => false,
    };
}
