using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>Each slab's rate on its own part (分段累进), or the rate of the slab that the whole amount falls into (全额分档).</summary>
public enum CommissionWay : byte { Marginal, Whole }

/// <summary>
/// Commission (提成) on a metric: a rate a slab, whose edges say which side owns them. A number under 0, such as more refunds than sales, takes back at the rates that it would
/// have paid. Without data nothing is paid, and the line says so.
/// </summary>
public sealed record Commission(string Id, Wording Label, FromMetric Source, CommissionWay Way, IReadOnlyList<Band> Slabs) : PayComponent(Id, Label)
{
    public decimal? Low { get; init; }
    public decimal? High { get; init; }

    public override IReadOnlyList<FromMetric> Metrics => [Source];

    public override IReadOnlyList<PayLine> Lines(Payee payee)
    {
        var value = Scaling.Scoring(payee.Metric(Source.Asked));
        var earned = Way == CommissionWay.Marginal ? BySlabs(value) : OfWhole(value);
        var held = Low is null && High is null ? earned : Explained.By("held", Label, Unit.Yuan, new HeldBetween(Low, High), earned);
        IReadOnlyList<Wording> notes = value.Value is null ? [new("暂无数据，不发提成", "no data, so no commission")]
            : earned.Value is null ? [new("不在任何一档之内，不发提成", "in no slab, so no commission")] : [];
        return [Line(Id, Label, Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, held), notes)];
    }

    private Explained BySlabs(Explained value)
    {
        var parts = Slabs.Select((slab, i) => (Slab: slab, Index: i, Part: Explained.By("part", new($"{slab.Values} 的部分", $"the part in {slab.Values}"), value.Unit, new PartInSlab(slab.Values), value))).ToArray();
        // Slabs that the number does not come to say nothing.
        var reached = parts.Where(p => p.Part.Value is not 0m).ToArray();
        return Explained.By("slabs", Label, Unit.Yuan, Sum.Instance, [.. (reached.Length > 0 ? reached : parts[..1]).Select(p => Explained.By($"slab-{p.Index + 1}",
            new($"{p.Slab.Values} 的部分 × {Rate(p.Slab.Points, value.Unit)}", $"the part in {p.Slab.Values} × {Rate(p.Slab.Points, value.Unit)}"), Unit.Yuan, Product.Instance, p.Part, RateLeaf(p.Slab.Points, value.Unit)))]);
    }

    private Explained OfWhole(Explained value) => Explained.By("product", Label, Unit.Yuan, Product.Instance, value,
        Explained.By("rate", new("提成比例", "rate of commission"), value.Unit == Unit.Yuan ? Unit.Rate : Unit.Yuan, new RateOfSlab(Slabs), value));

    private static Explained RateLeaf(decimal rate, Unit unit) => Explained.Leaf("rate", new("提成比例", "rate of commission"), rate, unit == Unit.Yuan ? Unit.Rate : Unit.Yuan);

    private static string Rate(decimal rate, Unit unit) => unit == Unit.Yuan ? $"{Shown.Number(rate * 100m)}%" : $"¥{Shown.Number(rate)}";
}

/// <summary>How much of the way from 0 to the value lies in the slab; under 0 it counts backward.</summary>
public sealed record PartInSlab(Interval Slab) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } value ? Within(value) - Within(0m) : null;

    private decimal Within(decimal value) => Math.Min(Math.Max(value, Slab.From ?? decimal.MinValue), Slab.To ?? decimal.MaxValue);

    public override Wording Formula => new($"从 0 到该数、落在 {Slab} 之内的部分", $"of the way from 0 to it what lies in {Slab}");
}

/// <summary>The rate of the slab that the whole value falls into; in none there is no rate.</summary>
public sealed record RateOfSlab(IReadOnlyList<Band> Slabs) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } value ? Slabs.FirstOrDefault(s => s.Values.Contains(value))?.Points : null;

    public override Wording Formula
    {
        get
        {
            var slabs = string.Join("; ", Slabs.Select(s => $"{s.Values} → {Shown.Number(s.Points)}"));
            return new(slabs, slabs);
        }
    }
}

/// <summary>At least low and at most high; null is without end.</summary>
public sealed record HeldBetween(decimal? Low, decimal? High) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } value ? Math.Min(Math.Max(value, Low ?? decimal.MinValue), High ?? decimal.MaxValue) : null;

    public override Wording Formula => new($"不低于 {End(Low, "−∞")}，不高于 {End(High, "∞")}", $"at least {End(Low, "−∞")}, at most {End(High, "∞")}");

    private static string End(decimal? end, string open) => end is { } value ? Shown.Number(value) : open;
}
