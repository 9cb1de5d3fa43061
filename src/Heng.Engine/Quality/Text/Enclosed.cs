namespace Heng.Engine.Quality.Text;

/// <summary>
/// Letters and digits in another dress that the table of <see cref="Evening"/> cannot hold: mathematical ones (𝐪 𝟏, U+1D400 to U+1D7FF but for Greek) and enclosed ones beyond 16 bits (🄰 🅐), which
/// take two places; and circled and parenthesised digits, which are digits only beside another: ①②③ is a number, and the ① of 微①信 a symbol.
/// </summary>
public static class Enclosed
{
    private const char Mathematical = '\uD835', Supplement = '\uD83C';
    private static readonly char[] First = [.. "①⑴⒈❶➀➊⓵"];

    /// <summary>The plain character that stands at a place, and over how many places; null where none of these does.</summary>
    public static (char Plain, int Places)? At(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c is Mathematical or Supplement) return at + 1 < text.Length && (c == Mathematical ? OfMathematical(text[at + 1]) : OfSupplement(text[at + 1])) is { } letter ? (letter, 2) : null;
        return MayBeDigit(c) && DigitOf(c) is { } digit && (at > 0 && IsDigit(text[at - 1]) || at + 1 < text.Length && IsDigit(text[at + 1])) ? (digit, 1) : null;
    }

    /// <summary>Whether it is worth asking: everything else goes by the table alone.</summary>
    public static bool MayBe(char c) => c is Mathematical or Supplement || MayBeDigit(c);

    private static bool MayBeDigit(char c) => c is >= '①' and <= '⓿' or >= '❶' and <= '➒';

    private static bool IsDigit(char c) => MayBeDigit(c) && DigitOf(c) is not null;

    private static char? DigitOf(char c)
    {
        if (c is '⓪' or '⓿') return '0';
        foreach (var one in First)
            if (c >= one && c < one + 9) return (char)('1' + c - one);
        return null;
    }

    // Thirteen alphabets of capitals and small letters, the small i and j without a dot, Greek, and five rows of digits.
    private static char? OfMathematical(char low) => low switch
    {
        >= '\uDC00' and <= '\uDEA3' => (char)('a' + (low - 0xDC00) % 26),
        '\uDEA4' => 'i',
        '\uDEA5' => 'j',
        >= '\uDFCE' and <= '\uDFFF' => (char)('0' + (low - 0xDFCE) % 10),
        _ => null,
    };

    // Parenthesised, squared, circled and squared on black. 🅰 🅱 🅾 🅿 of the last are emoji, and emoji separate.
    private static char? OfSupplement(char low) => low switch
    {
        '\uDD70' or '\uDD71' or '\uDD7E' or '\uDD7F' => null,
        >= '\uDD10' and <= '\uDD29' => (char)('a' + (low - 0xDD10)),
        >= '\uDD30' and <= '\uDD49' => (char)('a' + (low - 0xDD30)),
        >= '\uDD50' and <= '\uDD69' => (char)('a' + (low - 0xDD50)),
        >= '\uDD70' and <= '\uDD89' => (char)('a' + (low - 0xDD70)),
        _ => null,
    };
}
