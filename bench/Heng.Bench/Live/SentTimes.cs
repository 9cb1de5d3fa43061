using System.Collections.Concurrent;
using System.Diagnostics;

namespace Heng.Bench.Live;

/// <summary>When each sending set out, by how many there were with it, and how long it took until somebody saw them counted.</summary>
internal sealed class SentTimes
{
    private readonly List<(long Count, long At)> sendings = [];
    private readonly ConcurrentBag<double> seen = [];
    private long counted;

    public long Sent { get; private set; }

    /// <summary>The most that anybody saw.</summary>
    public long Counted => Interlocked.Read(ref counted);

    /// <summary>Milliseconds.</summary>
    public double[] Seen => [.. seen];

    public void Sending(int more, long at)
    {
        lock (sendings) sendings.Add((Sent += more, at));
    }

    /// <summary>Somebody who saw so many before sees so many now.</summary>
    public void See(long before, long count, long now)
    {
        lock (sendings)
        {
            foreach (var (_, at) in sendings.Where(s => s.Count > before && s.Count <= count)) seen.Add(Stopwatch.GetElapsedTime(at, now).TotalMilliseconds);
            counted = Math.Max(counted, count);
        }
    }
}
