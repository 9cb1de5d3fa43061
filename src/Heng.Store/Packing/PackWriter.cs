using System.Buffers;
using System.IO.Compression;

namespace Heng.Store.Packing;

/// <summary>
/// A growing run of bytes. Whole numbers are varints (seven bits a byte, low bits first, the high bit says "more");
/// numbers that may be negative are zigzagged first (0, -1, 1, -2 → 0, 1, 2, 3). Text is its byte length and UTF-8.
/// </summary>
internal sealed class PackWriter(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);
    public byte[] ToArray() => Written.ToArray();

    public PackWriter Clear()
    {
        Length = 0;
        return this;
    }

    public PackWriter Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    public PackWriter Whole(long value) => value >= 0 ? Varint((ulong)value) : throw new ArgumentOutOfRangeException(nameof(value));
    public PackWriter Signed(long value) => Varint(unchecked((ulong)(value << 1 ^ value >> 63)));

    /// <summary>Zero is "none", else the value and one.</summary>
    public PackWriter Optional(long? value) => value is { } known ? Whole(known + 1) : Byte(0);

    public PackWriter Raw(ReadOnlySpan<byte> run)
    {
        Whole(run.Length);
        run.CopyTo(Room(run.Length));
        Length += run.Length;
        return this;
    }

    /// <summary>The length before compression as a varint, then Brotli.</summary>
    public byte[] Compressed(int quality)
    {
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(Length) + 10);
        var head = new PackWriter(10).Whole(Length);
        head.Written.CopyTo(packed);
        var window = Length < 1 << 16 ? 16 : 22;
        if (!BrotliEncoder.TryCompress(Written, packed.AsSpan(head.Length), out var length, quality, window)) throw new InvalidOperationException("no room to compress");
        var result = packed.AsSpan(0, head.Length + length).ToArray();
        ArrayPool<byte>.Shared.Return(packed);
        return result;
    }

    private PackWriter Varint(ulong value)
    {
        var room = Room(10);
        var at = 0;
        while (value >= 0x80)
        {
            room[at++] = (byte)(value & 0x7F | 0x80);
            value >>= 7;
        }
        room[at++] = (byte)value;
        Length += at;
        return this;
    }

    private Span<byte> Room(int wanted)
    {
        if (bytes.Length - Length < wanted) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + wanted));
        return bytes.AsSpan(Length);
    }
}
