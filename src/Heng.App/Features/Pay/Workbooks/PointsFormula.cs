using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using static Heng.App.Features.Pay.Workbooks.CellFormula;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>Scoring methods as formulas over the value, the full points and, in a part month, the share of the month.</summary>
internal static class PointsFormula
{
    // Spreadsheets nest no deeper.
    private const int MostBands = 60;

    public static string? Of(Method method, IReadOnlyList<string> cells)
    {
        var (value, full, share) = (cells[0], cells[1], cells.Count > 2 ? cells[2] : null);
        return method switch
        {
            Proportional { Better: Better.Lower } p => Points($"{full}*MAX({Number(p.Floor)},MIN({Number(p.Cap)},IF({value}<={Edge(p.Target, share)},1,{Edge(p.Target, share)}/{value})))"),
            Proportional { Target: > 0m } p => Points($"{full}*MAX({Number(p.Floor)},MIN({Number(p.Cap)},{value}/{Edge(p.Target, share)}))"),
            Bands { Steps.Count: <= MostBands } bands => OfBands([.. bands.Steps.Select(b => b with { Points = Scaling.Round(b.Points) })], value, share),
            Linear { Knots.Count: <= MostBands } linear => Points(OnLine(linear.Knots, value, share, goesOn: false)),
            OnScale scale => Points($"{full}*{(scale.Low == 0m ? value : $"({value}-{Number(scale.Low)})")}/{Number(scale.High - scale.Low)}"),
            PerStep step => Points($"MAX({Number(step.Least)},MIN({Number(step.Most)},{Number(step.Base)}+{Number(step.Each)}*TRUNC({Near($"({(step.Better == Better.Lower ? $"{Edge(step.Start, share)}-{value}" : $"{value}-{Edge(step.Start, share)}")})/{Number(step.Step)}")})))"),
            ByCount count => Points($"IF({value}<{Edge(count.From, share)},{(count.InProportion ? $"{full}*MAX(0,{value})/{Edge(count.From, share)}" : "0")},{(count is { FullAbove: false, To: { } to } ? $"IF({value}<={Edge(to, share)},{full},0)" : full)})"),
            Deduct => Points($"MAX(0,{full}-{value})"),
            OfWhole => Points($"{full}*MAX(0,MIN(1,{value}))"),
            ByGoal goal => $"IF({Near(value)}>=1,{Number(Scaling.Round(goal.Met))},IF({Near(value)}>0,{Number(Scaling.Round(goal.Partly))},{Number(Scaling.Round(goal.NotMet))}))",
            ZeroToFull line => Points($"{full}*MAX(0,MIN(1,({value}-{Number(line.ZeroAt)})/{Number(line.FullAt - line.ZeroAt)}))"),
            AsGiven => Points(value),
            ByRank { Places.Count: > 0 and <= MostBands } rank => $"IF({value}<={rank.Places.Count},CHOOSE({value},{string.Join(',', rank.Places.Select(p => Number(Scaling.Round(p))))}),{Number(Scaling.Round(rank.Rest))})",
            _ => null,
        };
    }

    /// <summary>The first band that holds the value; none where none does.</summary>
    public static string OfBands(IReadOnlyList<Band> bands, string value, string? share) =>
        bands.Reverse().Aggregate(None, (rest, band) => $"IF({Within(band.Values, value, share)},{Number(band.Points)},{rest})");

    /// <summary>Straight lines from point to point; beyond the ends level, or on along the last line.</summary>
    public static string OnLine(IReadOnlyList<Knot> knots, string value, string? share, bool goesOn)
    {
        string Between(Knot a, Knot b) => $"{Number(a.Points)}+({Number(b.Points - a.Points)})*({value}-{Edge(a.At, share)})/({Edge(b.At, share)}-{Edge(a.At, share)})";
        var pieces = Enumerable.Range(1, knots.Count - 1).Select(i => (knots[i].At, Line: Between(knots[i - 1], knots[i]))).ToArray();
        if (goesOn) return pieces[..^1].Reverse().Aggregate(pieces[^1].Line, (rest, piece) => $"IF({value}<{Edge(piece.At, share)},{piece.Line},{rest})");
        var inside = pieces.Reverse().Aggregate(Number(knots[^1].Points), (rest, piece) => $"IF({value}<{Edge(piece.At, share)},{piece.Line},{rest})");
        return $"IF({value}<={Edge(knots[0].At, share)},{Number(knots[0].Points)},{inside})";
    }

    private static string Points(string formula) => Round(formula, 2);
}
