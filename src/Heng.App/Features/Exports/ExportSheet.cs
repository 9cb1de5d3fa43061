using System.Globalization;
using System.Text;
using Heng.Intake.Fields;

namespace Heng.App.Features.Exports;

/// <summary>A list to take away: its name, headings and rows. Cells are as <see cref="Workbook.Of"/> takes them.</summary>
public sealed record ExportSheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The sheet as a download; the kind is <c>csv</c> or <c>xlsx</c>. A CSV begins with the UTF-8 mark, as spreadsheets in China need it.</summary>
    public IResult As(string kind) => kind == "xlsx"
        ? Results.File(Bytes(kind), Workbook.ContentType, Name + ".xlsx")
        : Results.File(Bytes(kind), "text/csv; charset=utf-8", Name + ".csv");

    /// <summary>The file itself, of the same kinds.</summary>
    public byte[] Bytes(string kind) => kind == "xlsx" ? Workbook.Of(Name, Columns, Rows) : [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv())];

    public string Csv()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend([.. Columns])) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    internal static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        // A negative number is no text.
        if (value is string) text = FormulaGuard.On(text);
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
