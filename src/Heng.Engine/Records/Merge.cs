namespace Heng.Engine.Records;

/// <summary>One version of a record as a file told it. <paramref name="Exported"/> is the file's own export time; none is earliest.</summary>
public sealed record Versioned<T>(string Key, ulong Content, Instant? Exported, long Import, T Record);

/// <summary>
/// What became of the records of one import. New, Replaced and Outdated were accepted: a new key, a version that won, a version that lost on arrival.
/// A duplicate brings nothing that is not known.
/// </summary>
public readonly record struct MergeCounts(int New, int Replaced, int Outdated, int Duplicate)
{
    public int Accepted => New + Replaced + Outdated;
    /// <summary>Of the duplicates, those that stand again: an older version came back with a later export time. They change results and add no row.</summary>
    public int Restored { get; init; }
    public static MergeCounts operator +(MergeCounts a, MergeCounts b) =>
        new(a.New + b.New, a.Replaced + b.Replaced, a.Outdated + b.Outdated, a.Duplicate + b.Duplicate) { Restored = a.Restored + b.Restored };
}

/// <summary>The keys that changed, each with the version that now stands and every version it supersedes.</summary>
public sealed record MergeOutcome<T>(IReadOnlyList<Versioned<T>> Kept, IReadOnlyList<Versioned<T>> Superseded, MergeCounts Counts)
{
    public IEnumerable<string> ChangedKeys => Kept.Select(k => k.Key);
}

/// <summary>
/// Records merge by natural key (自然键): the same key with other content → the later export time stands, then the larger content hash.
/// A key's state is the set of its contents, each with the latest export time it came with; that set, and so the outcome,
/// is the same for every order, splitting and repetition of imports.
/// </summary>
public static class Merge
{
    /// <summary>Positive when version a stands over version b; zero only for equal versions.</summary>
    public static int Precedence(Instant? exportedA, ulong contentA, Instant? exportedB, ulong contentB)
    {
        var byExport = Nullable.Compare(exportedA, exportedB);
        return byExport != 0 ? byExport : contentA.CompareTo(contentB);
    }

    public static MergeOutcome<T> Apply<T>(IEnumerable<Versioned<T>> kept, IEnumerable<Versioned<T>> superseded, IEnumerable<Versioned<T>> incoming)
    {
        var keys = kept.ToDictionary(k => k.Key, k => new Versions<T>(k, known: true), StringComparer.Ordinal);
        foreach (var loser in superseded) keys[loser.Key].Losers.Add(loser);
        var counts = default(MergeCounts);
        foreach (var version in incoming)
        {
            if (keys.TryGetValue(version.Key, out var versions)) counts += versions.Take(version);
            else
            {
                keys.Add(version.Key, new(version, known: false));
                counts += new MergeCounts(1, 0, 0, 0);
            }
        }
        var changed = keys.Values.Where(v => v.Changed).OrderBy(v => v.Standing.Key, StringComparer.Ordinal).ToList();
        return new([.. changed.Select(v => v.Standing)], [.. changed.SelectMany(v => v.Losers.OrderBy(l => l.Content))], counts);
    }

    private sealed class Versions<T>(Versioned<T> first, bool known)
    {
        public Versioned<T> Standing { get; private set; } = first;
        public List<Versioned<T>> Losers { get; } = [];
        public bool Changed { get; private set; } = !known;

        public MergeCounts Take(Versioned<T> version)
        {
            if (version.Content == Standing.Content)
            {
                if (Later(version, Standing)) Stand(version);
                return new(0, 0, 0, 1);
            }
            var at = Losers.FindIndex(l => l.Content == version.Content);
            if (at >= 0 && !Later(version, Losers[at])) return new(0, 0, 0, 1);
            if (at >= 0) Losers.RemoveAt(at);
            var counts = at >= 0 ? new MergeCounts(0, 0, 0, 1) { Restored = Beats(version) ? 1 : 0 } : Beats(version) ? new(0, 1, 0, 0) : new(0, 0, 1, 0);
            if (Beats(version))
            {
                Losers.Add(Standing);
                Stand(version);
            }
            else Losers.Add(version);
            Changed = true;
            return counts;
        }

        private bool Beats(Versioned<T> version) => Precedence(version.Exported, version.Content, Standing.Exported, Standing.Content) > 0;
        private static bool Later(Versioned<T> a, Versioned<T> b) => Nullable.Compare(a.Exported, b.Exported) > 0;

        private void Stand(Versioned<T> version)
        {
            Standing = version;
            Changed = true;
        }
    }
}
