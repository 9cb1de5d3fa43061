using System.Runtime.InteropServices;
using Heng.Engine.Records;

namespace Heng.Store.Packing;

/// <summary>
/// A day's records without text, about seven bytes a message. Rows are grouped by conversation (account, buyer), in time order within.
/// Layout, all varints: version · start second · imports (id, export time) · conversations (account step, buyer, rows) ·
/// then one run for each column over all rows: seconds (steps within a conversation), sender + kind + "has target" in one byte,
/// targets, text lengths, sequences (steps within a conversation), and imports as (index, rows) runs. Brotli over all.
/// </summary>
internal static class DayPacking
{
    private const byte Version = 1;

    /// <summary>The rows in the order they are kept: by conversation, then second, sequence, sender, kind, key.</summary>
    public static int[] Order(DayRecords day)
    {
        var (conversation, sizes) = Gathered(day);
        var rows = new int[day.Count];
        var next = new int[sizes.Length];
        for (var c = 1; c < next.Length; c++) next[c] = next[c - 1] + sizes[c - 1];
        for (var row = 0; row < rows.Length; row++) rows[next[conversation[row]]++] = row;
        // Each conversation now ends where the next one begins, and within it the rows stand as they came: in the order of time, nearly always.
        var within = Comparer<int>.Create((a, b) => Within(day, a, b));
        for (var c = 0; c < sizes.Length; c++)
        {
            var (from, to) = (next[c] - sizes[c], next[c]);
            for (var i = from + 1; i < to; i++)
            {
                if (Within(day, rows[i - 1], rows[i]) <= 0) continue;
                Array.Sort(rows, from, to - from, within);
                break;
            }
        }
        return rows;
    }

    /// <summary>Each row's conversation, numbered by account and then buyer, and how many rows each has.</summary>
    private static (int[] Conversation, int[] Sizes) Gathered(DayRecords day)
    {
        var conversation = new int[day.Count];
        var numbers = new Dictionary<ulong, int>();
        var keys = new List<ulong>();
        for (var row = 0; row < day.Count; row++)
        {
            var key = (ulong)day.Account[row] << 32 | (uint)day.Buyer[row];
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var known);
            if (!known)
            {
                number = keys.Count;
                keys.Add(key);
            }
            conversation[row] = number;
        }
        var (sorted, place) = (Enumerable.Range(0, keys.Count).ToArray(), new int[keys.Count]);
        Array.Sort(keys.ToArray(), sorted);
        for (var i = 0; i < sorted.Length; i++) place[sorted[i]] = i;
        var sizes = new int[keys.Count];
        for (var row = 0; row < conversation.Length; row++) sizes[conversation[row] = place[conversation[row]]]++;
        return (conversation, sizes);
    }

    private static int Within(DayRecords day, int a, int b)
    {
        var by = day.Second[a].CompareTo(day.Second[b]);
        if (by == 0) by = day.Sequence[a].CompareTo(day.Sequence[b]);
        if (by == 0) by = ((byte)day.From[a]).CompareTo((byte)day.From[b]);
        if (by == 0) by = ((byte)day.Kind[a]).CompareTo((byte)day.Kind[b]);
        return by != 0 ? by : day.Key![a].CompareTo(day.Key[b]);
    }

    /// <summary>Where each conversation begins among ordered rows, and the end of the last.</summary>
    public static List<int> Conversations(DayRecords day, int[] rows)
    {
        var starts = new List<int>();
        for (var i = 0; i < rows.Length; i++)
            if (i == 0 || day.Account[rows[i]] != day.Account[rows[i - 1]] || day.Buyer[rows[i]] != day.Buyer[rows[i - 1]]) starts.Add(i);
        starts.Add(rows.Length);
        return starts;
    }

    public static byte[] Pack(DayRecords day, int[] rows, List<int> starts)
    {
        var pack = new PackWriter(day.Count * 10 + 256).Byte(Version).Signed(day.Start.UnixSeconds).Whole(day.Sources.Count);
        foreach (var source in day.Sources) pack.Whole(source.Import).Optional(source.Exported?.UnixSeconds);
        pack.Whole(day.Count).Whole(starts.Count - 1);
        var account = 0;
        for (var c = 0; c + 1 < starts.Count; c++)
        {
            var first = rows[starts[c]];
            pack.Whole(day.Account[first] - account).Whole(day.Buyer[first]).Whole(starts[c + 1] - starts[c]);
            account = day.Account[first];
        }
        Steps(pack, rows, starts, row => day.Second[row]);
        foreach (var row in rows) pack.Byte((byte)((byte)day.From[row] | (byte)day.Kind[row] << 2 | (day.Target[row] > 0 ? 0x80 : 0)));
        foreach (var row in rows)
            if (day.Target[row] > 0) pack.Whole(day.Target[row]);
        foreach (var row in rows) pack.Whole(day.Length[row]);
        Steps(pack, rows, starts, row => day.Sequence[row]);
        for (int i = 0, end; i < rows.Length; i = end)
        {
            for (end = i + 1; end < rows.Length && day.Source[rows[end]] == day.Source[rows[i]]; end++) ;
            pack.Whole(day.Source[rows[i]]).Whole(end - i);
        }
        return pack.Compressed(5);
    }

    private static void Steps(PackWriter pack, int[] rows, List<int> starts, Func<int, long> value)
    {
        for (var c = 0; c + 1 < starts.Count; c++)
        {
            long before = 0;
            for (var i = starts[c]; i < starts[c + 1]; i++)
            {
                pack.Signed(value(rows[i]) - before);
                before = value(rows[i]);
            }
        }
    }

    public static DayRecords Unpack(DateOnly day, long revision, byte[] packed)
    {
        var reader = new PackReader(PackReader.Expand(packed));
        if (reader.Byte() != Version) throw new InvalidDataException("a day packed by a newer version");
        var start = new Instant(reader.Signed());
        var sources = new ImportSource[reader.Int()];
        for (var i = 0; i < sources.Length; i++) sources[i] = new(reader.Whole(), Stored.Instant(reader.Optional()));
        var count = reader.Int();
        var records = new DayRecords
        {
            Day = day, Start = start, Revision = revision, Count = count, Sources = sources,
            Second = new int[count], From = new Sender[count], Kind = new MessageKind[count], Buyer = new int[count], Account = new int[count],
            Target = new int[count], Length = new ushort[count], Sequence = new long[count], Source = new int[count],
        };
        var starts = ReadConversations(ref reader, records);
        ReadColumns(ref reader, records, starts);
        return records;
    }

    private static int[] ReadConversations(ref PackReader reader, DayRecords records)
    {
        var starts = new int[reader.Int() + 1];
        int account = 0, row = 0;
        for (var c = 0; c + 1 < starts.Length; c++)
        {
            account += reader.Int();
            var buyer = reader.Int();
            var rows = reader.Int();
            records.Account.AsSpan(row, rows).Fill(account);
            records.Buyer.AsSpan(row, rows).Fill(buyer);
            starts[c + 1] = row += rows;
        }
        return starts;
    }

    private static void ReadColumns(ref PackReader reader, DayRecords records, int[] starts)
    {
        for (var c = 0; c + 1 < starts.Length; c++)
            for (int i = starts[c], before = 0; i < starts[c + 1]; i++) records.Second[i] = before += (int)reader.Signed();
        for (var i = 0; i < records.Count; i++)
        {
            var flags = reader.Byte();
            records.From[i] = (Sender)(flags & 3);
            records.Kind[i] = (MessageKind)(flags >> 2 & 0x1F);
            records.Target[i] = flags >> 7;
        }
        for (var i = 0; i < records.Count; i++)
            if (records.Target[i] > 0) records.Target[i] = reader.Int();
        for (var i = 0; i < records.Count; i++) records.Length[i] = (ushort)reader.Whole();
        for (var c = 0; c + 1 < starts.Length; c++)
        {
            long before = 0;
            for (var i = starts[c]; i < starts[c + 1]; i++) records.Sequence[i] = before += reader.Signed();
        }
        for (var i = 0; i < records.Count;)
        {
            var source = reader.Int();
            var rows = reader.Int();
            records.Source.AsSpan(i, rows).Fill(source);
            i += rows;
        }
    }
}
