using System.Collections.Concurrent;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>Messages on their way into a spool: it writes on a thread of its own while the next rows are read.</summary>
public sealed class Spooling : IDisposable
{
    private const int Waiting = 8;
    private readonly BlockingCollection<MessageBlock> handed = new(Waiting);
    private readonly CancellationTokenSource broken = new();
    private readonly Task writing;

    public Spooling(MessageSpool spool) => writing = Task.Run(() => Write(spool));

    public void Add(MessageBlock block)
    {
        if (writing.IsFaulted) writing.GetAwaiter().GetResult();
        try
        {
            handed.Add(block, broken.Token);
        }
        catch (OperationCanceledException)
        {
            writing.GetAwaiter().GetResult();
        }
    }

    /// <summary>Returns when everything is in the spool; a failure there is thrown here.</summary>
    public void Complete()
    {
        handed.CompleteAdding();
        writing.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        // Whoever stopped reading wants nothing more written, and the spool's folder goes only when nobody writes there.
        broken.Cancel();
        handed.CompleteAdding();
        writing.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        handed.Dispose();
        broken.Dispose();
    }

    private void Write(MessageSpool spool)
    {
        try
        {
            foreach (var block in handed.GetConsumingEnumerable(broken.Token)) spool.Add(block);
        }
        catch (OperationCanceledException)
        {
            // Given up by the reader.
        }
        catch
        {
            broken.Cancel();
            throw;
        }
    }
}
