using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Heng.Store;

/// <summary>Tells what is the machine's or the database's trouble, and passes, from what is wrong with that which was to be written.</summary>
public static class Trouble
{
    public static bool Passes(Exception e) => e switch
    {
        IOException or UnauthorizedAccessException or OutOfMemoryException or OperationCanceledException or TimeoutException or DayChangedException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_READONLY or raw.SQLITE_INTERRUPT or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT
            or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_PROTOCOL or raw.SQLITE_NOTADB,
        PostgresException { SqlState: ['5', '3' or '7' or '8', ..] } => true,
        NpgsqlException npgsql => npgsql.IsTransient || npgsql is not PostgresException,
        AggregateException many => many.InnerExceptions.Any(Passes),
        _ => false,
    };
}
