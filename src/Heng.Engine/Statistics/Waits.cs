namespace Heng.Engine.Statistics;

/// <summary>
/// How many waits took how many whole seconds: exact medians and percentiles of any sum of days.
/// Sparse, ordered by seconds. Median of an even count is the mean of the two middle ones; p90 is nearest rank.
/// </summary>
public sealed class Waits
{
    private readonly SortedDictionary<int, int> counts = [];

    public IEnumerable<KeyValuePair<int, int>> Counts => counts;
    public long Count { get; private set; }

    public Waits Add(int seconds, int times = 1)
    {
        counts[seconds] = (counts.TryGetValue(seconds, out var before) ? before : 0) + times;
        Count += times;
        return this;
    }

    public Waits Add(Waits other)
    {
        foreach (var (seconds, times) in other.counts) Add(seconds, times);
        return this;
    }

    public decimal? Median() => Count == 0 ? null : (AtRank((Count + 1) / 2) + AtRank(Count / 2 + 1)) / 2m;

    /// <summary>Nearest rank: the smallest wait that at least <paramref name="percent"/> of all do not exceed.</summary>
    public decimal? Percentile(int percent) => Count == 0 ? null : AtRank((Count * percent + 99) / 100);

    private int AtRank(long rank)
    {
        long seen = 0;
        foreach (var (seconds, times) in counts)
            if ((seen += times) >= rank) return seconds;
        throw new InvalidOperationException("rank beyond the count");
    }
}
