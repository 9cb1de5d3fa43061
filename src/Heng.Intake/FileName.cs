using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Records;

namespace Heng.Intake;

/// <summary>
/// What a file's name says. Taobao stamps <c>ExportOrderList201809011818.csv</c> with the time of the export, Shanghai time;
/// so may anybody at the end of a name: <c>attendance_202611021530.csv</c>.
/// <c>messages_SHOP_2026-10-01.csv</c>, or without the first word, names the shop and the day; the day is not read from the stamp, which only says when.
/// </summary>
internal static partial class FileName
{
    [GeneratedRegex(@"(?:Export[A-Za-z]*List(\d{12})(\d{2})?(?!\d)|_(\d{12})(\d{2})?\.[A-Za-z]+$)", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(?:(?:messages|orders|ratings|reviews|消息|聊天|订单|满意度|评价)_)?(?<shop>[^\\/]+)_(?<day>\d{4}-\d{2}-\d{2}|\d{8})\.[A-Za-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ShopAndDay();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d{2})(?:(?<s>[-/.年])(?<m>\d{1,2})(?:[-/.月](?<d>\d{1,2})日?|月?)|(?<m>\d{2})(?<d>\d{2})?)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayOrMonth();

    /// <summary>The days that a text names, from the first to the last it holds; a month alone is all of its days. Null where it names none.</summary>
    public static (DateOnly From, DateOnly To)? Period(string text)
    {
        (DateOnly From, DateOnly To)? period = null;
        foreach (Match match in DayOrMonth().Matches(text))
        {
            var digits = $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{(match.Groups["d"].Success ? match.Groups["d"].Value.PadLeft(2, '0') : "01")}";
            if (!DateOnly.TryParseExact(digits, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) continue;
            var last = match.Groups["d"].Success ? first : Month.Of(first).Last;
            period = period is not var (from, to) ? (first, last) : (first < from ? first : from, last > to ? last : to);
        }
        return period;
    }

    public static Instant? ExportedAt(string name)
    {
        if (Stamp().Match(name) is not { Success: true } match) return null;
        var (minutes, seconds) = match.Groups[1].Success ? (match.Groups[1], match.Groups[2]) : (match.Groups[3], match.Groups[4]);
        var digits = minutes.Value + (seconds.Success ? seconds.Value : "00");
        return DateTime.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) ? ShopClock.Shanghai.FromLocal(wall) : null;
    }

    public static (string? Shop, DateOnly? Day) Covers(string name)
    {
        if (ShopAndDay().Match(name) is not { Success: true } match) return default;
        var day = match.Groups["day"].Value.Replace("-", "", StringComparison.Ordinal);
        return DateOf(day) is { } read ? (match.Groups["shop"].Value, read) : default;
    }

    private static DateOnly? DateOf(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
