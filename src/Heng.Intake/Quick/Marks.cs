using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heng.Intake.Quick;

/// <summary>Where delimiters, line ends, quotes and NULs stand in a run of bytes, found thirty-two at a time.</summary>
internal sealed class Marks(byte delimiter)
{
    private const byte LineEnd = (byte)'\n', Quote = (byte)'"';
    private int[] places = new int[4096];

    public int Count { get; private set; }
    public int this[int index] => places[index];

    public void Find(ReadOnlySpan<byte> run)
    {
        if (places.Length < run.Length) places = new int[run.Length];
        var found = places.AsSpan();
        var (count, at) = (0, 0);
        ref var first = ref MemoryMarshal.GetReference(run);
        var (delimiters, ends, quotes) = (Vector256.Create(delimiter), Vector256.Create(LineEnd), Vector256.Create(Quote));
        for (; at + Vector256<byte>.Count <= run.Length; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)at);
            var hits = Vector256.Equals(bytes, delimiters) | Vector256.Equals(bytes, ends) | Vector256.Equals(bytes, quotes) | Vector256.Equals(bytes, Vector256<byte>.Zero);
            for (var bits = hits.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1) found[count++] = at + BitOperations.TrailingZeroCount(bits);
        }
        for (; at < run.Length; at++)
            if (run[at] == delimiter || run[at] is LineEnd or Quote or 0) found[count++] = at;
        Count = count;
    }
}
