using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Heng.Engine.Records;

/// <summary>Packed messages one behind the other, and the shops they name. Whoever fills it hands it on and begins another.</summary>
public sealed class MessageBlock(int room = 4096)
{
    private readonly List<string> shops = [];
    private byte[] bytes = GC.AllocateUninitializedArray<byte>(room);
    private int length;

    public int Count { get; private set; }
    public int Length => length;
    public IReadOnlyList<string> Shops => shops;

    public int ShopOf(string name)
    {
        if (shops.Count > 0 && shops[^1] == name) return shops.Count - 1;
        var known = shops.IndexOf(name);
        if (known < 0) shops.Add(name);
        return known < 0 ? shops.Count - 1 : known;
    }

    public void Add(in Message m)
    {
        var head = new MessageHead { Shop = ShopOf(m.Shop), At = m.At.UnixSeconds, Sequence = m.Sequence, From = m.From, Kind = m.Kind };
        Add(ref head, Storable(m.Buyer), Storable(m.Account), Storable(m.To), Storable(m.Text), Storable(m.PlatformId), m.To is not null, m.PlatformId is not null);
    }

    /// <summary>Adds a message whose head knows all but the lengths.</summary>
    public void Add(
        ref MessageHead head, ReadOnlySpan<byte> buyer, ReadOnlySpan<byte> account, ReadOnlySpan<byte> target, ReadOnlySpan<byte> text, ReadOnlySpan<byte> id, bool hasTarget, bool hasId)
    {
        (head.Buyer, head.Account, head.Target, head.Text, head.Id) = (buyer.Length, account.Length, hasTarget ? target.Length : -1, text.Length, hasId ? id.Length : -1);
        head.Size = MessageHead.Bytes + buyer.Length + account.Length + target.Length + text.Length + id.Length;
        if (bytes.Length - length < head.Size) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + head.Size));
        var at = bytes.AsSpan(length, head.Size);
        MemoryMarshal.Write(at, in head);
        Put(Put(Put(Put(Put(at[MessageHead.Bytes..], buyer), account), target), text), id);
        length += head.Size;
        Count++;
    }

    /// <summary>Where the message begins that stands at a place, starting at 0; the place behind it.</summary>
    public PackedMessage At(ref int place)
    {
        var message = At(bytes.AsSpan(place, length - place));
        place += message.Head.Size;
        return message;
    }

    public static PackedMessage At(ReadOnlySpan<byte> run) => new(run[..BinaryPrimitives.ReadInt32LittleEndian(run)]);

    private static Span<byte> Put(Span<byte> at, ReadOnlySpan<byte> word)
    {
        word.CopyTo(at);
        return at[word.Length..];
    }

    private static byte[] Storable(string? text) => text is null ? [] : Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD'));
}
