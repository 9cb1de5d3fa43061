using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Heng.App.Ui;

/// <summary>Where the built files lie and the address under which each may be kept for a year: the content's hash stands in it.</summary>
public static class Bundle
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>wwwroot is copied beside the program, so the working directory does not matter.</summary>
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    public static string Href(string path) => Known.GetOrAdd(path, static path =>
    {
        var file = Path.Combine(Root, path);
        if (!File.Exists(file)) return "/" + path;
        return $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..10]}";
    });
}
