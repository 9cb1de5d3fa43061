using System.Data.Common;
using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A table's rows as they stood; values are long, string, byte[] or null.</summary>
public sealed record TableRows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>What a closed month was made of (结账输入): the instant that decided what was final, and the rows that its results rest on, under the hash of both.</summary>
public sealed record ClosedInput(Month Month, string Hash, Instant AsOf, IReadOnlyList<TableRows> Tables)
{
    /// <summary>The small records of a kind, in the order of their keys.</summary>
    public IReadOnlyList<T> Records<T>(RecordKind<T> kind) where T : class =>
        [.. RowsOf("record", "kind", "natural_key", "payload").Where(r => kind.Name.Equals(r[0])).OrderBy(r => (string)r[1]!, StringComparer.Ordinal).Select(r => Stored.Record<T>((string)r[2]!))];

    public IEnumerable<object?[]> RowsOf(string table, params string[] columns) => Tables.Where(t => t.Table == table).SelectMany(t =>
    {
        var places = columns.Select(c => t.Columns.ToList().IndexOf(c)).ToArray();
        return t.Rows.Select(r => Array.ConvertAll(places, p => r[p]));
    });
}

/// <summary>
/// Keeps the inputs of closed months, in the same transaction as the seal. They hold no buyer, no message and no order's content: agent-days, which order, rating or
/// review added what to whom, and which rule hit whom. So a month can be recomputed after records have changed, or a buyer's data is gone.
/// </summary>
public sealed class ClosedInputs(Database database)
{
    // What scoring and pay read of a month, a table a line; the order is that in which a fresh database takes them.
    private static readonly (string Table, string Where)[] Kept =
    [
        ("shop", "1 = 1"), ("rule_set", "1 = 1"), ("account", "1 = 1"), ("person", "1 = 1"), ("employment", "1 = 1"), ("custom_metric", "1 = 1"),
        ("coverage", "day BETWEEN @from AND @to"), ("agent_day", "day BETWEEN @from AND @to"),
        // What receptions add to the funnel, to quality and to phrases is in the agent-days; reception by reception it would be most of all.
        ("contribution", $"day BETWEEN @from AND @to AND part NOT IN ('{FactPart.Funnel}', '{FactPart.Quality}', '{FactPart.Phrases}')"), ("finding", "day BETWEEN @from AND @to AND counts_as <> '' AND flags = 0"), ("finding_kind", "day BETWEEN @from AND @to"),
        ("guard_setting", "1 = 1"), ("pool_claim", "month BETWEEN @first AND @last"),
        ("pool_ruling", "claim_id IN (SELECT claim_id FROM pool_claim WHERE month BETWEEN @first AND @last)"),
        ("entry", "month BETWEEN @first AND @last"), ("attendance", "month BETWEEN @first AND @last"), ("adjustment", "month BETWEEN @first AND @last"),
        ("record", $"kind IN ({string.Join(", ", RecordKindsOfMonths.Select(k => $"'{k}'"))}) AND (first_day IS NULL OR kind IN ('{RecordKinds.Calendar.Name}', '{RecordKinds.TaxOpenings.Name}', '{RecordKinds.SpecialDeductions.Name}') OR last_day >= @from AND first_day <= @to)"),
    ];

    /// <summary>The kinds of small records that a month reads as they are; all others reach it through agent-days.</summary>
    private static IEnumerable<string> RecordKindsOfMonths =>
    [
        RecordKinds.Reported.Name, RecordKinds.ReportedReceptions.Name, RecordKinds.Roster.Name, RecordKinds.Bindings.Name, RecordKinds.Calendar.Name, RecordKinds.Targets.Name,
        RecordKinds.Goals.Name, RecordKinds.Incidents.Name, RecordKinds.OperationErrors.Name, RecordKinds.TaxOpenings.Name, RecordKinds.SpecialDeductions.Name,
        RecordKinds.Inspections.Name,
        // What stands in the place of points and attendance, and which messages its agent-days were folded without.
        RecordKinds.Corrections.Name,
    ];

    /// <summary>Null for a month that is open, or was closed before inputs were kept.</summary>
    public ClosedInput? Find(int shop, Month month) => database.Read(c => c
        .QueryFirstOrDefault<byte[]>("SELECT payload FROM closed_input WHERE shop_id = @shop AND month = @month", new { shop, month = Stored.Month(month) }))
        is { } payload ? InputPacking.Unpack(month, payload) : null;

    /// <summary>The same rows as they are now.</summary>
    public IReadOnlyList<TableRows> Now(Month month) => database.Read(c => Rows(c, null, month.First, month.Last));

    internal static void Keep(Transaction t, int shop, Month month, Instant asOf, DateOnly from)
    {
        var (hash, payload) = Packed(t, asOf, from, month);
        t.Insert("closed_input", "shop_id, month, hash, payload", [[(long)shop, Stored.Month(month), hash, payload]]);
    }

    internal static (string Hash, byte[] Payload) Packed(Transaction t, Instant asOf, DateOnly from, Month month) => InputPacking.Pack(asOf, Rows(t.Connection, t.Scope, from, month.Last));

    /// <summary>Fills a fresh database with inputs, with all plans and with the months that were closed by then: what a recompute reads.</summary>
    public void Restore(ClosedInput input, Instant by, Database scratch)
    {
        var beside = database.Read(c => new[]
        {
            Rows(c, null, "plan_version", "1 = 1", new { }), Rows(c, null, "closed_month", "month < @month AND closed_at <= @at", new { month = Stored.Month(input.Month), at = by.UnixSeconds }),
        });
        scratch.Write(Durability.Bulk, t =>
        {
            foreach (var table in input.Tables.Concat(beside))
                t.Insert(table.Table, string.Join(", ", table.Columns), table.Rows);
        });
    }

    private static List<TableRows> Rows(DbConnection connection, DbTransaction? scope, DateOnly from, DateOnly to)
    {
        var with = new { from = Stored.Day(from), to = Stored.Day(to), first = Stored.Month(Month.Of(from)), last = Stored.Month(Month.Of(to)) };
        return [.. Kept.Select(k => Rows(connection, scope, k.Table, k.Where, with))];
    }

    private static TableRows Rows(DbConnection connection, DbTransaction? scope, string table, string where, object with)
    {
        using var reader = connection.ExecuteReader($"SELECT * FROM {table} WHERE {where}", with, scope);
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return new(table, columns, rows);
    }
}
