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

    [GeneratedRegex(@"^(?:(?:messages|orders|ratings|reviews|消息|订单|满意度|评价)_)?(?<shop>[^\\/]+)_(?<day>\d{4}-\d{2}-\d{2}|\d{8})\.[A-Za-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ShopAndDay();

    [GeneratedRegex(@"(?<!\d)(20\d{2})[-./年]?(0[1-9]|1[0-2])[-./月]?(0[1-9]|[12]\d|3[01])日?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<!\d)(20\d{2})[-.年]?(0[1-9]|1[0-2])月?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WholeMonth();

    /// <summary>The days that a report's name says it is about: two dates, one date, or a month. Of more dates than two nothing is believed.</summary>
    public static (DateOnly From, DateOnly To)? Period(string name)
    {
        var dates = Date().Matches(name).Select(m => DateOf(m.Groups[1].Value + m.Groups[2].Value + m.Groups[3].Value)).OfType<DateOnly>().ToList();
        if (dates is [var first, var last]) return first <= last ? (first, last) : null;
        if (dates is [var day]) return (day, day);
        if (dates.Count > 0 || WholeMonth().Matches(name) is not [var month]) return null;
        return Month.Parse($"{month.Groups[1].Value}-{month.Groups[2].Value}") is { } whole ? (whole.First, whole.Last) : null;
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
