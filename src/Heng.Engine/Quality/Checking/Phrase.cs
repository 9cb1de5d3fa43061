using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>
/// A phrase as one reading looks for it. <paramref name="Loose"/> ones only tell that a pattern is worth trying, and are found wherever their characters stand.
/// Phrases of Latin letters alone stand between what are no such letters, those of digits alone between what are no digits.
/// </summary>
internal readonly record struct Phrase(string Text, bool Loose)
{
    public bool IsLatin => Text.All(char.IsAsciiLetter);
    public bool IsDigits => Text.All(char.IsAsciiDigit);

    /// <summary>Null where nothing of it is left to look for.</summary>
    public static Phrase? Of(string text, Reading reading, bool loose = false) =>
        (reading == Reading.Normalised ? Evening.Of(text) : text) is { Length: > 0 } read ? new(read, loose) : null;
}

/// <summary>How the characters of a hit lie: with how many separated gaps, and whether one of them ends a part of a sentence.</summary>
internal readonly record struct Gaps(int Separated, bool Hard)
{
    /// <summary>
    /// Symbols and spaces hide nothing. Over 。 and the like words only seem to meet, unless every gap is separated, which nobody does by chance with three characters and more;
    /// digits with a point or a space are other numbers, unless every one is set apart.
    /// </summary>
    public bool Allow(Phrase phrase)
    {
        var everywhere = Separated == phrase.Text.Length - 1;
        return Separated == 0 || (phrase.IsDigits ? everywhere && (!Hard || phrase.Text.Length >= 3) : !Hard || everywhere && phrase.Text.Length >= 3);
    }
}
