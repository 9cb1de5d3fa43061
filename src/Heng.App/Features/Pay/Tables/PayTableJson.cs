using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Exports;

namespace Heng.App.Features.Pay.Tables;

/// <summary>A table of pay as the command line answers: an object a row, by the names of its columns; an empty cell is null.</summary>
internal static class PayTableJson
{
    public static JsonArray Of(ExportSheet sheet) => [.. sheet.Rows.Select(row => new JsonObject(sheet.Columns.Zip(row, (name, cell) => KeyValuePair.Create(name, ValueOf(cell)))))];

    public static Sheet Sheet(ExportSheet sheet) => new(sheet.Columns, [.. sheet.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")])]);

    private static JsonNode? ValueOf(object? cell) => cell switch { null => null, decimal number => JsonValue.Create(number), _ => JsonValue.Create(Convert.ToString(cell, CultureInfo.InvariantCulture)) };
}
