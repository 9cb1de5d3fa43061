using System.Globalization;

namespace Heng.Intake.Fields;

/// <summary>Numbers as exporters write them: thousands separators, a currency sign before or 元 behind. Spreadsheet wobble beyond the fen (148.90000000000001) is rounded away, a real third place is no money.</summary>
internal static class Amounts
{
    private const decimal Most = 1_000_000_000_000m, Wobble = 0.000001m;

    public static bool TryMoney(string text, out decimal yuan)
    {
        var bare = text.Trim().TrimStart('¥', '￥').Trim();
        if (bare.EndsWith('元')) bare = bare[..^1].TrimEnd();
        if (!TryNumber(bare.Replace('，', ','), out var read))
        {
            yuan = 0;
            return false;
        }
        yuan = Math.Round(read, 2, MidpointRounding.AwayFromZero);
        return Math.Abs(yuan - read) < Wobble;
    }

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) <= Most && ThousandsStandRight(text);

    /// <summary>A number of any kind as people write it down: 45%, ¥5000, 5000元, 100万, 1.5万元.</summary>
    public static bool TryFigure(string text, out decimal number)
    {
        var bare = text.Trim();
        var percent = bare.EndsWith('%') || bare.EndsWith('％');
        bare = (percent ? bare[..^1] : bare).TrimStart('¥', '￥').TrimEnd('元', ' ');
        var tenThousands = !percent && bare.EndsWith('万');
        if (!TryNumber(tenThousands ? bare[..^1].TrimEnd() : bare, out number)) return false;
        number = percent ? number / 100 : tenThousands ? number * 10_000 : number;
        return true;
    }

    /// <summary>1,234.50 is a number; 1,5 is somebody's decimal comma, and reading it as 15 would be a tenfold error.</summary>
    private static bool ThousandsStandRight(string text)
    {
        var whole = text.Split('.')[0];
        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return true;
        var groups = whole.TrimStart('-', '+').Split(',');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3);
    }
}
