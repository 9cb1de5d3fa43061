using Heng.Engine.Explanation;

namespace Heng.Engine.Statistics;

/// <summary>
/// A number and how far the true one may lie below and above it, as squares of distances, which is how independent estimates add up (Zou and Donner, 2008). An exact number
/// has none.
/// </summary>
public readonly record struct Estimate(decimal Value, decimal BelowSquared, decimal AboveSquared)
{
    public static Estimate Of(decimal value, Confidence? within) => within is { } c ? new(value, Square(value - c.Low), Square(c.High - value)) : new(value, 0m, 0m);

    public Estimate Negate() => new(-Value, AboveSquared, BelowSquared);

    /// <summary>
    /// Whether this one is truly the greater: the interval of their difference (Newcombe, 1998, method 10) lies wholly above 0. Of two equal numbers, and of two within
    /// noise, neither is.
    /// </summary>
    public bool ClearlyAbove(Estimate other) => Value > other.Value && Square(Value - other.Value) > BelowSquared + other.AboveSquared;

    private static decimal Square(decimal distance) => distance * distance;
}
