using System.Numerics;
using System.Runtime.InteropServices;

namespace Heng.Engine.Records;

/// <summary>The day as it now stands, every version of a message it supersedes, and what became of the incoming messages.</summary>
public sealed record MergeDayOutcome(DayRecords Records, IReadOnlyList<SupersededMessage> Superseded, MergeCounts Counts)
{
    /// <summary>Whether the day must be kept again. Duplicates alone may change it: a later export time or a smaller sequence decides later merges.</summary>
    public bool Changed { get; init; }
}

/// <summary>
/// <see cref="Merge"/> over a day's columns. Keys are scoped by the shop's business day: a message whose id comes again on another day is another record.
/// Two equal lines without ids (same second, same words) are one message. Of a message's several sequences the smallest stays.
/// Both sides need their text.
/// </summary>
public static class MergeDay
{
    public static MergeDayOutcome Apply(DayRecords kept, IReadOnlyList<SupersededMessage> superseded, DayRecords incoming)
    {
        // The usual day is new and holds nothing twice: it then stands as it came, and is not copied.
        if (kept.Count == 0 && kept.Revision == incoming.Revision && superseded.Count == 0 && AllDiffer(incoming.Key!))
            return new(incoming, [], new(incoming.Count, 0, 0, 0)) { Changed = incoming.Count > 0 };
        var columns = MergeDayColumns.Of(kept, incoming.Count);
        var rows = new Dictionary<UInt128, int>(kept.Count + incoming.Count);
        for (var row = 0; row < kept.Count; row++) rows.Add(kept.Key![row], row);
        var losers = superseded.GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.ToList());
        var counts = default(MergeCounts);
        var changed = false;
        for (var row = 0; row < incoming.Count; row++)
        {
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, incoming.Key![row], out var known);
            if (known)
            {
                counts += Take(columns, at, losers, incoming, row, ref changed);
                continue;
            }
            at = columns.Count;
            columns.Copy(incoming, row);
            counts += new MergeCounts(1, 0, 0, 0);
        }
        return new(columns.Build(), [.. losers.Values.SelectMany(l => l).OrderBy(l => l.Key).ThenBy(l => l.Content)], counts) { Changed = changed || counts.Accepted > 0 };
    }

    /// <summary>A key is a hash already, so its low bits are a place in a table that is at most half full.</summary>
    private static bool AllDiffer(UInt128[] keys)
    {
        var slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2 + 2)];
        for (var row = 0; row < keys.Length; row++)
        {
            var key = keys[row];
            var slot = unchecked((int)(uint)(ulong)key) & slots.Length - 1;
            for (; slots[slot] != 0; slot = slot + 1 & slots.Length - 1)
                if (keys[slots[slot] - 1] == key) return false;
            slots[slot] = row + 1;
        }
        return true;
    }

    private static MergeCounts Take(MergeDayColumns columns, int at, Dictionary<UInt128, List<SupersededMessage>> losers, DayRecords incoming, int row, ref bool changed)
    {
        var source = incoming.Sources[incoming.Source[row]];
        if (columns.ContentAt(at) == incoming.Content![row])
        {
            changed |= columns.Raise(at, source, incoming.Sequence[row]);
            return new(0, 0, 0, 1);
        }
        var version = VersionOf(incoming, row, source);
        ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(losers, version.Key, out _);
        others ??= [];
        var again = others.FindIndex(o => o.Content == version.Content);
        if (again >= 0)
        {
            version = Joined(others[again], version);
            changed |= version != others[again];
            others.RemoveAt(again);
        }
        var wins = Merge.Precedence(version.Source.Exported, version.Content, columns.SourceAt(at).Exported, columns.ContentAt(at)) > 0;
        others.Add(wins ? columns.At(at) : version);
        changed |= wins;
        if (wins) columns.Put(at, version);
        return again >= 0 ? new(0, 0, 0, 1) { Restored = wins ? 1 : 0 } : wins ? new(0, 1, 0, 0) : new(0, 0, 1, 0);
    }

    private static SupersededMessage Joined(SupersededMessage known, SupersededMessage again) =>
        (Nullable.Compare(again.Source.Exported, known.Source.Exported) > 0 ? again : known) with { Sequence = Math.Min(known.Sequence, again.Sequence) };

    private static SupersededMessage VersionOf(DayRecords records, int row, ImportSource source) => new(
        records.Key![row], records.Content![row], records.At(row), records.From[row], records.Kind[row],
        records.Buyer[row], records.Account[row], records.Target[row], records.Text![row].ToString(), records.PlatformId![row].Said, records.Sequence[row], source);
}
