namespace Heng.Engine.Records;

/// <summary>How a shop judges attendance (考勤规则). Exactly at an edge is still in time: late begins a second after start and grace.</summary>
public sealed record DutyRules
{
    public int GraceSeconds { get; init; }
    /// <summary>From this much on a lateness is severe (严重迟到).</summary>
    public int SevereLateSeconds { get; init; } = 1800;
    /// <summary>From this much on a lateness is a day's absence (旷工迟到), and no lateness.</summary>
    public int AbsentLateSeconds { get; init; } = 3 * 3600;
    /// <summary>How far before its start and after its end a shift takes punches; what lies farther belongs to its own business day.</summary>
    public int ReachSeconds { get; init; } = 6 * 3600;
    /// <summary>Until this hour of the next morning a shift takes those after its end however far: overtime past midnight is still the shift's.</summary>
    public int MorningHour { get; init; } = 6;
    /// <summary>A day's only punch is the one that is nearer, in or out; otherwise it is always the one in.</summary>
    public bool OnlyPunchIsTheNearer { get; init; } = true;
    /// <summary>Less than this behind a shift, or on a day without one, is no overtime (加班).</summary>
    public int OvertimeFromSeconds { get; init; } = 1800;
    /// <summary>Turns hours of leave into days.</summary>
    public decimal HoursPerDay { get; init; } = 8m;
    /// <summary>The shift on workdays of those who are on no roster but punch; null where only the roster says who is due.</summary>
    public Shift? UsualShift { get; init; }
    /// <summary>Shifts that a roster may call by name.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];
    public FullAttendanceRule FullAttendance { get; init; } = new();
}

/// <summary>What breaks full attendance (全勤), and how many latenesses, early leavings and missing punches of a month are forgiven.</summary>
public sealed record FullAttendanceRule
{
    public bool ByLate { get; init; } = true;
    public bool ByEarly { get; init; } = true;
    public bool ByAbsent { get; init; } = true;
    public bool ByLeave { get; init; } = true;
    public bool ByMissingPunch { get; init; } = true;
    public int Forgiven { get; init; }
    /// <summary>Kinds of leave that break nothing, such as 年假 or 调休.</summary>
    public IReadOnlyList<string> LeaveThatIsFine { get; init; } = [];
}
