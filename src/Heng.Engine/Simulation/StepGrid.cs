using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// The values that a number can come to on its better side, the nearest first. A ratio of countable things grows by one more in its upper half; all else goes by grains of its unit, on
/// round values. What is worse the more there is cannot be undone by counting, so it goes by grains too.
/// </summary>
internal sealed class StepGrid
{
    private const int Far = 1_000_000;
    private readonly decimal now, grain, part, whole;
    private readonly Better better;
    private readonly int digits;

    public StepGrid(decimal now, Unit unit, Better better, MetricValue? reading)
    {
        (this.now, this.better, digits, grain) = (now, better, Scaling.Digits(unit), GrainOf(unit));
        if (better == Better.Higher && reading is { Metric.Formula: RatioOf ratio, Part: { } upper, Whole: > 0m and { } lower } && IsCountable(reading.Metric, ratio)) (part, whole, What) = (upper, lower, WordsOf(reading.Metric, ratio));
        Most = What is not null ? unit == Unit.Rate && part <= whole ? (int)Math.Min(whole - part, Far) : Far
            : better == Better.Lower ? Clamped(decimal.Ceiling(now / grain))
            : unit == Unit.Rate && now <= 1m ? Clamped(decimal.Ceiling((1m - now) / grain)) : Far;
    }

    /// <summary>What is counted in the upper half of a ratio; null where the value itself is what can be said.</summary>
    public Wording? What { get; }
    /// <summary>How many steps there are before the number's own end.</summary>
    public int Most { get; }

    public decimal At(int steps) =>
        What is not null ? Scaling.Round((part + steps) / whole, digits)
        : better == Better.Lower ? (decimal.Ceiling(now / grain) - steps) * grain
        : (decimal.Floor(now / grain) + steps) * grain;

    public bool IsBeyond(decimal value) => better == Better.Lower ? value < now : value > now;

    /// <summary>A number of steps that reaches the value and lies past it, where there is something past it.</summary>
    public int Past(decimal value) => Math.Min(Most, Clamped(1m + decimal.Ceiling(
        What is not null ? value * whole - part
        : better == Better.Lower ? decimal.Ceiling(now / grain) - value / grain
        : value / grain - decimal.Floor(now / grain))));

    private static int Clamped(decimal steps) => (int)Math.Clamp(steps, 0m, Far);

    private static bool IsCountable(Metric metric, RatioOf ratio) =>
        metric.Unit is Unit.Rate or Unit.Ratio && ratio.Scale == 1m && ratio.Part.Items.All(t => t.Times == 1 && PrimitiveWords.UnitOf(t.Primitive) != Unit.Seconds);

    private static Wording WordsOf(Metric metric, RatioOf ratio) =>
        ratio.Part.Items is [var only] ? PrimitiveWords.Of(only.Primitive) : new($"计入{metric.Name.Zh}的次数", $"counts in {metric.Name.En}");

    private static decimal GrainOf(Unit unit) => unit switch
    {
        Unit.Rate => 0.001m,
        Unit.Ratio => 0.01m,
        Unit.Yuan => 100m,
        Unit.Points or Unit.PerHour or Unit.PerMinute or Unit.PerPerson => 0.1m,
        _ => 1m,
    };
}
