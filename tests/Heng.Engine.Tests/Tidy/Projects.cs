using System.Text.RegularExpressions;

namespace Heng.Engine.Tests.Tidy;

/// <summary>App → Intake → Engine ← Store ← App: a project is drawn where a kind of dependency must stop.</summary>
public sealed partial class Projects
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Heng.Engine"] = [],
        ["Heng.Intake"] = ["Heng.Engine"],
        ["Heng.Store"] = ["Heng.Engine"],
        ["Heng.App"] = ["Heng.Engine", "Heng.Intake", "Heng.Store"],
        ["Heng.Engine.Tests"] = ["Heng.Engine"],
        ["Heng.Intake.Tests"] = ["Heng.Engine", "Heng.Intake"],
        ["Heng.App.Tests"] = ["Heng.Engine", "Heng.Intake", "Heng.Store", "Heng.App"],
        ["Heng.Bench"] = ["Heng.Engine", "Heng.Intake", "Heng.Store"],
    };

    public static IEnumerable<string> References(SourceFile file)
    {
        var project = Path.GetFileNameWithoutExtension(file.Name);
        if (!Allowed.TryGetValue(project, out var allowed)) return [$"{file.Path}: a project that the architecture does not know"];
        return Reference().Matches(file.Text).Select(m => m.Groups[1].Value).Where(r => !allowed.Contains(r)).Select(r => $"{file.Path}: references {r}");
    }

    /// <summary>The engine is pure: nothing but the analyzer that holds it so, and that stays out of what is shipped.</summary>
    public static IEnumerable<string> EnginePackages(SourceFile file) =>
        Package().Matches(file.Text).Where(m => m.Groups[1].Value != "Microsoft.CodeAnalysis.BannedApiAnalyzers" || !m.Value.Contains("PrivateAssets=\"all\"", StringComparison.Ordinal))
            .Select(m => $"{file.Path}: {m.Groups[1].Value}");

    [GeneratedRegex(@"<ProjectReference\s+Include=""[^""]*?([\w.]+)\.csproj""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<PackageReference\s+Include=""([^""]+)""[^>]*>")]
    private static partial Regex Package();

    private static IEnumerable<SourceFile> All => Repository.Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal));

    [Fact]
    public void Projects_reference_only_what_the_architecture_allows() => Repository.Clean(All.SelectMany(References));

    [Fact]
    public void The_engine_has_no_packages() => Repository.Clean(EnginePackages(All.Single(f => f.Name == "Heng.Engine.csproj")));

    [Theory]
    [InlineData("src/Heng.Intake/Heng.Intake.csproj", "../Heng.Store/Heng.Store.csproj")]
    [InlineData("src/Heng.Store/Heng.Store.csproj", "../Heng.App/Heng.App.csproj")]
    [InlineData("src/Heng.Engine/Heng.Engine.csproj", "..\\Heng.Store\\Heng.Store.csproj")]
    public void A_wrong_reference_is_caught(string path, string to) =>
        Assert.Single(References(new(path, $"<ProjectReference Include=\"../Heng.Engine/Heng.X.csproj\" />".Replace("../Heng.Engine/Heng.X.csproj", to, StringComparison.Ordinal))));

    [Fact]
    public void An_unknown_project_is_caught() => Assert.Single(References(new("src/Heng.More/Heng.More.csproj", "<Project />")));

    [Theory]
    [InlineData("<PackageReference Include=\"Dapper\" />", 1)]
    [InlineData("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" />", 1)]
    [InlineData("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" PrivateAssets=\"all\" />", 0)]
    public void A_package_in_the_engine_is_caught(string text, int findings) => Assert.Equal(findings, EnginePackages(new("Heng.Engine.csproj", text)).Count());
}
