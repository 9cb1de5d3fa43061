using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>Leave of one day: its share of a form's amount in thousandths of a day, and the stretch of time that it excuses.</summary>
public readonly record struct LeaveShare(DateOnly Day, string Kind, int Thousandths, Instant From, Instant To);

/// <summary>
/// Spreads approved leave (请假) over the days the person was due: in proportion to how much of each shift it takes, the parts adding up to the form's amount.
/// Without a roster the calendar's workdays from nine to six stand for shifts; where neither has a day, all falls on the first.
/// </summary>
public static class LeaveShares
{
    private static readonly Shift OfficeHours = new("", 9 * 60, 18 * 60, 60);

    public static IReadOnlyList<LeaveShare> Of(
        IEnumerable<Leave> forms, IReadOnlyDictionary<DateOnly, ShiftSpan?> roster, WorkCalendar calendar, ShopClock clock, DutyRules rules) =>
        [.. forms.Where(f => f.State == LeaveState.Approved && f.Amount > 0 && f.From < f.To).SelectMany(f => Spread(f, roster, calendar, clock, rules))];

    private static IEnumerable<LeaveShare> Spread(
        Leave form, IReadOnlyDictionary<DateOnly, ShiftSpan?> roster, WorkCalendar calendar, ShopClock clock, DutyRules rules)
    {
        var days = Taken(form, clock, day => roster.GetValueOrDefault(day));
        var book = new ShiftBook([], clock);
        if (days.Count == 0) days = Taken(form, clock, day => !roster.ContainsKey(day) && calendar.IsWork(day) ? book.On(day, OfficeHours) : null);
        var first = DateOnly.FromDateTime(clock.ToLocal(form.From));
        if (days.Count == 0) days = [(first, 1)];
        var inDays = form.Unit == LeaveUnit.Days ? form.Amount : form.Amount / rules.HoursPerDay;
        var total = (long)Math.Round(inDays * 1000, MidpointRounding.AwayFromZero);
        var (whole, passed, given) = (days.Sum(d => d.Seconds), 0L, 0L);
        foreach (var (day, seconds) in days)
        {
            passed += seconds;
            var upTo = total * passed / whole;
            yield return new(day, form.Kind, (int)(upTo - given), form.From, form.To);
            given = upTo;
        }
    }

    /// <summary>Days from the one before the form's first, for a night shift that it cuts short, and how much of their shifts it takes.</summary>
    private static List<(DateOnly Day, long Seconds)> Taken(Leave form, ShopClock clock, Func<DateOnly, ShiftSpan?> shiftOn)
    {
        var taken = new List<(DateOnly, long)>();
        var last = DateOnly.FromDateTime(clock.ToLocal(form.To.Plus(-1)));
        for (var day = DateOnly.FromDateTime(clock.ToLocal(form.From)).AddDays(-1); day <= last; day = day.AddDays(1))
            if (shiftOn(day) is { } shift && shift.Overlap(form.From, form.To) is var seconds and > 0) taken.Add((day, seconds));
        return taken;
    }
}
