namespace Heng.App.Features.Live;

/// <summary>
/// How much of what is sent may be taken apart at once: as rows it takes several times its size. Who comes while it is full waits, in order.
/// </summary>
public sealed class SentTurn(long most = SentTurn.Usual)
{
    public const long Usual = 64L << 20;
    private readonly Lock gate = new();
    private readonly Queue<(long Bytes, TaskCompletionSource Turn)> waiting = new();
    private long taken;

    public long Free => most - Interlocked.Read(ref taken);

    /// <summary>What is larger than all of it goes alone. The turn ends with what is given back.</summary>
    public async Task<IDisposable> Enter(long bytes, CancellationToken cancel)
    {
        var (size, mine) = (Math.Min(bytes, most), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            waiting.Enqueue((size, mine));
            Next();
        }
        await using var given = cancel.UnsafeRegister(_ => mine.TrySetCanceled(cancel), null);
        await mine.Task;
        return new Place(this, size);
    }

    private void Next()
    {
        while (waiting.TryPeek(out var first) && (first.Turn.Task.IsCompleted || first.Bytes <= most - taken))
        {
            waiting.Dequeue();
            if (first.Turn.TrySetResult()) taken += first.Bytes;
        }
    }

    private void Leave(long bytes)
    {
        lock (gate)
        {
            taken -= bytes;
            Next();
        }
    }

    private sealed class Place(SentTurn turn, long bytes) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) turn.Leave(bytes);
        }
    }
}
