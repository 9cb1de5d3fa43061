using Heng.Engine.Metrics;

namespace Heng.App.Features.Plans;

/// <summary>A built-in scheme (模板) as it lies on disk: its file, and its page of explanation in the language asked for.</summary>
public sealed record Template(string Scheme, string Path)
{
    public string Yaml => File.ReadAllText(Path);
    public string Page(bool english) => File.ReadAllText(System.IO.Path.ChangeExtension(Path, english ? ".en.md" : ".zh-CN.md"));
    public PlanFileResult Load(Func<string, Metric?> metrics) => PlanFile.Load(Yaml, System.IO.Path.GetFileName(Path), metrics);
}

/// <summary>The templates that ship beside the executable.</summary>
public static class TemplateLibrary
{
    public static string Folder => System.IO.Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>In the order of the schemes' numbers: s2 before s10.</summary>
    public static IReadOnlyList<Template> All(string? folder = null) => !Directory.Exists(folder ?? Folder) ? [] :
        [.. Directory.EnumerateFiles(folder ?? Folder, "*.yaml").Select(path => new Template(System.IO.Path.GetFileNameWithoutExtension(path), path))
            .OrderBy(t => Number(t.Scheme)).ThenBy(t => t.Scheme, StringComparer.Ordinal)];

    public static Template? Find(string scheme) => All().FirstOrDefault(t => t.Scheme == scheme);

    private static int Number(string scheme)
    {
        var digits = scheme.AsSpan(1, Math.Max(0, scheme.IndexOf('-', StringComparison.Ordinal) - 1));
        return scheme.StartsWith('s') && int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
    }
}
