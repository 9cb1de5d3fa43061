namespace Heng.Engine.Records;

/// <summary>Names as bytes, numbered from 1 in the order they came, each with its hash: most rows name somebody who was named before, and make no string.</summary>
public sealed class NameNumbers
{
    private readonly Utf8Blocks blocks = new();
    private readonly List<string> names = [];
    private Utf8Text[] texts = new Utf8Text[256];
    private ulong[] hashes = new ulong[256];
    private int[] buckets = new int[256];
    // A number at the place that its bytes hash to, or behind it; 0 is free. At most half are taken.
    private int[] slots = new int[512];

    public IReadOnlyList<string> Names => names;

    /// <summary><see cref="MergeHash.OfName"/> of the name with this number.</summary>
    public ulong HashOf(int number) => hashes[number - 1];

    public int Of(ReadOnlySpan<byte> name)
    {
        var bucket = ByteHash.Of(name);
        for (var slot = bucket & slots.Length - 1; ; slot = slot + 1 & slots.Length - 1)
        {
            var number = slots[slot];
            if (number == 0) return Added(name, bucket, slot);
            if (buckets[number - 1] == bucket && texts[number - 1].Bytes.SequenceEqual(name)) return number;
        }
    }

    private int Added(ReadOnlySpan<byte> name, int bucket, int slot)
    {
        var text = blocks.Keep(name);
        names.Add(text.ToString());
        var number = names.Count;
        if (number > texts.Length)
        {
            Array.Resize(ref texts, texts.Length * 2);
            Array.Resize(ref hashes, hashes.Length * 2);
            Array.Resize(ref buckets, buckets.Length * 2);
        }
        (texts[number - 1], hashes[number - 1], buckets[number - 1], slots[slot]) = (text, MergeHash.OfName(names[^1]), bucket, number);
        if (number * 2 > slots.Length) Spread();
        return number;
    }

    private void Spread()
    {
        slots = new int[slots.Length * 2];
        for (var number = 1; number <= names.Count; number++)
        {
            var slot = buckets[number - 1] & slots.Length - 1;
            while (slots[slot] != 0) slot = slot + 1 & slots.Length - 1;
            slots[slot] = number;
        }
    }
}
