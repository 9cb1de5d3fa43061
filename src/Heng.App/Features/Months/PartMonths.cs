using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Months;

/// <summary>What a payslip says of somebody who joined, left or changed within the month: their card is made of its stretches, and the pay scheme and base pay of the last one stand for the whole month.</summary>
internal static class PartMonths
{
    public static IEnumerable<Wording> Caveats(Month month, IReadOnlyList<Employment> stretches, Attendance? attendance)
    {
        if (stretches.OrderBy(s => s.From).ToArray() is [.., _, var last] && stretches.Any(s => (s.Position, s.Group, s.BasePay) != (last.Position, last.Group, last.BasePay)))
            yield return In(last.From, "月中换了岗位、小组或底薪：{0}起的底薪与最后一段的薪酬方案用于整月", "position, group or base pay changed within the month: the base pay from {0} and the last stretch's pay scheme are used for all of it");
        if (attendance is not null || stretches.Count == 0) yield break;
        if (stretches.Min(s => s.From) is var from && from > month.First)
            yield return In(from, "{0}才入职，没有考勤数据，仍按整月计发", "joined on {0}; without attendance data the whole month is paid");
        if (stretches.All(s => s.To is not null) && stretches.Max(s => s.To) is { } to && to < month.Last)
            yield return In(to, "{0}离职，没有考勤数据，仍按整月计发", "left on {0}; without attendance data the whole month is paid");
    }

    private static Wording In(DateOnly day, string zh, string en) => new(
        zh.Replace("{0}", ShowDates.Words(day, Language.Zh), StringComparison.Ordinal), en.Replace("{0}", ShowDates.Words(day, Language.En), StringComparison.Ordinal));
}
