using System.Globalization;
using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>Each table has one file that writes it, and migrations are numbered without gaps.</summary>
public sealed partial class Tables
{
    private const string Migrations = "src/Heng.Store/Migrations";

    public static IEnumerable<string> TwoWriters(IReadOnlyList<SourceFile> files)
    {
        var tables = MigrationsIn(files).SelectMany(f => Create().Matches(f.Text)).Select(m => m.Groups["table"].Value.ToUpperInvariant()).ToHashSet();
        var writers = files.Where(f => f.IsCode && f.In("src")).SelectMany(f => WrittenBy(f).Select(table => (Table: table, f.Path))).ToLookup(w => w.Table, w => w.Path);
        foreach (var table in writers.Where(w => tables.Contains(w.Key) && w.Count() > 1)) yield return $"{table.Key} is written by {string.Join(", ", table)}";
    }

    /// <summary>A writer names the table in the statement (<c>update x set</c>, not words about it), or hands its name to a bulk insert or a record table.</summary>
    private static IEnumerable<string> WrittenBy(SourceFile file) =>
        Write().Matches(CodeScan.WithoutComments(file.Text)).Select(m => m.Groups["table"].Value.ToUpperInvariant()).Distinct();

    public static IEnumerable<string> Gaps(IReadOnlyList<SourceFile> files)
    {
        foreach (var folder in MigrationsIn(files).GroupBy(f => Path.GetDirectoryName(f.Path)))
        {
            var numbers = folder.Select(f => Number().Match(f.Name) is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0).Order().ToList();
            if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))) yield return $"{folder.Key}: {string.Join(", ", numbers)}";
        }
    }

    private static IEnumerable<SourceFile> MigrationsIn(IReadOnlyList<SourceFile> files) => files.Where(f => f.In(Migrations) && f.Path.EndsWith(".sql", StringComparison.Ordinal));

    [GeneratedRegex(@"create\s+table\s+(if\s+not\s+exists\s+)?""?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Create();

    [GeneratedRegex("""
        \b(insert\s+(or\s+\w+\s+)?into|replace\s+into|delete\s+from|copy|truncate(\s+table)?)\s+"*(?<table>\w+)
        |\bupdate\s+"*(?<table>\w+)"*\s+(as\s+\w+\s+)?set\b
        |\b(Insert|Into|Upsert|Replace)\s*\((\w+,\s*)?"(?<table>\w+)"
        |\bnew(\s+\w+(<\w+>)?)?\s*\(\s*database\s*,\s*"(?<table>\w+)"
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Write();

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Number();

    [Fact]
    public void Each_table_has_one_writer() => Repository.Clean(TwoWriters(Repository.Files));

    [Fact]
    public void Migrations_are_numbered_without_gaps() => Repository.Clean(Gaps(Repository.Files));

    [Theory]
    [InlineData("\"INSERT INTO orders (id) VALUES (1)\"", 1)]
    [InlineData("\"insert or ignore into orders values (1)\"", 1)]
    [InlineData("\"update orders set a = 1\"", 1)]
    [InlineData("\"delete from orders\"", 1)]
    [InlineData("\"copy orders (id) from stdin\"", 1)]
    [InlineData("t.Insert(\"orders\", \"id\", rows)", 1)]
    [InlineData("BulkInsert.Into(t, \"orders\", \"id\", rows)", 1)]
    [InlineData("NaturalKeyTable<Order> table = new(database, \"orders\", o => o.Id)", 1)]
    [InlineData("t.Alone(\"orders\"); new Shape(\"orders\")", 0)]
    [InlineData("\"select * from orders\"", 0)]
    [InlineData("\"insert into orders_old values (1)\"", 0)]
    [InlineData("\"Please update orders by hand\"", 0)]
    [InlineData("x(); // insert into orders", 0)]
    public void A_second_writer_is_caught(string code, int findings) =>
        Assert.Equal(findings, TwoWriters([Migration("001_first.sql"), new("src/Heng.Store/A.cs", "\"insert into orders values (2)\""), new("src/Heng.Store/B.cs", code)]).Count());

    [Theory]
    [InlineData("001_a.sql", "002_b.sql", 0)]
    [InlineData("001_a.sql", "003_b.sql", 1)]
    [InlineData("001_a.sql", "001_b.sql", 1)]
    [InlineData("001_a.sql", "b.sql", 1)]
    public void A_gap_between_migrations_is_caught(string first, string second, int findings) => Assert.Equal(findings, Gaps([Migration(first), Migration(second)]).Count());

    private static SourceFile Migration(string name) => new($"{Migrations}/{name}", "create table orders (id bigint primary key);");
}
