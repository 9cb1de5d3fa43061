using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Engine.Targets;

/// <summary>What a month's target asks of one day is of: all of it, an equal part for each rostered day, an equal part for each day of the month, or several people's parts of both kinds.</summary>
public enum DayPart { Whole, Rostered, Calendar, Mixed }

/// <summary>A month's target as one of its days has it (今日目标). Days: how many share it; 1 where it is not shared, 0 where several people's were added up.</summary>
public sealed record DayTarget(decimal Value, DayPart Part, int Days)
{
    /// <summary>A sum's target is shared out evenly, any other holds on every day as it is. Null is a day off: it asks nothing.</summary>
    /// <param name="rostered">The person's days with a shift; empty where there is no roster of them, or of a shop.</param>
    public static DayTarget? Of(Metric metric, decimal target, DateOnly day, IReadOnlySet<DateOnly> rostered)
    {
        if (metric.Formula is not Total) return new(target, DayPart.Whole, 1);
        var month = Month.Of(day);
        if (rostered.Count == 0) return new(target / month.Last.Day, DayPart.Calendar, month.Last.Day);
        return rostered.Contains(day) ? new(target / rostered.Count, DayPart.Rostered, rostered.Count) : null;
    }

    /// <summary>What several people's parts come to together; null of none.</summary>
    public static DayTarget? Together(IReadOnlyCollection<DayTarget> parts) => parts.Count switch
    {
        0 => null,
        1 => parts.First(),
        _ => new(parts.Sum(p => p.Value), parts.Select(p => p.Part).Distinct().Count() == 1 ? parts.First().Part : DayPart.Mixed, 0),
    };
}
