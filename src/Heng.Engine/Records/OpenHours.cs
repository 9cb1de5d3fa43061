namespace Heng.Engine.Records;

/// <summary>Hours on the wall of the weekdays from the first to the last, over the week's end where the last comes before it. Minutes of the day: open from the one, until before the other.</summary>
public sealed record OpenHours(DayOfWeek First, DayOfWeek Last, int FromMinute, int ToMinute)
{
    public bool Holds(DayOfWeek day) => First <= Last ? First <= day && day <= Last : day >= First || day <= Last;
}
