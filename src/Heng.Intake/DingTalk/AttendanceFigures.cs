using Heng.Engine.Records;
using Heng.Intake.Duty;
using Heng.Intake.Fields;

namespace Heng.Intake.DingTalk;

/// <summary>
/// What DingTalk's daily and monthly attendance say of a person, under the metrics' ids. Severe latenesses are latenesses, days late beyond the edge are absences.
/// Leave and overtime come in columns that each company makes, so they are told by name; leave adds up in days of eight hours.
/// </summary>
internal static class AttendanceFigures
{
    private const decimal HoursPerDay = 8m;

    public static readonly IReadOnlyList<Column> Columns =
    [
        new("姓名", true), new("考勤组", true), new("部门", false), new("工号", false), new("职位", false), new("UserId", false),
        new("出勤天数", true), new("迟到次数", true), new("严重迟到次数", false), new("旷工迟到天数", false), new("早退次数", true),
        new("上班缺卡次数", false), new("下班缺卡次数", false), new("旷工天数", true), new("关联的审批单", false),
    ];

    private const int Days = 6, Late = 7, SevereLate = 8, LateToAbsence = 9, Early = 10, NoPunchIn = 11, NoPunchOut = 12, Absent = 13, Approvals = 14;

    public static string PersonOf(Cells cells) => PunchCells.WithoutLeft(cells.Needed(0));

    /// <summary>The columns of leave, under 请假 or by their kinds, and of overtime by the kind of day.</summary>
    public static bool Repeats(string column) =>
        column.StartsWith("请假/", StringComparison.Ordinal) || LeaveKinds.IsKind(column) || OvertimeOf(column) is not null;

    public static IReadOnlyList<ReportedFigure> Of(Cells cells)
    {
        var told = new SortedDictionary<string, decimal?>(StringComparer.Ordinal);
        Sum(told, "workdays", cells, Days);
        Sum(told, "late", cells, Late, SevereLate);
        Sum(told, "early", cells, Early);
        Sum(told, "absent", cells, Absent, LateToAbsence);
        Sum(told, "缺卡次数", cells, NoPunchIn, NoPunchOut);
        var isRefused = cells.Name(Approvals) is { } approvals && IsRefused(approvals);
        foreach (var (column, text) in cells.Repeated())
        {
            if (Number(cells, column, text) is not { } number) continue;
            if (OvertimeOf(column) is { } overtime) told[overtime] = (told.GetValueOrDefault(overtime) ?? 0) + number * (column.Contains('分') ? 60 : 3600);
            else if (!isRefused) told["leave"] = (told.GetValueOrDefault("leave") ?? 0) + InDays(column, number);
        }
        return [.. told.Select(f => new ReportedFigure(f.Key, f.Value))];
    }

    private static decimal InDays(string column, decimal number) =>
        LeaveKinds.Of(column[(column.IndexOf('/', StringComparison.Ordinal) + 1)..]).Unit == LeaveUnit.Days ? number : number / HoursPerDay;

    /// <summary>Every approval named in the cell was refused or taken back, so the leave beside it was never granted.</summary>
    private static bool IsRefused(string approvals) =>
        approvals.Split(['\n', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } each
        && each.All(a => new[] { "拒绝", "驳回", "不同意", "撤销" }.Any(word => a.Contains(word, StringComparison.Ordinal)));

    private static string? OvertimeOf(string column) => !column.Contains("加班", StringComparison.Ordinal) || column.Contains("调休", StringComparison.Ordinal) ? null
        : column.Contains("工作日", StringComparison.Ordinal) ? "overtime-workday"
        : column.Contains("休息日", StringComparison.Ordinal) ? "overtime-rest-day"
        : column.Contains("节假日", StringComparison.Ordinal) ? "overtime-holiday" : null;

    /// <summary>An empty cell of a column is 0 in these sheets only where another of the sum has a number; of none there is no figure.</summary>
    private static void Sum(SortedDictionary<string, decimal?> told, string metric, Cells cells, params ReadOnlySpan<int> columns)
    {
        decimal? sum = null;
        foreach (var column in columns)
            if (Number(cells, cells.NameOf(column), cells.Name(column) ?? "") is { } number) sum = (sum ?? 0) + number;
        if (sum is not null) told[metric] = sum;
    }

    private static decimal? Number(Cells cells, string column, string text)
    {
        if (text.Trim('-', ' ').Length == 0 && !text.Any(char.IsAsciiDigit)) return null;
        if (Amounts.TryNumber(text, out var number) && number >= 0) return number;
        cells.Fail(Reasons.Number(column));
        return null;
    }
}
