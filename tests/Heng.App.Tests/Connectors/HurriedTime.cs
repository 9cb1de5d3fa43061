namespace Heng.App.Tests.Connectors;

/// <summary>A clock on which nobody waits: a wait is noted, the clock goes on by it, and it is over at once.</summary>
internal sealed class HurriedTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock turn = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = now;

    public IReadOnlyList<TimeSpan> Waits
    {
        get { lock (turn) return [.. waits]; }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time)
    {
        lock (turn) now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            lock (turn)
            {
                waits.Add(dueTime);
                now += dueTime;
            }
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
