using System.Threading.Channels;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>
/// Keeps what was sent before it is acknowledged: whatever waits is written in one transaction, so that many senders share one write to the disk. What waits is bounded; who comes when it
/// is full is told to come again.
/// </summary>
public sealed partial class GroupCommit(Database database, ILogger<GroupCommit> log) : BackgroundService
{
    /// <summary>Bytes that may wait, and that go in one transaction.</summary>
    public const long MostWaiting = 64 << 20, MostAtOnce = 16 << 20;
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private long waiting;

    /// <summary>The batches once they are kept; null where too much waits already.</summary>
    public Task<IReadOnlyList<IngestBatch>>? Keep(IReadOnlyList<IngestBatch> batches)
    {
        var bytes = batches.Sum(b => (long)b.Payload.Length);
        if (Interlocked.Add(ref waiting, bytes) > MostWaiting && bytes < Interlocked.Read(ref waiting))
        {
            Interlocked.Add(ref waiting, -bytes);
            return null;
        }
        var one = new Waiting(batches, bytes, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(one))
        {
            Interlocked.Add(ref waiting, -bytes);
            return null;
        }
        return one.Kept.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>();
        try
        {
            while (await queue.Reader.WaitToReadAsync(stoppingToken))
            {
                group.Clear();
                long bytes = 0;
                while (bytes < MostAtOnce && queue.Reader.TryRead(out var one))
                {
                    group.Add(one);
                    bytes += one.Bytes;
                }
                await Task.Run(() => Write(group, bytes), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends; who still waits is told below.
        }
        finally
        {
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var late)) late.Kept.TrySetCanceled(CancellationToken.None);
        }
    }

    private void Write(List<Waiting> group, long bytes)
    {
        try
        {
            var kept = database.Ingest.Append([.. group.SelectMany(g => g.Batches)]);
            Interlocked.Add(ref waiting, -bytes);
            var at = 0;
            foreach (var one in group)
            {
                one.Kept.SetResult([.. kept.Skip(at).Take(one.Batches.Count)]);
                at += one.Batches.Count;
            }
        }
#pragma warning disable CA1031 // Whoever sent it is told; the next group is tried all the same.
        catch (Exception e)
        {
            Interlocked.Add(ref waiting, -bytes);
            Failed(log, e);
            foreach (var one in group) one.Kept.TrySetException(e);
        }
#pragma warning restore CA1031
    }

    private sealed record Waiting(IReadOnlyList<IngestBatch> Batches, long Bytes, TaskCompletionSource<IReadOnlyList<IngestBatch>> Kept);

    [LoggerMessage(Level = LogLevel.Error, Message = "what was sent could not be kept, and was not acknowledged")]
    private static partial void Failed(ILogger log, Exception e);
}
