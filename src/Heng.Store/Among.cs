using System.Data;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heng.Store;

/// <summary>
/// A list as one parameter, for <see cref="Dialect.OneOf"/>: an array on PostgreSQL, JSON text on SQLite,
/// which looks for each of many parameters by name and so takes the square of their number.
/// </summary>
internal sealed class Among(Array values) : SqlMapper.ICustomQueryParameter
{
    /// <summary>How many values one statement gets.</summary>
    public const int Chunk = 5000;

    public void AddParameter(IDbCommand command, string name) => command.Parameters.Add(command is NpgsqlCommand
        ? new NpgsqlParameter(name, values)
        : new SqliteParameter(name, SqliteType.Text) { Value = JsonSerializer.Serialize(values, values.GetType()) });
}
