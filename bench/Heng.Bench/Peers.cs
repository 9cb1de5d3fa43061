namespace Heng.Bench;

/// <summary>Where <c>bench/peers</c> is: up from the built program, else from where it was started.</summary>
internal static class Peers
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory())
        ?? throw new DirectoryNotFoundException("bench/peers is not beside this program");
    public static string Query => File.ReadAllText(Path.Combine(Folder, "fold.sql"));

    private static string? Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "bench", "peers") is var peers && File.Exists(Path.Combine(peers, "fold.sql"))) return peers;
        return null;
    }
}
