namespace Heng.Engine.Records;

/// <summary>A 64-bit hash that is the same on every machine and in every run: FNV-1a over UTF-16 units, then mixed. Not for secrets.</summary>
public static class StableHash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(params ReadOnlySpan<string?> parts)
    {
        var hash = Offset;
        foreach (var part in parts)
        {
            foreach (var c in part ?? "\u0001") hash = unchecked((hash ^ c) * Prime);
            hash = unchecked((hash ^ 0xFFFF) * Prime);
        }
        return Mix(hash);
    }

    public static ulong Mix(ulong x) => unchecked(Finish(Finish(x, 0xff51afd7ed558ccd), 0xc4ceb9fe1a85ec53) ^ x >> 33);

    private static ulong Finish(ulong x, ulong by) => unchecked((x ^ x >> 33) * by);
}
