using System.Text;

namespace Heng.Engine.Records;

/// <summary>
/// A message's natural key and content as hashes, the same on every machine. Names are hashed, never store-given ids.
/// The key has 128 bits, so that no two of a day's messages ever share one by chance; contents are only compared within a key.
/// </summary>
public static class MergeHash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211, OtherOffset = 0x9E3779B97F4A7C15, OtherPrime = 0xC2B2AE3D27D4EB4F;

    /// <summary>Of a message with a platform id.</summary>
    public static UInt128 Key(ReadOnlySpan<char> platformId) => Wide(platformId, 1);

    /// <summary>Of a message without an id.</summary>
    public static UInt128 Key(ulong buyer, ulong account, Instant at, Sender from, MessageKind kind, ReadOnlySpan<char> text)
    {
        var words = Wide(text, 2);
        var low = Chain(unchecked((ulong)words), buyer, account, unchecked((ulong)at.UnixSeconds), (ulong)from << 8 | (ulong)kind);
        var high = Chain((ulong)(words >> 64), account, buyer, unchecked((ulong)at.UnixSeconds * OtherPrime), (ulong)from << 8 | (ulong)kind);
        return new(high, low);
    }

    /// <summary>All that a message says, its sequence aside: the same message may stand on another line of another file.</summary>
    public static ulong Content(ulong buyer, ulong account, ulong target, Instant at, Sender from, MessageKind kind, ReadOnlySpan<char> text) =>
        Chain(unchecked((ulong)Wide(text, 3)), buyer, account, target, unchecked((ulong)at.UnixSeconds), (ulong)from << 8 | (ulong)kind);

    public static ulong OfName(string? name) => name is null ? 0 : StableHash.Of(Storable(name));

    /// <summary>
    /// Text as both databases can keep it: NUL and half of a surrogate pair become U+FFFD, so that a hash survives being stored and read.
    /// </summary>
    public static string Storable(string text)
    {
        var plain = text.Replace('\0', '\uFFFD');
        return plain.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? plain : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plain));
    }

    private static ulong Chain(params ReadOnlySpan<ulong> parts)
    {
        var hash = Offset;
        foreach (var part in parts) hash = StableHash.Mix(unchecked((hash ^ part) * Prime + OtherOffset));
        return hash;
    }

    private static UInt128 Wide(ReadOnlySpan<char> text, ulong seed)
    {
        ulong a = unchecked(Offset ^ seed * OtherPrime), b = unchecked(OtherOffset + seed);
        foreach (var c in text)
        {
            a = unchecked((a ^ c) * Prime);
            b = unchecked((b ^ c) * OtherPrime);
            b ^= b >> 29;
        }
        return new(StableHash.Mix(b), StableHash.Mix(a));
    }
}
