using System.Collections.Frozen;

namespace Heng.Engine.Quality.Phrases;

/// <summary>A version as messages are held against it.</summary>
internal sealed record IndexedPhrase(PhraseVersion Version, PhrasePattern Pattern, int[] Pairs)
{
    public bool IsFuzzy => Pattern.Characters >= PhraseIndex.FuzzyFrom;
    /// <summary>Of the texts before the first and behind the last placeholder, and how many pairs stand between.</summary>
    public int[] OuterPairs { get; } = Pattern.Parts.Count < 3 ? Pairs : Phrases.Pairs.Sorted(Pattern.Parts[0], Pattern.Parts[^1]);
    public int InnerPairs => Pairs.Length - OuterPairs.Length;
    public int LongestMessage => Pattern.HasPlaceholders ? Pattern.Characters + (Pattern.Parts.Count - 1) * PhrasePattern.LongestFilling : 2 * Pattern.Characters;
}

/// <summary>
/// Every version of a library, made ready once: whole texts by hash, and each text under so many of its rarest pairs that whatever is alike enough must have one of them. So a message that
/// has none, which is most, costs one look at each of its pairs. Nothing of it changes, so that threads share it.
/// </summary>
public sealed class PhraseIndex
{
    /// <summary>Shorter phrases are used word for word or not at all.</summary>
    public const int FuzzyFrom = 8;
    /// <summary>So many hundredths of the pairs are shared where a phrase is used in other words.</summary>
    public const int AlikePercent = 85;
    private const int Sieve = 1 << 16;

    private readonly FrozenDictionary<string, int[]> whole;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<int, int[]> byPair;
    private readonly ulong[] sieve = new ulong[Sieve / 64];

    public PhraseIndex(IEnumerable<PhraseVersion> versions)
    {
        Entries = [.. versions.OrderBy(v => v.Code, StringComparer.Ordinal).ThenBy(v => v.Version).Select(v => PhrasePattern.Of(v.Text) is var pattern ? new IndexedPhrase(v, pattern, Phrases.Pairs.Sorted(pattern.Parts)) : null!)];
        Versions = [.. Entries.Select(e => e.Version)];
        whole = Enumerable.Range(0, Entries.Length).Where(i => !Entries[i].Pattern.HasPlaceholders).GroupBy(i => Entries[i].Pattern.Parts[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        lookup = whole.GetAlternateLookup<ReadOnlySpan<char>>();
        byPair = ByPair();
        foreach (var pair in byPair.Keys) sieve[Slot(pair) / 64] |= 1UL << (Slot(pair) % 64);
        LongestMessage = Entries.Length == 0 ? 0 : Entries.Max(e => e.LongestMessage);
        FirstDay = Versions.Count == 0 ? null : Versions.Min(v => v.From);
    }

    internal IndexedPhrase[] Entries { get; }
    public IReadOnlyList<PhraseVersion> Versions { get; }
    internal int LongestMessage { get; }

    /// <summary>The first day on which any version holds; before it no library is in force, and nothing is counted. Expired phrases are a library still.</summary>
    public DateOnly? FirstDay { get; }

    public bool InForce(DateOnly day) => FirstDay <= day;

    internal ReadOnlySpan<int> Whole(ReadOnlySpan<char> even) => lookup.TryGetValue(even, out var found) ? found : [];

    internal ReadOnlySpan<int> Under(int pair) => (sieve[Slot(pair) / 64] >> (Slot(pair) % 64) & 1) != 0 && byPair.TryGetValue(pair, out var found) ? found : [];

    private static int Slot(int pair) => unchecked((int)((uint)pair * 2654435769u >> 16));

    private Dictionary<int, int[]> ByPair()
    {
        var often = Entries.SelectMany(e => e.Pairs.Distinct()).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        var found = new Dictionary<int, List<int>>();
        for (var i = 0; i < Entries.Length; i++)
            foreach (var pair in Entries[i].Pairs.OrderBy(p => often[p]).ThenBy(p => p).Take(Prefix(Entries[i])).Distinct())
            {
                if (!found.TryGetValue(pair, out var under)) found.Add(pair, under = []);
                under.Add(i);
            }
        return found.ToDictionary(f => f.Key, f => f.Value.ToArray());
    }

    /// <summary>
    /// With P pairs of which a match shares s at least, one of any P − s + 1 of them is shared. Without placeholders a message of M pairs is alike where 200 s ≥ 85 (P + M) and M ≥ s, so
    /// s ≥ 85 P ÷ 115; with them its text is as long as the phrase's, so s ≥ 85 P ÷ 100; a short phrase with placeholders shares all, and one without is found whole.
    /// </summary>
    private static int Prefix(IndexedPhrase of)
    {
        var pairs = of.Pairs.Length;
        if (!of.IsFuzzy) return of.Pattern.HasPlaceholders ? 1 : 0;
        return Prefix(pairs, of.Pattern.HasPlaceholders ? 100 : 200 - AlikePercent);
    }

    internal static int Prefix(int pairs, int of) => pairs - (AlikePercent * pairs + of - 1) / of + 1;
}
