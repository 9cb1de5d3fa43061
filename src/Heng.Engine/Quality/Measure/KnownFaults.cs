using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.Engine.Quality.Measure;

/// <summary>A fault that is known to be there: its kind, how it is disguised (empty where nobody looks), and the message.</summary>
public readonly record struct KnownFault(string Kind, string Disguise, string Message);

/// <summary>Of one kind, or one disguise, how many known faults were found, and how many messages were hit in which none is. False alarms belong to kinds alone.</summary>
public sealed record KnownTally(string Name, int Known, int Found, int FalseAlarms)
{
    public Confidence? RecallWithin => Known == 0 ? null : Wilson.Of(Found, Known);
    public Confidence? PrecisionWithin => Found + FalseAlarms == 0 ? null : Wilson.Of(Found, Found + FalseAlarms);
}

/// <summary>What rules find beside what is known to be there (已知差错): a message counts once for a kind, however often it is hit.</summary>
public static class KnownFaults
{
    /// <summary>By kind, in the order of the names; kinds of which nothing is known are not compared.</summary>
    public static IReadOnlyList<KnownTally> ByKind(IReadOnlyCollection<KnownFault> known, IEnumerable<(string Kind, string Message)> found)
    {
        var there = known.Select(k => (k.Kind, k.Message)).ToHashSet();
        var hits = found.ToHashSet();
        return [.. there.GroupBy(k => k.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KnownTally(g.Key, g.Count(), g.Count(hits.Contains), hits.Count(h => h.Kind == g.Key && !there.Contains(h))))];
    }

    public static IReadOnlyList<KnownTally> ByDisguise(IReadOnlyCollection<KnownFault> known, IEnumerable<(string Kind, string Message)> found)
    {
        var hits = found.ToHashSet();
        return [.. known.Distinct().GroupBy(k => k.Disguise, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KnownTally(g.Key, g.Count(), g.Count(k => hits.Contains((k.Kind, k.Message))), 0))];
    }
}
