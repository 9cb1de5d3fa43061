namespace Heng.Engine.Quality.Phrases;

/// <summary>Pairs of neighbouring characters, each as often as it occurs, as sorted numbers.</summary>
internal static class Pairs
{
    public static int Of(char one, char other) => one << 16 | other;

    /// <summary>Adds the pairs of a text; gives how many there are now. Not sorted yet.</summary>
    public static int Add(ReadOnlySpan<char> text, Span<int> into, int count)
    {
        for (var i = 1; i < text.Length; i++) into[count++] = Of(text[i - 1], text[i]);
        return count;
    }

    public static int[] Sorted(params IReadOnlyList<string> parts)
    {
        var pairs = new int[parts.Sum(p => Math.Max(0, p.Length - 1))];
        var count = 0;
        foreach (var part in parts) count = Add(part, pairs, count);
        Array.Sort(pairs);
        return pairs;
    }

    /// <summary>How many both have; both are sorted.</summary>
    public static int Shared(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }
        return shared;
    }

    /// <summary>Twice the shared ÷ all of both (Dice) is at least so many hundredths; in whole numbers, so that the edge is exact.</summary>
    public static bool Alike(int shared, int one, int other, int percent) => 200 * shared >= percent * (one + other) && shared > 0;
}
