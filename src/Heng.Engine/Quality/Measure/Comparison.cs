namespace Heng.Engine.Quality.Measure;

/// <summary>What a change of a rule would have hit over some days (变更预览): places that both hit, that only the change does, and that only what stands now does.</summary>
public sealed record Comparison(IReadOnlyList<string> Both, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost)
{
    /// <summary>In the order of the sides; a place that a side names twice is one.</summary>
    public static Comparison Of(IEnumerable<string> now, IEnumerable<string> changed)
    {
        List<string> before = [.. now.Distinct(StringComparer.Ordinal)], after = [.. changed.Distinct(StringComparer.Ordinal)];
        HashSet<string> then = new(before, StringComparer.Ordinal), later = new(after, StringComparer.Ordinal);
        return new([.. after.Where(then.Contains)], [.. after.Where(p => !then.Contains(p))], [.. before.Where(p => !later.Contains(p))]);
    }
}
