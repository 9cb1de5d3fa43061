using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>
/// A scoring method (评分方法) is an operation: applied to the item's rounded value, its full points and, in a part month, the share of the month, it gives
/// points to 0.01.
/// No value in is no points out, never zero.
/// </summary>
public abstract record Method : Operation
{
    public sealed override decimal? Apply(IReadOnlyList<decimal?> inputs) => Unrounded(inputs) is { } points ? Scaling.Round(points) : null;

    public sealed override decimal? Unrounded(IReadOnlyList<decimal?> inputs) =>
        inputs is [{ } value, { } full, ..] ? PointsFor(value, full, inputs.Count > 2 ? inputs[2] ?? 1m : 1m) : null;

    public Explained Score(Item item, Explained value, Explained? share)
    {
        var full = Explained.Leaf("full", new("满分", "full points"), item.Weight, Unit.Points);
        return share is null
            ? Explained.By(item.Id, item.Name, Unit.Points, this, value, full)
            : Explained.By(item.Id, item.Name, Unit.Points, this, value, full, share);
    }

    /// <summary>What is asked for, and which side of it is better, where the method asks for one number.</summary>
    public virtual (decimal At, Better Better)? Standard => null;

    /// <summary>What is asked for where that differs from person to person; null where it is the same for all.</summary>
    public Aim? Aim { get; init; }

    /// <summary>Where what is asked for comes from, of several the one for everybody else; null where nobody wrote it down.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The method as it stands for somebody.</summary>
    public virtual Method With(decimal aim) => this;

    protected abstract decimal? PointsFor(decimal value, decimal full, decimal share);

    /// <summary>The points alone, for a value that is already rounded; share is 1 in a whole month. The same number as with its explanation.</summary>
    public decimal? Points(decimal value, decimal full, decimal share = 1m) => PointsFor(value, full, share) is { } points ? Scaling.Round(points) : null;

    /// <summary>The points that values of this stretch can come to in a whole month.</summary>
    public abstract Bounds Range(Interval values, decimal full);

    /// <summary>The points between which the true ones lie, where what it saw is an estimate.</summary>
    public virtual Bounds PointsWithin(Confidence seen, decimal full) => Range(new(seen.Low, true, seen.High, true), full);

    /// <summary>The values with which it compares, each with the path of its place under the method in a plan file, such as <c>bands/1</c>.</summary>
    public virtual IReadOnlyList<Threshold> Thresholds => [];
}

/// <summary>A value that a method compares with (门槛): a target, an edge, a point of a line.</summary>
public readonly record struct Threshold(string Place, decimal Value);
