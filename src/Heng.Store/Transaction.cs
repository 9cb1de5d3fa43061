using System.Data.Common;
using Dapper;

namespace Heng.Store;

/// <summary>One open transaction and the ways to write in it.</summary>
internal sealed record Transaction(DbConnection Connection, DbTransaction Scope, Dialect Dialect)
{
    public int Execute(string sql, object? with = null) => Connection.Execute(sql, with, Scope);
    public IEnumerable<T> Query<T>(string sql, object? with = null) => Connection.Query<T>(sql, with, Scope);
    public T? Scalar<T>(string sql, object? with = null) => Connection.ExecuteScalar<T>(sql, with, Scope);
    public void Insert(string table, string columns, IEnumerable<object?[]> rows) => BulkInsert.Into(this, table, columns, rows);

    /// <summary>Holds other writers of this subject off until the end. SQLite has one writer anyway.</summary>
    public void Alone(string subject)
    {
        if (!Dialect.IsSqlite) Execute("SELECT pg_advisory_xact_lock(@key)", new { key = unchecked((long)Heng.Engine.Records.StableHash.Of(subject)) });
    }
}
