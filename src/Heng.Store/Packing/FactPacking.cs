using Heng.Engine.Facts;
using Heng.Engine.Statistics;

namespace Heng.Store.Packing;

/// <summary>
/// Measures: (primitive step, value) pairs. Waits: (second step, times) pairs. Rounds: asked step, flags (1 answered, 2 by transfer, 4 offline), wait.
/// Each after its count.
/// </summary>
internal static class FactPacking
{
    public static byte[] Pack(Measures measures)
    {
        var pack = new PackWriter(measures.Count * 3 + 2).Whole(measures.Count);
        var before = 0;
        foreach (var (primitive, value) in measures.Values)
        {
            pack.Whole((short)primitive - before).Signed(value);
            before = (short)primitive;
        }
        return pack.ToArray();
    }

    public static Measures Measures(byte[] packed) => AddTo(packed, new Measures().WithRoom(new PackReader(packed).Int()));

    public static Measures AddTo(byte[] packed, Measures sum)
    {
        var reader = new PackReader(packed);
        var count = reader.Int();
        for (int i = 0, primitive = 0; i < count; i++)
        {
            primitive += reader.Int();
            sum.Add((Primitive)primitive, reader.Signed());
        }
        return sum;
    }

    public static byte[] Pack(Waits waits)
    {
        var counts = waits.Counts.ToList();
        var pack = new PackWriter(counts.Count * 3 + 2).Whole(counts.Count);
        var before = 0;
        foreach (var (seconds, times) in counts)
        {
            pack.Whole(seconds - before).Whole(times);
            before = seconds;
        }
        return pack.ToArray();
    }

    public static Waits Waits(byte[] packed) => AddTo(packed, new Waits());

    public static Waits AddTo(byte[] packed, Waits sum)
    {
        var reader = new PackReader(packed);
        var count = reader.Int();
        for (int i = 0, seconds = 0; i < count; i++) sum.Add(seconds += reader.Int(), reader.Int());
        return sum;
    }

    /// <summary>Each pair of packed measures (signed) or waits, without a sum in between.</summary>
    public static void Each(byte[] packed, Action<int, long> pair, bool signed)
    {
        var reader = new PackReader(packed);
        var count = reader.Int();
        for (int i = 0, key = 0; i < count; i++) pair(key += reader.Int(), signed ? reader.Signed() : reader.Whole());
    }

    public static byte[] Pack(IReadOnlyList<Round> rounds)
    {
        var pack = new PackWriter(rounds.Count * 5 + 2).Whole(rounds.Count);
        var before = 0;
        foreach (var round in rounds)
        {
            pack.Signed(round.Asked - before).Byte((byte)((round.Answered is null ? 0 : 1) | (round.ByTransfer ? 2 : 0) | (round.Offline ? 4 : 0) | (round.Closed > 0 ? 8 : 0)));
            if (round.Answered is { } answered) pack.Signed(answered - round.Asked);
            if (round.Closed > 0) pack.Signed(round.Closed);
            before = round.Asked;
        }
        return pack.ToArray();
    }

    public static IReadOnlyList<Round> Rounds(byte[] packed)
    {
        var reader = new PackReader(packed);
        var rounds = new Round[reader.Int()];
        for (int i = 0, asked = 0; i < rounds.Length; i++)
        {
            asked += (int)reader.Signed();
            var flags = reader.Byte();
            int? answered = (flags & 1) != 0 ? asked + (int)reader.Signed() : null;
            rounds[i] = new(asked, answered, (flags & 2) != 0, (flags & 4) != 0) { Closed = (flags & 8) != 0 ? (int)reader.Signed() : 0 };
        }
        return rounds;
    }
}
