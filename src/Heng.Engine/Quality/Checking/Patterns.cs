using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>Why a pattern is not taken.</summary>
public enum PatternFault : byte { Empty, TooLong, NotOne, LooksAround, TooManyTimes }

/// <summary>Regular expressions that take time in proportion to a text, whatever it says: 500 characters at most, no look-around, no back-references, repetitions that multiply to 1,000 at most.</summary>
public static partial class Patterns
{
    public const int Longest = 500, MostTimes = 1000;
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    /// <summary>Matches nothing everywhere. Without it .NET 10 loses matches of a pattern that begins with something optional: 加?微 in 加好微微 is found once (dotnet/runtime pull request 130176).</summary>
    private const string Anywhere = @"(?:\b|\B)";

    public static PatternFault? FaultOf(string pattern)
    {
        if (pattern.Length == 0) return PatternFault.Empty;
        if (pattern.Length > Longest) return PatternFault.TooLong;
        var times = 1L;
        foreach (Match match in Times().Matches(pattern))
        {
            if (match.Value.Length > 10) return PatternFault.TooManyTimes;
            times *= Math.Max(1, match.Value.Trim('{', '}').Split(',').Max(n => n.Length == 0 ? 1 : int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture)));
            if (times > MostTimes) return PatternFault.TooManyTimes;
        }
        try
        {
            _ = new Regex(pattern, Safe);
            _ = Compiled(pattern, Reading.Normalised);
            return null;
        }
        catch (NotSupportedException) { return PatternFault.LooksAround; }
        catch (ArgumentException) { return PatternFault.NotOne; }
    }

    /// <summary>As the reading has its texts: where that is normalised the pattern's letters are evened out as well, and case does not matter.</summary>
    internal static Regex Compiled(string pattern, Reading reading) =>
        reading == Reading.Raw ? new($"{Anywhere}(?:{pattern})", Safe) : new($"{Anywhere}(?:{Evened(pattern)})", Safe | RegexOptions.IgnoreCase);

    /// <summary>ASCII stays, since it is the pattern's own language; a wide mark becomes the narrow one, which then must not be taken for that language.</summary>
    internal static string Evened(string pattern)
    {
        var even = new StringBuilder(pattern.Length);
        foreach (var c in pattern)
        {
            var to = c < '\u0080' ? c : Evening.InPlace(c);
            if (to != c && to < '\u0080' && !char.IsAsciiLetterOrDigit(to)) even.Append('\\');
            even.Append(to);
        }
        return even.ToString();
    }

    [GeneratedRegex(@"\{\d+(,\d*)?\}")]
    private static partial Regex Times();
}
