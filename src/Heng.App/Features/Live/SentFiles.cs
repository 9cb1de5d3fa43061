using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>Batches of one format, one behind the other.</summary>
internal sealed record SentFile(string Path, string Format, Instant First)
{
    public Instant Last { get; set; } = First;
    public SortedSet<string> By { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// What was sent, written as files for an import, a batch at a time. Messages are one file until a batch says one otherwise that the file has; records are a file for each second in which
/// they came. The files go with this.
/// </summary>
internal sealed class SentFiles(string folder) : IDisposable
{
    private readonly List<SentFile> files = [];
    private readonly List<long> batches = [];
    private readonly Dictionary<string, (SentFile File, FileStream Into)> open = new(StringComparer.Ordinal);
    private readonly NameNumbers names = new();
    private readonly Utf8Characters characters = new();
    private readonly Dictionary<(ulong Shop, UInt128 Id), ulong> said = [];

    public IReadOnlyList<long> Batches => batches;
    public long Lines { get; private set; }

    public void Add(IngestBatch batch)
    {
        batches.Add(batch.Id);
        Lines += batch.Lines;
        var others = batch.Format == IngestFormats.Messages ? SaysOtherwise(batch) : open.TryGetValue(batch.Format, out var known) && known.File.Last != batch.Received;
        if (others) Close(batch.Format);
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
        return files;
    }

    public void Dispose()
    {
        foreach (var file in Written()) File.Delete(file.Path);
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

    /// <summary>Whether a message is another than the open file has under its id; what the batch says is known from then on.</summary>
    private bool SaysOtherwise(IngestBatch batch)
    {
        var block = IngestFormats.BlockOf(batch);
        var ids = new List<((ulong, UInt128) Id, ulong Content)>();
        for (var place = 0; place < block.Length;)
            if (block.At(ref place) is var message && message.HasId)
                ids.Add(((MergeHash.OfName(block.Shops[message.Head.Shop]), MergeHash.Key(characters.Of(message.Id))), ContentOf(message)));
        var otherwise = ids.Exists(m => said.TryGetValue(m.Id, out var before) && before != m.Content);
        if (otherwise) said.Clear();
        foreach (var (id, content) in ids) said[id] = content;
        return otherwise;
    }

    private ulong ContentOf(PackedMessage message) =>
        MergeHash.Content(HashOf(message.Buyer), HashOf(message.Account), message.HasTarget ? HashOf(message.Target) : 0, message.At, message.Head.From, message.Head.Kind, characters.Of(message.Text));

    private ulong HashOf(ReadOnlySpan<byte> name) => names.HashOf(names.Of(name));
}
