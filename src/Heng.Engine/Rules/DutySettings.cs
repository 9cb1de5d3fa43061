using Heng.Engine.Explanation;
using Heng.Engine.Records;
using static Heng.Engine.Rules.SettingKinds;

namespace Heng.Engine.Rules;

/// <summary>How attendance is judged (考勤); the first shop's rules are the company's.</summary>
internal static class DutySettings
{
    public static RuleSettingGroup Group { get; } = new("duty", new("考勤", "Attendance"),
    [
        Whole("duty-grace", new("迟到宽限", "Grace"), Minutes, 0, 120, r => r.Duty.GraceSeconds / 60, (r, v) => With(r, d => d with { GraceSeconds = v * 60 })),
        Whole("duty-severe-late", new("严重迟到", "Severe lateness"), Minutes, 1, 480, r => r.Duty.SevereLateSeconds / 60, (r, v) => With(r, d => d with { SevereLateSeconds = v * 60 })),
        Whole("duty-absent-late", new("旷工迟到", "Lateness that is absence"), Minutes, 1, 720, r => r.Duty.AbsentLateSeconds / 60, (r, v) => With(r, d => d with { AbsentLateSeconds = v * 60 })),
        Whole("duty-overtime-from", new("加班起算", "Overtime from"), Minutes, 0, 240, r => r.Duty.OvertimeFromSeconds / 60, (r, v) => With(r, d => d with { OvertimeFromSeconds = v * 60 })),
        Whole("duty-hours-per-day", new("一天工时", "Hours a day"), Hours, 1, 24, r => (int)r.Duty.HoursPerDay, (r, v) => With(r, d => d with { HoursPerDay = v })),
    ]);

    private static RuleSet With(RuleSet rules, Func<DutyRules, DutyRules> change) => rules with { Duty = change(rules.Duty) };
}
