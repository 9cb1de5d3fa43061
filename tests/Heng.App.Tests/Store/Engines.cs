using Heng.Store;

namespace Heng.App.Tests.Store;

/// <summary>Both engines for theories, and a fresh migrated database on either.</summary>
public static class Engines
{
    public static TheoryData<DatabaseEngine> Both => [DatabaseEngine.Sqlite, DatabaseEngine.Postgres];

    public static FreshDatabase Fresh(this DatabaseEngine engine) => new(engine);
}

/// <summary>
/// Databases with every migration done: made once a run on either engine and copied from then on. How migrations run is tested where they are (<see cref="MigrationTests"/>).
/// </summary>
internal static class Migrated
{
    private static readonly Lazy<byte[]> File = new(MakeFile);
    private static readonly Lazy<string> Template = new(MakeTemplate);

    /// <summary>A migrated file in the folder, which is made where there is none.</summary>
    public static Database In(string folder)
    {
        var database = Database.Open(DatabaseTarget.InFolder(folder));
        System.IO.File.WriteAllBytes(Path.Combine(folder, "heng.db"), File.Value);
        return database;
    }

    public static DatabaseTarget Postgres() => DatabaseTarget.Postgres(PostgresCluster.NewDatabase(Template.Value));

    private static byte[] MakeFile()
    {
        var folder = Directory.CreateTempSubdirectory("heng-migrated-").FullName;
        using (var database = Database.Open(DatabaseTarget.InFolder(folder))) database.Migrate();
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(folder, "heng.db"));
        Directory.Delete(folder, recursive: true);
        return bytes;
    }

    // Nobody may be connected to what is copied.
    private static string MakeTemplate()
    {
        var target = PostgresCluster.NewDatabase();
        using (var database = Database.Open(DatabaseTarget.Postgres(target))) database.Migrate();
        return new Npgsql.NpgsqlConnectionStringBuilder(target).Database!;
    }
}

/// <summary>A database of one test's own; on SQLite its folder goes with it.</summary>
public sealed class FreshDatabase : IDisposable
{
    private readonly string? folder;

    public FreshDatabase(DatabaseEngine engine, bool migrate = true)
    {
        folder = engine == DatabaseEngine.Sqlite ? Directory.CreateTempSubdirectory("heng-").FullName : null;
        Database = (folder, migrate) switch
        {
            ({ } into, true) => Migrated.In(into),
            ({ } into, false) => Database.Open(DatabaseTarget.InFolder(into)),
            (null, var made) => Database.Open(made ? Migrated.Postgres() : DatabaseTarget.Postgres(PostgresCluster.NewDatabase())),
        };
        Target = Database.Target;
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
