using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>What must not stay behind. Patterns are written in pieces, so that this file does not match itself.</summary>
public sealed class Leftovers
{
    private static readonly Regex Marks = new(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b|NotImplemented" + "Exception");
    private static readonly Regex Empty = new(@"Assert\s*\.\s*True\s*\(\s*tr" + @"ue\s*\)");
    private static readonly Regex Address = new(@"https?://[\w.-]*(regis" + @"try|nug" + @"et|np" + @"mjs|deb" + @"ian)[\w.-]*", RegexOptions.IgnoreCase);
    private static readonly Regex MachinePath = new(@"(?<![\w.:}/])/(wo" + @"rk|ro" + @"ot|ho" + @"me/\w+|Us" + @"ers/\w+)/|[A-Z]:\\Us" + @"ers\\|\.\./sha" + "red/(spec|design|ui|prototype)");
    private static readonly Regex SkipSetting = new(@"\bSkip\s*=");
    private static readonly string[] Code = [".cs", ".razor", ".js", ".css", ".sql", ".sh", ""];

    public static IEnumerable<string> Marked(SourceFile file) => Code.Contains(Path.GetExtension(file.Path)) ? Found(file, file.Text, Marks) : [];

    public static IEnumerable<string> Addresses(SourceFile file) => Found(file, file.Text, Address);

    public static IEnumerable<string> MachinePaths(SourceFile file) => Found(file, file.Text, MachinePath);

    public static IEnumerable<string> EmptyTests(SourceFile file) => file.IsCode ? Found(file, file.Text, Empty) : [];

    /// <summary>A test may be left out only where the shared data is absent, and that is decided in one place.</summary>
    public static IEnumerable<string> Skipped(SourceFile file) =>
        file.IsCode && file.In("tests") && !file.Name.StartsWith("SharedData", StringComparison.Ordinal) ? Found(file, file.Code, SkipSetting) : [];

    private static IEnumerable<string> Found(SourceFile file, string text, Regex pattern) =>
        pattern.Matches(text).Select(m => $"{file.Path}:{file.LineOf(m.Index)}: {m.Value}");

    [Fact]
    public void Nothing_is_marked_as_unfinished() => Repository.Clean(Repository.Files.SelectMany(Marked));

    [Fact]
    public void No_file_names_a_package_source() => Repository.Clean(Repository.Files.SelectMany(Addresses));

    [Fact]
    public void No_file_names_a_path_of_one_machine() => Repository.Clean(Repository.Files.SelectMany(MachinePaths));

    [Fact]
    public void No_test_asserts_nothing() => Repository.Clean(Repository.Files.SelectMany(EmptyTests));

    [Fact]
    public void No_test_is_skipped_but_for_absent_shared_data() => Repository.Clean(Repository.Files.SelectMany(Skipped));

    [Theory]
    [InlineData("src/a.cs", "// TO" + "DO: later", 1)]
    [InlineData("heng", "# FIX" + "ME", 1)]
    [InlineData("src/a.cs", "throw new NotImplemented" + "Exception();", 1)]
    [InlineData("src/a.cs", "TodoApp, hacksaw", 0)]
    public void A_mark_is_caught(string path, string text, int findings) => Assert.Equal(findings, Marked(new(path, text)).Count());

    [Theory]
    [InlineData("https://regis" + "try.example.org/a", 1)]
    [InlineData("http://api.nug" + "et.org/v3", 1)]
    [InlineData("https://example.org/regis" + "try", 0)]
    public void A_package_source_is_caught(string text, int findings) => Assert.Equal(findings, Addresses(new("a.json", text)).Count());

    [Theory]
    [InlineData("cd /wo" + "rk/main", 1)]
    [InlineData("\"/ho" + "me/ann/data\"", 1)]
    [InlineData("see ../sha" + "red/spec/metrics.md", 1)]
    [InlineData("../sha" + "red/data/orders.csv and https://example.org/wo" + "rk/a and src/wo" + "rk/b", 0)]
    public void A_machines_path_is_caught(string text, int findings) => Assert.Equal(findings, MachinePaths(new("a.md", text)).Count());

    [Theory]
    [InlineData("tests/A.cs", "[Fact(Skip = \"slow\")]", 1)]
    [InlineData("tests/SharedDataFact.cs", "Skip = \"absent\";", 0)]
    [InlineData("tests/A.cs", "// Skip = \"slow\"", 0)]
    public void A_skipped_test_is_caught(string path, string text, int findings) => Assert.Equal(findings, Skipped(new(path, text)).Count());

    [Fact]
    public void An_empty_assertion_is_caught() => Assert.Single(EmptyTests(new("tests/A.cs", "Assert.True( tr" + "ue );")));
}
