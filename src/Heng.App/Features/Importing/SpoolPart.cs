using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Heng.Engine.Records;

namespace Heng.App.Features.Importing;

/// <summary>
/// One shop-day of a <see cref="MessageSpool"/>. A message is its length, then second, sequence, sender, kind and flags (1 with a target, 2 with an id),
/// then buyer, account, target, text and id, each as a length and UTF-16, which is copied and not converted.
/// </summary>
internal sealed class SpoolPart(string path)
{
    private const int Buffer = 64 << 10, ReadAtOnce = 1 << 20, Head = 4 + 8 + 8 + 3;
    private const byte HasTarget = 1, HasId = 2;
    private byte[] buffer = [];
    private int length;

    public int Count { get; private set; }
    public long Bytes { get; private set; }
    public int Held => length;

    public void Write(in Message m)
    {
        var size = Head + SizeOf(m.Buyer) + SizeOf(m.Account) + (m.To is { } target ? SizeOf(target) : 0) + SizeOf(m.Text) + (m.PlatformId is { } id ? SizeOf(id) : 0);
        Reserve(size);
        var at = buffer.AsSpan(length, size);
        BinaryPrimitives.WriteInt32LittleEndian(at, size);
        BinaryPrimitives.WriteInt64LittleEndian(at[4..], m.At.UnixSeconds);
        BinaryPrimitives.WriteInt64LittleEndian(at[12..], m.Sequence);
        (at[20], at[21], at[22]) = ((byte)m.From, (byte)m.Kind, (byte)((m.To is null ? 0 : HasTarget) | (m.PlatformId is null ? 0 : HasId)));
        at = Put(Put(at[Head..], m.Buyer), m.Account);
        if (m.To is not null) at = Put(at, m.To);
        at = Put(at, m.Text);
        if (m.PlatformId is not null) Put(at, m.PlatformId);
        length += size;
        Bytes += size;
        Count++;
    }

    public void Flush()
    {
        Save();
        buffer = [];
    }

    public IEnumerable<Message> Read(string shop)
    {
        Flush();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var names = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var window = new byte[ReadAtOnce];
        for (int start = 0, end = 0, read = 0; read < Count; read++)
        {
            if (end - start < 4 || BinaryPrimitives.ReadInt32LittleEndian(window.AsSpan(start)) > end - start) (start, end) = (0, Fill(file, ref window, start, end));
            var size = BinaryPrimitives.ReadInt32LittleEndian(window.AsSpan(start));
            yield return One(window.AsSpan(start, size), shop, names);
            start += size;
        }
    }

    /// <summary>Moves what is left to the front and reads on until a whole message stands there; where the bytes now end.</summary>
    private static int Fill(FileStream file, ref byte[] window, int start, int end)
    {
        window.AsSpan(start, end - start).CopyTo(window);
        end -= start;
        while (end < 4 || BinaryPrimitives.ReadInt32LittleEndian(window) > end)
        {
            if (end >= 4) Array.Resize(ref window, Math.Max(window.Length, BinaryPrimitives.ReadInt32LittleEndian(window)));
            var more = file.Read(window, end, window.Length - end);
            if (more == 0) throw new EndOfStreamException("the spool ends within a message");
            end += more;
        }
        return end;
    }

    private static Message One(ReadOnlySpan<byte> at, string shop, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        var (second, sequence) = (BinaryPrimitives.ReadInt64LittleEndian(at[4..]), BinaryPrimitives.ReadInt64LittleEndian(at[12..]));
        var (from, kind, flags) = ((Sender)at[20], (MessageKind)at[21], at[22]);
        at = at[Head..];
        var (buyer, account) = (Named(Take(ref at), names), Named(Take(ref at), names));
        var to = (flags & HasTarget) != 0 ? Named(Take(ref at), names) : null;
        var text = Take(ref at).ToString();
        return new(shop, buyer, account, new(second), from, kind, to, text, (flags & HasId) != 0 ? Take(ref at).ToString() : null, sequence);
    }

    private static string Named(ReadOnlySpan<char> name, Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        if (names.TryGetValue(name, out var known)) return known;
        var named = name.ToString();
        names[name] = named;
        return named;
    }

    private static int SizeOf(string text) => sizeof(int) + text.Length * sizeof(char);

    private static Span<byte> Put(Span<byte> at, string text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(at, text.Length);
        MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(at[sizeof(int)..]);
        return at[SizeOf(text)..];
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<byte> at)
    {
        var bytes = at.Slice(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(at) * sizeof(char));
        at = at[(sizeof(int) + bytes.Length)..];
        return MemoryMarshal.Cast<byte, char>(bytes);
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
