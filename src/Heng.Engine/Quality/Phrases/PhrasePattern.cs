namespace Heng.Engine.Quality.Phrases;

/// <summary>
/// A phrase's text as messages are held against it: evened out, and parted at its placeholders (占位符 <c>{name}</c>), each of which stands for 0 to <see cref="LongestFilling"/> characters.
/// Braces with nothing, or more than 20 characters, between them are text.
/// </summary>
public sealed class PhrasePattern
{
    public const int LongestFilling = 40;
    private const int LongestName = 20;

    private PhrasePattern(IReadOnlyList<string> parts) => (Parts, Characters) = (parts, parts.Sum(p => p.Length));

    /// <summary>The texts before, between and behind the placeholders; one alone where there is none.</summary>
    public IReadOnlyList<string> Parts { get; }
    public int Characters { get; }
    public bool HasPlaceholders => Parts.Count > 1;

    public static PhrasePattern Of(string text)
    {
        var (even, parts, start) = (EvenText.Of(text), new List<string>(), 0);
        for (var at = even.IndexOf('{', StringComparison.Ordinal); at >= 0; at = even.IndexOf('{', at + 1))
        {
            var close = even.IndexOf('}', at);
            var name = close - at - 1;
            if (close < 0 || name is < 1 or > LongestName || even.AsSpan(at + 1, name).Contains('{')) continue;
            parts.Add(even[start..at]);
            start = close + 1;
            at = close;
        }
        parts.Add(even[start..]);
        return new(parts);
    }

    /// <summary>Word for word, save what fills the placeholders. The message is evened out.</summary>
    public bool Equals(ReadOnlySpan<char> message)
    {
        if (!HasPlaceholders) return message.SequenceEqual(Parts[0]);
        return message.StartsWith(Parts[0], StringComparison.Ordinal) && Rest(message[Parts[0].Length..], 1);
    }

    // Placeholders are few, and each tries 41 places at most.
    private bool Rest(ReadOnlySpan<char> message, int part)
    {
        if (part == Parts.Count - 1) return message.Length - Parts[part].Length is >= 0 and <= LongestFilling && message.EndsWith(Parts[part], StringComparison.Ordinal);
        for (var filling = 0; filling <= LongestFilling && filling + Parts[part].Length <= message.Length; filling++)
            if (message[filling..].StartsWith(Parts[part], StringComparison.Ordinal) && Rest(message[(filling + Parts[part].Length)..], part + 1)) return true;
        return false;
    }
}
