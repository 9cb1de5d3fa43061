namespace Heng.App.Features.Exams;

/// <summary>Works beside the pages of `heng serve`: sheets whose time is over become results though nobody handed them in. What goes wrong is logged and tried again.</summary>
public sealed partial class ExamRounds(ExamDoing doing, TimeProvider time, ILogger<ExamRounds> log) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.Next(stoppingToken)) Once();
    }

    private void Once()
    {
        try
        {
            doing.SettleAll();
        }
#pragma warning disable CA1031 // A round that fails must not end the server; it is logged and comes again.
        catch (Exception e)
        {
            Failed(log, e);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a round of exams failed and will be tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
