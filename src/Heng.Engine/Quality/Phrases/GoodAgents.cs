using Heng.Engine.Metrics;

namespace Heng.Engine.Quality.Phrases;

/// <summary>Whose answers are worth a look: the best third by a metric, rounded up, and whoever is as good as the last of them. Who has no value is not among them.</summary>
public static class GoodAgents
{
    public static IReadOnlyList<string> Of(IEnumerable<(string Name, decimal? Value)> people, Better better)
    {
        var ranked = people.Where(p => p.Value is not null).Select(p => (p.Name, Rank: better == Better.Lower ? p.Value!.Value : -p.Value!.Value)).OrderBy(p => p.Rank).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        if (ranked.Count == 0) return [];
        var last = ranked[(ranked.Count + 2) / 3 - 1].Rank;
        return [.. ranked.Where(p => p.Rank <= last).Select(p => p.Name)];
    }
}
