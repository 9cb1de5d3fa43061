using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay.Tax;

/// <summary>A step of the table: up to Most (null is without end) the rate, less the quick deduction (速算扣除数).</summary>
public sealed record TaxStep(decimal? Most, decimal Rate, decimal Quick);

/// <summary>The table of taxes on wages (综合所得税率表), by the year; a year-end bonus that is taxed apart looks up a twelfth of itself.</summary>
public static class TaxTable
{
    public static readonly IReadOnlyList<TaxStep> Annual =
    [
        new(36_000m, 0.03m, 0m), new(144_000m, 0.10m, 2_520m), new(300_000m, 0.20m, 16_920m), new(420_000m, 0.25m, 31_920m), new(660_000m, 0.30m, 52_920m), new(960_000m, 0.35m, 85_920m),
        new(null, 0.45m, 181_920m),
    ];

    /// <summary>Only a twelfth of the annual quick deduction comes off a bonus: that is the rule, and why a yuan more may be taxed by thousands more.</summary>
    public static readonly IReadOnlyList<TaxStep> Bonus =
    [
        new(36_000m, 0.03m, 0m), new(144_000m, 0.10m, 210m), new(300_000m, 0.20m, 1_410m), new(420_000m, 0.25m, 2_660m), new(660_000m, 0.30m, 4_410m), new(960_000m, 0.35m, 7_160m), new(null, 0.45m, 15_160m),
    ];

    public static decimal Of(IReadOnlyList<TaxStep> table, decimal amount)
    {
        var step = table.First(s => s.Most is not { } most || amount <= most);
        return Math.Max(0m, amount * step.Rate - step.Quick);
    }
}

/// <summary>The tax that a table makes of an amount.</summary>
public sealed record TaxByTable(IReadOnlyList<TaxStep> Steps) : Operation
{
    public static readonly TaxByTable OfYear = new(TaxTable.Annual), OfBonus = new(TaxTable.Bonus);

    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } amount ? TaxTable.Of(Steps, amount) : null;

    public override Wording Formula
    {
        get
        {
            var steps = string.Join("; ", Steps.Select(s => $"{(s.Most is { } most ? $"≤{Shown.Number(most)}" : ">")} {Shown.Number(s.Rate * 100m)}% − {Shown.Number(s.Quick)}"));
            return new($"按税率表：{steps}", $"by the table of rates: {steps}");
        }
    }
}

/// <summary>The smallest of what has a value.</summary>
public sealed record Smallest : Operation
{
    public static readonly Smallest Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Min();
    public override Wording Formula => new("取较小者", "the smaller");
}
