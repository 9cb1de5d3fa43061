using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>What attendance and status logs add to a person's days: one contribution a day, named by person and day.</summary>
public static class DutyCredits
{
    /// <param name="isCovered">Whether files of punches span the day.</param>
    public static IReadOnlyList<Contribution> Of(PersonDuty person, DutyTerms terms, Month first, Month last, Func<DateOnly, bool> isCovered)
    {
        var measures = new SortedDictionary<DateOnly, Measures>();
        foreach (var day in DutyDays.Of(person, terms, first.First, last.Last, isCovered).GroupBy(d => Month.Of(d.Day)))
            AddMonth(measures, [.. day], terms.Rules.FullAttendance);
        foreach (var online in OnlineTime.Of(person.Statuses, terms.Clock).Where(d => d.Day >= first.First && d.Day <= last.Last)) Add(For(measures, online.Day), online);
        return [.. measures.Select(m => new Contribution(FactKind.Attendance, FactOf(person.Name, m.Key), person.Agent, m.Key, m.Value, ValueState.Final))];
    }

    public static string FactOf(string name, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{name}/{day:yyyy-MM-dd}");

    private static void AddMonth(SortedDictionary<DateOnly, Measures> measures, List<DutyDay> month, FullAttendanceRule rule)
    {
        foreach (var day in month) Add(For(measures, day.Day), day);
        if (FullAttendance.Of(month, rule) is not { } full) return;
        For(measures, month.Last(d => d.Shift is not null).Day).Add(Primitive.JudgedMonths, 1).Add(Primitive.FullMonths, full ? 1 : 0);
    }

    private static void Add(Measures to, DutyDay day) => to
        .Add(Primitive.DutyDays, 1)
        .Add(Primitive.WorkedDays, day.Punches.Count > 0 ? 1 : 0)
        .Add(Primitive.RosteredDays, day.Shift is null ? 0 : 1)
        .Add(Primitive.RosteredSeconds, day.Shift?.Seconds ?? 0)
        .Add(Primitive.WorkedSeconds, day.WorkedSeconds)
        .Add(Primitive.LateTimes, day.LateSeconds > 0 ? 1 : 0)
        .Add(Primitive.LateSeconds, day.LateSeconds)
        .Add(Primitive.SevereLateTimes, day.IsSevere ? 1 : 0)
        .Add(Primitive.EarlyTimes, day.EarlySeconds > 0 ? 1 : 0)
        .Add(Primitive.EarlySeconds, day.EarlySeconds)
        .Add(Primitive.AbsentDays, day.IsAbsent ? 1 : 0)
        .Add(Primitive.LeaveThousandths, day.LeaveThousandths)
        .Add(Primitive.MissingPunches, day.MissingPunches)
        .Add(OvertimeOf(day.OvertimeKind), day.OvertimeSeconds);

    private static void Add(Measures to, OnlineDay day) => to
        .Add(Primitive.OnlineDays, 1)
        .Add(Primitive.OnlineSeconds, day.OnlineSeconds)
        .Add(Primitive.ServingSeconds, day.ServingSeconds)
        .Add(Primitive.SuspendedSeconds, day.SuspendedSeconds)
        .Add(Primitive.FirstOnlineSeconds, day.FirstSecond)
        .Add(Primitive.LastOnlineSeconds, day.LastSecond);

    private static Primitive OvertimeOf(DayKind kind) => kind switch
    {
        DayKind.Statutory => Primitive.OvertimeStatutorySeconds,
        DayKind.Rest or DayKind.ShiftedRest => Primitive.OvertimeRestSeconds,
        _ => Primitive.OvertimeWorkdaySeconds,
    };

    private static Measures For(SortedDictionary<DateOnly, Measures> measures, DateOnly day)
    {
        if (!measures.TryGetValue(day, out var sum)) measures.Add(day, sum = new());
        return sum;
    }
}
