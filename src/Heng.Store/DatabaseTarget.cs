using Microsoft.Data.Sqlite;

namespace Heng.Store;

public enum DatabaseEngine { Sqlite, Postgres }

/// <summary>Where a shop's records are kept: a data folder that holds <c>heng.db</c>, or a PostgreSQL database.</summary>
public sealed record DatabaseTarget(DatabaseEngine Engine, string ConnectionString, string? Folder)
{
    /// <summary>Whether there is a database to open; of a PostgreSQL server only opening tells.</summary>
    public bool Exists => Folder is null || File.Exists(FileIn(Folder));

    public static DatabaseTarget InFolder(string folder)
    {
        var file = FileIn(Path.GetFullPath(folder));
        // Thirty seconds of patience for another writer; both a command line and a server may be at work.
        var builder = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, Pooling = true };
        return new(DatabaseEngine.Sqlite, builder.ToString(), Path.GetFullPath(folder));
    }

    public static DatabaseTarget Postgres(string connectionString) => new(DatabaseEngine.Postgres, connectionString, null);

    internal static string FileIn(string folder) => Path.Combine(folder, "heng.db");
}
