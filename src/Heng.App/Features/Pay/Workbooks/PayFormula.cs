using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Pay.Tax;
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
        StepsOver steps => If(gaps, cells, $"({(steps.Better == Engine.Metrics.Better.Lower ? $"{cells[1]}-{cells[0]}" : $"{cells[0]}-{cells[1]}")})/{Number(steps.Step)}"),
        PartInSlab part => If(gaps, cells, $"{Between(cells[0], part.Slab.From, part.Slab.To)}-({Number(Math.Min(Math.Max(0m, part.Slab.From ?? decimal.MinValue), part.Slab.To ?? decimal.MaxValue))})"),
        RateOfSlab { Slabs.Count: <= MostSlabs } rate => If(gaps, cells, PointsFormula.OfBands(rate.Slabs, Near(cells[0]), null)),
        HeldBetween held => If(gaps, cells, Between(cells[0], held.Low, held.High)),
        HourlyPay => If(gaps, cells, $"{cells[0]}/{Number(Overtime.PayDays)}/{Number(Overtime.Hours)}"),
        HoursOf => If(gaps, cells, $"{cells[0]}/3600"),
        PaidByDays by => If(gaps, cells, ByDays(by, cells[0], $"MAX(0,MIN({cells[1]},{cells[2]}))", cells[2])),
        MeanByDays => If(gaps, cells, Mean(cells)),
        PartOfPot part => If(gaps, cells, $"ROUNDDOWN({Near($"{cells[0]}*{Number(part.Weight)}/{Number(part.All)}")},2)+{cells[1]}"),
        PoolRate rate => If(gaps, cells, rate.Pass is { } pass ? $"IF({Near(cells[0])}<{Number(pass)},0,MAX(0,MIN({cells[0]},100))/100)" : $"MAX(0,MIN({cells[0]},100))/100"),
        CarriedForward => If(gaps, cells, $"IF(AND({cells[0]}+{cells[1]}<{cells[2]},{cells[1]}<0),MIN({cells[2]}-({cells[0]}+{cells[1]}),-({cells[1]})),0)"),
        AwardOfPlace { Awards.Count: <= MostSlabs } award => If(gaps, cells, Awarded(award, cells)),
        TaxByTable tax => If(gaps, cells, Taxed(tax.Steps, Near(cells[0]))),
        Smallest => gaps ? $"IF(COUNT({string.Join(',', cells)})=0,{None},MIN({string.Join(',', cells)}))" : $"MIN({string.Join(',', cells)})",
        _ => null,
    };

    private const int MostSlabs = 60;

    private static string Taxed(IReadOnlyList<TaxStep> steps, string amount)
    {
        string Of(TaxStep step) => $"{amount}*{Number(step.Rate)}-{Number(step.Quick)}";
        return $"MAX(0,{steps.Reverse().Aggregate("", (rest, step) => step.Most is { } most ? $"IF({amount}<={Number(most)},{Of(step)},{rest})" : Of(step))})";
    }

    private static string Between(string cell, decimal? low, decimal? high)
    {
        var over = low is { } least ? $"MAX({cell},{Number(least)})" : cell;
        return high is { } most ? $"MIN({over},{Number(most)})" : over;
    }

    private static string ByDays(PaidByDays by, string amount, string worked, string due)
    {
        var pay = $"IF({due}-{worked}<={due}/2,{amount}-({due}-{worked})*{amount}/{Number(by.PayDays)},{worked}*{amount}/{Number(by.PayDays)})";
        return $"IF({due}>0,MAX(0,MIN({amount},{pay})),{None})";
    }

    private static string Mean(IReadOnlyList<string> cells)
    {
        var pairs = cells.Chunk(2).Where(p => p.Length == 2).ToArray();
        var days = string.Join('+', pairs.Select(p => p[1]));
        return $"IF({days}>0,({string.Join('+', pairs.Select(p => $"{p[0]}*{p[1]}"))})/({days}),{None})";
    }

    /// <summary>Own value, people ahead, people on the place, and of these those before by name.</summary>
    private static string Awarded(AwardOfPlace award, IReadOnlyList<string> cells)
    {
        var (ahead, level, before) = (cells[1], cells[2], cells[3]);
        var taken = award.Ties == AwardTies.Share ? level : "1";
        var own = $"({string.Join('+', award.Awards.Select((a, i) => $"{Number(a)}*({i + 1}>{ahead})*({i + 1}<={ahead}+{taken})"))})";
        if (award.Awards.Count == 0) return "0";
        if (award.Ties == AwardTies.None) return $"IF({level}>1,0,{own})";
        if (award.Ties == AwardTies.Each) return own;
        var fen = $"TRUNC({Near($"{own}*100/{level}")})";
        return $"({fen}+IF({before}<{Near($"{own}*100-{fen}*{level}")},1,0))/100";
    }

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
