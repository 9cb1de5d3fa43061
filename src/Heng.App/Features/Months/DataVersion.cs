using System.Data.Common;
using System.Globalization;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// A stamp that changes whenever anything was written, by this process or another. It may change without cause, never stay without one:
/// on SQLite the data version that a connection of its own sees, on PostgreSQL the end of the write-ahead log.
/// </summary>
public sealed class DataVersion(Database database) : IDisposable
{
    private readonly Lock turn = new();
    private DbConnection? watching;

    public string Now()
    {
        lock (turn)
        {
            // The number means something only beside an earlier one of the same connection, so it is kept open.
            watching ??= database.Connect();
            using var command = watching.CreateCommand();
            command.CommandText = database.Engine == DatabaseEngine.Sqlite ? "PRAGMA data_version" : "SELECT pg_current_wal_insert_lsn()::text";
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
        }
    }

    public void Dispose() => watching?.Dispose();
}
