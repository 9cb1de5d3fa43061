namespace Heng.App.Features.Webhooks;

/// <summary>Works beside the pages of `heng serve`. What goes wrong is logged and tried again at the next tick.</summary>
public sealed partial class WebhookRounds(WebhookSending sending, TimeProvider time, ILogger<WebhookRounds> log) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

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
            await sending.Round(cancel);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "a round of webhooks failed and will be tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
