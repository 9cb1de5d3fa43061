using System.Globalization;

namespace Heng.App.Features.ScoringPages;

/// <summary>Points as people type them: full-width digits, and a full stop, comma or 。 before the half.</summary>
public static class TypedPoints
{
    public static decimal? Read(string text) => decimal.TryParse(string.Concat(text.Trim().Select(Plain)), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points) ? points : null;

    private static char Plain(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '．' or '。' or ',' or '，' => '.',
        '－' or '−' => '-',
        _ => c,
    };
}
