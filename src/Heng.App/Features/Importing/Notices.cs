using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>Names in a file that no list of people knows, accounts that two people have at once, items that no plan has, refunds of orders that are not kept, and rates that may be percents or not.</summary>
internal readonly record struct Oddities(
    IReadOnlyList<string> UnknownPeople, IReadOnlyList<string> SharedAccounts, IReadOnlyList<string> UnknownItems, IReadOnlyList<string> UnknownOrders,
    IReadOnlyList<string> SharedReports)
{
    public IReadOnlyList<string> DoubtfulRates { get; init; } = [];
    /// <summary>Who stands in two rows of one first day, and in rows whose days overlap.</summary>
    public IReadOnlyList<string> NamedTwice { get; init; } = [];
    public IReadOnlyList<string> Overlapping { get; init; } = [];
}

/// <summary>What is told about a file that was taken.</summary>
internal static class Notices
{
    private const int LongSpanDays = 400;

    public static IReadOnlyList<ImportNotice> Of(DateOnly? from, DateOnly? to, MergeCounts merged, Oddities odd)
    {
        var notices = new List<ImportNotice>();
        if (from is { } first && to is { } last && last.DayNumber - first.DayNumber > LongSpanDays)
            notices.Add(new("days-far-apart", new("文件跨越的日期过长，请核对最早和最晚的一天", "The file's first and last day lie far apart; check them"), [Print(first), Print(last)]));
        if (merged.Outdated > 0)
            notices.Add(new("other-version-stands", new("这些行与已有的记录内容不同，但已有的那一版导出时间更晚（或双方都没有导出时间），所以不生效。要让这份文件生效，请写明它的导出时间：--exported-at 2026-11-02T15:30，或文件名以 _202611021530 结尾",
                "These rows differ from what is kept, and what is kept was exported later (or neither says when), so it stands. To have this file stand, say when it was made: --exported-at 2026-11-02T15:30, or a name that ends in _202611021530"), [Count(merged.Outdated)]));
        if (merged.Restored > 0)
            notices.Add(new("version-restored", new("这些行以前来过、被别的版本取代，现在按导出时间重新生效", "These rows had come before and had given way; by their export time they stand again"), [Count(merged.Restored)]));
        if (odd.UnknownItems.Count > 0)
            notices.Add(new("items-unknown", new("生效的方案里没有这些评分项；分数已保留，但不计入", "No plan in force has these items; the marks are kept and do not count"), odd.UnknownItems));
        if (odd.UnknownPeople.Count > 0)
            notices.Add(new("people-unknown", new("人员名单里没有这些人；记录已保留，导入名单后生效", "No list of people knows these names; the records are kept and count once a list does"), odd.UnknownPeople));
        if (odd.UnknownOrders.Count > 0)
            notices.Add(new("orders-unknown", new("订单列表里没有这些订单；记录已保留，订单导入后生效", "No order list has these orders; the records are kept and count once one does"), odd.UnknownOrders));
        if (odd.SharedReports.Count > 0)
            notices.Add(new("reports-shared", new("报表里有几个人共用的账号：合计没有时间，不能按班次分，只计入全店，不计入任何个人", "Accounts in the report that several people share: a sum without times cannot be divided by shift, so it counts for the shop and for nobody"), odd.SharedReports));
        if (odd.SharedAccounts.Count > 0)
            notices.Add(new("accounts-shared", new("同一天里有账号归了两个人：排班表里当班的人算；没有排班时，以后开始的为准", "Some accounts belong to two people on one day: whoever is on shift by the roster; without a roster who began later stands"), odd.SharedAccounts));
        if (odd.NamedTwice is { Count: > 0 } twice)
            notices.Add(new("person-twice", new("同名、同一天开始的行只留一行：如果是重名的两个人，请用不同的名字（如 王伟A、王伟B），否则其中一人没有成绩和工资", "Of rows with one name and one first day only one stands: two people of one name need different names, or one of them has no score and no pay"), twice));
        if (odd.Overlapping is { Count: > 0 } overlapping)
            notices.Add(new("stretches-overlap", new("这些人的几段任职有重叠：后开始的一段从它的第一天起算。如果是重名的两个人，请用不同的名字", "Stretches of these people overlap: the one that began later counts from its first day on. Two people of one name need different names"), overlapping));
        if (odd.DoubtfulRates is { Count: > 0 } doubtful)
            notices.Add(new("rates-doubtful", new("这份文件的比率写成百分数（如 99.71），但这些列没有大于 1 的值，也按百分数读了；请核对", "The file writes its rates as percents (99.71); these columns hold nothing above 1 and were read as percents too: check them"), doubtful));
        return notices;
    }

    private static string Count(int rows) => rows.ToString(CultureInfo.InvariantCulture);
    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
