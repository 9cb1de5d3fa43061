namespace Heng.Engine.Voice;

/// <summary>
/// How alike two texts are (相似): twice the pairs of neighbouring characters that both have ÷ the pairs of each (Dice, 1945), 0 to 1. Only letters, digits and Han characters count,
/// in lower case; a text of one character is its own pair. Chinese needs no words for this.
/// </summary>
public static class Likeness
{
    /// <summary>From here on a suggestion is shown as similar: between the examples that say the same and those that do not (LikenessTests).</summary>
    public const decimal Similar = 0.3m;

    public static decimal Of(string one, string other)
    {
        var (a, b) = (Pairs(one), Pairs(other));
        return a.Count == 0 || b.Count == 0 ? 0m : 2m * a.Count(b.Contains) / (a.Count + b.Count);
    }

    /// <summary>Of what is being written beside one that stands: by its title, or by all of it, whichever is more alike.</summary>
    public static decimal Of(string title, string words, SuggestionState other) =>
        Math.Max(Of(title, other.Written.Title!), Of(title + words, other.Written.Title! + other.Written.Words));

    private static HashSet<string> Pairs(string text)
    {
        char[] kept = [.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)];
        if (kept.Length == 1) return new(StringComparer.Ordinal) { new string(kept) };
        return [.. Enumerable.Range(0, Math.Max(0, kept.Length - 1)).Select(i => new string(kept, i, 2))];
    }
}
