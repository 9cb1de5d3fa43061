using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;

namespace Heng.Store.Audit;

/// <summary>A row that is only appended: where it stands, as one line of JSON, and that line's SHA-256.</summary>
public sealed record AppendedRow(string Table, string Place, string Line)
{
    public string Digest => Appended.DigestOf(Line);
}

/// <summary>
/// The tables whose rows are appended and never changed, with their keys. A row reads as JSON with its columns by name, those without a value left out, bytes in base64; so a column that
/// comes later leaves the lines of old rows as they are, if it has no value in them.
/// </summary>
public static class Appended
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Decisions are chained by themselves, and witnesses by the decisions that name them. Notices and webhooks only tell of what stands elsewhere, drafts are not handed in, and a digest
    /// of who answered a survey would tell when.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["decision", "witness", "notice", "score_draft", "survey_participation", "webhook_event"];

    public static IReadOnlyList<(string Table, string[] Key)> Tables { get; } =
    [
        ("rule_set", ["shop_id", "version"]), ("plan_version", ["plan_id", "version"]), ("plan_simulation", ["plan_id", "version"]), ("custom_metric", ["seq"]),
        ("indicator_choice", ["choice_id", "step"]), ("guard_setting", ["step"]), ("notice_setting", ["step"]), ("sign_in_setting", ["step"]), ("guard_acknowledgement", ["month", "rule", "subject", "stamp"]),
        ("pool_claim", ["claim_id"]), ("pool_ruling", ["claim_id"]), ("fund_entry", ["entry_id"]), ("fund_ruling", ["entry_id"]),
        ("appeal", ["appeal_id"]), ("appeal_event", ["appeal_id", "seq"]),
        ("appraisal_event", ["scheme", "cycle", "month", "seq"]), ("measure_event", ["month", "plan", "rule", "agent", "measure", "seq"]), ("interview", ["interview_id"]), ("interview_event", ["interview_id", "seq"]),
        ("evidence", ["evidence_id"]), ("matter", ["kind", "matter_id"]), ("matter_event", ["kind", "matter_id", "seq"]),
        ("closed_month", ["shop_id", "month"]), ("closed_slip", ["shop_id", "month", "agent"]), ("closed_input", ["shop_id", "month"]),
    ];

    public static string DigestOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>Of one of the tables, one after another.</summary>
    public static IEnumerable<AppendedRow> Rows(Database database, string table)
    {
        using var connection = database.Connect();
        foreach (var row in Rows(connection, table, Tables.First(t => t.Table == table).Key)) yield return row;
    }

    internal static IEnumerable<AppendedRow> Rows(DbConnection connection, string table, IReadOnlyList<string> key) =>
        Cells(connection.Query($"SELECT * FROM {table} ORDER BY {string.Join(", ", key)}", buffered: false)).Select(row => new AppendedRow(table, PlaceOf(row, key), LineOf(row)));

    /// <summary>Those rows alone whose place is not among the given.</summary>
    internal static IEnumerable<AppendedRow> Rows(Transaction t, string table, string[] key, HashSet<string> without)
    {
        var where = string.Join(" AND ", key.Select(k => $"{k} = @{k}"));
        return [.. Cells(t.Connection.Query($"SELECT {string.Join(", ", key)} FROM {table}", transaction: t.Scope)).Where(row => !without.Contains(PlaceOf(row, key)))
            .SelectMany(row => Cells(t.Connection.Query($"SELECT * FROM {table} WHERE {where}", new DynamicParameters(row), t.Scope))).Select(row => new AppendedRow(table, PlaceOf(row, key), LineOf(row)))];
    }

    private static IEnumerable<IDictionary<string, object?>> Cells(IEnumerable<dynamic> rows) => rows.Cast<IDictionary<string, object?>>();

    private static string PlaceOf(IDictionary<string, object?> row, IReadOnlyList<string> key) => string.Join("/", key.Select(k => Text(row[k])));

    private static string LineOf(IDictionary<string, object?> row) => JsonSerializer.Serialize(
        row.Where(c => c.Value is not null).OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value is byte[] bytes ? Convert.ToBase64String(bytes) : c.Value), Plain);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
