using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heng.Engine.Records;

namespace Heng.App.Features.Calendars;

/// <summary>Days as RFC 5545 has them: lines of at most 75 bytes ended by CR LF, folded between characters; text escaped; the same number for the same matter every time.</summary>
public static class CalendarText
{
    private const int MostBytes = 75;

    public static string Of(IReadOnlyList<CalendarDay> days, string name, string owner, string? site)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(days, name, owner, site)) Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(IReadOnlyList<CalendarDay> days, string name, string owner, string? site)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//Heng//Deadlines//ZH";
        yield return "CALSCALE:GREGORIAN";
        yield return "METHOD:PUBLISH";
        yield return "X-WR-CALNAME:" + Escaped(name);
        yield return "REFRESH-INTERVAL;VALUE=DURATION:PT1H";
        // China has kept one time without summer time since 1991.
        foreach (var line in new[] { "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T000000", "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE" }) yield return line;
        foreach (var day in days)
            foreach (var line in Event(day, owner, site)) yield return line;
        yield return "END:VCALENDAR";
    }

    private static IEnumerable<string> Event(CalendarDay day, string owner, string? site)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner + "\n" + day.Key)))[..32]}@heng";
        yield return "DTSTAMP:" + DateTimeOffset.FromUnixTimeSeconds(day.ToldAt.UnixSeconds).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        yield return "SEQUENCE:" + day.Times.ToString(CultureInfo.InvariantCulture);
        if (day.LastDay is { } last)
        {
            yield return "DTSTART;VALUE=DATE:" + Iso(last);
            // The end is the day after: it is not part of it.
            yield return "DTEND;VALUE=DATE:" + Iso(last.AddDays(1));
            yield return "TRANSP:TRANSPARENT";
        }
        else
        {
            yield return "DTSTART;TZID=Asia/Shanghai:" + Local(day.Begins!.Value);
            if (day.Ends is { } ends) yield return "DTEND;TZID=Asia/Shanghai:" + Local(ends);
        }
        yield return "SUMMARY:" + Escaped(day.Title);
        if (day.Link is { } link && site is not null && Uri.TryCreate(site.TrimEnd('/') + link, UriKind.Absolute, out var url)) yield return "URL:" + new UriBuilder(url) { Host = url.IdnHost }.Uri.AbsoluteUri;
        if (day.CalledOff) yield return "STATUS:CANCELLED";
        yield return "END:VEVENT";
    }

    /// <summary>What RFC 5545 lets no text hold, other than an end of line, is left out.</summary>
    public static string Escaped(string text) => string.Concat(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n").Where(c => c == '\t' || !char.IsControl(c)));

    /// <summary>A line that goes on begins with a blank, which is one of its bytes; no character is parted.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                text.Append("\r\n ");
                bytes = 1;
            }
            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    private static string Local(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
