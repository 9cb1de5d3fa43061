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
        using var files = new SentFiles(DataFolder.Make(Path.Combine(folder, "ingest")).FullName);
        foreach (var batch in database.Ingest.Waiting.Take(AtOnce)) files.Add(batch);
        if (files.Batches.Count == 0) return 0;
        try
        {
            using var run = new ImportRun(database, folder, time);
            // While this run has the turn nobody else writes a day.
            LiveShop[] fresh = [.. book.Open.Where(s => !s.IsStale)];
            run.Import([.. files.Written().Select(f => new ImportRequest(f.Path, new IntakeOptions(Kind: f.Format, FileName: Name(f)) { ExportedAt = f.Exported }, string.Join(", ", f.By)))]);
            foreach (var shop in fresh) shop.Imported();
        }
        catch (ImportBusyException)
        {
            return null;
        }
        database.Ingest.Forget(files.Batches);
        return files.Lines;
    }

    private static string Name(SentFile file) =>
        FormattableString.Invariant($"{file.Format} {ShopClock.Shanghai.ToLocal(file.First):yyyy-MM-dd HH:mm:ss} – {ShopClock.Shanghai.ToLocal(file.Last):HH:mm:ss}");
}
