using System.Security.Cryptography;
using System.Text.Json;

namespace Heng.App.Features.Sending;

/// <summary>
/// How far each file of a folder was sent, kept beside them in <c>.heng-send.json</c>: rows of a table, bytes of a file of lines. A file that begins otherwise than it did, or is shorter, is
/// another one and is sent from its start; what was sent before is a duplicate and counts once.
/// </summary>
public sealed class SendState
{
    public const string Name = ".heng-send.json";
    private const int HeadBytes = 4096;
    private readonly string path;
    private readonly Dictionary<string, Sent> files;

    public SendState(string folder)
    {
        path = Path.Combine(folder, Name);
        files = File.Exists(path) ? Read(path) : new(StringComparer.Ordinal);
    }

    public long Of(string file) => files.TryGetValue(Path.GetFileName(file), out var sent) && new FileInfo(file).Length >= sent.Size && HeadOf(file, sent.Head.Length == 0 ? 0 : sent.HeadLength) == sent.Head ? sent.Done : 0;

    /// <summary>Lines of a file before <see cref="Of"/>, so that one is told by its place in the file.</summary>
    public long LinesOf(string file) => Of(file) > 0 ? files[Path.GetFileName(file)].Lines : 0;

    public void Reached(string file, long done, long lines)
    {
        var size = new FileInfo(file).Length;
        var head = (int)Math.Min(size, HeadBytes);
        files[Path.GetFileName(file)] = new(done, size, head, HeadOf(file, head)) { Lines = lines };
        // Whole or not at all: a state cut off half way would send everything again.
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(files));
        File.Move(path + ".new", path, overwrite: true);
    }

    private static Dictionary<string, Sent> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Sent>>(File.ReadAllText(path)) is { } known ? new(known, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return new(StringComparer.Ordinal);
        }
    }

    private static string HeadOf(string file, int length)
    {
        using var stream = File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var head = new byte[length];
        return Convert.ToHexStringLower(SHA256.HashData(head.AsSpan(0, stream.ReadAtLeast(head, length, throwOnEndOfStream: false))));
    }

    private sealed record Sent(long Done, long Size, int HeadLength, string Head)
    {
        public long Lines { get; init; }
    }
}
