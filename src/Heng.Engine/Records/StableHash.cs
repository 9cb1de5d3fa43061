namespace Heng.Engine.Records;

/// <summary>A 64-bit hash that is the same on every machine and in every run: FNV-1a over UTF-16 units, then mixed. Not for secrets.</summary>
public static class StableHash
{
    private const ulong Prime = 1099511628211;

    public static ulong Of(params ReadOnlySpan<string?> parts)
    {
        var hash = Begun;
        foreach (var part in parts) hash = hash.Then(part ?? "\u0001");
        return hash.End;
    }

    /// <summary>The same of parts that are given one by one.</summary>
    public static Partial Begun => new(14695981039346656037);

    public readonly struct Partial
    {
        private readonly ulong hash;

        internal Partial(ulong hash) => this.hash = hash;

        public Partial Then(ReadOnlySpan<char> part)
        {
            var then = hash;
            foreach (var c in part) then = unchecked((then ^ c) * Prime);
            return new(unchecked((then ^ 0xFFFF) * Prime));
        }

        public ulong End => Mix(hash);
    }

    public static ulong Mix(ulong x) => unchecked(Finish(Finish(x, 0xff51afd7ed558ccd), 0xc4ceb9fe1a85ec53) ^ x >> 33);

    private static ulong Finish(ulong x, ulong by) => unchecked((x ^ x >> 33) * by);
}
