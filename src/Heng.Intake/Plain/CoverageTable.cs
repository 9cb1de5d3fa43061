using Heng.Engine.Metrics;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>Which days are known of (覆盖的日期): on them what is not told did not happen, and is 0 and not missing.</summary>
internal static class CoverageTable
{
    private const int Shop = 0, What = 1, From = 2, To = 3;

    public static readonly Format Format = new("coverage", new("覆盖的日期", "Covered days"), Holding.Coverage, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("source", true, "来源"),
        new("from", true, "起始日期"),
        new("to", true, "截止日期"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Covered>(c => [c.Shop, c.Source, c.From, c.To]),
    };

    private static Covered Read(Cells cells)
    {
        var (from, to) = (cells.Day(From), cells.Day(To));
        if (to < from) cells.Fail(Reasons.DatesReversed);
        if (to.Year - from.Year > 100) cells.Fail(Reasons.Time(cells.NameOf(To)));
        return new(cells.Name(Shop) ?? cells.Shop ?? "", cells.Word<Source>(What, word => WrittenCells.Value<Source>(word) is { } source and not (Source.None or Source.Quality) ? source : null), from, to);
    }
}
