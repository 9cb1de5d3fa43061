using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>Who takes over (接班): whoever begins within an hour of the shift's end, before or after it, and stays on.</summary>
public static class NextShift
{
    public const int WithinSeconds = 3600;

    public static IReadOnlyList<string> After(string name, Instant end, IEnumerable<(string Name, ShiftSpan Shift)> group) =>
        [.. group.Where(o => o.Name != name && Math.Abs(o.Shift.Start.SecondsSince(end)) <= WithinSeconds && o.Shift.End > end).Select(o => o.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
