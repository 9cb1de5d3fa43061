using System.Text;
using Heng.Intake.Fields;

namespace Heng.Intake.Duty;

/// <summary>
/// The raw log of an attendance machine (考勤机 attlog): no header; badge, time, device, in or out, how the badge was checked, work code, with tabs between.
/// In or out is not believed: people press what they like.
/// </summary>
internal static class AttendanceLog
{
    private const int Badge = 0, Time = 1, FewestCells = 4;

    public static readonly Format Format = new("attendance-log", new("考勤机原始记录", "Attendance machine log"), Holding.Punches, Shape.Table,
    [
        new("badge", true), new("time", true), new("device", true), new("status", true), new("verify", false), new("work_code", false),
    ], cells => (out message, out record) => (message, record) = (default, PunchCells.One(cells, "", cells.Needed(Badge), Time)))
    {
        Headless = cells => cells.Count >= FewestCells && cells[Badge] is { Length: > 0 and <= 20 } badge && badge.All(char.IsAsciiLetterOrDigit)
            && Times.Shanghai.TryRead(Encoding.UTF8.GetBytes(cells[Time]), false, out _) && cells.Skip(2).All(c => c.All(char.IsAsciiDigit)),
    };
}
