using System.Runtime.InteropServices;

namespace Heng.Engine.Records;

/// <summary>A quick hash of a few bytes for tables in memory. It is never kept, unlike <see cref="StableHash"/>.</summary>
public static class ByteHash
{
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (ulong)bytes.Length;
            for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(bytes));
            foreach (var b in bytes) hash = (hash ^ b) * 1099511628211UL;
            return (int)(Mixed(hash) >> 33);
        }
    }

    private static ulong Mixed(ulong hash) => unchecked((hash ^ hash >> 29) * 0x9E3779B97F4A7C15UL);
}
