using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>A sparse vector of primitives: what one fact, or one agent-day, adds. Zeroes are not kept; the order is by primitive.</summary>
public sealed class Measures
{
    private Primitive[] primitives = [];
    private long[] values = [];
    private int count;

    public IEnumerable<KeyValuePair<Primitive, long>> Values
    {
        get
        {
            for (var i = 0; i < count; i++) yield return new(primitives[i], values[i]);
        }
    }

    public long this[Primitive primitive] => Find(primitive) is var at and >= 0 ? values[at] : 0;
    public int Count => count;
    public bool IsEmpty => count == 0;

    public Measures Add(Primitive primitive, long value)
    {
        if (value == 0) return this;
        var at = Find(primitive);
        if (at < 0) Insert(~at, primitive, value);
        else if ((values[at] = Combine(primitive, values[at], value)) == 0) Remove(at);
        return this;
    }

    public Measures Add(Measures other)
    {
        for (var i = 0; i < other.count; i++) Add(other.primitives[i], other.values[i]);
        return this;
    }

    /// <summary>Makes room for what is known to come.</summary>
    public Measures WithRoom(int primitivesToCome)
    {
        Resize(count + primitivesToCome);
        return this;
    }

    private static long Combine(Primitive primitive, long a, long b) => primitive == Primitive.MaxConcurrent ? Math.Max(a, b) : a + b;

    /// <summary>The place of a primitive, or the complement of where it belongs. Rows come in order, so the end is tried first.</summary>
    private int Find(Primitive primitive) =>
        count == 0 || primitives[count - 1] < primitive ? ~count : Array.BinarySearch(primitives, 0, count, primitive, Order);

    private static readonly Comparer<Primitive> Order = Comparer<Primitive>.Create((a, b) => ((short)a).CompareTo((short)b));

    private void Insert(int at, Primitive primitive, long value)
    {
        if (count == primitives.Length) Resize(Math.Max(8, count * 2));
        Array.Copy(primitives, at, primitives, at + 1, count - at);
        Array.Copy(values, at, values, at + 1, count - at);
        (primitives[at], values[at]) = (primitive, value);
        count++;
    }

    private void Remove(int at)
    {
        count--;
        Array.Copy(primitives, at + 1, primitives, at, count - at);
        Array.Copy(values, at + 1, values, at, count - at);
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref primitives, capacity);
        Array.Resize(ref values, capacity);
    }
}

/// <summary>Where a rule's sales primitives stand: the base number moved by twenty for each rule.</summary>
public static class SalesPrimitive
{
    public static Primitive Under(this Primitive salesBase, Judgement rule) => (Primitive)((short)salesBase + 20 * (short)rule);
}
