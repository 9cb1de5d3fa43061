using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>Batches of one format, one behind the other.</summary>
internal sealed record SentFile(string Path, string Format, Instant First)
{
    public Instant Last { get; set; } = First;
    /// <summary>Later than of any file of its format before it, so that of two versions the one that came later stands though both came in one second.</summary>
    public Instant Exported { get; set; }
    public SortedSet<string> By { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// What was sent, written as files for an import, a batch at a time. What is of one format is one file until a batch says something otherwise that the file has. The files go with this. Earlier is
/// when the files of each format were exported that were imported just now.
/// </summary>
internal sealed class SentFiles(string folder, IReadOnlyDictionary<string, Instant> earlier) : IDisposable
{
    private readonly List<SentFile> files = [];
    private readonly List<long> batches = [];
    private readonly Dictionary<string, (SentFile File, FileStream Into)> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SentKeys> said = new(StringComparer.Ordinal);

    public IReadOnlyList<long> Batches => batches;
    public long Lines { get; private set; }

    public void Add(IngestBatch batch)
    {
        batches.Add(batch.Id);
        Lines += batch.Lines;
        if (SaysOtherwise(batch)) Close(batch.Format);
        var first = !open.TryGetValue(batch.Format, out var to);
        if (first) open[batch.Format] = to = Begun(batch);
        IngestFormats.Write(to.Into, batch, first);
        to.File.Last = batch.Received;
        to.File.By.Add(batch.By);
    }

    /// <summary>The files, complete.</summary>
    public IReadOnlyList<SentFile> Written()
    {
        foreach (var format in open.Keys.ToList()) Close(format);
        foreach (var format in files.GroupBy(f => f.Format, StringComparer.Ordinal))
        {
            Instant? before = earlier.TryGetValue(format.Key, out var at) ? at : null;
            foreach (var file in format) before = file.Exported = before is { } last && last >= file.Last ? last.Plus(1) : file.Last;
        }
        return files;
    }

    public void Dispose()
    {
        foreach (var format in open.Keys.ToList()) Close(format);
        foreach (var file in files) File.Delete(file.Path);
    }

    private (SentFile, FileStream) Begun(IngestBatch batch)
    {
        var file = new SentFile(Path.Combine(folder, FormattableString.Invariant($"{files.Count}.{(batch.Format == IngestFormats.Messages ? "ndjson" : "csv")}")), batch.Format, batch.Received);
        files.Add(file);
        return (file, File.Create(file.Path));
    }

    private void Close(string format)
    {
        if (open.Remove(format, out var of)) of.Into.Dispose();
    }

    /// <summary>Whether something is another than the open file has under its key; what the batch says is known from then on. A batch says nothing twice.</summary>
    private bool SaysOtherwise(IngestBatch batch)
    {
        if (!said.TryGetValue(batch.Format, out var known)) said[batch.Format] = known = new();
        if (!IngestFormats.SaysOtherwise(batch, known)) return false;
        known.Clear();
        _ = IngestFormats.SaysOtherwise(batch, known);
        return true;
    }
}
