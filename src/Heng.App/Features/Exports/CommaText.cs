using System.Globalization;
using System.Text;

namespace Heng.App.Features.Exports;

/// <summary>Rows as comma-separated text in UTF-8 with its mark, so that spreadsheets read Chinese. A text that they would run as a formula gets an apostrophe.</summary>
public static class CommaText
{
    public const string ContentType = "text/csv; charset=utf-8";
    // The wide forms stand for the same signs in East Asian spreadsheets.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static byte[] Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend([.. columns])) text.AppendJoin(',', row.Select(CellOf)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string CellOf(object? value) => value switch
    {
        null => "",
        decimal or int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Quoted(Plain(Convert.ToString(value, CultureInfo.InvariantCulture)!)),
    };

    // Spaces before a sign are skipped by spreadsheets too.
    private static string Plain(string cell) => cell.TrimStart(' ') is [var first, ..] && Starts.Contains(first, StringComparison.Ordinal) ? "'" + cell : cell;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
