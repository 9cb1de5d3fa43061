using System.Text;
using Heng.Store;

namespace Heng.App.Features.Connectors;

/// <summary>The rows of a window as the file that a person would have exported, so that they come in through the same door. Deleted when it is in.</summary>
internal sealed class AnswerFile : IDisposable
{
    public AnswerFile(string folder, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        DataFolder.Make(Path.Combine(folder, "pulls"));
        File = Path.Combine(folder, "pulls", $"{Guid.NewGuid():N}.csv");
        using var writer = new StreamWriter(DataFolder.Write(File), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        foreach (var row in rows.Prepend(header)) writer.Write(string.Join(',', row.Select(Quoted)) + "\n");
    }

    public string File { get; }

    public void Dispose() => System.IO.File.Delete(File);

    private static string Quoted(string? cell) => cell is null ? "" : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
