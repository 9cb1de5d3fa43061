
namespace Heng.App.Features.Live;

/// <summary>
/// Works beside `heng serve`: what came is folded and shown at once, though no more often than every <see cref="Tick"/>, and imported every <see cref="ImportEvery"/>, when nothing comes any more, or when its day is over.
/// </summary>
public sealed partial class LiveRounds(LiveBook book, Absorbing absorbing, Heng.Store.Database database, LiveFeed feed, TimeProvider time, ILogger<LiveRounds> log) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(45), Look = TimeSpan.FromSeconds(2), ImportEvery = TimeSpan.FromMinutes(10), QuietFor = TimeSpan.FromSeconds(30);
    private DateTimeOffset imported = DateTimeOffset.MinValue, looked = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What an earlier run left is imported at once.
        imported = database.Ingest.Last > 0 ? DateTimeOffset.MinValue : time.GetUtcNow();
        using var timer = new PeriodicTimer(Look, time);
        await Task.WhenAll(Every(Fold, stoppingToken), Every(async stopping =>
        {
            Import();
            await timer.WaitForNextTickAsync(stopping);
        }, stoppingToken));
    }

    private async Task Fold(CancellationToken stopping)
    {
        var (began, isNew) = (time.GetTimestamp(), false);
        foreach (var shop in book.Open) isNew |= feed.Look(shop, book.Now);
        feed.Beat();
        if (isNew && Tick - time.GetElapsedTime(began) is { Ticks: > 0 } rest) await Task.Delay(rest, stopping);
        // Others look too: what they leave and the next second are looked at though nothing comes.
        await book.Came(Tick, stopping);
    }

    private void Import()
    {
        var now = time.GetUtcNow();
        if (now - looked < Look) return;
        looked = now;
        try
        {
            foreach (var shop in book.Open) shop.Refresh(book.Now);
            // Records that another wrote: a file of today, a correction.
            book.Reload([.. book.Open.Where(s => s.Day == s.Clock.DayOf(book.Now) && s.IsStale)]);
        }
        finally
        {
            // A day that can not be shown keeps nothing from its import.
            Absorb(now);
        }
    }

    private void Absorb(DateTimeOffset now)
    {
        if (database.Ingest.Last == 0 && absorbing.HasBegun) return;
        var quiet = book.Open.All(s => s.LastReceived is not { } last || book.Now.SecondsSince(last) >= QuietFor.TotalSeconds);
        if (!quiet && now - imported < ImportEvery) return;
        if (absorbing.Run() is not null) imported = now;
    }

    private async Task Every(Func<CancellationToken, Task> round, CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await round(stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A round that fails must not end the server; it is logged and comes again.
            catch (Exception e)
            {
                Failed(log, e);
                await Task.Delay(Look, CancellationToken.None);
            }
#pragma warning restore CA1031
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a round of today's messages failed and will be tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
