using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>What the documents say stays true: the two commands, and a reason for every package.</summary>
public sealed partial class Documents
{
    private static readonly string[] TwoCommands = ["./heng demo", "./test"];

    /// <summary>The first two commands that a reader meets.</summary>
    public static IEnumerable<string> Commands(SourceFile readme) =>
        Command().Matches(readme.Text).Select(m => m.Value.Trim()).Take(2) is var found && found.SequenceEqual(TwoCommands) ? [] : [$"{readme.Path}: {string.Join(", ", found)}"];

    /// <summary>Packages without a line of reason: named in code marks in a decision.</summary>
    public static IEnumerable<string> WithoutReason(IReadOnlyList<SourceFile> files)
    {
        var decisions = string.Concat(files.Where(f => f.In("docs/decisions")).Select(f => f.Text));
        return Packages(files).Distinct().Where(p => !decisions.Contains($"`{p}`", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Packages(IReadOnlyList<SourceFile> files) =>
        files.Where(f => f.Name == "Directory.Packages.props").SelectMany(f => Package().Matches(f.Text)).Select(m => m.Groups[1].Value)
            .Concat(files.Where(f => f.Name == "package.json").SelectMany(NpmPackages));

    private static IEnumerable<string> NpmPackages(SourceFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        string[] kinds = ["dependencies", "devDependencies", "optionalDependencies"];
        return [.. kinds.SelectMany(kind => json.RootElement.TryGetProperty(kind, out var named) ? named.EnumerateObject().Select(p => p.Name) : [])];
    }

    [GeneratedRegex(@"^\./[^#\r\n]+", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"<PackageVersion\s+Include=""([^""]+)""")]
    private static partial Regex Package();

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Both_readmes_begin_with_the_same_two_commands(string name) => Repository.Clean(Commands(Repository.Files.Single(f => f.Path == name)));

    [Fact]
    public void Every_package_has_its_reason_in_a_decision() => Repository.Clean(WithoutReason(Repository.Files));

    [Theory]
    [InlineData("```\n./heng demo   # look\n./test\n./heng serve\n```", 0)]
    [InlineData("```\n./test\n./heng demo\n```", 1)]
    [InlineData("```\n./heng demo --agents 3\n./test\n```", 1)]
    [InlineData("", 1)]
    public void Other_commands_are_caught(string text, int findings) => Assert.Equal(findings, Commands(new("README.md", text)).Count());

    [Fact]
    public void Packages_without_a_reason_are_caught() =>
        Assert.Equal(["Dapper", "esbuild"], WithoutReason(
        [
            new("Directory.Packages.props", "<PackageVersion Include=\"Dapper\" Version=\"1\" /><PackageVersion Include=\"Npgsql\" Version=\"1\" />"),
            new("src/web/package.json", """{ "dependencies": { "echarts": "1" }, "devDependencies": { "esbuild": "1" } }"""),
            new("docs/decisions/0001-a.md", "`Npgsql` because. `echarts` too. Dapper and esbuild only in passing."),
        ]));
}
