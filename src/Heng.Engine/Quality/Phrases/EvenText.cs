namespace Heng.Engine.Quality.Phrases;

/// <summary>Evens texts out before they are compared: full-width signs become half-width ones, letters small, white space goes.</summary>
public static class EvenText
{
    /// <summary>How many characters of <paramref name="into"/> were written; it is at least as long as the text.</summary>
    public static int Into(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        foreach (var c in text)
        {
            var half = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
            if (char.IsWhiteSpace(half)) continue;
            into[length++] = half is >= 'A' and <= 'Z' ? (char)(half + ('a' - 'A')) : half;
        }
        return length;
    }

    public static string Of(ReadOnlySpan<char> text)
    {
        var into = new char[text.Length];
        return new(into, 0, Into(text, into));
    }
}
