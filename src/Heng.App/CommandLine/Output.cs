using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Heng.App.Features.Exports;
using Spectre.Console;

namespace Heng.App.CommandLine;

public enum OutputFormat { Table, Json, Csv }

/// <summary>A command's answer as rows and columns for people and spreadsheets. The legend is for people alone: a mark would make a text of a spreadsheet's number.</summary>
public sealed record Sheet(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, Legend? Legend = null);

/// <summary>Writes an answer in the asked format. JSON is the stable one; tables may change.</summary>
public sealed class Output(TextWriter writer, OutputFormat format)
{
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private const int MostColumns = 24;

    public OutputFormat Format => format;

    public void Write(JsonNode json, Func<Sheet> sheet)
    {
        if (format == OutputFormat.Json) writer.WriteLine(json.ToJsonString(Json));
        else if (format == OutputFormat.Csv) WriteCsv(sheet());
        else WriteTable(sheet());
    }

    /// <summary>Words for people; silent where a script reads the answer.</summary>
    public void Say(string line)
    {
        if (format == OutputFormat.Table) writer.WriteLine(line);
    }

    public static string Csv(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Prepend(sheet.Columns)) text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return text.ToString();
    }

    private void WriteCsv(Sheet sheet) => writer.Write(Csv(sheet));

    private void WriteTable(Sheet asked)
    {
        var marked = Marked(asked);
        // Every metric at once is read downwards, a column a person or day.
        var sheet = marked.Columns.Count > MostColumns && marked.Columns.Count > marked.Rows.Count ? Turned(marked) : marked;
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in sheet.Columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        for (var c = 0; c < sheet.Columns.Count; c++)
            if (sheet.Rows.Count > 0 && sheet.Rows.All(r => LooksNumeric(r[c]))) table.Columns[c].RightAligned();
        foreach (var row in sheet.Rows) table.AddRow([.. row.Select(Markup.Escape)]);
        var width = Console.IsOutputRedirected ? Math.Max(400, WidthOf(sheet)) : Math.Max(80, Console.WindowWidth);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Write(table);
        foreach (var line in asked.Legend?.Lines ?? []) writer.WriteLine("  " + line);
    }

    /// <summary>The marks behind their cells, and as much room behind the others of the column, so that digits stand under digits.</summary>
    private static Sheet Marked(Sheet sheet)
    {
        if (sheet.Legend?.Marks is not { Count: > 0 } marks) return sheet;
        var room = marks.GroupBy(m => m.Key.Column).ToDictionary(g => g.Key, g => g.Max(m => m.Value.Length));
        return sheet with
        {
            Rows = [.. sheet.Rows.Select((row, r) => (IReadOnlyList<string>)
                [.. row.Select((cell, c) => cell + (marks.GetValueOrDefault((r, c)) ?? "").PadRight(room.GetValueOrDefault(c)))])],
        };
    }

    private static Sheet Turned(Sheet sheet) => new(
        [sheet.Columns[0], .. sheet.Rows.Select(r => r[0])],
        [.. Enumerable.Range(1, sheet.Columns.Count - 1).Select(c => (IReadOnlyList<string>)[sheet.Columns[c], .. sheet.Rows.Select(r => r[c])])]);

    // Chinese characters are two cells wide.
    private static int WidthOf(Sheet sheet) =>
        Enumerable.Range(0, sheet.Columns.Count).Sum(c => 3 + 2 * sheet.Rows.Select(r => r[c].Length).Append(sheet.Columns[c].Length).Max());

    // Numbers come here as text; what is none is guarded as every export's text is.
    private static string Quoted(string cell) =>
        decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? cell : ExportSheet.Cell(cell);

    private static bool LooksNumeric(string marked) =>
        marked.Split('[', '*', '†')[0].TrimEnd() is var cell && (cell.Length == 0 || cell == "–" || decimal.TryParse(cell.TrimEnd('%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out _));
}
