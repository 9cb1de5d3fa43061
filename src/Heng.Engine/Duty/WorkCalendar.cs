using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>
/// The calendar of work (工作日历): what each day is. A day off of a notice is statutory where the regulation names it, shifted rest on a weekday, plain rest on a weekend.
/// Outside the years of the notices only weekends are told, unless the shop's own days say more.
/// </summary>
public sealed class WorkCalendar
{
    public static readonly WorkCalendar China = new(Noticed());
    private readonly Dictionary<DateOnly, CalendarDay> named;

    private WorkCalendar(IEnumerable<CalendarDay> days)
    {
        named = [];
        foreach (var day in days) named[day.Day] = day;
    }

    /// <summary>The same calendar with the shop's own days added or put over it.</summary>
    public WorkCalendar With(IEnumerable<CalendarDay> own) => new([.. named.Values, .. own]);

    public CalendarDay On(DateOnly day) => named.GetValueOrDefault(day) ?? new(day, IsWeekend(day) ? DayKind.Rest : DayKind.Work, "");

    public bool IsWork(DateOnly day) => On(day).Kind is DayKind.Work or DayKind.MakeUp;

    /// <summary>Whether a notice or the shop says which weekdays of the year are off.</summary>
    public bool Knows(DateOnly day) => day.Year is >= HolidayNotices.FirstYear and <= HolidayNotices.LastYear || named.Keys.Any(known => known.Year == day.Year);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<CalendarDay> Noticed()
    {
        foreach (var line in HolidayNotices.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            var statutory = Days(parts[2]).ToHashSet();
            foreach (var day in Days(parts[1]))
                yield return new(day, statutory.Contains(day) ? DayKind.Statutory : IsWeekend(day) ? DayKind.Rest : DayKind.ShiftedRest, parts[0]);
            foreach (var day in Days(parts[3])) yield return new(day, DayKind.MakeUp, parts[0]);
        }
    }

    private static IEnumerable<DateOnly> Days(string spans)
    {
        foreach (var span in spans.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = span.Split('~');
            var last = Day(ends[^1]);
            for (var day = Day(ends[0]); day <= last; day = day.AddDays(1)) yield return day;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
