using System.Globalization;
using System.Text.RegularExpressions;

namespace Heng.Intake.Fields;

/// <summary>Durations as reports write them: seconds (12.5, 12.5秒), in words (1小时2分3秒, 2分钟) or as a clock (00:01:23, which a sheet may put behind its first day).</summary>
internal static partial class Durations
{
    public static bool TryRead(string text, out decimal seconds)
    {
        seconds = 0;
        var bare = text.Trim();
        if (Clock().Match(bare) is { Success: true } clock)
        {
            seconds = Part(clock, "h") * 3600 + Part(clock, "m") * 60 + Part(clock, "s");
            return Part(clock, "m") < 60 && Part(clock, "s") < 60;
        }
        if (Worded().Match(bare) is { Success: true, Length: > 0 } words)
        {
            seconds = Part(words, "d") * 86_400 + Part(words, "h") * 3600 + Part(words, "m") * 60 + Part(words, "s");
            return true;
        }
        return Amounts.TryNumber(bare, out seconds) && seconds >= 0;
    }

    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true } found && decimal.TryParse(found.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) ? part : 0m;

    [GeneratedRegex(@"^(?:1899-12-3[01][ T])?(?<h>\d{1,4}):(?<m>\d{1,2}):(?<s>\d{1,2}(?:\.\d{1,6})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?=\d)(?:(?<d>\d{1,4})天)?(?:(?<h>\d{1,4}(?:\.\d{1,6})?)(?:小时|时))?(?:(?<m>\d{1,6}(?:\.\d{1,6})?)(?:分钟|分))?(?:(?<s>\d{1,9}(?:\.\d{1,6})?)秒)?(?<=[天时分钟秒])$", RegexOptions.CultureInvariant)]
    private static partial Regex Worded();
}
