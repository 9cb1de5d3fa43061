using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>
/// Which day a punch (打卡) belongs to: what its file says; else the day of the nearest shift within reach, so that a night shift keeps its morning and
/// overtime its way home; else its own business day.
/// </summary>
public static class PunchDays
{
    public static IReadOnlyDictionary<DateOnly, IReadOnlyList<Instant>> Of(
        IEnumerable<Punch> punches, IReadOnlyDictionary<DateOnly, ShiftSpan> shifts, ShopClock clock, DutyRules rules)
    {
        var days = new SortedDictionary<DateOnly, List<Instant>>();
        foreach (var same in punches.GroupBy(p => p.At).OrderBy(g => g.Key))
        {
            // Of two files with the same punch the one that says its day speaks.
            var day = same.Min(p => p.Day) ?? DayOf(same.Key, shifts, clock, rules);
            if (!days.TryGetValue(day, out var held)) days.Add(day, held = []);
            held.Add(same.Key);
        }
        return days.ToDictionary(d => d.Key, d => (IReadOnlyList<Instant>)d.Value);
    }

    private static DateOnly DayOf(Instant punch, IReadOnlyDictionary<DateOnly, ShiftSpan> shifts, ShopClock clock, DutyRules rules)
    {
        var own = clock.DayOf(punch);
        var (best, nearest) = (own, long.MaxValue);
        // In the middle between two shifts the punch is the later one's.
        for (var day = own.AddDays(-2); day <= own.AddDays(2); day = day.AddDays(1))
            if (shifts.TryGetValue(day, out var shift) && Away(punch, shift) is var away && away <= nearest) (best, nearest) = (day, away);
        return nearest < long.MaxValue && Takes(shifts[best], best, punch, clock, rules) ? best : own;
    }

    private static bool Takes(ShiftSpan shift, DateOnly day, Instant punch, ShopClock clock, DutyRules rules) =>
        Away(punch, shift) <= rules.ReachSeconds || punch > shift.End && punch < clock.FromLocal(day.AddDays(1).ToDateTime(new TimeOnly(rules.MorningHour, 0)));

    private static long Away(Instant punch, ShiftSpan shift) =>
        punch < shift.Start ? shift.Start.SecondsSince(punch) : punch > shift.End ? punch.SecondsSince(shift.End) : 0;
}
