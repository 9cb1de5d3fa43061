using System.Text;
using Heng.Engine.Explanation;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>Keeps rejected rows on disk while a file is read, for a file of any size may be wrong in every row.</summary>
public sealed class RejectedSpool : IDisposable
{
    private const int Shown = 20;
    private readonly FileStream file;
    private readonly BinaryWriter writer;
    private readonly List<RejectedRow> first = [];

    public RejectedSpool(string folder)
    {
        DataFolder.Make(folder);
        file = new FileStream(Path.Combine(folder, $"rejected-{Guid.NewGuid():N}.bin"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
    }

    public long Count { get; private set; }
    public IReadOnlyList<RejectedRow> First => first;

    /// <summary>How a reason is kept: its code and its words in both languages.</summary>
    public static string Reason(string code, Wording words) => $"{code}: {words.Zh} / {words.En}";

    public void Add(in Row row)
    {
        var rejected = new RejectedRow(row.Line, Reason(row.Reason!.Code, row.Reason.Words), row.Raw ?? "");
        if (first.Count < Shown) first.Add(rejected);
        Count++;
        writer.Write(rejected.Line);
        writer.Write(rejected.Reason);
        writer.Write(rejected.Raw);
    }

    public IEnumerable<RejectedRow> All()
    {
        writer.Flush();
        file.Position = 0;
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        for (long i = 0; i < Count; i++) yield return new(reader.ReadInt64(), reader.ReadString(), reader.ReadString());
    }

    public void Dispose()
    {
        writer.Dispose();
        file.Dispose();
    }
}
