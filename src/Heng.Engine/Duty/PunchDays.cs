using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>Which day a punch (打卡) belongs to: the day of the nearest shift within reach, so that a night shift keeps its morning; else its own business day.</summary>
public static class PunchDays
{
    public static IReadOnlyDictionary<DateOnly, IReadOnlyList<Instant>> Of(
        IEnumerable<Instant> punches, IReadOnlyDictionary<DateOnly, ShiftSpan> shifts, ShopClock clock, DutyRules rules)
    {
        var days = new SortedDictionary<DateOnly, List<Instant>>();
        foreach (var punch in punches.Distinct().Order())
        {
            var day = DayOf(punch, shifts, clock, rules);
            if (!days.TryGetValue(day, out var held)) days.Add(day, held = []);
            held.Add(punch);
        }
        return days.ToDictionary(d => d.Key, d => (IReadOnlyList<Instant>)d.Value);
    }

    private static DateOnly DayOf(Instant punch, IReadOnlyDictionary<DateOnly, ShiftSpan> shifts, ShopClock clock, DutyRules rules)
    {
        var own = clock.DayOf(punch);
        var (best, nearest) = (own, (long)rules.ReachSeconds);
        // In the middle between two shifts the punch is the later one's.
        for (var day = own.AddDays(-2); day <= own.AddDays(2); day = day.AddDays(1))
            if (shifts.TryGetValue(day, out var shift) && Away(punch, shift) is var away && away <= nearest) (best, nearest) = (day, away);
        return best;
    }

    private static long Away(Instant punch, ShiftSpan shift) =>
        punch < shift.Start ? shift.Start.SecondsSince(punch) : punch > shift.End ? punch.SecondsSince(shift.End) : 0;
}
