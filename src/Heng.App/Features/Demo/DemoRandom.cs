using System.Globalization;
using Heng.Engine.Records;

namespace Heng.App.Features.Demo;

/// <summary>SplitMix64: whole numbers only, so that the same seed invents the same shop on every machine.</summary>
public sealed class DemoRandom(ulong state)
{
    private ulong _state = state;

    /// <summary>A stream of its own for each purpose, so that a change to one leaves the others as they were.</summary>
    public static DemoRandom For(int seed, string purpose) => new(StableHash.Of(seed.ToString(CultureInfo.InvariantCulture), purpose));

    public ulong Bits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = (_state ^ _state >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }

    /// <summary>0 up to but not including <paramref name="count"/>.</summary>
    public int Below(int count) => (int)Math.BigMul(Bits(), (ulong)count, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> table) => table[Below(table.Count)];

    /// <summary>An index, as often as its weight says.</summary>
    public int Weighed(ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights) total += weight;
        var left = Below(total);
        for (var i = 0; i < weights.Length; i++)
        {
            if (left < weights[i]) return i;
            left -= weights[i];
        }
        return weights.Length - 1;
    }

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
