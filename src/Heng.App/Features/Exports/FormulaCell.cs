using Heng.Engine.Explanation;
using Heng.Intake.Fields;

namespace Heng.App.Features.Exports;

/// <summary>A cell: a number, a text, or a formula with what it comes to.</summary>
public sealed record FormulaCell(object? Value, string? Formula, CellStyle Style)
{
    public static readonly FormulaCell Empty = new(null, null, CellStyle.Plain);
}

public sealed record FormulaRow(IReadOnlyList<FormulaCell> Cells)
{
    public static readonly FormulaRow Blank = new([]);
    /// <summary>How deep the row can be folded away; 0 always stands.</summary>
    public int Outline { get; init; }
}

/// <summary>A sheet of a workbook; widths in characters, the first rows stay in sight where some are frozen.</summary>
public sealed record FormulaSheet(string Name, IReadOnlyList<int> Widths, IReadOnlyList<FormulaRow> Rows)
{
    public int Frozen { get; init; }
}

/// <summary>How a cell looks. Quoted keeps a text that could run as a formula a text when somebody edits it.</summary>
public sealed record CellStyle(string Format, bool Bold = false, int Indent = 0, bool Wrap = false, bool Filled = false, bool Pale = false, bool Large = false, bool Quoted = false)
{
    public const string General = "General";
    public static readonly CellStyle Plain = new(General), Wrapped = new(General, Wrap: true), Faint = new(General, Pale: true), Title = new(General, Bold: true, Large: true),
        Heading = new(General, Bold: true, Filled: true);

    public static CellStyle Of(Unit unit) => new(unit switch
    {
        Unit.Yuan => "#,##0.00",
        Unit.Rate => "0.00%",
        Unit.Points or Unit.Seconds => "#,##0.00",
        Unit.Ratio => "0.0000",
        _ => General,
    });

    public FormulaCell On(string text) => new(text, null, this with { Quoted = FormulaGuard.On(text) != text });
    public FormulaCell On(decimal number) => new(number, null, this);
    /// <param name="value">What it comes to, for readers that do not calculate; null is a missing value.</param>
    public FormulaCell Formula(string formula, decimal? value) => new(value, formula, this);
}
