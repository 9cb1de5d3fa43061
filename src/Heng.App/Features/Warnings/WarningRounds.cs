using Heng.App.Features.Live;

namespace Heng.App.Features.Warnings;

/// <summary>Works beside the board: a look once a second, and at once where something was found. What goes wrong is logged and comes again.</summary>
public sealed partial class WarningRounds(WarningBook warnings, WarningTold told, LiveFeed feed, TimeProvider time, ILogger<WarningRounds> log) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100), Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.Found += warnings.Found;
        await Task.Yield();
        using var timer = new PeriodicTimer(Tick, time);
        long looked = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (warnings.IsPressed || looked == 0 || time.GetElapsedTime(looked) >= Look)
                {
                    looked = time.GetTimestamp();
                    Once();
                }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
        finally
        {
            feed.Found -= warnings.Found;
        }
    }

    private void Once()
    {
        try
        {
            told.After(warnings.Look());
        }
#pragma warning disable CA1031 // A round that fails must not end the server; it is logged and comes again.
        catch (Exception e)
        {
            Failed(log, e);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a look for warnings failed and will be made again")]
    private static partial void Failed(ILogger log, Exception e);
}
