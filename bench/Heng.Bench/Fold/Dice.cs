namespace Heng.Bench.Fold;

/// <summary>A small deterministic generator (SplitMix64): the same seed gives the same month on every machine.</summary>
internal struct Dice(ulong seed)
{
    /// <summary>Quantiles of a long-tailed waiting time, in hundredths of its median, at 0, 1/16 … 16/16.</summary>
    private static readonly int[] LongTail = [8, 28, 38, 47, 57, 67, 77, 88, 100, 114, 130, 150, 175, 212, 268, 390, 1600];
    private ulong state = seed;

    public ulong Next()
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ z >> 27) * 0x94D049BB133111EBUL;
            return z ^ z >> 31;
        }
    }

    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>A wait with this median in seconds, at least one second.</summary>
    public int Wait(int median)
    {
        int at = Below(16), within = Below(100);
        var hundredths = LongTail[at] + (LongTail[at + 1] - LongTail[at]) * within / 100;
        return Math.Max(1, median * hundredths / 100);
    }
}
