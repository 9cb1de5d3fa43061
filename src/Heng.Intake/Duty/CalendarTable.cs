using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Duty;

/// <summary>The shop's own days of the calendar (日历), over the one that ships: later years, and days that the shop keeps otherwise.</summary>
internal static class CalendarTable
{
    private const int Day = 0, Kind = 1, Name = 2;

    public static readonly Format Format = new("calendar", new("日历", "Calendar"), Holding.Calendar, Shape.Table,
    [
        new("date", true, "日期"),
        new("kind", true, "类型", "日期类型"),
        new("name", false, "名称", "节日", "说明"),
    ], cells => (out message, out record) =>
        (message, record) = (default, new CalendarDay(cells.Day(Day), cells.Word(Kind, KindOf), cells.Name(Name) ?? "")))
    {
        Writer = WrittenCells.Of<CalendarDay>(d => [d.Day, d.Kind, d.Name]),
    };

    private static DayKind? KindOf(string word) => word switch
    {
        "work" or "工作日" or "上班" => DayKind.Work,
        "rest" or "休息日" or "休息" or "周末" => DayKind.Rest,
        "statutory" or "法定节假日" or "法定" => DayKind.Statutory,
        "shifted-rest" or "调休" => DayKind.ShiftedRest,
        "make-up" or "补班" => DayKind.MakeUp,
        _ => null,
    };
}
