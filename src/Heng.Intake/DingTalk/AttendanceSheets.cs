using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.DingTalk;

/// <summary>
/// 钉钉 attendance: the monthly summary (月度汇总, a row a person) and the daily one (每日统计, a row a person-day). Titles stand above; the header takes two rows, the lower
/// one under the merged 请假, or one where somebody flattened it. Results by day (考勤结果) are not read: the counts are.
/// </summary>
internal static class AttendanceSheets
{
    private static readonly Column Day = new("日期", true, "考勤日期");
    private static readonly int DayAt = AttendanceFigures.Columns.Count;

    public static readonly IReadOnlyList<Format> All =
    [
        Monthly("dingtalk-monthly", "钉钉月度汇总", "DingTalk monthly attendance", 2), Monthly("dingtalk-monthly-flat", "钉钉月度汇总（单行表头）", "DingTalk monthly attendance, one header row", 1),
        Daily("dingtalk-daily", "钉钉每日统计", "DingTalk daily attendance", 2), Daily("dingtalk-daily-flat", "钉钉每日统计（单行表头）", "DingTalk daily attendance, one header row", 1),
    ];

    private static Format Monthly(string id, string zh, string en, int rows) => new(id, new(zh, en), Holding.Reported, Shape.Table,
        AttendanceFigures.Columns, cells => (out message, out record) => (message, record) = (default, Month(cells)))
    {
        HeaderRows = rows, Repeats = AttendanceFigures.Repeats, NeedsPeriod = true,
    };

    private static Format Daily(string id, string zh, string en, int rows) => new(id, new(zh, en), Holding.Reported, Shape.Table,
        [.. AttendanceFigures.Columns, Day], cells => (out message, out record) => (message, record) = (default, OneDay(cells)))
    {
        HeaderRows = rows, Repeats = AttendanceFigures.Repeats,
    };

    private static Reported Month(Cells cells)
    {
        var (from, to) = cells.Period!.Value;
        return new(cells.Shop ?? "", "dingtalk-monthly", AttendanceFigures.PersonOf(cells), from, to, AttendanceFigures.Of(cells));
    }

    private static Reported OneDay(Cells cells)
    {
        var day = DayOf(cells);
        return new(cells.Shop ?? "", "dingtalk-daily", AttendanceFigures.PersonOf(cells), day, day, AttendanceFigures.Of(cells));
    }

    /// <summary>The day may have its weekday behind it, and two digits for its year: <c>26-05-01 星期五</c>.</summary>
    private static DateOnly DayOf(Cells cells)
    {
        var text = cells.Needed(DayAt).Split(' ')[0];
        if (text is [_, _, '-' or '/', ..]) text = "20" + text;
        if (Times.TryDay(System.Text.Encoding.UTF8.GetBytes(text), out var day)) return day;
        if (text.Length > 0) cells.Fail(Reasons.Time(cells.NameOf(DayAt)));
        return default;
    }
}
