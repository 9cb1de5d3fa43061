using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>Rounding that scores agree on, half away from zero: seconds, money and counts 0.01, rates and ratios 0.0001, ratings 0.001, points 0.01.</summary>
public static class Scaling
{
    public static int Digits(Unit unit) => unit switch { Unit.Rate or Unit.Ratio => 4, Unit.Points => 3, _ => 2 };

    public static decimal Round(decimal value, int digits = 2) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    /// <summary>A target, edge or balance point for a part month; a whole month leaves it as it is written.</summary>
    public static decimal Of(decimal parameter, decimal share) => share == 1m ? parameter : Round(parameter * share);

    /// <summary>The value that bands, ranks and steps see.</summary>
    public static Explained Scoring(Explained value) =>
        Explained.By("value", value.Label, value.Unit, new Rounded(Digits(value.Unit)), value) with { Confidence = value.Confidence };

    /// <summary>Worked ÷ due days for an item that scales, null where the month counts whole: days unknown, or none missed.</summary>
    public static Explained? PartMonth(decimal? worked, decimal? due) =>
        worked is { } w && due is { } d && d > 0 && w < d && w >= 0
            ? Explained.By("share", new("出勤比例", "share of the month"), Unit.Ratio, Quotient.Instance,
                Explained.Leaf("worked", new("出勤天数", "days worked"), w, Unit.Days),
                Explained.Leaf("due", new("应出勤天数", "days due"), d, Unit.Days))
            : null;
}
