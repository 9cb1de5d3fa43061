using System.Buffers.Binary;
using System.Text;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>
/// Sorts a message stream of any size and order into shop × business day, on disk beside the database,
/// so that each day is then merged and folded whole while memory holds one day. Deleted when done; a left-over of a crash is deleted at the next import.
/// </summary>
public sealed class MessageSpool : IDisposable
{
    // A part writes when its own buffer is full; a file of very many days when all together hold this much.
    private const int PartBuffer = 64 << 10, FlushAt = 48 << 20;
    private readonly string folder;
    private readonly Func<string, ShopClock> clockOf;
    private readonly Dictionary<(string Shop, DateOnly Day), Part> parts = [];
    private int buffered;

    public MessageSpool(string dataFolder, Func<string, ShopClock> clockOf)
    {
        this.clockOf = clockOf;
        folder = Path.Combine(dataFolder, "spool");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        DataFolder.Make(folder);
    }

    public IEnumerable<(string Shop, DateOnly Day)> Days => parts.Keys.OrderBy(k => k.Shop, StringComparer.Ordinal).ThenBy(k => k.Day);

    public long Count { get; private set; }

    public void Add(in Message message)
    {
        var key = (message.Shop, clockOf(message.Shop).DayOf(message.At));
        if (!parts.TryGetValue(key, out var part)) parts[key] = part = new Part(Path.Combine(folder, $"{parts.Count}.bin"));
        var held = part.Held;
        part.Write(message);
        buffered += part.Held - held;
        Count++;
        if (buffered >= FlushAt) Flush();
    }

    /// <summary>A day's messages, one after another, so that a large day is never held twice.</summary>
    public IEnumerable<Message> Read((string Shop, DateOnly Day) key)
    {
        var part = parts[key];
        part.Flush();
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(part.Path), 1 << 16), Encoding.UTF8);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < part.Count; i++) yield return ReadOne(reader, key.Shop, names);
    }

    public int CountOf((string Shop, DateOnly Day) key) => parts[key].Count;

    public long BytesOf((string Shop, DateOnly Day) key) => parts[key].Bytes;

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private void Flush()
    {
        foreach (var part in parts.Values) part.Flush();
        buffered = 0;
    }

    private static Message ReadOne(BinaryReader reader, string shop, Dictionary<string, string> names)
    {
        string Name()
        {
            var name = reader.ReadString();
            if (names.TryGetValue(name, out var known)) return known;
            return names[name] = name;
        }
        var buyer = Name();
        var account = Name();
        var at = new Instant(reader.ReadInt64());
        var from = (Sender)reader.ReadByte();
        var kind = (MessageKind)reader.ReadByte();
        var to = reader.ReadBoolean() ? Name() : null;
        var text = reader.ReadString();
        var id = reader.ReadBoolean() ? reader.ReadString() : null;
        return new(shop, buyer, account, at, from, kind, to, text, id, reader.ReadInt64());
    }

    private sealed class Part(string path)
    {
        private byte[] buffer = [];
        private int length;
        public string Path => path;
        public int Count { get; private set; }
        public long Bytes { get; private set; }

        public int Held => length;

        /// <summary>Writes what <see cref="ReadOne"/> reads.</summary>
        public void Write(in Message m)
        {
            Reserve(64 + 3 * (m.Buyer.Length + m.Account.Length + (m.To?.Length ?? 0) + m.Text.Length + (m.PlatformId?.Length ?? 0)));
            var before = length;
            Put(m.Buyer);
            Put(m.Account);
            Put(m.At.UnixSeconds);
            buffer[length++] = (byte)m.From;
            buffer[length++] = (byte)m.Kind;
            PutOptional(m.To);
            Put(m.Text);
            PutOptional(m.PlatformId);
            Put(m.Sequence);
            Count++;
            Bytes += length - before;
        }

        public void Flush()
        {
            Save();
            buffer = [];
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
            if (room > buffer.Length) buffer = new byte[Math.Max(room, PartBuffer)];
        }

        private void Put(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length), value);
            length += sizeof(long);
        }

        // As BinaryReader.ReadString reads it: the number of bytes, seven bits at a time, then UTF-8.
        private void Put(string text)
        {
            var bytes = Encoding.UTF8.GetByteCount(text);
            var rest = (uint)bytes;
            for (; rest > 0x7F; rest >>= 7) buffer[length++] = (byte)(rest & 0x7F | 0x80);
            buffer[length++] = (byte)rest;
            length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
        }

        private void PutOptional(string? text)
        {
            buffer[length++] = text is null ? (byte)0 : (byte)1;
            if (text is not null) Put(text);
        }
    }
}
