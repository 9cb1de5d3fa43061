using System.Globalization;
using System.Text.RegularExpressions;

namespace Heng.Intake.Fields;

/// <summary>Times of day as rosters and punch sheets write them: <c>8:30</c>, <c>08:30:15</c>, <c>次日06:00</c>, or what a sheet makes of them behind its first day.</summary>
internal static partial class WallTimes
{
    /// <summary>Seconds after midnight; up to 24:00, and past it for the next day's.</summary>
    public static int? Seconds(string text)
    {
        if (Clock().Match(text.Trim()) is not { Success: true } match) return null;
        var (hours, minutes, seconds) = (Part(match, "h"), Part(match, "m"), Part(match, "s"));
        if (hours > 24 || minutes > 59 || seconds > 59 || hours == 24 && minutes + seconds > 0) return null;
        return hours * 3600 + minutes * 60 + seconds + (match.Groups["next"].Success ? 86_400 : 0);
    }

    private static int Part(Match match, string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:1899-12-3[01] |1900-01-00 )?(?<next>次日|第二天)?\s*(?<h>\d{1,2})[:：](?<m>\d{2})(?:[:：](?<s>\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
