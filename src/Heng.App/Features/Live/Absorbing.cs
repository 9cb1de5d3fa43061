using Heng.App.Features.Importing;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>
/// Brings what was sent among the records: as files, by the import that everything goes by. Then, and only then, it leaves the log. A message that was sent in two versions is two files, the
/// later one exported later. A sending that the import can not take is found by halving what failed, is kept beside with the reason, and holds nothing else up.
/// </summary>
public sealed partial class Absorbing(Database database, string folder, TimeProvider time, LiveBook book, ILogger<Absorbing> log)
{
    /// <summary>Batches that one import takes at most; the rest is the next one's. What failed is tried again in so many pieces.</summary>
    private const int AtOnce = 20_000, Pieces = 8;
    /// <summary>Of what the program says of a failure.</summary>
    private const int MostWords = 300;

    private readonly Lock turn = new();

    /// <summary>Another build may take what this one could not.</summary>
    public static string Build { get; } = string.Join('-', new[] { typeof(Absorbing), typeof(IntakeFile), typeof(Database), typeof(Instant) }.Select(t => t.Module.ModuleVersionId.ToString("N")[..8]));

    /// <summary>Whether what another build set aside was tried again.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Since when what waits can not be imported at all, for a reason that is not its own; null while it can.</summary>
    public Instant? FailingSince { get; private set; }

    /// <summary>How many lines were imported; null where another import is at work.</summary>
    public long? Run()
    {
        // One at a time: two would find the same sending at fault, and tell of it twice.
        lock (turn) return RunAlone();
    }

    private long? RunAlone()
    {
        // What another build set aside is tried once by this one.
        if (!HasBegun) database.Ingest.TryAgain(exceptOf: Build);
        HasBegun = true;
        var numbers = database.Ingest.Numbers(AtOnce);
        if (numbers.Count == 0) return 0;
        var (before, aside) = (new Dictionary<string, Instant>(StringComparer.Ordinal), new List<long>());
        try
        {
            var lines = Bring(numbers, before, aside);
            FailingSince = null;
            return lines;
        }
        catch (ImportBusyException)
        {
            return null;
        }
        catch
        {
            FailingSince ??= Now;
            throw;
        }
        finally
        {
            if (aside.Count > 0) AsideTold.Tell(database, aside, Now);
        }
    }

    private long Bring(IReadOnlyList<long> numbers, Dictionary<string, Instant> before, List<long> aside)
    {
        var (lines, fault) = Import(numbers, before);
        if (fault is null) return lines;
        if (numbers.Count > 1) return numbers.Chunk((numbers.Count + Pieces - 1) / Pieces).Sum(piece => Bring(piece, before, aside));
        var (code, words) = fault.Value;
        database.Ingest.SetAside(numbers[0], code, words.Length > MostWords ? words[..MostWords] : words, Build, Now);
        SetAside(log, numbers[0], code, words);
        aside.Add(numbers[0]);
        return 0;
    }

    /// <summary>How many lines were imported, or what is wrong with some of them: then all of them wait still, and may be imported again.</summary>
    private (long Lines, (string Code, string Words)? Fault) Import(IReadOnlyList<long> numbers, Dictionary<string, Instant> before)
    {
        using var run = new ImportRun(database, folder, time);
        // What another import left behind is no fault of these.
        run.Recover();
        // While this run has the turn nobody else writes a day.
        LiveShop[] fresh = [.. book.Open.Where(s => !s.IsStale)];
        try
        {
            using var files = new SentFiles(DataFolder.Make(Path.Combine(folder, "ingest")).FullName, before);
            foreach (var batch in database.Ingest.These(numbers)) files.Add(batch);
            var written = files.Written();
            var reports = run.Import([.. written.Select(f => new ImportRequest(f.Path, new IntakeOptions(Kind: f.Format, FileName: Name(f)) { ExportedAt = f.Exported }, string.Join(", ", f.By)))]);
            foreach (var shop in fresh) shop.Imported();
            if (FaultIn(reports, files.Lines) is { } fault) return (0, fault);
            foreach (var file in written) before[file.Format] = file.Exported;
            database.Ingest.Forget(numbers);
            return (files.Lines, null);
        }
#pragma warning disable CA1031 // Whatever a sending does to its import: it is set aside, with what was said, and the others go on.
        catch (Exception e) when (!Trouble.Passes(e))
        {
            return (0, ("import-failed", $"{e.GetType().Name}: {e.Message}"));
        }
#pragma warning restore CA1031
    }

    /// <summary>All was accepted once: what is not read back whole did not stay as it was.</summary>
    private static (string Code, string Words)? FaultIn(IReadOnlyList<ImportReport> reports, long lines)
    {
        if (reports.FirstOrDefault(r => r.Refused is not null) is { Refused: { } refused }) return (refused.Code, refused.Message.En);
        if (reports.SelectMany(r => r.FirstRejected).FirstOrDefault() is { Reason: { } reason }) return (reason[..Math.Max(0, reason.IndexOf(':', StringComparison.Ordinal))], reason);
        var read = reports.Sum(r => r.Counts.Read);
        return read == lines ? null : ("lines-missing", FormattableString.Invariant($"{read} of {lines} lines were read"));
    }

    private static string Name(SentFile file) =>
        FormattableString.Invariant($"{file.Format} {ShopClock.Shanghai.ToLocal(file.First):yyyy-MM-dd HH:mm:ss} – {ShopClock.Shanghai.ToLocal(file.Last):HH:mm:ss}");

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    [LoggerMessage(Level = LogLevel.Error, Message = "sending {Number} could not be imported and is set aside: {Code}, {Words}")]
    private static partial void SetAside(ILogger log, long number, string code, string words);
}
