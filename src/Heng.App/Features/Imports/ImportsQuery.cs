using Heng.App.Features.Exports;
using Heng.App.Features.Importing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Intake.Mapping;
using Heng.Store;

namespace Heng.App.Features.Imports;

/// <summary>Fills the import pages: the form, what was imported, a running job, and rejected rows. Maps are the YAML files in the data folder's maps.</summary>
public sealed class ImportsQuery(Database database, ViewerFor viewers, ImportJobs jobs)
{
    private const int RowsShown = 200;

    public Task<Seen<ImportsView>> Past(int page, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Imports(viewer)) return Task.FromResult(Seen<ImportsView>.Forbidden);
        var past = database.Imports.All();
        var rows = jobs.Unfinished.Select(RowOf).Concat(past.Where(f => f.State != Store.ImportFile.Running).Select(RowOf)).ToList();
        Seen<ImportsView> view = new ImportsView(
            [.. database.Shops.All.Select(s => s.Name)], [.. Formats.All.Select(f => new ImportKind(f.Id, f.Name))], [.. Maps().Select(m => Path.GetFileName(m)!)],
            Paging.Of(rows, page, ImportsView.PageSize), rows.Count, Paging.Held(page, rows.Count, ImportsView.PageSize)) { Aside = [.. database.Ingest.Aside.Select(RowOf)] };
        return Task.FromResult(view);
    }

    /// <summary>What was set aside is imported with what is sent next; false for who may not.</summary>
    public Task<bool> TryAgain(HttpContext context)
    {
        var may = viewers(context) is { } viewer && Rights.Imports(viewer);
        if (may) database.Ingest.TryAgain();
        return Task.FromResult(may);
    }

    public Task<Seen<ImportView>> One(string id, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Imports(viewer)) return Task.FromResult(Seen<ImportView>.Forbidden);
        Seen<ImportView> seen = jobs.Find(id) is { } job ? ViewOf(job, viewer) : FileOf(id) is { } file ? ViewOf(file, viewer) : Seen<ImportView>.NotFound;
        return Task.FromResult(seen);
    }

    public async Task<(string? Id, ImportRefusal Refused)> Start(Upload upload, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Imports(viewer)) return (null, ImportRefusal.NotAllowed);
        if (upload.Kind is { } kind && Formats.Find(kind) is null) return (null, ImportRefusal.UnknownKind);
        if (upload.Files.Sum(f => f.Length) > ImportsView.Largest) return (null, ImportRefusal.TooLarge);
        var days = upload.Days is { } said ? SaidDays.Of(said) : null;
        if (upload.Days is not null && days is null) return (null, ImportRefusal.DaysUnreadable);
        var exported = upload.ExportedAt is { } made ? SaidDays.InstantOf(made) : null;
        if (upload.ExportedAt is not null && exported is null) return (null, ImportRefusal.TimeUnreadable);
        var map = upload.Map is { } name && Maps().FirstOrDefault(m => Path.GetFileName(m) == name) is { } path ? MessageMap.Read(await File.ReadAllTextAsync(path)).Map : null;
        var shop = upload.Shop.Trim();
        var options = new IntakeOptions(shop.Length > 0 ? shop : null, upload.Kind, map, days?.From) { LastDay = days?.To, ExportedAt = exported, Accounts = AccountsIn(upload.Accounts), Buyer = upload.Buyer };
        return (await jobs.Start(upload, options, viewer.Name, Rights.BringsAccounts(viewer)), ImportRefusal.None);
    }

    private static readonly char[] BetweenAccounts = [',', '，', '、', ';', '；'];

    private static IReadOnlyList<string> AccountsIn(string? typed) =>
        typed is null ? [] : typed.Split(BetweenAccounts, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public Task<bool> Cancel(string id, HttpContext context)
    {
        var may = viewers(context) is { } viewer && Rights.Imports(viewer);
        if (may) jobs.Find(id)?.Cancel.Cancel();
        return Task.FromResult(may);
    }

    /// <summary>Every rejected row of an import, for download.</summary>
    public Seen<ExportSheet> Rejected(string id, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Imports(viewer)) return Seen<ExportSheet>.Forbidden;
        if (jobs.Find(id) is { } job) return Sheet(job.Reports.SelectMany(r => database.Imports.Rejected(r.Import).Select(row => (r.Name, Shown(row, r.Format, viewer)))));
        return FileOf(id) is { } file ? Sheet(database.Imports.Rejected(file.Id).Select(row => (file.Name, Shown(row, Formats.Find(file.Format), viewer)))) : Seen<ExportSheet>.NotFound;

        ExportSheet Sheet(IEnumerable<(string File, Store.RejectedRow Row)> rows) =>
            new($"rejected-{id}", ["file", "line", "reason", "raw"], [.. rows.Select(r => (IReadOnlyList<object?>)[r.File, r.Row.Line, r.Row.Reason, r.Row.Raw])]);
    }

    private static Store.RejectedRow Shown(Store.RejectedRow row, Format? format, Viewer viewer) =>
        format is not { HoldsPay: true } || Rights.SeesEverybodysPay(viewer) ? row : row with { Raw = string.Concat(row.Raw.Select(c => char.IsDigit(c) ? '*' : c)) };

    private Store.ImportFile? FileOf(string id) => long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number) ? database.Imports.Find(number) : null;

    private string[] Maps() => Directory.Exists(Path.Combine(jobs.Folder, "maps")) ? Directory.GetFiles(Path.Combine(jobs.Folder, "maps"), "*.yaml") : [];

    private ImportView ViewOf(ImportJob job, Viewer viewer)
    {
        var files = job.Reports.Select(r => new ImportFile(r.Name, r.Refused is { } refused ? Joined(refused) : r.Format!.Name, Of(r.Counts), r.Refused is not null)).ToList();
        var rejected = job.Reports.SelectMany(r => r.FirstRejected.Select(row => RowOf(r.Name, Shown(row, r.Format, viewer)))).Take(RowsShown).ToList();
        return new(RowOf(job), job.Progress.Done, job.Progress.Of, files, rejected, job.Failure ?? Refused(files), job.State is ImportState.Waiting or ImportState.Running)
        {
            Effects = [.. job.Reports.Where(r => r.From is not null).Select(r => new Wording($"{r.Name}：{r.From:yyyy-MM-dd} 至 {r.To:yyyy-MM-dd}", $"{r.Name}: {r.From:yyyy-MM-dd} to {r.To:yyyy-MM-dd}"))],
        };
    }

    private ImportView ViewOf(Store.ImportFile file, Viewer viewer)
    {
        var rows = database.Imports.Rejected(file.Id);
        var view = new ImportView(RowOf(file), 1, 1, [new(file.Name, FormatName(file.Format), Of(file.Counts))], [], null, false);
        if (file.State != Store.ImportFile.Refused) return view with { Rejected = [.. rows.Take(RowsShown).Select(r => RowOf(file.Name, Shown(r, Formats.Find(file.Format), viewer)))] };
        var (why, details) = (WordsOf(rows[0]), rows[0].Raw.Length == 0 ? "" : $" ({rows[0].Raw})");
        return view with { Failure = new(why.Zh + details, why.En + details) };
    }

    /// <summary>Of several files, how many were refused and which; of one, why.</summary>
    private static Wording? Refused(List<ImportFile> files)
    {
        var refused = files.Where(f => f.Refused).ToList();
        if (refused.Count == 0) return null;
        if (files.Count == 1) return refused[0].Format;
        return new(
            $"{files.Count} 个文件中有 {refused.Count} 个未接收：{string.Join("；", refused.Select(f => $"{f.Name}：{f.Format.Zh}"))}",
            $"{refused.Count} of {files.Count} files were refused: {string.Join("; ", refused.Select(f => $"{f.Name}: {f.Format.En}"))}");
    }

    private static ImportRow RowOf(ImportJob job)
    {
        var counts = job.Reports.Aggregate(new ImportCounts(0, 0, 0, 0, 0), (sum, r) => new(
            sum.Read + r.Counts.Read, sum.Accepted + r.Counts.Accepted, sum.Rejected + r.Counts.Rejected, sum.Duplicate + r.Counts.Duplicate, sum.Dropped + r.Counts.Dropped));
        var kinds = job.Reports.Select(r => r.Format?.Name).OfType<Wording>().Distinct().ToList();
        return new(job.Id, ShopClock.Shanghai.ToLocal(new(job.StartedAt.ToUnixTimeSeconds())), job.By, job.Requests[0].Options.Shop ?? "", string.Join("、", job.Requests.Select(r => r.Name)),
            kinds.Count switch { 1 => kinds[0], > 1 => new("多种", "several kinds"), _ when job.State is ImportState.Waiting or ImportState.Running => new("识别中", "being recognised"), _ => FormatName("") }, job.State, counts);
    }

    private ImportRow RowOf(Store.ImportFile file) => new(
        file.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ShopClock.Shanghai.ToLocal(file.StartedAt), file.By, file.Shop is { } shop ? database.Shops.Find(shop)?.Name ?? "" : "",
        file.Name, FormatName(file.Format), file.State switch { Store.ImportFile.Failed => ImportState.Failed, Store.ImportFile.Refused => ImportState.Refused, _ => ImportState.Done }, Of(file.Counts));

    private static AsideRow RowOf(AsideBatch batch) => new(batch.Id, ShopClock.Shanghai.ToLocal(new(batch.ReceivedMicros / 1_000_000)), batch.By, FormatName(batch.Format), batch.Lines, batch.Code, batch.Words);

    private static RejectedRow RowOf(string file, Store.RejectedRow row) => new(file, row.Line, WordsOf(row), row.Raw.Length > 300 ? row.Raw[..300] + "…" : row.Raw);

    // The stored reason holds code and words of both languages: code: zh / en.
    private static Wording WordsOf(Store.RejectedRow row)
    {
        var words = row.Reason[(row.Reason.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(" / ", 2);
        return new(words[0], words[^1]);
    }

    private static Wording Joined(Refusal refusal)
    {
        var details = refusal.Details.Count == 0 ? "" : " (" + string.Join(", ", refusal.Details.Take(20)) + ")";
        return new(refusal.Message.Zh + details, refusal.Message.En + details);
    }

    private static Wording FormatName(string id) => id.Length == 0 ? new("未识别", "not recognised") : id == Unmatched.Binding.Format ? Unmatched.Binding.FormatName : Formats.Find(id)?.Name ?? new(id, id);
    private static ImportCounts Of(Store.ImportCounts c) => new(c.Read, c.Accepted, c.Rejected, c.Duplicate, c.Dropped);
}
