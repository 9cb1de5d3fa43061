namespace Heng.Engine.Quality.Checking.Looks;

/// <summary>
/// Messages as good as one of the phrases: twice the pairs of neighbouring characters that both have, in hundredths of all their pairs (Dice). What is shorter than a pair is as good as
/// itself alone.
/// </summary>
internal sealed class SimilarLook : Look
{
    private readonly record struct Known(string Text, int[] Pairs);

    private readonly int percent, shortest, longest;
    private readonly Known[] phrases;

    public SimilarLook(Similar similar, Reading reading)
    {
        var texts = new TextRoom();
        percent = similar.Percent;
        phrases = [.. similar.Phrases.Select(p => texts.Letters(p, reading).ToString()).Where(t => t.Length > 0).Distinct().Select(t => new Known(t, PairsOf(t)))];
        // 2·a ÷ (a + b) is the most that a pairs of b can be, so lengths alone rule most messages out.
        shortest = phrases.Length == 0 ? int.MaxValue : phrases.Min(p => p.Pairs.Length * percent / (200 - percent));
        longest = phrases.Length == 0 ? 0 : phrases.Max(p => p.Pairs.Length * (200 - percent) / percent) + 1;
    }

    public override void Find(Scene scene, CheckedCondition of, HitWriter hits)
    {
        foreach (var line in of.Lines(scene))
        {
            var text = scene.Talk.TextOf(line);
            if (text.Length <= shortest) continue;
            var letters = scene.Texts.Letters(text, of.Rule.Reading);
            if (letters.Length > shortest && letters.Length <= longest && IsLikeOne(letters)) hits.Add(line, 0, text.Length);
        }
    }

    private bool IsLikeOne(ReadOnlySpan<char> letters)
    {
        var pairs = PairsOf(letters);
        foreach (var phrase in phrases)
            if (pairs.Length == 0 || phrase.Pairs.Length == 0 ? letters.SequenceEqual(phrase.Text) : 200L * Shared(pairs, phrase.Pairs) >= (long)percent * (pairs.Length + phrase.Pairs.Length)) return true;
        return false;
    }

    private static int[] PairsOf(ReadOnlySpan<char> text)
    {
        var pairs = new int[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = text[i] << 16 | text[i + 1];
        Array.Sort(pairs);
        return pairs;
    }

    private static int Shared(int[] a, int[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) { shared++; i++; j++; }
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return shared;
    }
}
