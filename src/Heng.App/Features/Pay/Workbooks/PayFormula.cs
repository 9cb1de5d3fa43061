using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.App.Features.Pay.Workbooks.CellFormula;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>What pay components do, as formulas.</summary>
internal static class PayFormula
{
    public static string? Of(Operation how, IReadOnlyList<string> cells, bool gaps) => how switch
    {
        OrNothing => gaps ? $"N({cells[0]})" : cells[0],
        PaidPart => If(gaps, cells, $"{cells[0]}*MAX(0,MIN({cells[1]},{cells[2]}))/{cells[2]}"),
        // The fen that the remainders gave stands behind the sum: which part gets it follows from all parts together.
        PartBy part => If(gaps, cells, $"ROUNDDOWN({Near($"{cells[0]}*{Number(part.Weights[part.Index].Weight)}/{Number(part.TotalWeight)}")},2)+{cells[1]}"),
        WholeSteps steps => If(gaps, cells, $"TRUNC({Near($"({(steps.Better == Engine.Metrics.Better.Lower ? $"{cells[1]}-{cells[0]}" : $"{cells[0]}-{cells[1]}")})/{Number(steps.Step)}")})"),
        PaidBySteps paid => Stepped(paid, cells[0], cells[1], gaps),
        CoefficientOnLine line => If(gaps, cells, Held(line.Through, PointsFormula.OnLine(line.Through.Knots, Near(cells[0]), null, goesOn: true))),
        CoefficientOfBand band => If(gaps, cells, PointsFormula.OfBands([.. band.Among.Bands.Select(b => b with { Points = Holding(band.Among, b.Points) })], Near(cells[0]), null)),
        _ => null,
    };

    /// <summary>The fen by which the part of a split is more than its share cut to the fen.</summary>
    public static decimal Remainder(PartBy part, decimal total, decimal value) =>
        value - decimal.Truncate(Math.Round(total * part.Weights[part.Index].Weight / part.TotalWeight, 9, MidpointRounding.AwayFromZero) * 100m) / 100m;

    private static string Stepped(PaidBySteps paid, string part, string steps, bool gaps)
    {
        var held = $"MIN(MAX({part}+{steps}*{Number(paid.PerStep)},{Number(paid.Low ?? 0m)}),{(paid.High is { } high ? Number(high) : $"2*{part}")})";
        return gaps ? $"IF(COUNT({part},{steps})=2,{held},{part})" : held;
    }

    private static string Held(Coefficient within, string formula) =>
        $"MAX({Number(within.Floor)},{(within.Cap is { } cap ? $"MIN({formula},{Number(cap)})" : formula)})";

    private static decimal Holding(Coefficient within, decimal value) => Math.Max(within.Floor, within.Cap is { } cap ? Math.Min(value, cap) : value);
}
