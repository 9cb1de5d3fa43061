using System.Globalization;
using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Duty;

/// <summary>A roster (排班表), a row a person and day: by the shift's name, or by its start and end. An end at or before the start is on the next day.</summary>
internal static class RosterTable
{
    private const int Name = 0, Account = 1, Day = 2, Shift = 3, Start = 4, End = 5, Rest = 6, DayMinutes = 1440;

    public static readonly IReadOnlyList<Format> Formats =
    [
        Of("roster", "排班表", "Roster", byName: true),
        Of("roster-times", "排班表（起止时间）", "Roster by times", byName: false),
    ];

    private static Format Of(string id, string zh, string en, bool byName) => new(id, new(zh, en), Holding.Roster, Shape.Table,
    [
        new("name", true, "姓名", "员工"),
        new("account", false, "账号", "工号", "UserId"),
        new("date", true, "日期", "排班日期"),
        new("shift", byName, "班次"),
        new("start", !byName, "上班时间", "开始时间"),
        new("end", !byName, "下班时间", "结束时间"),
        new("rest_minutes", false, "休息分钟"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = byName ? WrittenCells.Of<RosterDay>(r => [r.Name, r.Account, r.Day, r.Shift, Clock(r.StartMinute), Clock(r.EndMinute), r.RestMinutes]) : null,
    };

    private static string? Clock(int? minute) => minute is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at / 60:00}:{at % 60:00}") : null;

    private static RosterDay Read(Cells cells)
    {
        var (start, end) = (Minute(cells, Start), Minute(cells, End));
        if (start is null != end is null) cells.Fail(Reasons.Missing(cells.NameOf(start is null ? Start : End)));
        if (start is { } same && same == end) cells.Fail(Reasons.Time(cells.NameOf(End)));
        var rest = cells.CountOrNone(Rest);
        if (rest >= DayMinutes) cells.Fail(Reasons.Number(cells.NameOf(Rest)));
        return new(PunchCells.WithoutLeft(cells.Needed(Name)), cells.Name(Account) ?? "", cells.Day(Day), (cells.Name(Shift) ?? "").Trim(), start, end, rest);
    }

    private static int? Minute(Cells cells, int column)
    {
        if (cells.Name(column) is not { Length: > 0 } text) return null;
        if (WallTimes.Seconds(text) is { } seconds) return seconds / 60 % DayMinutes;
        cells.Fail(Reasons.Time(cells.NameOf(column)));
        return null;
    }
}
