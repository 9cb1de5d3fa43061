using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>A shift on a day: when it starts and ends, and how much of it is rest.</summary>
public readonly record struct ShiftSpan(Instant Start, Instant End, int RestSeconds)
{
    public long Seconds => Math.Max(0, End.SecondsSince(Start) - RestSeconds);

    public long Overlap(Instant from, Instant to) => Math.Max(0, Math.Min(End.UnixSeconds, to.UnixSeconds) - Math.Max(Start.UnixSeconds, from.UnixSeconds));
}

/// <summary>Named shifts (班次) and what a roster's days mean by them.</summary>
public sealed partial class ShiftBook(IEnumerable<Shift> shifts, ShopClock clock)
{
    private const int DayMinutes = 1440;
    private readonly Dictionary<string, Shift> byName = shifts.GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <summary>Whether the row says anything: times, a rest day, or a name that a shift has.</summary>
    public bool Knows(RosterDay row) => row is { StartMinute: not null, EndMinute: not null } || IsRest(row.Shift) || byName.ContainsKey(row.Shift) || TimesIn(row.Shift) is not null;

    /// <summary>Null is a rest day. A name that no shift has may hold its times: <c>早班 08:30-17:30</c>.</summary>
    public ShiftSpan? Of(RosterDay row)
    {
        if (row is { StartMinute: { } start, EndMinute: { } end }) return On(row.Day, start, end, row.RestMinutes ?? 0);
        if (IsRest(row.Shift)) return null;
        if (byName.TryGetValue(row.Shift, out var shift)) return On(row.Day, shift);
        return TimesIn(row.Shift) is var (from, to) ? On(row.Day, from, to, row.RestMinutes ?? 0) : null;
    }

    public ShiftSpan On(DateOnly day, Shift shift) => On(day, shift.StartMinute, shift.EndMinute, shift.RestMinutes);

    private ShiftSpan On(DateOnly day, int start, int end, int rest)
    {
        // The roster's day is the one on the wall, whatever hour cuts the business day.
        var midnight = clock.FromLocal(day.ToDateTime(TimeOnly.MinValue));
        return new(midnight.Plus(start * 60L), midnight.Plus((end <= start ? end + DayMinutes : end) * 60L), rest * 60);
    }

    public static bool IsRest(string name) => name.Trim().ToLowerInvariant() is "" or "休" or "休息" or "off" or "rest" or "-" or "--";

    private static (int From, int To)? TimesIn(string name)
    {
        if (Times().Match(name) is not { Success: true } match) return null;
        int Minute(int hour, int minute) => int.Parse(match.Groups[hour].Value, CultureInfo.InvariantCulture) * 60 + int.Parse(match.Groups[minute].Value, CultureInfo.InvariantCulture);
        return (Minute(1, 2), Minute(3, 4));
    }

    [GeneratedRegex(@"(?<!\d)([01]?\d|2[0-4])[:：]([0-5]\d)\s*[-~—–至]\s*(?:次日)?([01]?\d|2[0-4])[:：]([0-5]\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
