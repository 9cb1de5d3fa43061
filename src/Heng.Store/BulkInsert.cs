using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Heng.Store;

/// <summary>Many rows into one table: COPY on PostgreSQL, one prepared statement on SQLite. Values are long, int, string, byte[] or null.</summary>
internal static class BulkInsert
{
    public static void Into(Transaction transaction, string table, string columns, IEnumerable<object?[]> rows)
    {
        if (transaction.Connection is NpgsqlConnection postgres) Copy(postgres, table, columns, rows);
        else Insert((SqliteConnection)transaction.Connection, (SqliteTransaction)transaction.Scope, table, columns, rows);
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction scope, string table, string columns, IEnumerable<object?[]> rows)
    {
        var count = columns.Split(',').Length;
        using var command = connection.CreateCommand();
        command.Transaction = scope;
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(0, count).Select(i => "@p" + i.ToString(CultureInfo.InvariantCulture)))})";
        for (var i = 0; i < count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture) });
        foreach (var row in rows)
        {
            for (var i = 0; i < count; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static void Copy(NpgsqlConnection connection, string table, string columns, IEnumerable<object?[]> rows)
    {
        using var writer = connection.BeginBinaryImport($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var value in row)
                switch (value)
                {
                    case null: writer.WriteNull(); break;
                    case byte[] bytes: writer.Write(bytes, NpgsqlDbType.Bytea); break;
                    // PostgreSQL has no NUL in text; names and reasons never mean one.
                    case string text: writer.Write(text.Replace('\0', '\uFFFD'), NpgsqlDbType.Text); break;
                    default: writer.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint); break;
                }
        }
        writer.Complete();
    }
}
