namespace Heng.Engine.Records;

/// <summary>
/// Gathers one day's messages into columns: at import from messages with the store's ids, in a merge from other columns.
/// <paramref name="capacity"/> rows are expected; where so many come, the columns built are the gathered ones and not copies.
/// </summary>
public sealed class MergeDayColumns(DateOnly day, Instant start, long revision = 0, int capacity = 0)
{
    private readonly Column<int> second = new(capacity), buyer = new(capacity), account = new(capacity), target = new(capacity), source = new(capacity);
    private readonly Column<Sender> from = new(capacity);
    private readonly Column<MessageKind> kind = new(capacity);
    private readonly Column<long> sequence = new(capacity);
    private readonly Column<ushort> length = new(capacity);
    private readonly Column<Utf8Text> text = new(capacity), platformId = new(capacity);
    private readonly Column<UInt128> key = new(capacity);
    private readonly Column<ulong> content = new(capacity);
    private readonly List<ImportSource> sources = [];
    private readonly Utf8Blocks words = new();
    private readonly Utf8Characters characters = new();

    public int Count => second.Count;

    /// <summary>Adds a message of this day. <paramref name="targetId"/> is the id of <see cref="Message.To"/>, 0 where there is none.</summary>
    public void Add(in Message message, int buyerId, int accountId, int targetId, ImportSource importedBy)
    {
        var packed = new MessageBlock(256);
        packed.Add(message);
        var place = 0;
        Add(packed.At(ref place), buyerId, accountId, targetId, importedBy, MergeHash.OfName(message.Buyer), MergeHash.OfName(message.Account), MergeHash.OfName(message.To));
    }

    /// <summary>The same where the caller keeps the names' hashes.</summary>
    public void Add(PackedMessage message, int buyerId, int accountId, int targetId, ImportSource importedBy, ulong buyerName, ulong accountName, ulong targetName)
    {
        var (at, by, what) = (message.At, message.Head.From, message.Head.Kind);
        if (message.HasId) key.Add(MergeHash.Key(characters.Of(message.Id)));
        var said = characters.Of(message.Text);
        if (!message.HasId) key.Add(MergeHash.Key(buyerName, accountName, at, by, what, said));
        content.Add(MergeHash.Content(buyerName, accountName, targetName, at, by, what, said));
        length.Add(TextLength.Of(said));
        text.Add(words.Keep(message.Text));
        platformId.Add(message.HasId ? words.Keep(message.Id) : default);
        second.Add((int)at.SecondsSince(start));
        from.Add(by);
        kind.Add(what);
        buyer.Add(buyerId);
        account.Add(accountId);
        target.Add(targetId);
        sequence.Add(message.Head.Sequence);
        source.Add(IndexOf(importedBy));
    }

    public DayRecords Build() => new()
    {
        Day = day, Start = start, Revision = revision, Count = Count,
        Second = second.Built(), From = from.Built(), Kind = kind.Built(), Buyer = buyer.Built(), Account = account.Built(), Target = target.Built(),
        Length = length.Built(), Sequence = sequence.Built(), Source = source.Built(), Sources = [.. sources],
        Text = text.Built(), PlatformId = platformId.Built(), Key = key.Built(), Content = content.Built(),
    };

    internal static MergeDayColumns Of(DayRecords records, int room)
    {
        var columns = new MergeDayColumns(records.Day, records.Start, records.Revision, records.Count + room);
        columns.sources.AddRange(records.Sources);
        columns.second.AddRange(records.Second);
        columns.from.AddRange(records.From);
        columns.kind.AddRange(records.Kind);
        columns.buyer.AddRange(records.Buyer);
        columns.account.AddRange(records.Account);
        columns.target.AddRange(records.Target);
        columns.sequence.AddRange(records.Sequence);
        columns.source.AddRange(records.Source);
        columns.length.AddRange(records.Length);
        columns.text.AddRange(records.Text!);
        columns.platformId.AddRange(records.PlatformId!);
        columns.key.AddRange(records.Key!);
        columns.content.AddRange(records.Content!);
        return columns;
    }

    internal ulong ContentAt(int row) => content[row];
    internal ImportSource SourceAt(int row) => sources[source[row]];
    internal long SequenceAt(int row) => sequence[row];

    internal SupersededMessage At(int row) => new(
        key[row], content[row], start.Plus(second[row]), from[row], kind[row], buyer[row], account[row], target[row],
        text[row].ToString(), platformId[row].Said, sequence[row], SourceAt(row));

    internal void Put(int row, SupersededMessage version)
    {
        second[row] = (int)version.At.SecondsSince(start);
        (from[row], kind[row]) = (version.From, version.Kind);
        (buyer[row], account[row], target[row]) = (version.Buyer, version.Account, version.Target);
        (text[row], platformId[row], length[row], sequence[row]) = (Utf8Text.Of(version.Text), Utf8Text.Of(version.PlatformId), TextLength.Of(version.Text), version.Sequence);
        (key[row], content[row], source[row]) = (version.Key, version.Content, IndexOf(version.Source));
    }

    internal void Copy(DayRecords other, int row)
    {
        second.Add((int)other.At(row).SecondsSince(start));
        from.Add(other.From[row]); kind.Add(other.Kind[row]);
        buyer.Add(other.Buyer[row]); account.Add(other.Account[row]); target.Add(other.Target[row]);
        sequence.Add(other.Sequence[row]); source.Add(IndexOf(other.Sources[other.Source[row]]));
        length.Add(other.Length[row]); text.Add(other.Text![row]); platformId.Add(other.PlatformId![row]); key.Add(other.Key![row]); content.Add(other.Content![row]);
    }

    /// <summary>A duplicate's later export time and smaller sequence; whether either was one.</summary>
    internal bool Raise(int row, ImportSource to, long sequenceThere)
    {
        var (later, smaller) = (Nullable.Compare(to.Exported, SourceAt(row).Exported) > 0, sequenceThere < sequence[row]);
        if (later) source[row] = IndexOf(to);
        if (smaller) sequence[row] = sequenceThere;
        return later || smaller;
    }

    private int IndexOf(ImportSource wanted)
    {
        // A day has few sources and the last one is nearly always meant.
        for (var i = sources.Count - 1; i >= 0; i--)
            if (sources[i] == wanted) return i;
        sources.Add(wanted);
        return sources.Count - 1;
    }

    private sealed class Column<T>(int capacity)
    {
        private T[] values = capacity == 0 ? [] : new T[capacity];

        public int Count { get; private set; }
        public T this[int row] { get => values[row]; set => values[row] = value; }

        public void Add(T value)
        {
            if (Count == values.Length) Array.Resize(ref values, Math.Max(16, Count * 2));
            values[Count++] = value;
        }

        public void AddRange(T[] more)
        {
            if (Count + more.Length > values.Length) Array.Resize(ref values, Count + more.Length);
            more.CopyTo(values, Count);
            Count += more.Length;
        }

        public T[] Built()
        {
            if (Count != values.Length) Array.Resize(ref values, Count);
            return values;
        }
    }
}
