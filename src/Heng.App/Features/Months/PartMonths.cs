using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Months;

/// <summary>What a payslip says of somebody who joined, left or changed within the month: their card is made of its stretches, base pay of its days under each base, and the pay scheme of the last stretch stands for the whole month.</summary>
internal static class PartMonths
{
    /// <param name="employed">The days that stand for a sheet of a part month; null where there is a sheet, or the whole month was theirs.</param>
    public static IEnumerable<Wording> Caveats(Month month, IReadOnlyList<Employment> stretches, Attendance? employed)
    {
        if (stretches.OrderBy(s => s.From).ToArray() is [.., _, var last])
        {
            if (stretches.Any(s => (s.Position, s.Group) != (last.Position, last.Group)))
                yield return In(last.From, "月中换了岗位或小组（{0}起）：最后一段的薪酬方案用于整月", "position or group changed within the month: the last stretch's pay scheme, from {0}, is used for all of it");
            if (stretches.Any(s => s.BasePay != last.BasePay))
                yield return new("月中改了底薪：按各段的应出勤天数平均", "base pay changed within the month: each base counts by the days due under it");
        }
        if (employed is null) yield break;
        var days = $"{Show.Trimmed(employed.PaidDays)}/{Show.Trimmed(employed.DueDays)}";
        if (stretches.Min(s => s.From) is var from && from > month.First)
            yield return In(from, $"{{0}}才入职，没有考勤数据：按在职的计薪日计发（{days} 天，含法定节假日）", $"joined on {{0}}; without attendance data the paid days since then count ({days}, statutory holidays included)");
        if (stretches.All(s => s.To is not null) && stretches.Max(s => s.To) is { } to && to < month.Last)
            yield return In(to, $"{{0}}离职，没有考勤数据：按在职的计薪日计发（{days} 天，含法定节假日）", $"left on {{0}}; without attendance data the paid days until then count ({days}, statutory holidays included)");
    }

    /// <summary>For want of a sheet the month's paid days, workdays and statutory holidays, and on how many of them somebody was employed, where that was not all month (在职天数).</summary>
    public static Attendance? Employed(Month month, string agent, IReadOnlyList<Employment> stretches, Func<DateOnly, bool> isPaid)
    {
        DateOnly[] all = [.. Enumerable.Range(0, month.Last.Day).Select(month.First.AddDays)];
        DateOnly[] own = [.. all.Where(day => stretches.Any(s => s.Covers(day)))];
        return own.Length == 0 || own.Length == all.Length ? null : new(month, agent, all.Count(isPaid), own.Count(isPaid));
    }

    /// <summary>The bases of the month by their days due; empty where it has but one. Where no day is due, every day counts.</summary>
    public static IReadOnlyList<BaseStretch> Bases(Month month, IReadOnlyList<Employment> stretches, Func<DateOnly, decimal> due)
    {
        if (stretches.Select(s => s.BasePay).Distinct().Count() < 2) return [];
        var spans = stretches.OrderBy(s => s.From).Select(s => (Days: new DaySpan(s.From < month.First ? month.First : s.From, s.To is { } to && to < month.Last ? to : month.Last), s.BasePay)).ToArray();
        decimal Of(DaySpan span, Func<DateOnly, decimal> counts) => Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Sum(i => counts(span.From.AddDays(i)));
        var none = spans.All(s => Of(s.Days, due) == 0m);
        return [.. spans.Select(s => new BaseStretch(s.Days, s.BasePay, Of(s.Days, none ? _ => 1m : due)))];
    }

    /// <summary>Since when somebody was employed at the end of the month without a day between; who came back begins anew.</summary>
    public static Tenure? TenureOf(Month month, IReadOnlyList<Employment> history)
    {
        DateOnly? since = null;
        foreach (var stretch in history.Where(e => e.From <= month.Last).OrderByDescending(e => e.From))
        {
            if (since is { } later && stretch.To is { } to && to < later.AddDays(-1)) break;
            since = stretch.From;
        }
        return since is { } first ? new(first, month.Last) : null;
    }

    private static Wording In(DateOnly day, string zh, string en) => new(
        zh.Replace("{0}", ShowDates.Words(day, Language.Zh), StringComparison.Ordinal), en.Replace("{0}", ShowDates.Words(day, Language.En), StringComparison.Ordinal));
}
