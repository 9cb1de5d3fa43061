using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Quick;

/// <summary>Times of rows that follow one another: of <c>yyyy-MM-dd HH:mm:ss</c> the date is read once and remembered, all else is read by <see cref="Times"/>.</summary>
internal sealed class QuickTimes(Times times)
{
    private const int Date = 11, Whole = 19;
    private readonly byte[] date = new byte[Date];
    private long midnight;

    public bool Try(ReadOnlySpan<byte> cell, out Instant at)
    {
        if (cell.Length != Whole || cell[13] != (byte)':' || cell[16] != (byte)':') return times.TryRead(cell, false, out at) && at <= times.Latest;
        at = default;
        if (!cell[..Date].SequenceEqual(date) && !Remember(cell[..Date])) return false;
        if (!Two(cell, 11, 23, out var hours) || !Two(cell, 14, 59, out var minutes) || !Two(cell, 17, 59, out var seconds)) return false;
        at = new(midnight + hours * 3600 + minutes * 60 + seconds);
        return at <= times.Latest;
    }

    /// <summary>Only a date of which every second can be read is remembered.</summary>
    private bool Remember(ReadOnlySpan<byte> of)
    {
        if (!times.TryRead([.. of, .. "23:59:59"u8], false, out _) || !times.TryRead([.. of, .. "00:00:00"u8], false, out var first)) return false;
        of.CopyTo(date);
        midnight = first.UnixSeconds;
        return true;
    }

    private static bool Two(ReadOnlySpan<byte> cell, int at, int most, out int number)
    {
        int tens = cell[at] - '0', ones = cell[at + 1] - '0';
        number = tens * 10 + ones;
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 && number <= most;
    }
}
