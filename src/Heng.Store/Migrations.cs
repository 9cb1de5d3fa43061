using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;

namespace Heng.Store;

/// <summary>Numbered migrations, embedded: <c>0001_records.sql</c>. One schema for both engines; each runs once, in its own transaction.</summary>
internal static partial class Migrations
{
    public static IReadOnlyList<string> Tables { get; } = [.. Scripts().SelectMany(s => CreateTable().Matches(s.Sql).Select(m => m.Groups[1].Value))];

    public static IReadOnlyList<string> Run(Database database)
    {
        using (var connection = database.Connect())
        {
            if (database.Engine == DatabaseEngine.Sqlite) connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)");
        }
        return database.Write(Durability.Full, t =>
        {
            t.Alone("migration");
            var done = t.Query<long>("SELECT number FROM migration").ToHashSet();
            var pending = Scripts().Where(s => !done.Contains(s.Number)).ToList();
            foreach (var script in pending)
            {
                t.Execute(AppendOnlyLine().Replace(database.Dialect.Of(script.Sql), m => database.Dialect.AppendOnly(m.Groups[1].Value)));
                t.Execute("INSERT INTO migration (number, name) VALUES (@Number, @Name)", new { script.Number, script.Name });
            }
            return (IReadOnlyList<string>)[.. pending.Select(s => s.Name)];
        });
    }

    public static int SchemaOf(DbConnection connection) => (int)connection.ExecuteScalar<long>("SELECT COALESCE(MAX(number), 0) FROM migration");

    public static int Newest { get; } = (int)Scripts().Max(s => s.Number);

    private static IEnumerable<(long Number, string Name, string Sql)> Scripts()
    {
        var assembly = typeof(Migrations).Assembly;
        const string prefix = "Heng.Store.Migrations.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[prefix.Length..^".sql".Length];
            yield return (long.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^-- append-only: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex AppendOnlyLine();
}
