using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>Names in a file that no list of people knows, and accounts that two people have at once.</summary>
internal readonly record struct Oddities(IReadOnlyList<string> UnknownPeople, IReadOnlyList<string> SharedAccounts);

/// <summary>What is told about a file that was taken.</summary>
internal static class Notices
{
    private const int LongSpanDays = 400;

    public static IReadOnlyList<ImportNotice> Of(DateOnly? from, DateOnly? to, Oddities odd)
    {
        var notices = new List<ImportNotice>();
        if (from is { } first && to is { } last && last.DayNumber - first.DayNumber > LongSpanDays)
            notices.Add(new("days-far-apart", new("文件跨越的日期过长，请核对最早和最晚的一天", "The file's first and last day lie far apart; check them"), [Print(first), Print(last)]));
        if (odd.UnknownPeople.Count > 0)
            notices.Add(new("people-unknown", new("人员名单里没有这些人；记录已保留，导入名单后生效", "No list of people knows these names; the records are kept and count once a list does"), odd.UnknownPeople));
        if (odd.SharedAccounts.Count > 0)
            notices.Add(new("accounts-shared", new("同一天里有账号归了两个人；以后开始的为准", "Some accounts belong to two people on one day; who began later stands"), odd.SharedAccounts));
        return notices;
    }

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
