using System.Diagnostics.Metrics;
using Heng.App.Features.Live;
using Heng.Store;

namespace Heng.App.Features.Api.Running;

/// <summary>How much of what programs sent is not among the records: of this server's database, whichever others run in the process.</summary>
internal sealed class SentNumbers(Database database, Absorbing absorbing) : IHostedService, IDisposable
{
    private readonly Meter own = new(RunningNumbers.Own, null, null, database);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        own.CreateObservableGauge("heng.ingest.set_aside", () => database.Ingest.AsideCount, "{sending}", "Sendings that no import could take, set aside");
        own.CreateObservableGauge("heng.ingest.failing", () => absorbing.FailingSince is null ? 0 : 1, description: "1 while nothing that was sent can be imported");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public void Dispose() => own.Dispose();
}
