using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>
/// In proportion to the target (按比例): full × clamp(actual ÷ target, floor, cap). Lower is better: actual ≤ target is full, checked before dividing, so 0 is
/// full; else target ÷ actual. A target of 0 under higher-is-better gives no points to reach and therefore no value.
/// </summary>
public sealed record Proportional(decimal Target, Better Better, decimal Floor = 0m, decimal Cap = 1m) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share)
    {
        var target = Scaling.Of(Target, share);
        if (Better == Better.Lower) return full * Math.Clamp(value <= target ? 1m : target <= 0m ? 0m : target / value, Floor, Cap);
        return target > 0 ? full * Math.Clamp(value / target, Floor, Cap) : null;
    }

    public override (decimal At, Better Better)? Standard => (Target, Better);
    public override Method With(decimal aim) => this with { Target = aim, Aim = null };

    public override Bounds Range(Interval values, decimal full)
    {
        if (Better != Better.Lower && Target <= 0m) return Bounds.Of(0m);
        decimal At(decimal? end, decimal beyond) => end is { } value ? PointsFor(value, full, 1m)!.Value : full * beyond;
        return Better == Better.Lower
            ? new(At(values.To, Floor), At(values.From, Math.Clamp(1m, Floor, Cap)))
            : new(At(values.From, Floor), At(values.To, Cap));
    }

    public override IReadOnlyList<Threshold> Thresholds => [new("proportional/target", Target)];

    public override Wording Formula => Better == Better.Lower
        ? new($"实际 ≤ {Shown.Number(Target)} 得满分，否则 满分 × {Shown.Number(Target)} ÷ 实际",
            $"full at or under {Shown.Number(Target)}, else full × {Shown.Number(Target)} ÷ actual")
        : new($"满分 × 实际 ÷ {Shown.Number(Target)}（{Shown.Number(Floor)} 至 {Shown.Number(Cap)}）",
            $"full × actual ÷ {Shown.Number(Target)}, held between {Shown.Number(Floor)} and {Shown.Number(Cap)}");
}

public sealed record Band(Interval Values, decimal Points);

/// <summary>Bands (区间): the points of the first one that contains the value; every edge says which side owns it. A value in none has no points.</summary>
public sealed record Bands(IReadOnlyList<Band> Steps) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => BandOf(value, share)?.Points;
    public Band? BandOf(decimal value, decimal share)
    {
        foreach (var step in Steps)
            if (step.Values.Contains(value, share)) return step;
        return null;
    }

    public override Bounds Range(Interval values, decimal full) => Bounds.Of(Steps.Where(s => !s.Values.And(values).IsEmpty).Select(s => s.Points));

    public override IReadOnlyList<Threshold> Thresholds => [.. Steps.SelectMany((s, i) => new[] { s.Values.From, s.Values.To }.OfType<decimal>().Select(e => new Threshold($"bands/{i}", e)))];

    public override Wording Formula
    {
        get
        {
            var steps = string.Join("; ", Steps.Select(s => $"{s.Values} → {Shown.Number(s.Points)}"));
            return new(steps, steps);
        }
    }
}

public sealed record Knot(decimal At, decimal Points);

/// <summary>Straight lines between points (插值), given in ascending order; beyond the first and the last the points stay as they are there.</summary>
public sealed record Linear(IReadOnlyList<Knot> Knots) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share)
    {
        var (from, to) = Ends(value, share);
        return from == to ? from.Points : Between(from, to, value);
    }

    /// <summary>The two points whose line the value lies on; outside them the same point twice.</summary>
    public (Knot From, Knot To) Ends(decimal value, decimal share)
    {
        var knots = Knots.Select(k => new Knot(Scaling.Of(k.At, share), k.Points)).ToArray();
        if (value <= knots[0].At) return (knots[0], knots[0]);
        if (value >= knots[^1].At) return (knots[^1], knots[^1]);
        var i = Array.FindIndex(knots, k => value < k.At);
        return (knots[i - 1], knots[i]);
    }

    public override Bounds Range(Interval values, decimal full)
    {
        if (Knots.Count == 0) return Bounds.Of(0m);
        var ends = new[] { values.From ?? Knots[0].At, values.To ?? Knots[^1].At };
        return Bounds.Of(Knots.Where(k => values.Contains(k.At)).Select(k => k.Points).Concat(ends.Select(e => PointsFor(e, full, 1m)!.Value)));
    }

    public override IReadOnlyList<Threshold> Thresholds => [.. Knots.Select((k, i) => new Threshold($"linear/{i}", k.At))];

    public static decimal Between(Knot a, Knot b, decimal value) => a.Points + (b.Points - a.Points) * (value - a.At) / (b.At - a.At);

    public override Wording Formula
    {
        get
        {
            var knots = string.Join(", ", Knots.Select(k => $"({Shown.Number(k.At)}, {Shown.Number(k.Points)})"));
            return new($"折线 {knots}", $"straight lines through {knots}");
        }
    }
}

/// <summary>Points that people gave (评分) on a scale; its low end is 0, its high end full points.</summary>
public sealed record OnScale(decimal Low, decimal High, IReadOnlyList<Anchor> Anchors) : Method
{
    public const decimal UsualStep = 0.5m;

    /// <summary>Between the marks that one may give by hand; anchors may stand between.</summary>
    public decimal Step { get; init; } = UsualStep;
    /// <summary>Marks up to the lower, and from the higher on, say why (评语必填); null is the outer tenths of the scale.</summary>
    public MarkEdges? CommentAt { get; init; }
    public MarkEdges Edges => CommentAt ?? new(Low + (High - Low) / 10m, High - (High - Low) / 10m);

    public bool Holds(decimal points) => points >= Low && points <= High;
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => full * (value - Low) / (High - Low);

    public override Bounds Range(Interval values, decimal full) =>
        new(PointsFor(Math.Max(values.From ?? Low, Low), full, 1m), PointsFor(Math.Min(values.To ?? High, High), full, 1m));

    public override Wording Formula =>
        new($"满分 × (评分 − {Shown.Number(Low)}) ÷ {Shown.Number(High - Low)}", $"full × (rating − {Shown.Number(Low)}) ÷ {Shown.Number(High - Low)}");
}

/// <summary>From where on marks are extreme; the edges themselves are.</summary>
public readonly record struct MarkEdges(decimal Low, decimal High);

/// <summary>What a mark on the scale means, in words.</summary>
public sealed record Anchor(decimal At, Wording Means);

/// <summary>Numbers in formulas: invariant, without trailing zeros.</summary>
internal static class Shown
{
    public static string Number(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
