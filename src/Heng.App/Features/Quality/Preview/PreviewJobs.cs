using System.Collections.Concurrent;
using Heng.App.Features.Imports;
using Heng.Engine.Quality;
using Heng.Store;

namespace Heng.App.Features.Quality.Preview;

/// <summary>A trial of a draft that was started on a rule's page. Kept while the server runs, the latest ones only.</summary>
public sealed class PreviewJob(string id, QualityRule draft, DateOnly from, DateOnly to, string by)
{
    private int state = (int)ImportState.Running;

    public string Id => id;
    public QualityRule Draft => draft;
    public DateOnly From => from;
    public DateOnly To => to;
    public string By => by;
    public DateTimeOffset Begun { get; init; }
    public CancellationTokenSource Cancel { get; } = new();
    public ImportState State
    {
        get => (ImportState)Volatile.Read(ref state);
        set => Volatile.Write(ref state, (int)value);
    }
    public (int Done, int All) Progress { get; set; }
    public TrialResult? Result { get; set; }
}

/// <summary>Tries drafts in the background, one at a time, so that a month of a million messages holds up nobody; a page asks how far it is.</summary>
public sealed class PreviewJobs(Database database, TimeProvider time, ILogger<PreviewJobs> log) : IDisposable
{
    private const int Held = 20;
    private readonly ConcurrentDictionary<string, PreviewJob> jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);

    public PreviewJob? Find(string id) => jobs.GetValueOrDefault(id);

    public string Start(QualityRule draft, QualityRule? standing, DateOnly from, DateOnly to, string by)
    {
        foreach (var old in jobs.Values.Where(j => j.State != ImportState.Running).OrderByDescending(j => j.Begun).Skip(Held - 1)) jobs.TryRemove(old.Id, out _);
        var job = new PreviewJob("q" + Guid.NewGuid().ToString("N")[..12], draft, from, to, by) { Begun = time.GetUtcNow() };
        jobs[job.Id] = job;
        _ = Task.Run(() => Run(job, standing));
        return job.Id;
    }

    public void Dispose()
    {
        foreach (var job in jobs.Values) job.Cancel.Cancel();
        turn.Dispose();
    }

    private async Task Run(PreviewJob job, QualityRule? standing)
    {
        try
        {
            await turn.WaitAsync(job.Cancel.Token);
            try
            {
                job.Result = new RuleTrial(database).Run(job.Draft, standing, job.From, job.To, (done, all) => job.Progress = (done, all), job.Cancel.Token);
            }
            finally
            {
                turn.Release();
            }
            job.State = ImportState.Done;
        }
        catch (OperationCanceledException)
        {
            job.State = ImportState.Cancelled;
        }
        catch (Exception e)
        {
            log.LogError(e, "preview {Job} failed", job.Id);
            job.State = ImportState.Failed;
        }
    }
}
