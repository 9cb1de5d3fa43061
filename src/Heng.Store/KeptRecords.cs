using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>The small records of one kind, kept beside those of the other kinds in one table.</summary>
public sealed class KeptRecords<T>
    where T : class
{
    private readonly NaturalKeyTable<T> table;

    internal KeptRecords(Database database, RecordKind<T> kind) => table = new(database, "record", kind.Name, kind.KeyOf,
        ("first_day", r => Stored.Day(kind.DaysOf(r).First)), ("last_day", r => Stored.Day(kind.DaysOf(r).Last)));

    public MergeCounts Merge(int shop, IEnumerable<T> records, Instant? exported, long import) => table.Merge(shop, records, exported, import);
    public MergeCounts Compare(int shop, IEnumerable<T> records, Instant? exported) => table.Compare(shop, records, exported);

    /// <summary>Records that speak of any of the days.</summary>
    public IReadOnlyList<T> Between(int shop, DateOnly from, DateOnly to) => table.Select(
        "shop_id = @shop AND last_day >= @from AND first_day <= @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) });

    /// <summary>Records that speak of any of the days, each with when its file was exported.</summary>
    public IReadOnlyList<(T Record, Instant? Exported)> DatedBetween(int shop, DateOnly from, DateOnly to) => table.Dated(
        "shop_id = @shop AND last_day >= @from AND first_day <= @to", new { shop, from = Stored.Day(from), to = Stored.Day(to) });

    public IReadOnlyList<T> All(int shop) => table.All(shop);
}
