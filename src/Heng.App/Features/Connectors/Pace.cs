namespace Heng.App.Features.Connectors;

/// <summary>At most so many calls begin within any second. One for each key; not shared between threads.</summary>
public sealed class Pace(int perSecond, TimeProvider time)
{
    private readonly Queue<DateTimeOffset> begun = new();

    public async Task Next(CancellationToken cancel)
    {
        if (begun.Count == perSecond)
        {
            var free = begun.Dequeue().AddSeconds(1) - time.GetUtcNow();
            if (free > TimeSpan.Zero) await Task.Delay(free, time, cancel);
        }
        begun.Enqueue(time.GetUtcNow());
    }
}
