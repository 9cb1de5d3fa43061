using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>A stretch of time, its end not included.</summary>
public readonly record struct Spell(Instant From, Instant To)
{
    public long Seconds => To.SecondsSince(From);
}

/// <summary>A day of a group's roster: who is at work for how long, what is usual, and when nobody is there. Usual is null where there is nothing to compare with.</summary>
public sealed record BoardDay(DateOnly Day, int People, decimal Hours, decimal? UsualHours, IReadOnlyList<Spell> Gaps)
{
    /// <summary>Less than four fifths of the usual hours.</summary>
    public bool IsThin => UsualHours is { } usual && Hours < usual * RosterBoard.Enough;
}

/// <summary>
/// How a group's days are staffed. Usual is the median of the rostered days of the four weeks before. A gap lies between the first shift's start and the last one's end, or, where the
/// shop has open hours, anywhere in them.
/// </summary>
public static class RosterBoard
{
    public const decimal Enough = 0.8m;
    public const int UsualDays = 28, MostDaysInARow = 6;

    /// <param name="shifts">Of everybody on the group's roster, less leave, from four weeks before the days.</param>
    public static IReadOnlyList<BoardDay> Of(DateOnly from, DateOnly to, ILookup<DateOnly, ShiftSpan> shifts, IReadOnlyList<OpenHours> open, ShopClock clock)
    {
        var days = new List<BoardDay>();
        for (var day = from; day <= to; day = day.AddDays(1))
            days.Add(new(day, shifts[day].Count(), Hours(shifts[day]), Usual(shifts, day), Gaps(day, shifts, open, clock)));
        return days;
    }

    /// <summary>Days that make more than six with a shift in a row, the seventh first.</summary>
    public static IReadOnlySet<DateOnly> TooMany(IEnumerable<DateOnly> worked)
    {
        var (found, row, last) = (new HashSet<DateOnly>(), 0, DateOnly.MinValue);
        foreach (var day in worked.Distinct().Order())
        {
            row = day == last.AddDays(1) ? row + 1 : 1;
            if (row > MostDaysInARow) found.Add(day);
            last = day;
        }
        return found;
    }

    private static decimal Hours(IEnumerable<ShiftSpan> shifts) => shifts.Sum(s => s.Seconds) / 3600m;

    private static decimal? Usual(ILookup<DateOnly, ShiftSpan> shifts, DateOnly day)
    {
        decimal[] before = [.. Enumerable.Range(1, UsualDays).Select(d => day.AddDays(-d)).Where(shifts.Contains).Select(d => Hours(shifts[d])).Order()];
        return before.Length == 0 ? null : (before[(before.Length - 1) / 2] + before[before.Length / 2]) / 2;
    }

    private static IReadOnlyList<Spell> Gaps(DateOnly day, ILookup<DateOnly, ShiftSpan> shifts, IReadOnlyList<OpenHours> open, ShopClock clock)
    {
        // A night shift of the day before reaches into the morning.
        ShiftSpan[] known = [.. shifts[day.AddDays(-1)].Concat(shifts[day]).OrderBy(s => s.Start)];
        var midnight = clock.FromLocal(day.ToDateTime(TimeOnly.MinValue));
        IEnumerable<Spell> due = open.Count > 0
            ? open.Where(o => o.Holds(day.DayOfWeek)).Select(o => new Spell(midnight.Plus(o.FromMinute * 60L), midnight.Plus(o.ToMinute * 60L)))
            : shifts[day].Any() ? [new(shifts[day].Min(s => s.Start), shifts[day].Max(s => s.End))] : [];
        return [.. due.SelectMany(d => Without(d, known))];
    }

    private static IEnumerable<Spell> Without(Spell due, IEnumerable<ShiftSpan> inOrder)
    {
        var at = due.From;
        foreach (var shift in inOrder)
        {
            if (shift.Start >= due.To) break;
            if (shift.Start > at) yield return new(at, shift.Start);
            if (shift.End > at) at = shift.End;
        }
        if (at < due.To) yield return new(at, due.To);
    }
}
