using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Due and paid days of a month (出勤). Half days are written 21.5.</summary>
internal static class AttendanceTable
{
    private const int Month = 0, Agent = 1, DueDays = 2, PaidDays = 3;

    public static readonly Format Format = new("attendance", new("出勤天数", "Attendance"), Holding.Attendance, Shape.Table,
    [
        new("month", true, "月份"),
        new("agent", true, "客服", "姓名"),
        new("due_days", true, "应出勤天数"),
        new("paid_days", true, "计薪天数"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Attendance>(a => [a.Month, a.Agent, a.DueDays, a.PaidDays]),
    };

    private static Attendance Read(Cells cells)
    {
        var row = new Attendance(cells.Month(Month), cells.Needed(Agent), Days(cells, DueDays), Days(cells, PaidDays));
        if (row.DueDays == 0) cells.Fail(Reasons.NoDaysDue);
        return row;
    }

    private static decimal Days(Cells cells, int column)
    {
        var days = cells.Number(column);
        if (days is < 0 or > 31) cells.Fail(Reasons.Number(cells.NameOf(column)));
        return days;
    }
}
