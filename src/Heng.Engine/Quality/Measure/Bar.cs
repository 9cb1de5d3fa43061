namespace Heng.Engine.Quality.Measure;

/// <summary>Why a rule stays in shadow (试运行).</summary>
public enum BarRefusal { TooFewLabels, PrecisionBelowBar }

/// <summary>
/// What a rule must reach before it may cost points (上线门槛): so many labelled hits, and the lower end of its precision's interval not under the bar. Twenty hits that are all right reach
/// 0.8389 and pass the bar as shipped; with one wrong it takes 25 (23 right of 24 reach 0.7976).
/// </summary>
public sealed record Bar(decimal Precision, int AtLeast)
{
    public static readonly Bar Shipped = new(0.8m, 20);
    public const int MostLabels = 1000;

    public bool IsSound => Precision is > 0m and < 1m && AtLeast is > 0 and <= MostLabels;

    public BarRefusal? Refuses(Measured measured) =>
        measured.Hits < AtLeast ? BarRefusal.TooFewLabels
        : measured.PrecisionWithin is not { } within || within.Low < Precision ? BarRefusal.PrecisionBelowBar
        : null;
}
