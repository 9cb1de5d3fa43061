using System.Buffers;
using System.Text;

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

    /// <summary>Whether so much would be taken now.</summary>
    public bool Has(long bytes) => Held + bytes <= most;

    public void Give(long bytes) => Interlocked.Add(ref held, -bytes);
}

/// <summary>A body as it is after unpacking, of so many bytes at most. Its room is what it takes in memory, and is given back when it is answered.</summary>
public sealed class SentBytes(SentRoom room, int most) : IDisposable
{
    private byte[] bytes = [];
    private int length, taken;

    /// <summary>Without the mark that some programs put before UTF-8: it belongs to no line. Lives as long as this.</summary>
    public ArraySegment<byte> Bytes
    {
        get
        {
            var all = new ArraySegment<byte>(bytes, 0, length);
            return all.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? all[Encoding.UTF8.Preamble.Length..] : all;
        }
    }

    /// <summary>Null where all was read. What says that it is more than there is room for is not begun.</summary>
    public async Task<SentFault?> Read(Stream body, CancellationToken cancel, long? announced = null)
    {
        if (announced <= most && !room.Has(announced.Value)) return SentFault.NoRoom;
        var buffer = new byte[1 << 16];
        try
        {
            while (await body.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                if (length + read > most) return SentFault.TooLarge;
                if (!Hold(length + read)) return SentFault.NoRoom;
                buffer.AsSpan(0, read).CopyTo(bytes.AsSpan(length));
                length += read;
            }
            return null;
        }
        catch (InvalidDataException)
        {
            return SentFault.Broken;
        }
    }

    /// <summary>Grows as a list does, so that what is held is known; the memory is used again by the next.</summary>
    private bool Hold(int needed)
    {
        if (needed <= taken) return true;
        var size = Math.Max(needed, (int)Math.Min(taken * 2L, most));
        if (!room.Take(size - taken)) return false;
        taken = size;
        var larger = ArrayPool<byte>.Shared.Rent(size);
        bytes.AsSpan(0, length).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
        return true;
    }

    public void Dispose()
    {
        room.Give(taken);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length, taken) = ([], 0, 0);
    }
}
