using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Heng.App.Features.Exports;

/// <summary>Sheets with formulas and looks as an .xlsx file. A text is always a text: only a cell that was given a formula has one.</summary>
public static class FormulaBook
{
    public static byte[] Of(IReadOnlyList<FormulaSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var (book, looks) = (file.AddWorkbookPart(), new BookLooks());
            var named = sheets.Select((sheet, i) =>
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet, looks);
                return new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = Workbook.SheetName(sheet.Name) };
            }).ToArray();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = looks.Stylesheet();
            book.Workbook = new(new Sheets(named), new CalculationProperties { FullCalculationOnLoad = true });
        }
        return bytes.ToArray();
    }

    private static Worksheet Worksheet(FormulaSheet sheet, BookLooks looks)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (sheet.Frozen > 0)
            view.Append(new Pane { VerticalSplit = sheet.Frozen, TopLeftCell = $"A{sheet.Frozen + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        return new(
            new SheetProperties(new OutlineProperties { SummaryBelow = false }, new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            new SheetData(sheet.Rows.Select((row, i) => RowOf(row, (uint)i + 1, looks))),
            new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0, PaperSize = 9 });
    }

    private static Row RowOf(FormulaRow row, uint at, BookLooks looks)
    {
        var written = new Row(row.Cells.Select((cell, i) => CellOf(cell, $"{(char)('A' + i)}{at}", looks))) { RowIndex = at };
        if (row.Outline > 0) written.OutlineLevel = (byte)row.Outline;
        return written;
    }

    private static Cell CellOf(FormulaCell cell, string at, BookLooks looks)
    {
        var written = new Cell { CellReference = at, StyleIndex = looks.IndexOf(cell.Style) };
        if (cell.Formula is { } formula)
        {
            written.CellFormula = new(formula);
            if (cell.Value is decimal known) written.CellValue = new(known.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Value is decimal number)
        {
            (written.DataType, written.CellValue) = (CellValues.Number, new(number.ToString(CultureInfo.InvariantCulture)));
        }
        else if (cell.Value is string { Length: > 0 } text)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new(new Text(Workbook.Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
        }
        return written;
    }
}
