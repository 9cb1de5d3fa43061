using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Rules;

/// <summary>Open hours as they are written: <c>mon-fri 09:00-23:00</c>, <c>sun 10:00-24:00</c>. They end after they begin and on the same day.</summary>
internal static class OpeningText
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static string Of(OpenHours hours)
    {
        var days = Days[(int)hours.First] + (hours.First == hours.Last ? "" : "-" + Days[(int)hours.Last]);
        return string.Create(CultureInfo.InvariantCulture, $"{days} {hours.FromMinute / 60:00}:{hours.FromMinute % 60:00}-{hours.ToMinute / 60:00}:{hours.ToMinute % 60:00}");
    }

    public static OpenHours? Read(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var hours] || hours.Split('-') is not [var from, var to]) return null;
        var named = days.ToLowerInvariant().Split('-');
        if (named.Length > 2 || Minute(from) is not { } begin || Minute(to) is not { } end || begin >= end) return null;
        var (first, last) = (Array.IndexOf(Days, named[0]), Array.IndexOf(Days, named[^1]));
        return first < 0 || last < 0 ? null : new((DayOfWeek)first, (DayOfWeek)last, begin, end);
    }

    private static int? Minute(string text)
    {
        if (text == "24:00") return 24 * 60;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.Hour * 60 + at.Minute : null;
    }
}
