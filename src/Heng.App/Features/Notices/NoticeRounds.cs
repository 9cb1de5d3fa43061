using Heng.App.Features.Notices.Sending;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>Works beside the pages of `heng serve`: the daily round at its hour of the shop's day, and what leaves, at every tick. What goes wrong is logged and tried again at the next tick.</summary>
public sealed partial class NoticeRounds(Database database, DailyNotices daily, Posting posting, TimeProvider time, ILogger<NoticeRounds> log) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);
    private DateOnly? done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do await Once(stoppingToken);
        while (await timer.Next(stoppingToken));
    }

    private async Task Once(CancellationToken cancel)
    {
        try
        {
            var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
            var today = ShopClock.Shanghai.DayOf(now);
            if (done != today && ShopClock.Shanghai.HourOf(now) >= database.NoticeSettings.Setting.Hour)
            {
                daily.Run();
                done = today;
            }
            await posting.Round(cancel);
        }
#pragma warning disable CA1031 // A round that fails must not end the server; it is logged and comes again.
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The server ends, and what the round works with is gone: the next server's first round does it.
        }
        catch (Exception e)
        {
            Failed(log, e);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a round of notices failed and will be tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
