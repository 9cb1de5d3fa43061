using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>The small records of one kind, kept beside those of the other kinds in one table.</summary>
public sealed class KeptRecords<T>
    where T : class
{
    private readonly NaturalKeyTable<T> table;
    private readonly RecordKind<T> kind;
    private readonly string key;

    internal KeptRecords(Database database, RecordKind<T> kind)
    {
        (this.kind, key) = (kind, database.Dialect.Bytes("natural_key"));
        table = new(database, "record", kind.Name, kind.KeyOf,
            ("first_day", r => kind.Undated ? null : Stored.Day(kind.DaysOf(r).First)), ("last_day", r => kind.Undated ? null : Stored.Day(kind.DaysOf(r).Last)));
    }

    public MergeCounts Merge(int shop, IEnumerable<T> records, Instant? exported, long import) => table.Merge(shop, records, exported, import);
    internal MergeCounts Merge(Transaction t, int shop, T record, ImportSource source) => table.Merge(t, shop, record, source);

    /// <summary>As the latest there is: of two that a person records in one second the second stands, and not the one with the larger hash.</summary>
    internal MergeCounts Follow(Transaction t, int shop, T record, ImportSource source) => Merge(t, shop, record, table.LastExported(t, shop, record) is { } last && last >= source.Exported ? source with { Exported = last.Plus(1) } : source);

    public MergeCounts Compare(int shop, IEnumerable<T> records, Instant? exported) => table.Compare(shop, records, exported);

    /// <summary>Records that speak of any of the days.</summary>
    public IReadOnlyList<T> Between(int shop, DateOnly from, DateOnly to) => table.Select(
        "shop_id = @shop AND last_day >= @from AND first_day <= @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) });

    /// <summary>Records that speak of any of the days, each with when its file was exported and the import that brought it.</summary>
    public IReadOnlyList<(T Record, Instant? Exported, long Import)> DatedBetween(int shop, DateOnly from, DateOnly to) => table.Dated(
        "shop_id = @shop AND last_day >= @from AND first_day <= @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) });

    /// <summary>Records about any of the orders. Keys begin with the order, so that those of neighbouring orders lie together.</summary>
    public IReadOnlyList<T> OfOrders(int shop, IEnumerable<string> orders)
    {
        var of = kind.OrderOf ?? throw new InvalidOperationException(kind.Name + " is not about orders");
        return [.. orders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(OrdersAtOnce).SelectMany(some =>
        {
            var wanted = some.ToHashSet(StringComparer.Ordinal);
            return table.Select($"shop_id = @shop AND {key} >= @from AND {key} < @to", new { shop, from = some[0], to = some[^1] + AfterSeparator }).Where(r => wanted.Contains(of(r)));
        })];
    }

    /// <summary>The orders that the parts are of, by part, where records tell; of several the first. It looks through every key of the shop, so ask it seldom.</summary>
    public IReadOnlyDictionary<string, string> OrdersOfParts(int shop, IReadOnlySet<string> parts)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parts.Count == 0) return found;
        foreach (var names in table.Keys(shop).Select(k => k.Split(Stored.Separator)))
            if (parts.Contains(names[1])) found.TryAdd(names[1], names[0]);
        return found;
    }

    private const int OrdersAtOnce = 1000;
    private const char AfterSeparator = ' ';

    public IReadOnlyList<T> All(int shop) => table.All(shop);

    /// <summary>All of the shop, one after another.</summary>
    public IEnumerable<T> Walk(int shop) => table.Walk(shop);
}
