using System.Buffers;
using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>
/// An explained operation as a spreadsheet's formula over the cells of its inputs. Spreadsheets count in binary: before a cut or a rounding to the fen ROUND(…,9) takes their
/// noise away, so that an exact half is one.
/// </summary>
public static class CellFormula
{
    /// <summary>What a cell without a value holds: a text, so that sums pass over it and COUNT does not count it.</summary>
    public const string Missing = "–";
    internal const string None = "\"" + Missing + "\"";
    // Spreadsheets take no more arguments, and no longer formulas.
    private const int MostInputs = 200, Longest = 8000;
    private static readonly SearchValues<char> Operators = SearchValues.Create("+-*/(,");

    /// <summary>Null where no formula holds the operation; then its value is an input.</summary>
    /// <param name="cells">The cells of the inputs; of a split, behind them that of the fen which the remainders gave.</param>
    /// <param name="gaps">Whether an input, or the result, has no value now.</param>
    public static string? Of(Operation how, IReadOnlyList<string> cells, bool gaps) =>
        cells.Count <= MostInputs && Written(how, cells, gaps) is { Length: <= Longest } formula ? formula : null;

    private static string? Written(Operation how, IReadOnlyList<string> cells, bool gaps)
    {
        string IfAll(string formula) => gaps ? $"IF(COUNT({List(cells)})={cells.Count},{formula},{None})" : formula;
        string IfAny(string formula) => gaps ? $"IF(COUNT({List(cells)})=0,{None},{formula})" : formula;
        return how switch
        {
            Sum => IfAny($"SUM({List(cells)})"),
            SumOfAll => IfAll($"SUM({List(cells)})"),
            Difference => If(gaps, [cells[0]], cells.Count == 1 ? cells[0] : $"{cells[0]}-SUM({List(cells.Skip(1))})"),
            Quotient => gaps ? IfAll($"IF({cells[1]}=0,{None},{cells[0]}/{cells[1]})") : $"{cells[0]}/{cells[1]}",
            Product => IfAll(string.Join('*', cells)),
            Rounded rounded => IfAll(Round(cells[0], rounded)),
            Largest => IfAny($"MAX({List(cells)})"),
            Times times => IfAll($"{cells[0]}*{Number(times.Factor)}"),
            Uplift => IfAll($"{cells[0]}-{cells[1]}"),
            Mean => IfAny($"AVERAGE({List(cells)})"),
            RaterMean raters => WeightedBy(raters.Weights, cells, gaps, raters.Missing),
            WeightedMean mean => WeightedBy(mean.Weights, cells, gaps, MissingRater.Redistribute),
            AllPresent => gaps ? $"IF(COUNT({List(cells.Skip(1))})={cells.Count - 1},{cells[0]},{None})" : cells[0],
            Heng.Engine.Scoring.Held held => IfAll($"MAX({Number(held.Low)},MIN({Number(held.High)},{cells[0]}))"),
            Apart => gaps ? $"IF(COUNT({List(cells)})<2,{None},MAX({List(cells)})-MIN({List(cells)}))" : $"MAX({List(cells)})-MIN({List(cells)})",
            Growth => Grown(cells, gaps),
            Progress => IfAll($"IF({cells[0]}={cells[1]},IF({cells[2]}>={cells[1]},1,0),MAX(0,MIN(1,({cells[2]}-{cells[0]})/({cells[1]}-{cells[0]}))))"),
            PlaceAfter => IfAll($"{cells[1]}+1"),
            OnTop top => If(gaps, [cells[0]], $"MAX(0,{cells[0]}+{(top.Cap is { } cap ? $"MIN(N({cells[1]}),{Number(cap)})" : $"N({cells[1]})")})"),
            // AND looks at all it is given, and a text is larger than any number.
            Voids voids => $"IF({(gaps ? $"IF(COUNT({cells[1]})=1,{Within(voids.When, Near(cells[1]))},FALSE)" : Within(voids.When, Near(cells[1])))},0,{cells[0]})",
            Method method => PointsFormula.Of(method, cells) is { } points ? IfAll(points) : null,
            _ => PayFormula.Of(how, cells, gaps),
        };
    }

    /// <summary>From the first cell with a value to the last, by the cells between.</summary>
    private static string? Grown(IReadOnlyList<string> cells, bool gaps)
    {
        if (!gaps) return cells.Count < 2 ? null : $"({cells[^1]}-{cells[0]})/{cells.Count - 1}";
        string First(IEnumerable<(string Cell, int Place)> of, Func<(string Cell, int Place), string> take) => of.Reverse().Aggregate("0", (rest, c) => $"IF(COUNT({c.Cell})=1,{take(c)},{rest})");
        var (forward, back) = (cells.Select((c, i) => (c, i)).ToArray(), cells.Select((c, i) => (c, i)).Reverse().ToArray());
        string Between(Func<(string Cell, int Place), string> take) => $"({First(back, take)}-{First(forward, take)})";
        return $"IF(COUNT({List(cells)})<2,{None},{Between(c => c.Cell)}/{Between(c => Number(c.Place))})";
    }

    /// <summary>Half away from zero, as spreadsheets' ROUND does. An input is as it was written and has no noise.</summary>
    internal static string Round(string cell, int digits) => $"ROUND({(IsInput(cell) ? cell : Near(cell))},{digits})";

    private static string Round(string cell, Rounded by)
    {
        var (exact, places) = (IsInput(cell) ? cell : Near(cell), by.Digits);
        // Of two whole numbers as near, the even one: cut off where it is the smaller.
        string Even(string scaled) => $"IF({Near($"MOD(ABS({scaled}),2)")}=0.5,TRUNC({scaled}),ROUND({scaled},0))/1{new string('0', places)}";
        return by.Rule switch
        {
            Rounding.Down => $"ROUNDDOWN({exact},{places})",
            Rounding.Up => $"ROUNDUP({exact},{places})",
            Rounding.HalfEven => Even(Near($"{exact}*1{new string('0', places)}")),
            _ => Round(cell, places),
        };
    }

    private static bool IsInput(string cell) => cell.Contains('!', StringComparison.Ordinal) && cell.AsSpan().IndexOfAny(Operators) < 0;

    /// <summary>Without the noise of binary fractions.</summary>
    internal static string Near(string cell) => $"ROUND({cell},9)";

    internal static string If(bool gaps, IReadOnlyList<string> needed, string formula) => gaps ? $"IF(COUNT({List(needed)})={needed.Count},{formula},{None})" : formula;

    internal static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Whether a cell lies in a stretch, each edge as its owner has it; a part month's share moves the edges.</summary>
    internal static string Within(Interval when, string cell, string? share = null)
    {
        var from = when.From is { } low ? $"{cell}{(when.OwnsFrom ? ">=" : ">")}{Edge(low, share)}" : null;
        var to = when.To is { } high ? $"{cell}{(when.OwnsTo ? "<=" : "<")}{Edge(high, share)}" : null;
        return (from, to) switch { (null, null) => "TRUE", (null, _) => to, (_, null) => from, _ => $"AND({from},{to})" };
    }

    /// <summary>A target or edge, in a part month to the hundredth of what the share leaves of it.</summary>
    internal static string Edge(decimal value, string? share) => share is null ? Number(value) : $"ROUND({Near($"{Number(value)}*{share}")},2)";

    private static string List(IEnumerable<string> cells) => string.Join(',', cells);

    private static string WeightedBy(IReadOnlyList<decimal> weights, IReadOnlyList<string> cells, bool gaps, MissingRater missing)
    {
        var sum = string.Join('+', cells.Select((c, i) => $"{Number(weights[i])}*{(gaps ? $"N({c})" : c)}"));
        var all = Number(weights.Sum());
        if (!gaps) return $"({sum})/{all}";
        if (missing == MissingRater.Block) return $"IF(COUNT({List(cells)})={cells.Count},({sum})/{all},{None})";
        var present = missing == MissingRater.Zero ? all : $"({string.Join('+', cells.Select((c, i) => $"{Number(weights[i])}*COUNT({c})"))})";
        return $"IF(COUNT({List(cells)})=0,{None},({sum})/{present})";
    }
}
