using System.Collections.Concurrent;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>Messages on their way into a spool: it writes on a thread of its own while the next rows are read.</summary>
public sealed class Spooling : IDisposable
{
    private const int Together = 2048, Waiting = 8;
    private readonly BlockingCollection<Message[]> handed = new(Waiting);
    private readonly CancellationTokenSource broken = new();
    private readonly Task writing;
    private Message[] batch = new Message[Together];
    private int count;

    public Spooling(MessageSpool spool) => writing = Task.Run(() => Write(spool));

    public void Add(in Message message)
    {
        batch[count++] = message;
        if (count == Together) Hand();
    }

    /// <summary>Returns when everything is in the spool; a failure there is thrown here.</summary>
    public void Complete()
    {
        Hand();
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

    private void Hand()
    {
        if (writing.IsFaulted) writing.GetAwaiter().GetResult();
        try
        {
            handed.Add(count == Together ? batch : batch[..count], broken.Token);
        }
        catch (OperationCanceledException)
        {
            writing.GetAwaiter().GetResult();
        }
        (batch, count) = (new Message[Together], 0);
    }

    private void Write(MessageSpool spool)
    {
        try
        {
            foreach (var messages in handed.GetConsumingEnumerable(broken.Token))
                foreach (ref readonly var message in messages.AsSpan()) spool.Add(message);
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
