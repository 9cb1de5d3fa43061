using Heng.Store;

namespace Heng.App.Tests.Store;

/// <summary>Both engines for theories, and a fresh migrated database on either.</summary>
public static class Engines
{
    public static TheoryData<DatabaseEngine> Both => [DatabaseEngine.Sqlite, DatabaseEngine.Postgres];

    public static FreshDatabase Fresh(this DatabaseEngine engine) => new(engine);
}

/// <summary>A database of one test's own; on SQLite its folder goes with it.</summary>
public sealed class FreshDatabase : IDisposable
{
    private readonly string? folder;

    public FreshDatabase(DatabaseEngine engine, bool migrate = true)
    {
        folder = engine == DatabaseEngine.Sqlite ? Directory.CreateTempSubdirectory("heng-").FullName : null;
        Target = folder is not null ? DatabaseTarget.InFolder(folder) : DatabaseTarget.Postgres(PostgresCluster.NewDatabase());
        Database = Database.Open(Target);
        if (migrate) Database.Migrate();
    }

    public DatabaseTarget Target { get; }
    public Database Database { get; }

    /// <summary>The same database as another process would see it: nothing remembered.</summary>
    public Database Again() => Database.Open(Target);

    public void Dispose()
    {
        Database.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }
}
