using System.Text;
using Heng.Intake.Bytes;

namespace Heng.Intake.Written;

/// <summary>Writes records as the plain table of their format: a header, then a row each.</summary>
public sealed class RecordTable
{
    private readonly TextWriter file;
    private readonly Format format;

    public RecordTable(TextWriter file, Format format)
    {
        (this.file, this.format) = (file, format);
        file.Write(Line([.. format.Columns.Select(c => c.Name), .. Covers(Format.Covers)]));
    }

    /// <summary>Rows that are longer than a row may be that is read again.</summary>
    public int TooLong { get; private set; }

    public void Add(object record)
    {
        var line = Line([.. format.Writer!(record).Select(WrittenCells.Text), .. Covers(Format.OwnDays)]);
        if (line.Length > ByteWindow.RowLimit / 4 && Encoding.UTF8.GetByteCount(line) >= ByteWindow.RowLimit) TooLong++;
        file.Write(line);
    }

    private string[] Covers(string cell) => format.CoversSpan ? [cell] : [];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
