using Dapper;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class MigrationTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Migrations_run_once_and_in_order(DatabaseEngine engine)
    {
        using var fresh = new FreshDatabase(engine, migrate: false);
        var first = fresh.Database.Migrate();
        Assert.Equal(first.Order(StringComparer.Ordinal), first);
        Assert.Equal("0001_records", first[0]);
        Assert.Empty(fresh.Database.Migrate());
        Assert.Equal(first.Count, fresh.Database.Info().Schema);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Info_tells_the_engine_its_size_and_the_rows_of_every_table(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.Shops.GetOrAdd("旗舰店");
        var info = fresh.Database.Info();
        Assert.Equal(engine, info.Engine);
        Assert.True(info.Bytes > 0);
        Assert.Equal(1, info.Rows["shop"]);
        Assert.Equal(1, info.Rows["rule_set"]);
        Assert.Equal(0, info.Rows["decision"]);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Both_engines_have_the_same_tables_and_columns(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        using var sqlite = DatabaseEngine.Sqlite.Fresh();
        Assert.Equal(Columns(sqlite.Database), Columns(fresh.Database));
    }

    private static List<string> Columns(Database database)
    {
        using var connection = database.Connect();
        var columns = database.Info().Rows.Keys.SelectMany(table => connection.Query<string>(database.Engine == DatabaseEngine.Sqlite
            ? $"SELECT '{table}.' || name FROM pragma_table_info('{table}')"
            : $"SELECT '{table}.' || column_name FROM information_schema.columns WHERE table_name = '{table}' AND table_schema = 'public'"));
        return [.. columns.Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Sqlite_writes_ahead_and_syncs_fully_only_where_asked()
    {
        using var fresh = DatabaseEngine.Sqlite.Fresh();
        using var bulk = fresh.Database.Connect(Durability.Bulk);
        using var full = fresh.Database.Connect(Durability.Full);
        Assert.Equal("wal", bulk.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1, bulk.ExecuteScalar<long>("PRAGMA synchronous"));
        Assert.Equal(2, full.ExecuteScalar<long>("PRAGMA synchronous"));
    }
}
