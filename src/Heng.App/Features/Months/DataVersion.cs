using System.Data.Common;
using System.Globalization;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// Whether anything was written since, by this process or another. Now changes with every write and may change without one: on SQLite the data
/// version that a connection of its own sees, on PostgreSQL the end of the write-ahead log.
/// </summary>
public sealed class DataVersion(Database database) : IDisposable
{
    /// <summary>Tables that are written outside imports too; whatever changes in them changes a content hash.</summary>
    private static readonly string[] Records = ["entry", "attendance", "adjustment", "employment"];

    // Everything else a month is made of is replaced only while an import is unfinished, or appended.
    private static readonly string ContentQuery = "SELECT (SELECT COUNT(*) FROM import_file WHERE state IN ('running', 'settling')) || ' ' || "
        + string.Join(" || ' ' || ",
            new[] { "MAX(import_id) FROM import_file", "COUNT(*) FROM import_file", "MAX(seq) FROM decision", "COUNT(*) FROM plan_version", "COUNT(*) FROM rule_set", "COUNT(*) FROM closed_month", "COUNT(*) FROM closed_slip", "COUNT(*) FROM custom_metric", "COUNT(*) FROM pool_ruling" }
                .Concat(Records.Select(t => $"COUNT(*) FROM {t}")).Concat(Records.Select(t => $"SUM(content_hash % 2147483647) FROM {t}"))
                .Select(Counted));

    private readonly Lock turn = new();
    private DbConnection? watching;

    public string Now() => Ask(database.Engine == DatabaseEngine.Sqlite ? "PRAGMA data_version" : "SELECT pg_current_wal_insert_lsn()::text");

    /// <summary>A stamp of what months are made of; null while an import is at work or was cut off.</summary>
    public string? Content() => Ask(ContentQuery) is var stamp && stamp.StartsWith("0 ", StringComparison.Ordinal) ? stamp : null;

    public void Dispose() => watching?.Dispose();

    private static string Counted(string of)
    {
        var at = of.IndexOf(" FROM ", StringComparison.Ordinal);
        return $"(SELECT COALESCE({of[..at]}, 0){of[at..]})";
    }

    private string Ask(string query)
    {
        lock (turn)
        {
            // The version means something only beside an earlier one of the same connection, so it is kept open.
            watching ??= database.Connect();
            using var command = watching.CreateCommand();
            command.CommandText = query;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
        }
    }
}
