using System.Collections.Concurrent;
using Heng.App.Features.Importing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Imports;

/// <summary>An import that was started on a page: its files, how far it is and how it ended. Kept while the server runs; the kept record is the import files'.</summary>
public sealed class ImportJob(string id, string by, IReadOnlyList<ImportRequest> requests)
{
    private int state = (int)ImportState.Waiting;

    public string Id => id;
    public string By => by;
    public IReadOnlyList<ImportRequest> Requests => requests;
    public DateTimeOffset StartedAt { get; init; }
    public CancellationTokenSource Cancel { get; } = new();
    public ImportState State
    {
        get => (ImportState)Volatile.Read(ref state);
        set => Volatile.Write(ref state, (int)value);
    }
    public Importing.ImportProgress Progress { get; set; }
    public IReadOnlyList<ImportReport> Reports { get; set; } = [];
    public Wording? Failure { get; set; }
}

/// <summary>Runs uploads one after another in the background; a page asks how far they are.</summary>
public sealed class ImportJobs(Database database, string folder, TimeProvider time, ILogger<ImportJobs> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, ImportJob> jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Folder => folder;
    public ImportJob? Find(string id) => jobs.GetValueOrDefault(id);
    public IEnumerable<ImportJob> Unfinished => jobs.Values.Where(j => j.State is ImportState.Waiting or ImportState.Running).OrderByDescending(j => j.StartedAt);

    public async Task<string> Start(Upload upload, IntakeOptions options, string by, bool bringsAccounts = false)
    {
        var id = "j" + Guid.NewGuid().ToString("N")[..12];
        var uploads = DataFolder.Make(Path.Combine(folder, "uploads", id)).FullName;
        var requests = new List<ImportRequest>();
        foreach (var (file, i) in upload.Files.Select((f, i) => (f, i)))
        {
            // The uploaded name is only ever told to the intake; on disk the file has a name of ours.
            var path = Path.Combine(uploads, $"{i}.upload");
            await using (var target = File.Create(path)) await file.CopyToAsync(target);
            requests.Add(new(path, options with { FileName = Path.GetFileName(file.FileName) }, by) { BringsAccounts = bringsAccounts });
        }
        var job = new ImportJob(id, by, requests) { StartedAt = time.GetUtcNow() };
        jobs[id] = job;
        // Asked for here, so that whoever came first has the first turn.
        var mine = turn.WaitAsync(job.Cancel.Token);
        _ = Task.Run(() => Run(job, uploads, mine));
        return id;
    }

    public void Dispose()
    {
        foreach (var job in jobs.Values) job.Cancel.Cancel();
        turn.Dispose();
    }

    private async Task Run(ImportJob job, string uploads, Task mine)
    {
        try
        {
            // Whoever is cancelled while waiting need not wait any longer.
            await mine;
            try
            {
                Import(job);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            job.State = ImportState.Cancelled;
        }
        catch (ImportBusyException)
        {
            var at = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
            foreach (var request in job.Requests) database.Imports.Refuse(request.Name, RejectedSpool.Reason("import-busy", Busy), "", at, job.By);
            job.Failure = Busy;
            job.State = ImportState.Refused;
        }
        catch (Exception e)
        {
            log.LogError(e, "import {Job} failed", job.Id);
            job.Failure = new("导入失败，已写入的整天有效，其余没有变", "The import failed; whole days that were written stand, nothing else changed");
            job.State = ImportState.Failed;
        }
        finally
        {
            Directory.Delete(uploads, recursive: true);
        }
    }

    private void Import(ImportJob job)
    {
        job.State = ImportState.Running;
        using var run = new ImportRun(database, folder, time);
        job.Reports = run.Import(job.Requests, progress => job.Progress = progress, job.Cancel.Token);
        var refused = job.Reports.Count(r => r.Refused is not null);
        job.State = refused == 0 ? ImportState.Done : refused == job.Reports.Count ? ImportState.Refused : ImportState.Partly;
    }

    private static readonly Wording Busy = new("另一个导入正在进行（命令行？），请稍后再试", "Another import is running (the command line?); try again when it is done");
}
