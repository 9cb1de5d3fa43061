using System.Data.Common;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// A table of records that merge by natural key: the version that stands, its content hash, export time and import, and columns to look it up by.
/// Several kinds may share a table, each under its name. Superseded versions go to the table of that name.
/// </summary>
internal sealed class NaturalKeyTable<T>(Database database, string table, string? kind, Func<T, string> keyOf, params (string Column, Func<T, long?> Value)[] lookups)
    where T : class
{
    private readonly string columns = string.Join(", ",
        ["shop_id", .. Kind(kind, "kind"), "natural_key", "content_hash", "exported_at", "import_id", "payload", .. lookups.Select(l => l.Column)]);

    private readonly string name = kind ?? table;
    private readonly string ofKind = kind is null ? "" : $"kind = '{kind}' AND ";

    public NaturalKeyTable(Database database, string table, Func<T, string> keyOf, params (string Column, Func<T, long?> Value)[] lookups)
        : this(database, table, null, keyOf, lookups) { }

    public MergeCounts Merge(int shop, IEnumerable<T> records, Instant? exported, long import)
    {
        var incoming = records.Select(r => Version(r, exported, import)).ToList();
        return incoming.Count == 0 ? default : database.Write(Durability.Full, t => Merge(t, shop, incoming));
    }

    /// <summary>Together with what else the transaction writes.</summary>
    internal MergeCounts Merge(Transaction t, int shop, T record, ImportSource source) => Merge(t, shop, [Version(record, source.Exported, source.Import)]);

    /// <summary>When the version that stands for the record's key was exported; null where none stands, or its file did not say.</summary>
    internal Instant? LastExported(Transaction t, int shop, T record) => Stored.Instant(t.Query<long?>(
        $"SELECT exported_at FROM {table} WHERE {ofKind}shop_id = @shop AND natural_key = @key", new { shop, key = MergeHash.Storable(keyOf(record)) }).FirstOrDefault());

    private MergeCounts Merge(Transaction t, int shop, List<Versioned<Line>> incoming)
    {
        t.Alone(name + Stored.Text(shop));
        var keys = incoming.Select(v => v.Key).Distinct(StringComparer.Ordinal).ToList();
        var (kept, losers) = Known(t.Connection, t.Scope, shop, keys);
        var outcome = Engine.Records.Merge.Apply(kept, losers, incoming);
        Replace(t, shop, kept.Select(k => k.Key).ToHashSet(StringComparer.Ordinal), outcome);
        return outcome.Counts;
    }

    /// <summary>What <see cref="Merge"/> would answer, with nothing written.</summary>
    public MergeCounts Compare(int shop, IEnumerable<T> records, Instant? exported)
    {
        var incoming = records.Select(r => Version(r, exported, 0)).ToList();
        var (kept, losers) = database.Read(c => Known(c, null, shop, [.. incoming.Select(v => v.Key).Distinct(StringComparer.Ordinal)]));
        return Engine.Records.Merge.Apply(kept, losers, incoming).Counts;
    }

    public IReadOnlyList<T> Between(int shop, string column, long from, long to) =>
        Select($"shop_id = @shop AND {column} BETWEEN @from AND @to", new { shop, from, to });

    public IReadOnlyList<T> All(int shop) => Select("shop_id = @shop", new { shop });

    public IReadOnlyList<T> Select(string condition, object with) =>
        [.. Dated(condition, with).Select(r => r.Record)];

    /// <summary>One after another while they are read, so that a table of any size passes through; in the order of their keys.</summary>
    public IEnumerable<T> Walk(int shop)
    {
        using var connection = database.Connect();
        var sql = $"SELECT payload FROM {table} WHERE {ofKind}shop_id = @shop ORDER BY {database.Dialect.Bytes("natural_key")}";
        foreach (var payload in Dapper.SqlMapper.Query<string>(connection, sql, new { shop }, buffered: false)) yield return Stored.Record<T>(payload);
    }

    /// <summary>With the export time and the import of the file that brought each.</summary>
    public IReadOnlyList<(T Record, Instant? Exported, long Import)> Dated(string condition, object with) => database.Read(c => Dapper.SqlMapper.Query<(string Payload, long? Exported, long Import)>(
        c, $"SELECT payload, exported_at, import_id FROM {table} WHERE {ofKind}{condition} ORDER BY {database.Dialect.Bytes("natural_key")}", with)
        .Select(r => (Stored.Record<T>(r.Payload), Stored.Instant(r.Exported), r.Import)).ToList());

    public IReadOnlyList<T> Find(int shop, IEnumerable<string> keys) =>
        [.. keys.Chunk(Among.Chunk).SelectMany(some => Select("shop_id = @shop AND " + database.Dialect.OneOf("natural_key", "some"), new { shop, some = new Among(some) }))];

    public IReadOnlyList<string> Keys(int shop) => database.Read(c => Dapper.SqlMapper.Query<string>(
        c, $"SELECT natural_key FROM {table} WHERE {ofKind}shop_id = @shop ORDER BY {database.Dialect.Bytes("natural_key")}", new { shop }).ToList());

    /// <summary>Every version that another replaced, oldest export first.</summary>
    public IReadOnlyList<T> SupersededBy(int shop, string key) => database.Read(c => Dapper.SqlMapper.Query<string>(c,
        "SELECT payload FROM superseded WHERE shop_id = @shop AND kind = @name AND day = 0 AND natural_key = @key ORDER BY COALESCE(exported_at, -1), content_hash",
        new { shop, name, key }).Select(Stored.Record<T>).ToList());

    private Versioned<Line> Version(T record, Instant? exported, long import)
    {
        var payload = Stored.Payload(record);
        return new(MergeHash.Storable(keyOf(record)), StableHash.Of(payload), exported, import, new(payload, record));
    }

    private (List<Versioned<Line>> Kept, List<Versioned<Line>> Losers) Known(DbConnection connection, DbTransaction? scope, int shop, List<string> keys) =>
        (Known(connection, scope, table, ofKind + "shop_id = @shop AND", shop, keys), Known(connection, scope, "superseded", $"kind = '{name}' AND day = 0 AND shop_id = @shop AND", shop, keys));

    private List<Versioned<Line>> Known(DbConnection connection, DbTransaction? scope, string from, string condition, int shop, List<string> keys) =>
        [.. keys.Chunk(Among.Chunk).SelectMany(some => Dapper.SqlMapper.Query<Row>(connection,
            $"SELECT natural_key, content_hash, exported_at, import_id, payload FROM {from} WHERE {condition} {database.Dialect.OneOf("natural_key", "keys")}", new { shop, keys = new Among(some) }, scope))
            .Select(r => new Versioned<Line>(r.natural_key, Stored.Unsigned(r.content_hash), Stored.Instant(r.exported_at), r.import_id, new(r.payload, default)))];

    private void Replace(Transaction t, int shop, HashSet<string> known, MergeOutcome<Line> outcome)
    {
        foreach (var keys in outcome.ChangedKeys.Where(known.Contains).Chunk(Among.Chunk))
        {
            var among = t.Dialect.OneOf("natural_key", "keys");
            t.Execute($"DELETE FROM {table} WHERE {ofKind}shop_id = @shop AND {among}", new { shop, keys = new Among(keys) });
            Superseded.Forget(t, shop, name, keys);
        }
        t.Insert(table, columns, outcome.Kept.Select(v => (object?[])
            [(long)shop, .. Kind(kind, kind), v.Key, Stored.Signed(v.Content), v.Exported?.UnixSeconds, v.Import, v.Record.Payload, .. Lookups(v.Record)]));
        var standing = outcome.Kept.ToDictionary(k => k.Key, k => k.Import, StringComparer.Ordinal);
        Superseded.Keep(t, shop, name, 0, outcome.Superseded.Select(v => (v.Key, v.Content, new ImportSource(v.Import, v.Exported), standing[v.Key], v.Record.Payload)));
    }

    private static IEnumerable<string> Kind(string? kind, string? entry) => kind is null ? [] : [entry!];

    private IEnumerable<object?> Lookups(Line line)
    {
        var record = line.Record ?? Stored.Record<T>(line.Payload);
        return lookups.Select(l => (object?)l.Value(record));
    }

    /// <summary>A version as it is kept; one that was read back is only parsed when it is written again.</summary>
    private sealed record Line(string Payload, T? Record);

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(string natural_key, long content_hash, long? exported_at, long import_id, string payload);
#pragma warning restore IDE1006, CA1812
}
