namespace Heng.Engine.Tests.Tidy;

/// <summary>A text file of the project: its path from the root with forward slashes, and what it says.</summary>
public sealed record SourceFile(string Path, string Text)
{
    private string? code;

    /// <summary>The text without comments and strings, scanned once.</summary>
    public string Code => code ??= CodeScan.Code(Text);
    public string Name => System.IO.Path.GetFileName(Path);
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);
    public bool In(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
    public int LineOf(int offset) => Text.AsSpan(0, offset).Count('\n') + 1;
    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
}

/// <summary>The files a person wrote: all text below the folder that holds Heng.slnx, without what tools made.</summary>
public static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "dist", "TestResults", ".git", ".setup", ".vs", ".idea"];
    private static readonly string[] Written =
        [".cs", ".razor", ".csproj", ".props", ".slnx", ".sql", ".js", ".css", ".json", ".yaml", ".yml", ".md", ".sh", ".txt", ".html", ".editorconfig", ".gitignore", ""];

    public static string Root { get; } = FindRoot();
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Walk(Root).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>Fails with all violations, each on its line.</summary>
    public static void Clean(IEnumerable<string> violations)
    {
        var all = string.Join('\n', violations);
        if (all != "") Assert.Fail(all);
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Heng.slnx"))) return folder;
        throw new InvalidOperationException("Heng.slnx is in none of the folders above the tests");
    }

    private static IEnumerable<SourceFile> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (Written.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != ".git")
                yield return new(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file).ReplaceLineEndings("\n"));
        foreach (var below in Directory.EnumerateDirectories(folder).Where(d => !Made.Contains(Path.GetFileName(d)) && d != Path.Combine(Root, "data")))
            foreach (var file in Walk(below)) yield return file;
    }
}
