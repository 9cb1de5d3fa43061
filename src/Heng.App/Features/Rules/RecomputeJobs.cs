using System.Collections.Concurrent;
using Heng.App.Features.Importing;
using Heng.App.Features.Imports;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>A recomputation that was started on the page. Kept while the server runs; the decision log keeps that it was done.</summary>
public sealed class RecomputeJob(string id, Shop shop, DateOnly from, DateOnly to, string reason, string by)
{
    private int state = (int)ImportState.Running;

    public string Id => id;
    public Shop Shop => shop;
    public DateOnly From => from;
    public DateOnly To => to;
    public string Reason => reason;
    public string By => by;
    public CancellationTokenSource Cancel { get; } = new();
    public ImportState State
    {
        get => (ImportState)Volatile.Read(ref state);
        set => Volatile.Write(ref state, (int)value);
    }
    public Importing.ImportProgress Progress { get; set; }
    public Wording? Failure { get; set; }
}

/// <summary>Runs recomputations in the background; a page asks how far they are. One that finds an import at work is refused and says so.</summary>
public sealed class RecomputeJobs(Database database, string folder, TimeProvider time, ILogger<RecomputeJobs> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, RecomputeJob> jobs = new(StringComparer.Ordinal);

    public RecomputeJob? Find(string id) => jobs.GetValueOrDefault(id);
    public RecomputeJob? RunningOf(Shop shop) => jobs.Values.FirstOrDefault(j => j.State == ImportState.Running && j.Shop.Id == shop.Id);
    public Recompute Work => new(database, folder, time);

    public string Start(Shop shop, DateOnly from, DateOnly to, string reason, string by)
    {
        var job = new RecomputeJob("r" + Guid.NewGuid().ToString("N")[..12], shop, from, to, reason, by);
        jobs[job.Id] = job;
        _ = Task.Run(() => Run(job));
        return job.Id;
    }

    public void Dispose()
    {
        foreach (var job in jobs.Values) job.Cancel.Cancel();
    }

    private void Run(RecomputeJob job)
    {
        try
        {
            Work.Run(job.Shop, job.From, job.To, job.Reason, job.By, progress => job.Progress = progress, job.Cancel.Token);
            job.State = ImportState.Done;
        }
        catch (OperationCanceledException)
        {
            job.State = ImportState.Cancelled;
        }
        catch (ImportBusyException)
        {
            job.Failure = new("正在导入或重算，请稍后再试", "An import or another recomputation is running; try again when it is done");
            job.State = ImportState.Refused;
        }
        catch (Exception e)
        {
            log.LogError(e, "recomputation {Job} failed", job.Id);
            job.Failure = new("重算失败；已重新计数的整天有效，其余没有变", "The recomputation failed; whole days that were counted again stand, nothing else changed");
            job.State = ImportState.Failed;
        }
    }
}
