using System.Globalization;
using Heng.Engine.Daily;
using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Daily;

/// <summary>Days of November 2026 written as people read them: <c>2 08:30</c>, shifts <c>08:30-16:00</c>.</summary>
internal static class Floor
{
    public static readonly ShopClock Clock = ShopClock.Shanghai;

    public static DateOnly Day(int day) => new(2026, 11, day);

    public static Instant At(string time)
    {
        var parts = time.Split(' ');
        return Clock.FromLocal(Day(int.Parse(parts[0], CultureInfo.InvariantCulture)).ToDateTime(TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    public static ShiftSpan Shift(int day, string times) => new ShiftBook([], Clock).Of(new("x", "", Day(day), times, null, null, null))!.Value;

    public static PlannedDays Planned(string name, params (int Day, string Times)[] days) =>
        new(name, days.ToDictionary(d => Day(d.Day), d => new PlannedDay(d.Times, Shift(d.Day, d.Times))), []);

    public static ServingLog Log(params (string At, AccountStatus Status)[] entries) => ServingLog.Of(entries.Select(e => new StatusChange("店:a", At(e.At), e.Status, 8)));
}
