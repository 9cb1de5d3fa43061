using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Heng.App.Features.Exports;

/// <summary>
/// One sheet as an .xlsx file: a heading, then rows. Numbers are numbers and everything else is text, so a cell is never read as a formula.
/// </summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestSheetName = 31, LongestText = 32_767;

    /// <param name="rows">Cells: decimal, int or long is a number, null is an empty cell, anything else is its text.</param>
    public static byte[] Of(string sheetName, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            Write(sheet, rows.Prepend([.. columns]));
            book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = SheetName(sheetName) }));
        }
        return bytes.ToArray();
    }

    private static void Write(WorksheetPart sheet, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows)
        {
            writer.WriteStartElement(new Row());
            foreach (var value in row) writer.WriteElement(CellOf(value));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new(),
        decimal or int or long => new(new CellValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number },
        _ => new(new InlineString(new Text(Printable(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString },
    };

    // XML has no place for most control characters, and a spreadsheet refuses a cell longer than its limit.
    internal static string Printable(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' || r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF)));
        return kept.Length <= LongestText ? kept : kept[..LongestText];
    }

    internal static string SheetName(string name)
    {
        var kept = string.Concat(name.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim();
        return kept.Length == 0 ? "Sheet1" : kept.Length <= LongestSheetName ? kept : kept[..LongestSheetName];
    }
}
