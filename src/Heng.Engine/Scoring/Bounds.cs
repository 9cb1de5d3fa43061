namespace Heng.Engine.Scoring;

/// <summary>
/// The lowest and the highest that a number can be (上下界); null is without end. An end may be approached without ever being reached.
/// Arithmetic holds for every choice of values within; where nothing can be said, both ends are open.
/// </summary>
public readonly record struct Bounds(decimal? Low, decimal? High)
{
    public static readonly Bounds Any = new(null, null);

    public static Bounds Of(decimal value) => new(value, value);

    /// <summary>The least stretch that holds all of them; of none, nothing but 0.</summary>
    public static Bounds Of(IEnumerable<decimal> values) => values.ToArray() is { Length: > 0 } all ? new(all.Min(), all.Max()) : Of(0m);

    public bool Holds(decimal value) => !(value < Low) && !(value > High);
    public Interval Interval => new(Low, true, High, true);
    public Bounds Negated => new(-High, -Low);

    public Bounds Or(Bounds other) => new(Low < other.Low ? Low : Low is null ? null : other.Low, High > other.High ? High : High is null ? null : other.High);
    public Bounds Plus(Bounds other) => new(Low + other.Low, High + other.High);

    public Bounds Times(Bounds other)
    {
        if (Low is { } a && High is { } b && other is { Low: { } c, High: { } d }) return Of([a * c, a * d, b * c, b * d]);
        if (Low == High && Low is { } factor) return other.Scaled(factor);
        if (other.Low == other.High && other.Low is { } by) return Scaled(by);
        return Low >= 0m && other.Low >= 0m ? new(Low * other.Low, null) : Any;
    }

    /// <summary>Divided by what may be 0, anything can come out.</summary>
    public Bounds Over(Bounds other) =>
        other.Low <= 0m && other.High >= 0m ? Any
        : Low is { } a && High is { } b && other is { Low: { } c, High: { } d } ? Of([a / c, a / d, b / c, b / d])
        : other.Low > 0m ? Times(new(other.High is { } high ? 1m / high : 0m, 1m / other.Low))
        : other.High < 0m ? Times(new(1m / other.High, other.Low is { } low ? 1m / low : 0m))
        : Any;

    public Bounds Least(Bounds other) => new(Low is null || other.Low is null ? null : Math.Min(Low.Value, other.Low.Value),
        High is { } a && other.High is { } b ? Math.Min(a, b) : High ?? other.High);

    public Bounds Most(Bounds other) => Negated.Least(other.Negated).Negated;

    private Bounds Scaled(decimal factor) => factor switch { 0m => Of(0m), > 0m => new(Low * factor, High * factor), _ => new(High * factor, Low * factor) };
}
