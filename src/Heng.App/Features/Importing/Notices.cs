using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>What is told about a file that was taken.</summary>
internal static class Notices
{
    private const int LongSpanDays = 400;

    public static IReadOnlyList<ImportNotice> Of(DateOnly? from, DateOnly? to, DateOnly today, IReadOnlyList<string> unknownPeople)
    {
        var notices = new List<ImportNotice>();
        if (to > today) notices.Add(new("days-in-future", new("文件里有导入时还没到的日期", "The file has days that have not come yet"), [Print(to.Value)]));
        if (from is { } first && to is { } last && last.DayNumber - first.DayNumber > LongSpanDays)
            notices.Add(new("days-far-apart", new("文件跨越的日期过长，请核对最早和最晚的一天", "The file's first and last day lie far apart; check them"), [Print(first), Print(last)]));
        if (unknownPeople.Count > 0)
            notices.Add(new("people-unknown", new("人员名单里没有这些人；记录已保留，导入名单后生效", "No list of people knows these names; the records are kept and count once a list does"), unknownPeople));
        return notices;
    }

    /// <summary>The day in the shops' own time at an instant of this machine.</summary>
    public static DateOnly Today(Instant now) => ShopClock.Shanghai.DayOf(now);

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
