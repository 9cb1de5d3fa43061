using Xunit.Abstractions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>One idea a file: 300 lines at most, methods 70 at most, and half of the product's files short.</summary>
public sealed class Sizes(ITestOutputHelper output)
{
    private const int MostFileLines = 300, MostMethodLines = 70, MostMedianLines = 80;
    private static readonly string[] Counted = [".cs", ".razor", ".js", ".css"];

    public static IEnumerable<string> LongFiles(SourceFile file) =>
        Counted.Contains(Path.GetExtension(file.Path)) && file.Lines > MostFileLines ? [$"{file.Path}: {file.Lines} lines"] : [];

    public static IEnumerable<string> LongMethods(SourceFile file) =>
        file.IsCode ? MemberScan.Of(file.Code).Where(m => m.Lines > MostMethodLines).Select(m => $"{file.Path}:{m.Line}: {m.Name} has {m.Lines} lines") : [];

    public static int Median(IEnumerable<SourceFile> files) =>
        files.Where(f => f.IsCode && f.In("src")).Select(f => f.Lines).Order().ToList() is { Count: > 0 } lines ? lines[lines.Count / 2] : 0;

    [Fact]
    public void No_file_is_longer_than_300_lines() => Repository.Clean(Repository.Files.SelectMany(LongFiles));

    [Fact]
    public void No_method_is_longer_than_70_lines() => Repository.Clean(Repository.Files.SelectMany(LongMethods));

    [Fact]
    public void Half_of_the_products_files_have_at_most_80_lines()
    {
        output.WriteLine($"median {Median(Repository.Files)} lines, aim 60");
        Assert.InRange(Median(Repository.Files), 1, MostMedianLines);
    }

    [Theory]
    [InlineData("src/A.cs", 300, 0)]
    [InlineData("src/A.cs", 301, 1)]
    [InlineData("src/A.razor", 301, 1)]
    [InlineData("docs/a.md", 301, 0)]
    public void A_file_over_the_edge_is_caught(string path, int lines, int findings) =>
        Assert.Equal(findings, LongFiles(new(path, string.Concat(Enumerable.Repeat("a\n", lines)))).Count());

    [Theory]
    [InlineData(66, 0)]
    [InlineData(67, 1)]
    public void A_method_over_the_edge_is_caught(int inside, int findings)
    {
        // The signature, two braces and one blank line make 4: 66 + 4 = 70.
        var body = string.Concat(Enumerable.Repeat("        x();\n", inside));
        Assert.Equal(findings, LongMethods(new("src/A.cs", $"class A\n{{\n    void B()\n    {{\n\n{body}    }}\n}}\n")).Count());
    }

    [Fact]
    public void The_median_counts_the_products_code_alone() =>
        Assert.Equal(2, Median([new("src/A.cs", "a"), new("src/B.cs", "a\nb"), new("src/C.cs", "a\nb\nc"), new("tests/D.cs", "a\nb\nc\nd"), new("src/E.css", "a\nb\nc\nd\ne")]));
}
