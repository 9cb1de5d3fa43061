using System.Globalization;
using System.Text;

namespace Heng.Engine.Quality.Text;

/// <summary>
/// What a character comes to where texts are evened out (归一): half width, lower case, simplified, and circled letters plain. What is no letter and no digit separates, and is read over:
/// <see cref="Soft"/> are spaces, symbols, circled numbers and emoji, <see cref="Hard"/> is what ends a part of a sentence. Of ideographs beyond 16 bits the first half stands for the whole.
/// Letters and digits that take two places, or that only a neighbour tells from a symbol, are <see cref="Enclosed"/>'s: whoever reads a text looks there once it meets one.
/// </summary>
public static class Evening
{
    public const char Soft = '\0', Hard = '\u0001';
    private const string EndsParts = "，。！？；：、,!?;\n\r\u0085\u2028\u2029";
    private const char KelvinSign = '\u212A';
    // Those that the mathematical alphabets leave out, because they were there before.
    private const string Letterlike = "ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ", LetterlikePlain = "cghhhhiilnpqrrrzzbceefmo";
    private static readonly char[] Table = Make();

    public static char Of(char c) => Table[c];

    public static bool Separates(char c) => Table[c] <= Hard;

    /// <summary>The text as phrases of the normalised reading are looked for: evened out and without separators. Runs are left.</summary>
    public static string Of(string text)
    {
        var even = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = Of(text[i]);
            if (Enclosed.At(text, i) is var (plain, places)) (c, i) = (plain, i + places - 1);
            if (c > Hard) even.Append(c);
        }
        return even.ToString();
    }

    /// <summary>Evened out place by place, separators left as they are but for their width: as patterns, and whole messages, are read.</summary>
    public static void InPlace(ReadOnlySpan<char> text, Span<char> into)
    {
        for (var i = 0; i < text.Length; i++) into[i] = InPlace(text[i]);
    }

    public static char InPlace(char c) => Table[c] is > Hard and var even ? even : Narrow(c);

    private static char[] Make()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++) table[c] = Plain((char)c);
        for (var pass = 0; pass < 2; pass++)
            foreach (var pairs in (string[])[Script.Pairs, Script.ByHand])
                for (var i = 0; i < pairs.Length; i += 2) table[pairs[i]] = table[pairs[i + 1]];
        return table;
    }

    private static char Plain(char c)
    {
        if (EndsParts.Contains(c)) return Hard;
        if (c == KelvinSign) return 'k';
        if (c is >= 'Ⓐ' and <= 'ⓩ') return (char)('a' + (c - 'Ⓐ') % 26);
        if (c is >= '⒜' and <= '⒵') return (char)('a' + (c - '⒜'));
        if (Letterlike.IndexOf(c, StringComparison.Ordinal) is var at and >= 0) return LetterlikePlain[at];
        if (c is >= '\uD840' and <= '\uD888') return c;
        var narrow = Narrow(c);
        return char.IsLetterOrDigit(narrow) || CharUnicodeInfo.GetUnicodeCategory(narrow) == UnicodeCategory.LetterNumber ? char.ToLowerInvariant(narrow) : Soft;
    }

    private static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;
}
