using DocumentFormat.OpenXml.Spreadsheet;

namespace Heng.App.Features.Exports;

/// <summary>The looks that a workbook's cells use, each once.</summary>
internal sealed class BookLooks
{
    // Numbers under this are formats of the spreadsheet's own.
    private const uint FirstFormat = 164;
    private const int Size = 11, LargeSize = 14;
    private readonly List<CellStyle> styles = [CellStyle.Plain];
    private readonly List<string> formats = [];

    public uint IndexOf(CellStyle style)
    {
        var at = styles.IndexOf(style);
        if (at >= 0) return (uint)at;
        styles.Add(style);
        return (uint)styles.Count - 1;
    }

    public Stylesheet Stylesheet()
    {
        var cells = new CellFormats(styles.Select(Look));
        return new(
            new NumberingFormats(formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = f })),
            new Fonts(styles.Select(FontOf)),
            new Fills(Filled(PatternValues.None), Filled(PatternValues.Gray125), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3EFE7" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            cells);
    }

    // Each look has a font of its own, so that their numbers are the same.
    private CellFormat Look(CellStyle style, int at) => new(new Alignment { Indent = (uint)style.Indent, WrapText = style.Wrap, Vertical = VerticalAlignmentValues.Top })
    {
        NumberFormatId = FormatOf(style.Format), FontId = (uint)at, FillId = style.Filled ? 2u : 0u, BorderId = 0, FormatId = 0,
        ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyAlignment = true, QuotePrefix = style.Quoted,
    };

    private uint FormatOf(string format)
    {
        if (format == CellStyle.General) return 0;
        if (!formats.Contains(format)) formats.Add(format);
        return FirstFormat + (uint)formats.IndexOf(format);
    }

    private static Font FontOf(CellStyle style)
    {
        var font = new Font();
        if (style.Bold) font.Append(new Bold());
        font.Append(new FontSize { Val = style.Large ? LargeSize : Size });
        if (style.Pale) font.Append(new Color { Rgb = "FF6B6459" });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Filled(PatternValues pattern) => new(new PatternFill { PatternType = pattern });
}
