using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Quality.Preview;

/// <summary>Fills the page of a trial. Whoever tends rules sees it; who sets them stops it.</summary>
public sealed class PreviewQuery(Database database, PreviewJobs jobs, ViewerFor viewers)
{
    public Task<Seen<PreviewView>> For(string id, bool cancel, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.TendsQuality(viewer) || cancel && !Rights.SetsQuality(viewer)) return Task.FromResult(Seen<PreviewView>.Forbidden);
        if (jobs.Find(id) is not { } job) return Task.FromResult(Seen<PreviewView>.NotFound);
        if (cancel) job.Cancel.Cancel();
        return Task.FromResult<Seen<PreviewView>>(new PreviewView(job.Id, job.Draft, job.From, job.To, job.State)
        {
            Done = job.Progress.Done, All = job.Progress.All, Result = job.Result, Known = database.Matters(QualityMatters.Rule).Find(job.Draft.Id) is not null,
        });
    }
}
