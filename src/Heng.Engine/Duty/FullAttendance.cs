using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>Full attendance (全勤) of a month by the shop's rule. Somebody who was due on no day has neither kept nor broken it.</summary>
public static class FullAttendance
{
    public static bool? Of(IReadOnlyCollection<DutyDay> month, FullAttendanceRule rule)
    {
        if (!month.Any(d => d.Shift is not null)) return null;
        var small = (rule.ByLate ? month.Count(d => d.LateSeconds > 0) : 0) + (rule.ByEarly ? month.Count(d => d.EarlySeconds > 0) : 0)
            + (rule.ByMissingPunch ? month.Sum(d => d.MissingPunches) : 0);
        var isBroken = rule.ByAbsent && month.Any(d => d.IsAbsent) || rule.ByLeave && month.Any(d => d.LeaveThatCounts > 0);
        return !isBroken && small <= rule.Forgiven;
    }
}
