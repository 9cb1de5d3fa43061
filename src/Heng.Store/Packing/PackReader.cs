using System.IO.Compression;
using Heng.Engine.Records;

namespace Heng.Store.Packing;

/// <summary>Reads what <see cref="PackWriter"/> wrote, in the same order.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public readonly bool AtEnd => at == bytes.Length;
    public byte Byte() => bytes[at++];
    public long Whole() => (long)Varint();
    public int Int() => (int)Varint();

    public long Signed()
    {
        var value = Varint();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public long? Optional() => Whole() is > 0 and var value ? value - 1 : null;

    /// <summary>The next text where it stands; <paramref name="run"/> is what is read.</summary>
    public Utf8Text Text(byte[] run)
    {
        var length = Raw().Length;
        return new(run, at - length, length);
    }

    public ReadOnlySpan<byte> Raw()
    {
        var length = Int();
        var run = bytes.Slice(at, length);
        at += length;
        return run;
    }

    public static byte[] Expand(byte[] packed)
    {
        var head = new PackReader(packed);
        var bytes = new byte[head.Int()];
        if (!BrotliDecoder.TryDecompress(packed.AsSpan(head.at), bytes, out var length) || length != bytes.Length)
            throw new InvalidDataException("a packed run is damaged");
        return bytes;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
