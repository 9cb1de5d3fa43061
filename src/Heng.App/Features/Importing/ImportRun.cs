using System.Globalization;
using System.Security.Cryptography;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Facts;
using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>
/// Imports files and settles what they changed. One run at a time in a data folder; a run that was cut off is settled by the next.
/// Read = accepted + rejected + duplicate + dropped, or the run stops: a row that vanishes is our mistake.
/// </summary>
public sealed class ImportRun : IDisposable
{
    private const int TurnsWaited = 40;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);
    private readonly Database database;
    private readonly string folder;
    private readonly TimeProvider time;
    private readonly FileStream turn;
    private readonly Changes changes = new();
    private readonly List<long> stopped = [];

    /// <exception cref="ImportBusyException">Another import runs in this data folder.</exception>
    public ImportRun(Database database, string folder, TimeProvider time)
    {
        (this.database, this.folder, this.time) = (database, folder, time);
        turn = ImportTurn.Take(folder);
    }

    /// <summary>For what a person decides on a page: an import that is at work is waited for some ten seconds. Null where it is at work still.</summary>
    public static ImportRun? WhenFree(Database database, string folder, TimeProvider time)
    {
        for (var waited = 0; ; waited++)
        {
            try
            {
                return new(database, folder, time);
            }
            catch (ImportBusyException) when (waited < TurnsWaited)
            {
                Thread.Sleep(Turn);
            }
            catch (ImportBusyException)
            {
                return null;
            }
        }
    }

    /// <summary>Files of people first, then as given; the result is the same in any order, this one is only quicker.</summary>
    public IReadOnlyList<ImportReport> Import(IReadOnlyList<ImportRequest> requests, Action<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        // By place and not by request: one file may be named twice.
        var reports = new ImportReport?[requests.Count];
        // A dry run changes nothing, not even what a cut-off run left.
        if (requests.Any(r => !r.DryRun)) Recover();
        try
        {
            foreach (var i in Enumerable.Range(0, requests.Count).OrderBy(i => HoldsPeople(requests[i]) ? 0 : 1))
                reports[i] = One(requests[i], progress ?? (_ => { }), cancel);
        }
        finally
        {
            // Also after a failure or a cancel: days that were written are counted.
            Settle(progress ?? (_ => { }));
            long[] done = [.. reports.OfType<ImportReport>().Select(r => r.Import).Where(i => i > 0)];
            database.Imports.MarkDone(done);
            database.Imports.MarkFailed(stopped);
            if (done.Length + stopped.Count > 0) ImportLog.Note(database, done.Concat(stopped), Now(), requests[0].By);
        }
        return [.. reports.OfType<ImportReport>()];
    }

    /// <summary>Keeps what somebody entered by hand, and settles what it changes; in the history it stands as a file of that format would.</summary>
    public void Keep(string name, string format, string by, Action<ImportSource, Changes> put)
    {
        Recover();
        var import = database.Imports.Begin(null, name, format, "", 0, Now(), Now(), by);
        try
        {
            put(new(import, Now()), changes);
            database.Imports.Finish(import, new(1, 1, 0, 0, 0), [], Now(), ImportFile.Settling);
            Settle(_ => { });
            database.Imports.MarkDone([import]);
        }
        finally
        {
            database.Imports.MarkFailed([import]);
            ImportLog.Note(database, [import], Now(), by);
        }
    }

    public void Dispose() => turn.Dispose();

    private ImportReport One(ImportRequest request, Action<ImportProgress> progress, CancellationToken cancel)
    {
        using var opening = IntakeFile.Open(request.Path, request.Options with { Now = Now(), KnownAccounts = database.People.Roster.Accounts });
        if (opening is Refused refused) return Refuse(request, null, refused.Refusal);
        var file = (Opened)opening;
        if (request.Replace is not null && file.Format.Holds != Holding.Messages) return Refuse(request, file.Format, OnlyMessagesReplace);
        if (file.Format.IsSecret && !request.BringsAccounts) return Refuse(request, file.Format, AccountsByHr);
        var sha = Task.Run(() => Sha256(request.Path), CancellationToken.None);
        var import = request.DryRun ? 0 : database.Imports.Begin(
            file.Shop is { } name ? database.Shops.GetOrAdd(name).Id : null, request.Name, file.Format.Id, "", file.BytesTotal, file.ExportedAt, Now(), request.By);
        using var rejected = new RejectedSpool(Path.Combine(folder, "rejected"));
        var counts = new Tally(0, DroppedRows.None, default);
        // Running until what a stopped file had written is settled: a kill in between is then made good by the next run.
        var state = ImportFile.Running;
        var seen = false;
        try
        {
            counts = file.Format.Holds == Holding.Messages
                ? Messages(request, file, new(import, file.ExportedAt), rejected, progress, cancel)
                : Records(request, file, new(import, file.ExportedAt), rejected, progress, cancel);
            seen = database.Imports.Same(sha.GetAwaiter().GetResult()).Count > 0;
            state = ImportFile.Settling;
        }
        finally
        {
            if (!request.DryRun) database.Imports.Finish(import, counts.With(rejected.Count), rejected.All(), Now(), state, state == ImportFile.Running ? null : sha.Result);
            if (state == ImportFile.Running) stopped.Add(import);
        }
        var balanced = counts.With(rejected.Count);
        if (!balanced.Balance) throw new InvalidOperationException($"{request.Name}: {balanced} does not balance");
        return new(request.Name, file.Format, null, import, balanced, rejected.First, counts.From, counts.To, seen)
        {
            Dropped = counts.Dropped.ByName,
            Notices = Notices.Of(counts.From, counts.To, counts.Merged, counts.Odd ?? new([], [], [], [], [])),
        };
    }

    /// <summary>Nothing of the file is taken; that it came, and why not, stays in the history.</summary>
    private ImportReport Refuse(ImportRequest request, Format? format, Refusal why)
    {
        if (!request.DryRun) database.Imports.Refuse(request.Name, RejectedSpool.Reason(why.Code, why.Message), string.Join(", ", why.Details), Now(), request.By);
        return new(request.Name, format, why, 0, default, [], null, null, false);
    }

    private Tally Messages(ImportRequest request, Opened file, ImportSource source, RejectedSpool rejected, Action<ImportProgress> progress, CancellationToken cancel)
    {
        var clocks = new Dictionary<string, ShopClock>(StringComparer.Ordinal);
        using var spool = new MessageSpool(folder, shop => clocks.TryGetValue(shop, out var clock) ? clock : clocks[shop] = ClockOf(shop));
        using var spooling = new Spooling(spool);
        long read = 0, told = 0;
        var dropped = new DroppedRows();
        foreach (var batch in file.Batches())
        {
            read += batch.Rows;
            spooling.Add(batch.Messages);
            foreach (var row in batch.Others)
            {
                if (row.Outcome == Outcome.Rejected) rejected.Add(row);
                else dropped.Add(row);
            }
            if (read - told < 50_000) continue;
            told = read;
            Report(request, file, progress, cancel);
        }
        spooling.Complete();
        if (file is { Shop: { } name, Day: { } day } && spool.Count == 0 && !request.DryRun) Empty(name, day);
        var days = spool.Days.Select(d => d.Day).ToList();
        var import = new MessageImport(database, database.People.Roster) { Replaced = request.Replace is { } replaced && file.Shop is { } of ? (of, replaced) : null };
        var counts = request.DryRun
            ? import.Compare(spool, source)
            : import.Absorb(spool, source, changes, (done, of) => progress(new(request.Name, ImportPhase.Writing, done, of)));
        return new(read, dropped, counts) { From = days.Count > 0 ? days.Min() : file.Day, To = days.Count > 0 ? days.Max() : file.Day };
    }

    private Tally Records(ImportRequest request, Opened file, ImportSource source, RejectedSpool rejected, Action<ImportProgress> progress, CancellationToken cancel)
    {
        long read = 0;
        var dropped = new DroppedRows();
        var records = new List<object>();
        foreach (var row in file.Rows())
        {
            read++;
            if (row.Outcome == Outcome.Accepted) records.Add(row.Record!);
            else if (row.Outcome == Outcome.Rejected) rejected.Add(row);
            else dropped.Add(row);
            if (read % 10_000 == 0) Report(request, file, progress, cancel);
        }
        if (records.Count == 0 && read == 0 && !request.DryRun) Nothing(file);
        var whole = file.Format.Whole(records);
        dropped.Add(Format.RowJoined, records.Count - whole.Count);
        var import = new RecordImport(database, source, new(folder, makes: !request.DryRun)) { CoversOwnDays = file.CoversOwnDays };
        var counts = request.DryRun ? import.Compare(file.Format.Holds, whole) : import.Merge(file.Format.Holds, whole, changes);
        return new(read, dropped, counts)
        {
            From = import.Span?.First ?? (file.Format.OfDays ? file.Day : null), To = import.Span?.Last ?? (file.Format.OfDays ? file.Day : null),
            Odd = OddIn(whole, database.People.Roster) with { DoubtfulRates = file.DoubtfulRates, NamedTwice = RecordImport.NamedTwice(whole), Overlapping = RecordImport.Overlapping(database, whole) },
        };
    }

    private Oddities OddIn(IReadOnlyList<object> records, Roster roster) => new(RecordImport.UnknownPeople(records, roster), RecordImport.SharedAccounts(records, roster), UnknownItems(records), UnknownOrders(records), RecordImport.SharedReports(records, roster));

    private IReadOnlyList<string> UnknownOrders(IReadOnlyList<object> records) => records.OfType<Refund>().Any() ? RecordImport.UnknownOrders(database, records.OfType<Refund>()) : [];

    /// <summary>Items with marks that no plan in force has; where none is published nothing is said.</summary>
    private IReadOnlyList<string> UnknownItems(IReadOnlyList<object> records)
    {
        var named = records.OfType<Entry>().Select(e => e.Item).ToHashSet(StringComparer.Ordinal);
        if (named.Count == 0 || PublishedPlans.InForce(database, ShopCatalogue.Latest(database)) is not { Count: > 0 } files) return [];
        return [.. named.Except(files.SelectMany(f => f.Plans).SelectMany(p => p.Items).Select(i => i.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private void Empty(string shop, DateOnly day)
    {
        Cover(shop, Source.Chat, day);
        changes.Touch(shop, day);
    }

    /// <summary>A header without rows says that nothing happened on the days that the file is about.</summary>
    private void Nothing(Opened file)
    {
        if (RecordImport.Covers(file.Format.Holds) is not { } source) return;
        if (file is { Shop: { } name, Day: { } day, Format.OfDays: true }) Cover(name, source, day);
        else if (file.Period is var (from, to)) database.Coverage.Add(database.Shops.GetOrAdd(file.Shop ?? "").Id, source, from, to);
    }

    private void Cover(string shop, Source source, DateOnly day) => database.Coverage.Add(database.Shops.GetOrAdd(shop).Id, source, day, day);

    private void Settle(Action<ImportProgress> progress)
    {
        var roster = database.People.Roster;
        Refold.Run(database, roster, changes, (done, of) => progress(new("", ImportPhase.Settling, done, of)));
        foreach (var (shop, span) in changes.Spans.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            progress(new(shop, ImportPhase.Settling, 0, 0));
            new Settlement(database, database.Shops.GetOrAdd(shop), roster).Run(span.First, span.Last);
        }
    }

    /// <summary>
    /// A run that ended without a word left days saved and not settled, and after a change of people days not folded. They are marked only when that is made good, for this run too may be cut
    /// off. Every import begins with it.
    /// </summary>
    public void Recover()
    {
        var cut = database.Imports.All().Where(i => i.State is ImportFile.Running or ImportFile.Settling).ToList();
        if (cut.Count == 0) return;
        if (cut.Any(i => Formats.Find(i.Format) is null or { Holds: Holding.People or Holding.Roster or Holding.BuyerAliases or Holding.Bindings or Holding.Corrections })) changes.Fold(Fold.Everything);
        else Refold.Touch(database, changes);
        Settle(_ => { });
        database.Imports.MarkDone([.. cut.Select(i => i.Id)]);
        database.Imports.MarkFailed([.. cut.Select(i => i.Id)]);
        ImportLog.Note(database, cut.Select(i => i.Id), Now(), cut[0].By);
        changes.Clear();
    }

    private static readonly Refusal OnlyMessagesReplace = new(
        "replace-messages-only", new("--replace 只用于聊天记录；其他记录按编号合并", "--replace is for messages only; other records merge by their keys"), []);

    private static readonly Refusal AccountsByHr = new("role-may-not", new("收款账户由人事导入", "bank accounts are brought by HR"), []);

    private ShopClock ClockOf(string shop) =>
        database.Shops.Find(shop) is { } known ? database.RuleSets.Current(known.Id, DateOnly.MaxValue).Clock : RuleSet.Default.Clock;

    private static void Report(ImportRequest request, Opened file, Action<ImportProgress> progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        progress(new(request.Name, ImportPhase.Reading, file.BytesRead, file.BytesTotal));
    }

    private static bool HoldsPeople(ImportRequest request)
    {
        using var opening = IntakeFile.Open(request.Path, request.Options);
        return opening is Opened { Format.Holds: Holding.People };
    }

    private static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>What a file held, and what the merge made of the accepted rows.</summary>
    private readonly record struct Tally(long Read, DroppedRows Dropped, MergeCounts Merged)
    {
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public Oddities? Odd { get; init; }
        public ImportCounts With(long rejected) => new(Read, Merged.Accepted, rejected, Merged.Duplicate, Dropped.Count);
    }
}
