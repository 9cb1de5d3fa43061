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
    private readonly Column<string> text = new(capacity);
    private readonly Column<string?> platformId = new(capacity);
    private readonly Column<UInt128> key = new(capacity);
    private readonly Column<ulong> content = new(capacity);
    private readonly List<ImportSource> sources = [];

    public int Count => second.Count;

    /// <summary>Adds a message of this day. <paramref name="targetId"/> is the id of <see cref="Message.To"/>, 0 where there is none.</summary>
    public void Add(in Message message, int buyerId, int accountId, int targetId, ImportSource from) =>
        Add(message, buyerId, accountId, targetId, from, MergeHash.OfName(message.Buyer), MergeHash.OfName(message.Account), MergeHash.OfName(message.To));

    /// <summary>The same where the caller keeps the names' hashes.</summary>
    public void Add(in Message message, int buyerId, int accountId, int targetId, ImportSource importedBy, ulong buyerName, ulong accountName, ulong targetName)
    {
        var words = MergeHash.Storable(message.Text);
        var id = message.PlatformId is { } given ? MergeHash.Storable(given) : null;
        Add(new(MergeHash.Key(buyerName, accountName, message.At, message.From, message.Kind, words, id),
            MergeHash.Content(buyerName, accountName, targetName, message.At, message.From, message.Kind, words),
            message.At, message.From, message.Kind, buyerId, accountId, targetId, words, id, message.Sequence, importedBy));
    }

    public DayRecords Build() => new()
    {
        Day = day, Start = start, Revision = revision, Count = Count,
        Second = second.Built(), From = from.Built(), Kind = kind.Built(), Buyer = buyer.Built(), Account = account.Built(), Target = target.Built(),
        Length = Array.ConvertAll(text.Built(), t => TextLength.Of(t)), Sequence = sequence.Built(), Source = source.Built(), Sources = [.. sources],
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
        text[row], platformId[row], sequence[row], SourceAt(row));

    internal void Add(SupersededMessage version)
    {
        second.Add(0); from.Add(default); kind.Add(default); buyer.Add(0); account.Add(0); target.Add(0);
        sequence.Add(0); source.Add(0); text.Add(""); platformId.Add(null); key.Add(default); content.Add(0);
        Put(Count - 1, version);
    }

    internal void Put(int row, SupersededMessage version)
    {
        second[row] = (int)version.At.SecondsSince(start);
        (from[row], kind[row]) = (version.From, version.Kind);
        (buyer[row], account[row], target[row]) = (version.Buyer, version.Account, version.Target);
        (text[row], platformId[row], sequence[row]) = (version.Text, version.PlatformId, version.Sequence);
        (key[row], content[row], source[row]) = (version.Key, version.Content, IndexOf(version.Source));
    }

    internal void Copy(DayRecords other, int row)
    {
        second.Add((int)other.At(row).SecondsSince(start));
        from.Add(other.From[row]); kind.Add(other.Kind[row]);
        buyer.Add(other.Buyer[row]); account.Add(other.Account[row]); target.Add(other.Target[row]);
        sequence.Add(other.Sequence[row]); source.Add(IndexOf(other.Sources[other.Source[row]]));
        text.Add(other.Text![row]); platformId.Add(other.PlatformId![row]); key.Add(other.Key![row]); content.Add(other.Content![row]);
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
