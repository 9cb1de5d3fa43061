using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>
/// So many points for each whole step (每步加减): base ± points × steps, held between least and most. Steps = (actual − start) ÷ step, cut toward zero, positive on
/// the better side; so less than a step either way changes nothing.
/// </summary>
public sealed record PerStep(decimal Start, decimal Step, decimal Base, decimal Each, Better Better, decimal Least, decimal Most) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => Math.Clamp(Base + Each * Steps(value, share), Least, Most);

    public decimal Steps(decimal value, decimal share)
    {
        var start = Scaling.Of(Start, share);
        return decimal.Truncate((Better == Better.Lower ? start - value : value - start) / Step);
    }

    public override (decimal At, Better Better)? Standard => (Start, Better);
    public override Method With(decimal aim) => this with { Start = aim, Aim = null };

    public override Bounds Range(Interval values, decimal full)
    {
        // Steps that give nothing lead nowhere.
        decimal End(decimal? end, decimal beyond) => end is { } value ? PointsFor(value, full, 1m)!.Value : Each > 0m ? beyond : Base;
        return Better == Better.Lower ? new(End(values.To, Least), End(values.From, Most)) : new(End(values.From, Least), End(values.To, Most));
    }

    public override IReadOnlyList<Threshold> Thresholds => [new("per-step/start", Start)];

    public override Wording Formula
    {
        get
        {
            var (start, step, from, each) = (Shown.Number(Start), Shown.Number(Step), Shown.Number(Base), Shown.Number(Each));
            var (zh, en) = Better == Better.Lower ? ($"{start} − 实际", $"{start} − actual") : ($"实际 − {start}", $"actual − {start}");
            return new($"{from} + {each} × 整步数（({zh}) ÷ {step}，向零取整），{Shown.Number(Least)} 至 {Shown.Number(Most)}",
                $"{from} + {each} × whole steps (({en}) ÷ {step}, cut toward zero), held between {Shown.Number(Least)} and {Shown.Number(Most)}");
        }
    }
}
