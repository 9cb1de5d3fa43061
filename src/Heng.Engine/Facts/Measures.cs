using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>A sparse vector of primitives: what one fact, or one agent-day, adds. Zeroes are not kept; the order is by primitive.</summary>
public sealed class Measures
{
    private readonly SortedDictionary<Primitive, long> values = [];

    public IEnumerable<KeyValuePair<Primitive, long>> Values => values;
    public long this[Primitive primitive] => values.TryGetValue(primitive, out var value) ? value : 0;
    public bool IsEmpty => values.Count == 0;

    public Measures Add(Primitive primitive, long value)
    {
        if (value != 0) Put(primitive, Combine(primitive, this[primitive], value));
        return this;
    }

    public Measures Add(Measures other)
    {
        foreach (var (primitive, value) in other.values) Add(primitive, value);
        return this;
    }

    private static long Combine(Primitive primitive, long a, long b) => primitive == Primitive.MaxConcurrent ? Math.Max(a, b) : a + b;

    private void Put(Primitive primitive, long value)
    {
        if (value == 0) values.Remove(primitive);
        else values[primitive] = value;
    }
}

/// <summary>Where a rule's sales primitives stand: the base number moved by twenty for each rule.</summary>
public static class SalesPrimitive
{
    public static Primitive Under(this Primitive salesBase, Judgement rule) => (Primitive)((short)salesBase + 20 * (short)rule);
}
