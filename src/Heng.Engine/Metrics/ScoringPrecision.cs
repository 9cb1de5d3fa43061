using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics;

/// <summary>The precision at which pages show and scoring compares a value: seconds 0.01, rates and ratios 0.0001, money and all else 0.01; half away from zero.</summary>
public static class ScoringPrecision
{
    public static int DigitsOf(Unit unit) => unit is Unit.Rate or Unit.Ratio ? 4 : 2;

    public static decimal Round(Metric metric, decimal value) => Math.Round(value, DigitsOf(metric.Unit), MidpointRounding.AwayFromZero);
}
