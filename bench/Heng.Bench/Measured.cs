using System.Diagnostics;

namespace Heng.Bench;

/// <summary>One engine's best time and the hash of its answer; or why it has none.</summary>
internal sealed record Measured(string Engine, int Threads, decimal? TakenSeconds, string? Hash, string? Missing = null)
{
    public static decimal Seconds(long stopwatchTicks) => Math.Round((decimal)stopwatchTicks / Stopwatch.Frequency, 4);
    public static Measured NotInstalled(string engine, int threads, string why) => new(engine, threads, null, null, why);
}
