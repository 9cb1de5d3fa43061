using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>What a score is worth (绩效系数), held between floor and cap.</summary>
public abstract record Coefficient(decimal Floor, decimal? Cap)
{
    protected static readonly Wording Name = new("绩效系数", "coefficient");
    public abstract Explained Of(Explained score, string? grade);

    /// <summary>The coefficient of a score, and of the grade that stands for it; null where there is none.</summary>
    public abstract decimal? At(decimal score, string? grade);

    /// <summary>What scores between these can be worth.</summary>
    public abstract Bounds Range(Bounds scores);

    protected decimal Held(decimal value) => Math.Max(Floor, Cap is { } cap ? Math.Min(value, cap) : value);
}

/// <summary>A straight line through the points, going on at both ends as steep as between the last two: 80 → 0.8 and 100 → 1.0 makes 110 → 1.1.</summary>
public sealed record LinearCoefficient(IReadOnlyList<Knot> Knots, decimal Floor = 0m, decimal? Cap = null) : Coefficient(Floor, Cap)
{
    public override Explained Of(Explained score, string? grade) => Explained.By("coefficient", Name, Unit.Ratio, new CoefficientOnLine(this), score);

    /// <summary>The two points whose line a score lies on.</summary>
    public (Knot From, Knot To) Ends(decimal score)
    {
        var upper = Math.Clamp(Knots.TakeWhile(k => k.At <= score).Count(), 1, Knots.Count - 1);
        return (Knots[upper - 1], Knots[upper]);
    }

    public override decimal? At(decimal score, string? grade) => At(score);

    internal decimal At(decimal score)
    {
        var (from, to) = Ends(score);
        return Held(Linear.Between(from, to, score));
    }

    public override Bounds Range(Bounds scores) => scores is { Low: { } low, High: { } high }
        ? Bounds.Of([At(low), At(high), .. Knots.Where(k => scores.Holds(k.At)).Select(k => At(k.At))])
        : new(Floor, Cap);
}

public sealed record CoefficientOnLine(LinearCoefficient Through) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } score ? Through.At(score) : null;
    public override Wording Formula
    {
        get
        {
            var knots = string.Join(", ", Through.Knots.Select(k => $"{Shown.Number(k.At)} → {Shown.Number(k.Points)}"));
            return new($"直线 {knots}", $"straight line {knots}");
        }
    }
}

/// <summary>One coefficient per band of scores; a score in none has no coefficient.</summary>
public sealed record BandCoefficient(IReadOnlyList<Band> Bands, decimal Floor = 0m, decimal? Cap = null) : Coefficient(Floor, Cap)
{
    public override Explained Of(Explained score, string? grade) => Explained.By("coefficient", Name, Unit.Ratio, new CoefficientOfBand(this), score);

    public override decimal? At(decimal score, string? grade) => At(score);

    public override Bounds Range(Bounds scores) => Scoring.Bounds.Of(Bands.Where(b => !b.Values.And(scores.Interval).IsEmpty).Select(b => Held(b.Points)));

    internal decimal? At(decimal score) => Bands.FirstOrDefault(b => b.Values.Contains(score)) is { } band ? Held(band.Points) : null;
}

public sealed record CoefficientOfBand(BandCoefficient Among) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } score ? Among.At(score) : null;
    public override Wording Formula
    {
        get
        {
            var bands = string.Join("; ", Among.Bands.Select(b => $"{b.Values} → {Shown.Number(b.Points)}"));
            return new(bands, bands);
        }
    }
}

/// <summary>One coefficient per grade (等级).</summary>
public sealed record GradeCoefficient(IReadOnlyDictionary<string, decimal> Table, decimal Floor = 0m, decimal? Cap = null) : Coefficient(Floor, Cap)
{
    public override Explained Of(Explained score, string? grade) =>
        Explained.By("coefficient", Name, Unit.Ratio, AllPresent.Instance,
            Explained.Leaf("grade-coefficient", new($"等级 {grade ?? "–"}", $"grade {grade ?? "–"}"),
                Of(grade), Unit.Ratio),
            score);

    public override decimal? At(decimal score, string? grade) => Of(grade);

    public override Bounds Range(Bounds scores) => Bounds.Of(Table.Values.Select(Held));

    private decimal? Of(string? grade) => grade is not null && Table.TryGetValue(grade, out var c) ? Held(c) : null;
}
