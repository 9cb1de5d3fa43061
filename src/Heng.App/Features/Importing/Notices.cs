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

    public static IReadOnlyList<ImportNotice> Of(DateOnly? from, DateOnly? to, DateOnly today, Oddities odd)
    {
        var notices = new List<ImportNotice>();
        if (to > today) notices.Add(new("days-in-future", new("文件里有导入时还没到的日期", "The file has days that have not come yet"), [Print(to.Value)]));
        if (from is { } first && to is { } last && last.DayNumber - first.DayNumber > LongSpanDays)
            notices.Add(new("days-far-apart", new("文件跨越的日期过长，请核对最早和最晚的一天", "The file's first and last day lie far apart; check them"), [Print(first), Print(last)]));
        if (odd.UnknownPeople.Count > 0)
            notices.Add(new("people-unknown", new("人员名单里没有这些人；记录已保留，导入名单后生效", "No list of people knows these names; the records are kept and count once a list does"), odd.UnknownPeople));
        if (odd.SharedAccounts.Count > 0)
            notices.Add(new("accounts-shared", new("同一天里有账号归了两个人；以后开始的为准", "Some accounts belong to two people on one day; who began later stands"), odd.SharedAccounts));
        return notices;
    }

    /// <summary>The day in the shops' own time at an instant of this machine.</summary>
    public static DateOnly Today(Instant now) => ShopClock.Shanghai.DayOf(now);

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
