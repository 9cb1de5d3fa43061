using Heng.Engine.Duty;

namespace Heng.Engine.Daily;

/// <summary>What the roster says of somebody's day: its words, which change when it does, and the shift; null is a day of rest or one that nobody rostered.</summary>
public readonly record struct PlannedDay(string Words, ShiftSpan? Shift)
{
    public static readonly PlannedDay Nothing = new("", null);
}

/// <summary>Somebody's days around a swap, and the leave they were granted.</summary>
public sealed record PlannedDays(string Name, IReadOnlyDictionary<DateOnly, PlannedDay> Days, IReadOnlyList<LeaveAsk> Leave)
{
    public PlannedDay On(DateOnly day) => Days.TryGetValue(day, out var planned) ? planned : PlannedDay.Nothing;

    public bool IsAway(ShiftSpan shift) => Leave.Any(l => shift.Overlap(l.From, l.To) > 0);

    public PlannedDays With(DateOnly day, PlannedDay planned) => this with { Days = new Dictionary<DateOnly, PlannedDay>(Days) { [day] = planned } };

    /// <summary>Shifts of the days from the one before to the one after, in order.</summary>
    public IReadOnlyList<ShiftSpan> Around(DateOnly day) => [.. new[] { -1, 0, 1 }.Select(d => On(day.AddDays(d)).Shift).OfType<ShiftSpan>().OrderBy(s => s.Start)];
}
