using Heng.Engine.Explanation;

namespace Heng.Engine.Statistics;

/// <summary>
/// The interval of a rate of outcomes by Wilson's score (E. B. Wilson, 1927), 95 %: never outside 0 and 1, and as wide as a small sample deserves, even at 0 and at 100 %.
/// Part and whole are counts, 0 ≤ part ≤ whole, whole above 0. Rounded to 6 places.
/// </summary>
public static class Wilson
{
    private const decimal Z = 1.959963984540054m;

    public static Confidence Of(decimal part, decimal whole)
    {
        var (rate, spread) = (part / whole, Z * Z / whole);
        var centre = rate + spread / 2m;
        var reach = Z * Root((rate * (1m - rate) + spread / 4m) / whole);
        return new(Math.Min(rate, End((centre - reach) / (1m + spread))), Math.Max(rate, End((centre + reach) / (1m + spread))));
    }

    private static decimal End(decimal value) => Math.Round(Math.Clamp(value, 0m, 1m), 6, MidpointRounding.AwayFromZero);

    /// <summary>A guess in floating point and Newton's step twice: exact to some 25 places, so that no machine rounds the sixth otherwise.</summary>
    private static decimal Root(decimal square)
    {
        if (square == 0m) return 0m;
        var root = (decimal)Math.Sqrt((double)square);
        root = (root + square / root) / 2m;
        return (root + square / root) / 2m;
    }
}
