using System.Buffers.Text;
using System.Globalization;
using Heng.Engine.Records;
using Heng.Intake.Bytes;

namespace Heng.Intake.Fields;

/// <summary>
/// Reads times as exporters write them: <c>yyyy-MM-dd HH:mm:ss</c>, <c>yyyy/M/d H:mm[:ss]</c>, ISO 8601 with T, fraction (cut) and zone, or a map's own
/// format. A time without a zone is read at <see cref="OffsetSeconds"/>. Years outside 1990–2099 are a broken clock or another column, so no time.
/// </summary>
internal sealed record Times(string? Format, int OffsetSeconds, Charset Charset)
{
    public const string UnixSeconds = "unix", UnixMilliseconds = "unix-ms";
    public static readonly Times Shanghai = new(null, ShopClock.Shanghai.OffsetSeconds, Charset.Utf8);
    /// <summary>What is later has not happened yet when the file is imported.</summary>
    public Instant Latest { get; init; } = new(long.MaxValue);
    private static readonly long Earliest = Seconds(1990, 1, 1), End = Seconds(2100, 1, 1);

    public bool TryRead(ReadOnlySpan<byte> text, bool dateAlone, out Instant at)
    {
        var read = Format switch
        {
            null => TryParts(text, dateAlone, out at),
            UnixSeconds => TryUnix(text, 1, out at),
            UnixMilliseconds => TryUnix(text, 1000, out at),
            _ => TryFormat(text, out at),
        };
        return read && at.UnixSeconds >= Earliest && at.UnixSeconds < End;
    }

    /// <summary>A calendar day; a midnight that a spreadsheet put behind it is let pass.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        var cursor = new Cursor(text);
        if (!cursor.Date(out var year, out var month, out var date)) return false;
        var rest = cursor.Rest;
        if (!rest.IsEmpty && !rest.SequenceEqual(" 00:00:00"u8) && !rest.SequenceEqual(" 0:00"u8) && !rest.SequenceEqual(" 0:00:00"u8)) return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    private bool TryParts(ReadOnlySpan<byte> text, bool dateAlone, out Instant at)
    {
        at = default;
        var cursor = new Cursor(text);
        if (!cursor.Date(out var year, out var month, out var day)) return false;
        var seconds = Seconds(year, month, day);
        if (cursor.Rest.IsEmpty)
        {
            at = new(seconds - OffsetSeconds);
            return dateAlone;
        }
        if (!cursor.Clock(out var second) || !cursor.Zone(OffsetSeconds, out var offset)) return false;
        at = new(seconds + second - offset);
        return true;
    }

    private static bool TryUnix(ReadOnlySpan<byte> text, long parts, out Instant at)
    {
        var read = Utf8Parser.TryParse(text, out long number, out var used);
        at = new(number / parts);
        return read && (used == text.Length || text[used] == (byte)'.') && number > 0;
    }

    private bool TryFormat(ReadOnlySpan<byte> text, out Instant at)
    {
        at = default;
        // A format of its own that names a zone wins over the map's zone.
        var wall = Charset.Lossy(text);
        if (Format!.Contains('z', StringComparison.Ordinal) || Format.Contains('K', StringComparison.Ordinal))
        {
            if (!DateTimeOffset.TryParseExact(wall, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned)) return false;
            at = new(zoned.ToUnixTimeSeconds());
            return true;
        }
        if (!DateTime.TryParseExact(wall, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        at = new ShopClock(OffsetSeconds, 0).FromLocal(local);
        return true;
    }

    private static long Seconds(int year, int month, int day) => (new DateOnly(year, month, day).DayNumber - 719_162L) * 86_400;
}
