using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>
/// Looks for phrases in a text. The normalised reading reads over separators; where a letter stands three times and more in a row it reads once more with such runs taken as one
/// (digits never), so that a phrase with a run of its own is found as it is, and 好好好好评 as 好评. Where letters or digits stand in another dress (𝐪, ①②) it reads once more with these plain.
/// </summary>
internal sealed class PhraseReading
{
    private const int Other = 0, Soft = -1, Hard = -2;
    private readonly Reading reading;
    private readonly Phrase[] phrases;
    private readonly bool[] latin, digits;
    private readonly PhraseMachine machine;
    private readonly short[] classes;

    public PhraseReading(Reading reading, IReadOnlyList<Phrase> phrases)
    {
        (this.reading, this.phrases) = (reading, [.. phrases]);
        (latin, digits) = ([.. phrases.Select(p => p.IsLatin && !p.Loose)], [.. phrases.Select(p => p.IsDigits && !p.Loose)]);
        var tree = new PhraseTree();
        for (var i = 0; i < phrases.Count; i++) tree.Add(phrases[i].Text, i);
        machine = new(tree);
        classes = new short[phrases.Count == 0 ? 0 : char.MaxValue + 1];
        for (var c = 0; c < classes.Length; c++)
        {
            var even = reading == Reading.Normalised ? Evening.Of((char)c) : (char)c;
            classes[c] = reading == Reading.Normalised && even <= Evening.Hard ? (short)(even == Evening.Hard ? Hard : Soft) : (short)tree.Classes.GetValueOrDefault(even);
        }
    }

    public bool IsEmpty => phrases.Length == 0;

    public void Read(ReadOnlySpan<char> text, Scene scene)
    {
        int state = 0, before = Other, same = 0;
        var (runs, dressed) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            int number = classes[text[i]];
            if (number <= Other)
            {
                if (number == Other) state = 0;
                if (number != Soft) before = Other;
                dressed |= Enclosed.MayBe(text[i]) && Enclosed.At(text, i) is not null;
                continue;
            }
            if (number != before) (before, same) = (number, 1);
            else if (++same == 3) runs = true;
            state = machine.Next(state, number);
            if (machine.Found(state) is { } found) Report(text, i, found, scene);
        }
        if (reading != Reading.Normalised || !runs && !dressed) return;
        if (dressed && scene.Folded.Undress(text)) ReadAgain(scene, scene.Folded.HoldsDressed);
        // What is dressed may make the run.
        if (scene.Folded.Fold(text)) ReadAgain(scene, scene.Folded.HoldsRun);
    }

    private void Report(ReadOnlySpan<char> text, int last, int[] found, Scene scene)
    {
        foreach (var phrase in found)
        {
            var (first, gaps) = reading == Reading.Raw ? (last - phrases[phrase].Text.Length + 1, default) : Back(text, last, phrases[phrase].Text.Length);
            if (phrases[phrase].Loose || gaps.Allow(phrases[phrase]) && !(first > 0 && Joined(phrase, text[first - 1])) && !(last + 1 < text.Length && Joined(phrase, text[last + 1])))
                scene.Found(phrase, first, Whole(text, last) - first);
        }
    }

    /// <summary>From the last character back over separators to the first of so many.</summary>
    private static (int First, Gaps Gaps) Back(ReadOnlySpan<char> text, int last, int length)
    {
        var (at, separated, hard) = (last, 0, false);
        for (var read = 1; read < length; read++)
        {
            var gap = false;
            for (at--; Evening.Separates(text[at]); at--)
            {
                gap = true;
                hard |= Evening.Of(text[at]) == Evening.Hard;
            }
            if (gap) separated++;
        }
        return (at, new(separated, hard));
    }

    private bool Joined(int phrase, char beside)
    {
        if (!latin[phrase] && !digits[phrase]) return false;
        var even = reading == Reading.Normalised ? Evening.Of(beside) : beside;
        return latin[phrase] ? char.IsAsciiLetter(even) : char.IsAsciiDigit(even);
    }

    /// <param name="isNew">Whether what lies between two places was not found as it was written.</param>
    private void ReadAgain(Scene scene, Func<int, int, bool> isNew)
    {
        var (folded, state) = (scene.Folded, 0);
        for (var i = 0; i < folded.Count; i++)
        {
            int number = classes[folded.CharacterAt(i)];
            state = number <= Other ? 0 : machine.Next(state, number);
            if (machine.Found(state) is not { } found) continue;
            foreach (var phrase in found)
            {
                var first = i - phrases[phrase].Text.Length + 1;
                if (!phrases[phrase].Loose && isNew(first, i) && folded.GapsOf(first, i).Allow(phrases[phrase]) && !JoinedFolded(folded, phrase, first, i))
                    scene.Found(phrase, folded.StartOf(first), folded.EndOf(i) - folded.StartOf(first));
            }
        }
    }

    private bool JoinedFolded(FoldedText folded, int phrase, int first, int last) =>
        first > 0 && !folded.GapBefore(first) && Joined(phrase, folded.CharacterAt(first - 1))
        || last + 1 < folded.Count && !folded.GapBefore(last + 1) && Joined(phrase, folded.CharacterAt(last + 1));

    /// <summary>Where the character ends: an ideograph beyond 16 bits takes two places.</summary>
    private static int Whole(ReadOnlySpan<char> text, int last) => last + (char.IsHighSurrogate(text[last]) && last + 1 < text.Length ? 2 : 1);
}
