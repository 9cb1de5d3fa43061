using Heng.Engine.Records;

namespace Heng.Intake.Bytes;

/// <summary>
/// What a cell's bytes mean, worked out once and then looked up: millions of rows name the same few shops, accounts and buyers.
/// Forgets everything when it is full, so memory is bounded; the same bytes then merely mean another equal string.
/// </summary>
internal sealed class Remembered<T>(Func<ReadOnlySpan<byte>, T> meaning)
{
    private const int Most = 200_000;
    private const int LongestKey = 512;
    private readonly Dictionary<byte[], T> known = new(SameBytes.Comparer);
    private byte[]? lastKey;
    private T? last;

    public T Of(ReadOnlySpan<byte> bytes)
    {
        if (lastKey is not null && bytes.SequenceEqual(lastKey)) return last!;
        if (bytes.Length > LongestKey) return meaning(bytes);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(bytes, out var key, out var value))
        {
            if (known.Count >= Most) known.Clear();
            value = meaning(bytes);
            key = bytes.ToArray();
            known.Add(key, value);
        }
        (lastKey, last) = (key, value);
        return value;
    }
}

internal sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static readonly SameBytes Comparer = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());
    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate) => ByteHash.Of(alternate);
}
