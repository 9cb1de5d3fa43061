using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>Duty (出勤): time at the desk from status logs, attendance from rosters, punches and leave.</summary>
internal static class DutyMetrics
{
    public static IReadOnlyList<Metric> All => [.. Online, .. Attendance, .. Overtime];

    private static Metric[] Online =>
    [
        Logged("online", "在线时长", "Online time", Unit.Seconds, Better.None, Sum(Primitive.OnlineSeconds),
            "任一账号在任一设备上在线的时间，重叠只计一次。", "Time with any account on any device online; overlaps count once.", "在线总时长", "在线总时长(秒)"),
        Logged("serving", "服务时长", "Serving time", Unit.Seconds, Better.None, Sum(Primitive.ServingSeconds),
            "在线且未挂起的时间。", "Time online and not suspended.", "服务总时长", "服务总时长(秒)"),
        Logged("suspended", "挂起时长", "Suspended time", Unit.Seconds, Better.Lower, Sum(Primitive.SuspendedSeconds),
            "在线但全部账号挂起的时间；服务 + 挂起 = 在线。", "Time online with every account suspended; serving + suspended = online.", "挂起总时长", "挂起总时长(秒)"),
        Logged("online-share", "在线时长占比", "Online share", Unit.Rate, Better.Higher, Ratio(Primitive.OnlineSeconds, Primitive.RosteredSeconds),
            "在线时长 ÷ 排班时长（扣除班内休息）。", "Online time ÷ rostered time, less the rest within shifts."),
        Logged("first-online", "最早上线", "First online", Unit.Seconds, Better.None, Ratio(Primitive.FirstOnlineSeconds, Primitive.OnlineDays),
            "每天第一次在线的时刻（营业日的第几秒），按在线天数平均。", "When each day's first online time began, in seconds of the business day, averaged over days online.", "最早上线"),
        Logged("last-online", "最晚在线", "Last online", Unit.Seconds, Better.None, Ratio(Primitive.LastOnlineSeconds, Primitive.OnlineDays),
            "每天最后一次在线结束的时刻（营业日的第几秒），按在线天数平均。", "When each day's last online time ended, in seconds of the business day, averaged over days online.", "最晚在线"),
    ];

    private static Metric[] Attendance =>
    [
        Judged("workdays", "上班天数", "Workdays", Unit.Days, Better.None, Sum(Primitive.WorkedDays), "有打卡的天数。", "Days with a punch.", "上班天数"),
        Due("late", "迟到次数", "Late", Unit.Times, Better.Lower, Sum(Primitive.LateTimes),
            "上班打卡晚于班次开始与宽限之和的天数；宽限整点不算迟到，达到旷工界线的计旷工。",
            "Days whose punch in is after the shift's start and the grace; exactly at it is in time, and from the rule's edge on it is absence.", "迟到次数"),
        Due("early", "早退次数", "Left early", Unit.Times, Better.Lower, Sum(Primitive.EarlyTimes),
            "下班打卡早于班次结束的天数。", "Days whose punch out is before the shift's end.", "早退次数"),
        Due("absent", "旷工天数", "Absent", Unit.Days, Better.Lower, Sum(Primitive.AbsentDays),
            "有班次、没有打卡也没有请假的天数，以及迟到达到旷工界线的天数。", "Days with a shift and neither punch nor leave, and days late beyond the rule's edge.", "旷工天数"),
        Judged("leave", "请假天数", "Leave", Unit.Days, Better.None, new Total(Of(Primitive.LeaveThousandths), 0.001m),
            "已通过的请假，按排班日分摊；小时按每天工时折算。", "Approved leave, spread over rostered days; hours turn into days by the rule's hours a day."),
        Judged("full-attendance", "全勤", "Full attendance", Unit.Times, Better.Higher, Sum(Primitive.FullMonths),
            "按店铺规则没有迟到、早退、旷工、请假、缺卡的月数，记在当月最后一个排班日。",
            "Months that nothing broke by the shop's rule (late, early, absent, leave, missing punches), on the month's last rostered day.")
            with { Needs = new(Primitive.JudgedMonths) },
    ];

    private static Metric[] Overtime =>
    [
        Due("overtime-workday", "工作日加班", "Overtime on workdays", Unit.Seconds, Better.None, Sum(Primitive.OvertimeWorkdaySeconds),
            "班次结束之后的时间。", "Time behind the end of a shift."),
        Judged("overtime-rest-day", "休息日加班", "Overtime on rest days", Unit.Seconds, Better.None, Sum(Primitive.OvertimeRestSeconds),
            "没有班次的日子里的工作时间；没有排班的人看日历的休息日与调休日。",
            "Time worked on days without a shift; for those on no roster, on the calendar's rest days and shifted rest."),
        Judged("overtime-holiday", "节假日加班", "Overtime on holidays", Unit.Seconds, Better.None, Sum(Primitive.OvertimeStatutorySeconds),
            "法定节假日的全部工作时间（300% 的那些天）。", "All time worked on statutory holidays, the days that pay 300 %."),
    ];

    private static Metric Judged(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.Duty, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases) with { Needs = new(Primitive.DutyDays) };

    /// <summary>Without a shift nobody is late or absent, and nobody is known not to be.</summary>
    private static Metric Due(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Judged(id, zh, en, unit, better, formula, meaning, definition, aliases) with { Needs = new(Primitive.RosteredDays) };

    private static Metric Logged(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.Status, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases) with { Needs = new(Primitive.OnlineDays) };
}
