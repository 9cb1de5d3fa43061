namespace Heng.App.Features.Live;

public enum SentFault { TooLarge, NoRoom, Broken }

/// <summary>How much of what is sent may be held at once, by all senders together, before it waits for the disk: so that many large sendings do not fill the memory.</summary>
public sealed class SentRoom(long most = SentRoom.Usual)
{
    public const long Usual = 256L << 20;
    private long held;

    public long Held => Interlocked.Read(ref held);

    public bool Take(long bytes)
    {
        if (Interlocked.Add(ref held, bytes) <= most) return true;
        Give(bytes);
        return false;
    }

    public void Give(long bytes) => Interlocked.Add(ref held, -bytes);
}

/// <summary>A body as it is after unpacking, of so many bytes at most. Its room is given back when it is done with.</summary>
public sealed class SentBytes(SentRoom room, int most) : IDisposable
{
    private readonly MemoryStream bytes = new();
    private long taken;

    public byte[] Bytes => bytes.ToArray();

    /// <summary>Null where all was read.</summary>
    public async Task<SentFault?> Read(Stream body, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await body.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                if (bytes.Length + read > most) return SentFault.TooLarge;
                if (!room.Take(read)) return SentFault.NoRoom;
                taken += read;
                bytes.Write(buffer, 0, read);
            }
            return null;
        }
        catch (InvalidDataException)
        {
            return SentFault.Broken;
        }
    }

    public void Dispose()
    {
        room.Give(taken);
        taken = 0;
        bytes.Dispose();
    }
}
