using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>A text evened out, letters and digits in another dress among the plain ones, with every run of three and more of a letter taken as one, and where each character stood. Reused.</summary>
internal sealed class FoldedText
{
    public const int LeastRun = 3;

    private readonly record struct Letter(char Character, int Start, int End, char? Gap, bool IsRun, bool IsDressed);

    private readonly List<Letter> letters = [], folded = [];

    public int Count => folded.Count;
    public char CharacterAt(int at) => folded[at].Character;
    public int StartOf(int at) => folded[at].Start;
    public int EndOf(int at) => folded[at].End;
    public bool GapBefore(int at) => folded[at].Gap is not null;

    /// <summary>With the runs as they are; whether anything stood there in another dress.</summary>
    public bool Undress(ReadOnlySpan<char> text)
    {
        Even(text);
        folded.Clear();
        folded.AddRange(letters);
        return letters.Exists(l => l.IsDressed);
    }

    /// <summary>Whether there is a run.</summary>
    public bool Fold(ReadOnlySpan<char> text)
    {
        Even(text);
        folded.Clear();
        for (int first = 0, next; first < letters.Count; first = next)
        {
            next = first + 1;
            while (next < letters.Count && letters[next].Character == letters[first].Character && letters[next].Gap != Evening.Hard) next++;
            var isRun = next - first >= LeastRun && !char.IsDigit(letters[first].Character);
            if (!isRun) next = first + 1;
            folded.Add(letters[first] with { End = letters[next - 1].End, IsRun = isRun });
        }
        return folded.Count < letters.Count;
    }

    public bool HoldsRun(int first, int last)
    {
        for (var at = first; at <= last; at++)
            if (folded[at].IsRun) return true;
        return false;
    }

    public bool HoldsDressed(int first, int last)
    {
        for (var at = first; at <= last; at++)
            if (folded[at].IsDressed) return true;
        return false;
    }

    public Gaps GapsOf(int first, int last)
    {
        var (separated, hard) = (0, false);
        for (var at = first + 1; at <= last; at++)
        {
            if (folded[at].Gap is null) continue;
            separated++;
            hard |= folded[at].Gap == Evening.Hard;
        }
        return new(separated, hard);
    }

    private void Even(ReadOnlySpan<char> text)
    {
        letters.Clear();
        char? gap = null;
        for (var i = 0; i < text.Length; i++)
        {
            var (even, dressed) = (Evening.Of(text[i]), Enclosed.MayBe(text[i]) ? Enclosed.At(text, i) : null);
            if (dressed is null && even <= Evening.Hard)
            {
                if (gap != Evening.Hard) gap = even;
                continue;
            }
            var end = i + (dressed?.Places ?? (char.IsHighSurrogate(even) && i + 1 < text.Length ? 2 : 1));
            letters.Add(new(dressed?.Plain ?? even, i, end, gap, false, dressed is not null));
            gap = null;
            i = end - 1;
        }
    }
}
