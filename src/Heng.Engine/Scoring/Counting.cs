using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>
/// Full points for a quantity that is reached (计数): from From on, and where To is set up to To; above it full too, or nothing, as the plan says. Below, nothing, or
/// full × actual ÷ From where it is in proportion.
/// </summary>
public sealed record ByCount(decimal From, decimal? To, bool FullAbove, bool InProportion) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share)
    {
        var from = Scaling.Of(From, share);
        if (value < from) return InProportion ? full * Math.Max(0m, value) / from : 0m;
        return FullAbove || To is not { } to || value <= Scaling.Of(to, share) ? full : 0m;
    }

    public override (decimal At, Better Better)? Standard => (From, Better.Higher);
    public override Method With(decimal aim) => this with { From = aim, Aim = null };

    public override Bounds Range(Interval values, decimal full)
    {
        decimal?[] seen = [values.From, values.To, .. new[] { From, To }.Where(e => e is { } edge && values.Contains(edge))];
        var points = seen.OfType<decimal>().Select(v => PointsFor(v, full, 1m)!.Value).ToList();
        if (values.From is null) points.Add(0m);
        if (values.To is null) points.Add(FullAbove || To is null ? full : 0m);
        // Just under what is asked for nothing, or all but nothing, is missing from the full points.
        if (!InProportion && values.And(new(null, false, From, false)) is { IsEmpty: false }) points.Add(0m);
        if (InProportion && values.And(new(null, false, From, false)) is { IsEmpty: false }) points.Add(full);
        if (To is { } to && !FullAbove && values.And(new(to, false, null, false)) is { IsEmpty: false }) points.Add(0m);
        return Bounds.Of(points);
    }

    public override IReadOnlyList<Threshold> Thresholds => To is { } to ? [new("count/at-least", From), new("count/at-most", to)] : [new("count/at-least", From)];

    public override Wording Formula
    {
        get
        {
            var (zh, en) = To is { } to && !FullAbove ? ($"{Shown.Number(From)} 至 {Shown.Number(to)} 得满分，超过得 0", $"full from {Shown.Number(From)} to {Shown.Number(to)}, nothing above")
                : ($"达到 {Shown.Number(From)} 得满分", $"full from {Shown.Number(From)} on");
            return InProportion ? new($"{zh}，不足按比例", $"{en}, in proportion below") : new($"{zh}，不足得 0", $"{en}, nothing below");
        }
    }
}

/// <summary>What causes took off (扣分): full − points lost, never below 0. The value is the sum that its causes make.</summary>
public sealed record Deduct : Method
{
    public static readonly Deduct Instance = new();
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => Math.Max(0m, full - value);
    public override Bounds Range(Interval values, decimal full) => new(values.To is { } most ? Math.Max(0m, full - most) : 0m, values.From is { } least ? Math.Max(0m, full - least) : null);
    public override Wording Formula => new("满分 − 扣分，不低于 0", "full − points lost, never below 0");
}

/// <summary>Full points times a part of the whole (质检、目标进度), the part held between 0 and 1.</summary>
public sealed record OfWhole : Method
{
    public static readonly OfWhole Instance = new();
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => full * Math.Clamp(value, 0m, 1m);
    public override Bounds Range(Interval values, decimal full) => new(full * Math.Clamp(values.From ?? 0m, 0m, 1m), full * Math.Clamp(values.To ?? 1m, 0m, 1m));
    public override Wording Formula => new("满分 × 得分率", "full × the part reached");
}

/// <summary>Points by how far a goal came (目标): met from the whole on, not met at nothing, else partly.</summary>
public sealed record ByGoal(decimal Met, decimal Partly, decimal NotMet) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => value >= 1m ? Met : value > 0m ? Partly : NotMet;
    public override Bounds Range(Interval values, decimal full) => Bounds.Of([Met, Partly, NotMet]);
    public override Wording Formula => new($"达成 {Shown.Number(Met)}，部分达成 {Shown.Number(Partly)}，未达成 {Shown.Number(NotMet)}",
        $"met {Shown.Number(Met)}, partly {Shown.Number(Partly)}, not {Shown.Number(NotMet)}");
}

/// <summary>On the straight line from nothing at one value to full at another (成长、稳定), level beyond both; either may be the larger.</summary>
public sealed record ZeroToFull(decimal ZeroAt, decimal FullAt) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => full * Math.Clamp((value - ZeroAt) / (FullAt - ZeroAt), 0m, 1m);

    public override Bounds Range(Interval values, decimal full)
    {
        var (up, down) = FullAt > ZeroAt ? (0m, full) : (full, 0m);
        return Bounds.Of([values.From is { } from ? PointsFor(from, full, 1m)!.Value : up, values.To is { } to ? PointsFor(to, full, 1m)!.Value : down]);
    }

    public override Wording Formula => new($"满分 × (实际 − {Shown.Number(ZeroAt)}) ÷ ({Shown.Number(FullAt)} − {Shown.Number(ZeroAt)})，0 至满分",
        $"full × (actual − {Shown.Number(ZeroAt)}) ÷ ({Shown.Number(FullAt)} − {Shown.Number(ZeroAt)}), between 0 and full");
}

/// <summary>Points as somebody gave them (加减分), above or below 0.</summary>
public sealed record AsGiven : Method
{
    public static readonly AsGiven Instance = new();
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => value;
    public override Bounds Range(Interval values, decimal full) => new(values.From, values.To);
    public override Wording Formula => new("按所给分数", "the points as given");
}
