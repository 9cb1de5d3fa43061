using Heng.App.Features.Importing;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>
/// Brings what was sent among the records: as files, by the import that everything goes by. Then, and only then, it leaves the log. A message that was sent in two versions is two files, the
/// later one exported later.
/// </summary>
public sealed class Absorbing(Database database, string folder, TimeProvider time, LiveBook book)
{
    /// <summary>Batches that one import takes at most; the rest is the next one's.</summary>
    private const int AtOnce = 20_000;

    /// <summary>How many lines were imported; null where another import is at work.</summary>
    public long? Run()
    {
        var waiting = database.Ingest.After(0, AtOnce);
        if (waiting.Count == 0) return 0;
        var files = new List<(string Path, string Format, IngestBatch First, IngestBatch Last, string By)>();
        var into = DataFolder.Make(Path.Combine(folder, "ingest")).FullName;
        try
        {
            foreach (var format in waiting.GroupBy(b => b.Format, StringComparer.Ordinal))
                foreach (var group in format.Key == IngestFormats.Messages ? WithoutTwoVersions([.. format]) : [.. format.GroupBy(b => b.Received).Select(g => g.ToList())])
                    files.Add((Written(into, files.Count, format.Key, group), format.Key, group[0], group[^1], string.Join(", ", group.Select(b => b.By).Distinct(StringComparer.Ordinal))));
            using var run = new ImportRun(database, folder, time);
            // While this run has the turn nobody else writes a day.
            LiveShop[] fresh = [.. book.Open.Where(s => !s.IsStale)];
            run.Import([.. files.Select(f => new ImportRequest(f.Path, Options(f.Format, f.First, f.Last), f.By))]);
            foreach (var shop in fresh) shop.Imported();
        }
        catch (ImportBusyException)
        {
            return null;
        }
        finally
        {
            foreach (var file in files) File.Delete(file.Path);
        }
        database.Ingest.Forget([.. waiting.Select(b => b.Id)]);
        return waiting.Sum(b => (long)b.Lines);
    }

    private static IntakeOptions Options(string format, IngestBatch first, IngestBatch last) => new(Kind: format, FileName: Name(format, first, last)) { ExportedAt = last.Received };

    private static string Name(string format, IngestBatch first, IngestBatch last) =>
        FormattableString.Invariant($"{format} {ShopClock.Shanghai.ToLocal(first.Received):yyyy-MM-dd HH:mm:ss} – {ShopClock.Shanghai.ToLocal(last.Received):HH:mm:ss}");

    private static string Written(string into, int number, string format, IReadOnlyList<IngestBatch> batches)
    {
        var path = Path.Combine(into, FormattableString.Invariant($"{number}.{(format == IngestFormats.Messages ? "ndjson" : "csv")}"));
        using var file = File.Create(path);
        IngestFormats.Join(file, format, batches);
        return path;
    }

    /// <summary>Batches one behind the other, parted where one says a message otherwise that an earlier one of the group has.</summary>
    private static List<List<IngestBatch>> WithoutTwoVersions(IReadOnlyList<IngestBatch> batches)
    {
        var groups = new List<List<IngestBatch>>();
        var said = new Dictionary<(string Shop, string Id), Message>();
        foreach (var batch in batches)
        {
            Message[] identified = [.. Messages(IngestFormats.BlockOf(batch)).Where(m => m.PlatformId is not null).Select(m => m with { Sequence = 0 })];
            if (groups.Count == 0 || identified.Any(m => said.TryGetValue((m.Shop, m.PlatformId!), out var before) && before != m))
            {
                groups.Add([]);
                said.Clear();
            }
            groups[^1].Add(batch);
            foreach (var message in identified) said[(message.Shop, message.PlatformId!)] = message;
        }
        return groups;
    }

    private static IEnumerable<Message> Messages(MessageBlock block)
    {
        for (var place = 0; place < block.Length;) yield return Read(block, ref place);
    }

    private static Message Read(MessageBlock block, ref int place)
    {
        var packed = block.At(ref place);
        return packed.Read(block.Shops[packed.Head.Shop]);
    }
}
