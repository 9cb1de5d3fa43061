using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>One person's day as it was judged (考勤日).</summary>
public sealed record DutyDay(DateOnly Day, ShiftSpan? Shift, IReadOnlyList<Instant> Punches)
{
    public long LateSeconds { get; init; }
    public bool IsSevere { get; init; }
    public long EarlySeconds { get; init; }
    public int MissingPunches { get; init; }
    public bool IsAbsent { get; init; }
    public long WorkedSeconds { get; init; }
    public long OvertimeSeconds { get; init; }
    /// <summary>By which the overtime is paid: work, rest or statutory.</summary>
    public DayKind OvertimeKind { get; init; }
    public int LeaveThousandths { get; init; }
    /// <summary>Of these, what the shop's rule lets break full attendance.</summary>
    public int LeaveThatCounts { get; init; }
}

/// <summary>Judges one day by the shop's rule.</summary>
internal sealed class DutyJudge(DutyRules rules, WorkCalendar calendar)
{
    /// <param name="isCovered">Whether files of punches span the day: without one nobody is absent.</param>
    /// <param name="isOnRoster">A day without a shift is then a rest day, whatever the calendar says.</param>
    public DutyDay Of(DutyDay day, IReadOnlyList<LeaveShare> leave, bool isCovered, bool isOnRoster)
    {
        var judged = day with
        {
            LeaveThousandths = leave.Sum(l => l.Thousandths),
            LeaveThatCounts = leave.Where(l => !rules.FullAttendance.LeaveThatIsFine.Contains(l.Kind, StringComparer.Ordinal)).Sum(l => l.Thousandths),
        };
        return day.Shift is { } span ? OnShift(judged, span, Due(span, leave), isCovered) : OffShift(judged, isOnRoster);
    }

    private DutyDay OnShift(DutyDay judged, ShiftSpan shift, (Instant Start, Instant End) due, bool isCovered)
    {
        var isExcused = due.Start >= due.End;
        if (judged.Punches.Count == 0) return judged with { IsAbsent = isCovered && !isExcused };
        var (entered, left) = InAndOut(judged.Punches, due);
        var late = isExcused || entered is not { } at || at <= due.Start.Plus(rules.GraceSeconds) ? 0 : at.SecondsSince(due.Start);
        var early = isExcused || left is not { } until || until >= due.End ? 0 : due.End.SecondsSince(until);
        var isAbsent = late >= rules.AbsentLateSeconds && late > 0;
        var worked = entered is { } from && left is { } to ? Math.Max(0, to.SecondsSince(from < shift.Start ? shift.Start : from) - shift.RestSeconds) : 0;
        var isStatutory = calendar.On(judged.Day).Kind == DayKind.Statutory;
        var beyond = isStatutory ? worked : left is { } end ? end.SecondsSince(shift.End) : 0;
        return judged with
        {
            LateSeconds = isAbsent ? 0 : late, IsSevere = !isAbsent && late > 0 && late >= rules.SevereLateSeconds, EarlySeconds = early, IsAbsent = isAbsent,
            MissingPunches = isExcused || entered is not null && left is not null ? 0 : 1, WorkedSeconds = worked,
            OvertimeSeconds = beyond >= rules.OvertimeFromSeconds ? Math.Max(0, beyond) : 0, OvertimeKind = isStatutory ? DayKind.Statutory : DayKind.Work,
        };
    }

    private DutyDay OffShift(DutyDay judged, bool isOnRoster)
    {
        var worked = judged.Punches.Count < 2 ? 0 : judged.Punches[^1].SecondsSince(judged.Punches[0]);
        var kind = calendar.On(judged.Day).Kind == DayKind.Statutory ? DayKind.Statutory
            : isOnRoster || !calendar.IsWork(judged.Day) ? DayKind.Rest : DayKind.Work;
        var isOvertime = kind != DayKind.Work && worked >= rules.OvertimeFromSeconds;
        return judged with { WorkedSeconds = worked, OvertimeSeconds = isOvertime ? worked : 0, OvertimeKind = kind };
    }

    /// <summary>The shift less what leave takes off its ends.</summary>
    private static (Instant Start, Instant End) Due(ShiftSpan shift, IReadOnlyList<LeaveShare> leave)
    {
        var (start, end) = (shift.Start, shift.End);
        foreach (var away in leave.OrderBy(l => l.From).Where(away => away.From <= start && away.To > start)) start = away.To;
        foreach (var away in leave.OrderByDescending(l => l.To).Where(away => away.To >= end && away.From < end)) end = away.From;
        return (start, end);
    }

    private (Instant? Entered, Instant? Left) InAndOut(IReadOnlyList<Instant> punches, (Instant Start, Instant End) due)
    {
        if (punches.Count > 1) return (punches[0], punches[^1]);
        var isOut = rules.OnlyPunchIsTheNearer && Math.Abs(due.End.SecondsSince(punches[0])) < Math.Abs(due.Start.SecondsSince(punches[0]));
        return isOut ? (null, punches[0]) : (punches[0], null);
    }
}
