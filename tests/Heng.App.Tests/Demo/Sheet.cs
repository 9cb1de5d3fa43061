using System.Text;

namespace Heng.App.Tests.Demo;

/// <summary>Reads a comma-separated file back, by column name; quotes open a cell only at its start, as in the files of platforms.</summary>
internal static class Sheet
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static List<SheetRow> Read(string path, Encoding? encoding = null)
    {
        var rows = Rows(File.ReadAllText(path, encoding ?? Encoding.UTF8).TrimStart('\uFEFF'));
        var columns = rows[0].Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return [.. rows.Skip(1).Select(r => new SheetRow(columns, r))];
    }

    private static List<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Cell(text, ref at));
            if (at < text.Length && text[at] == ',') { at++; continue; }
            while (at < text.Length && text[at] is '\r' or '\n') at++;
            rows.Add([.. row]);
            row.Clear();
        }
        return rows;
    }

    private static string Cell(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var from = at;
            while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
            return text[from..at];
        }
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else break;
        }
        at++;
        return cell.ToString();
    }
}

internal readonly record struct SheetRow(Dictionary<string, int> Columns, string[] Cells)
{
    public string this[string column] => Cells[Columns[column]];
}
