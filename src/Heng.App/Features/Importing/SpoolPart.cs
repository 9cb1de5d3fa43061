using System.Buffers.Binary;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>One shop-day of a <see cref="MessageSpool"/>: packed messages one behind the other, as they came.</summary>
internal sealed class SpoolPart(string path)
{
    private const int Buffer = 64 << 10, ReadAtOnce = 1 << 20;
    private byte[] buffer = [];
    private int length;

    public int Count { get; private set; }
    public long Bytes { get; private set; }
    public int Held => length;

    public void Write(PackedMessage message)
    {
        var bytes = message.Bytes;
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
        Bytes += bytes.Length;
        Count++;
    }

    public void Flush()
    {
        Save();
        buffer = [];
    }

    public void Read(Action<PackedMessage> take)
    {
        Flush();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var window = new byte[ReadAtOnce];
        for (int start = 0, end = 0, read = 0; read < Count; read++)
        {
            if (end - start < sizeof(int) || BinaryPrimitives.ReadInt32LittleEndian(window.AsSpan(start)) > end - start) (start, end) = (0, Fill(file, ref window, start, end));
            var message = MessageBlock.At(window.AsSpan(start, end - start));
            take(message);
            start += message.Bytes.Length;
        }
    }

    /// <summary>Moves what is left to the front and reads on until a whole message stands there; where the bytes now end.</summary>
    private static int Fill(FileStream file, ref byte[] window, int start, int end)
    {
        window.AsSpan(start, end - start).CopyTo(window);
        end -= start;
        while (end < sizeof(int) || BinaryPrimitives.ReadInt32LittleEndian(window) > end)
        {
            if (end >= sizeof(int)) Array.Resize(ref window, Math.Max(window.Length, BinaryPrimitives.ReadInt32LittleEndian(window)));
            var more = file.Read(window, end, window.Length - end);
            if (more == 0) throw new EndOfStreamException("the spool ends within a message");
            end += more;
        }
        return end;
    }

    private void Save()
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, 0);
        file.Write(buffer, 0, length);
        length = 0;
    }

    private void Reserve(int room)
    {
        if (length + room <= buffer.Length) return;
        if (length > 0) Save();
        if (room > buffer.Length) buffer = new byte[Math.Max(room, Buffer)];
    }
}
