using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>
/// Whether leave stands on a day of the roster. With a shift on the day: where it takes any of it. Without one: where it takes more than half of the working day from nine to six, or begins and
/// ends on that day; so that a day's leave until nine of the next is one day.
/// </summary>
public static class LeaveDay
{
    private const int FromHour = 9, ToHour = 18, HourSeconds = 3600;

    public static bool Holds(Instant from, Instant to, DateOnly day, ShiftSpan? shift, ShopClock clock)
    {
        if (shift is { } own) return own.Overlap(from, to) > 0;
        var midnight = clock.FromLocal(day.ToDateTime(TimeOnly.MinValue));
        var working = new ShiftSpan(midnight.Plus(FromHour * HourSeconds), midnight.Plus(ToHour * HourSeconds), 0);
        return 2 * working.Overlap(from, to) > working.Seconds || from < to && from >= midnight && to <= midnight.Plus(24 * HourSeconds);
    }
}
