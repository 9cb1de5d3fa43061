using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>Somebody's shift and what their status logs say around it.</summary>
public sealed record OnShift(string Name, ShiftSpan Shift, ServingLog Log);

/// <summary>
/// A shift's end that somebody left before anybody who stays was online (交班离岗). Relieved is when the first of Others came; null where none of them did within two hours of the end.
/// </summary>
public sealed record Unrelieved(string Name, ShiftSpan Shift, Instant Left, Instant? Relieved, IReadOnlyList<string> Others)
{
    public long Seconds => (Relieved ?? Shift.End.Plus(Relief.LongestSeconds)).SecondsSince(Left);
    /// <summary>Whole minutes: a part of one is none.</summary>
    public int Minutes => (int)(Seconds / 60);
}

/// <summary>
/// Who logged off or suspended at the end of a shift before somebody was online whose shift goes on for an hour or more (S12: the day shift leaves once the night shift is online). Whoever
/// ends the day, and a log that breaks off, are not judged; nor is who left more than half an hour early, which is attendance.
/// </summary>
public static class Relief
{
    public const int EarlySeconds = 1800, StaysSeconds = 3600, LongestSeconds = 7200;

    /// <param name="group">Everybody of the group with a shift around the day.</param>
    /// <param name="fromSeconds">Less than this long alone is no finding.</param>
    public static IReadOnlyList<Unrelieved> Of(IReadOnlyList<OnShift> group, int fromSeconds) =>
        [.. group.Select(one => Judged(one, group)).OfType<Unrelieved>().Where(u => u.Seconds >= fromSeconds).OrderBy(u => u.Shift.End).ThenBy(u => u.Name, StringComparer.Ordinal)];

    private static Unrelieved? Judged(OnShift one, IReadOnlyList<OnShift> group)
    {
        var end = one.Shift.End;
        OnShift[] others = [.. group.Where(o => o.Name != one.Name && o.Shift.Start <= end.Plus(StaysSeconds) && o.Shift.End >= end.Plus(StaysSeconds))];
        // Where no log of those who come is there at all, nobody knows when they came.
        if (others.Length == 0 || !others.Any(o => o.Log.IsKnown) || Left(one) is not { } left) return null;
        var relieved = others.Select(o => o.Log.FirstFrom(left)).Min();
        if (relieved <= left || left >= end.Plus(LongestSeconds)) return null;
        return new(one.Name, one.Shift, left, relieved <= end.Plus(LongestSeconds) ? relieved : null, [.. others.Select(o => o.Name)]);
    }

    /// <summary>When they left for good: the end of the last time they served that began in the shift. Null where the log does not tell, or they had left long before.</summary>
    private static Instant? Left(OnShift one)
    {
        if (one.Log.OpenSince is { } open && open < one.Shift.End.Plus(LongestSeconds)) return null;
        var served = one.Log.Served.Where(s => s.From < one.Shift.End && s.To > one.Shift.Start).ToList();
        return served.Count > 0 && served[^1].To >= one.Shift.End.Plus(-EarlySeconds) ? served[^1].To : null;
    }
}
