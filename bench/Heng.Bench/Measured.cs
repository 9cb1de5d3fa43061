using System.Diagnostics;

namespace Heng.Bench;

/// <summary>
/// One engine's best time on the clock, the processor time of its cheapest run where it can be told (a busy machine lengthens the one and hardly the other),
/// and the hash of its answer; or why it has none.
/// </summary>
internal sealed record Measured(string Engine, int Threads, decimal? TakenSeconds, decimal? ProcessorSeconds, string? Hash, string? Missing = null)
{
    public static Measured NotInstalled(string engine, int threads, string why) => new(engine, threads, null, null, null, why);
}

/// <summary>Keeps the best of several runs.</summary>
internal sealed class BestOf
{
    private TimeSpan taken = TimeSpan.MaxValue, processor = TimeSpan.MaxValue;

    public T Run<T>(Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var result = work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Environment.CpuUsage.TotalTime - before;
        if (elapsed < taken) taken = elapsed;
        if (used < processor) processor = used;
        return result;
    }

    public decimal Seconds => InSeconds(taken);
    public decimal ProcessorSeconds => InSeconds(processor);
    private static decimal InSeconds(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, 4);
}
