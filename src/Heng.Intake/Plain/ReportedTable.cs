using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Plain;

/// <summary>
/// Rows of platforms' reports as they are kept (报表数), whichever report told them. The figures stand in one cell as a JSON object, by metric: how many a row has is the report's
/// own choice, and null is a figure without a value, which is not the same as no figure.
/// </summary>
internal static class ReportedTable
{
    private const int Shop = 0, Source = 1, Account = 2, From = 3, To = 4, Item = 5, Figures = 6;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Format Format = new("reported", new("报表数", "Reported numbers"), Holding.Reported, Shape.Table,
    [
        new("shop", false, "店铺"),
        new("source", true, "报表"),
        new("account", true, "账号"),
        new("from", true, "起始日期"),
        new("to", true, "截止日期"),
        new("item", false, "商品"),
        new("figures", true, "数值"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<Reported>(r => [r.Shop, r.Source, r.Account, r.From, r.To, r.Item, Written(r.Figures)]),
        CoversSpan = true,
    };

    private static Reported Read(Cells cells)
    {
        var (from, to) = (cells.Day(From), cells.Day(To));
        if (to < from) cells.Fail(Reasons.DatesReversed);
        var (source, figures) = (cells.Needed(Source), FiguresOf(cells));
        // A row of counters is known by the one that it tells.
        if (source == Reported.Counters && figures.Count != 1) cells.Fail(Reasons.Number(cells.NameOf(Figures)));
        return new(cells.Name(Shop) ?? cells.Shop ?? "", source, cells.Name(Account) ?? "", from, to, figures) { Item = cells.Name(Item) };
    }

    private static IReadOnlyList<ReportedFigure> FiguresOf(Cells cells)
    {
        try
        {
            using var json = JsonDocument.Parse(cells.Needed(Figures));
            List<ReportedFigure> figures = [.. json.RootElement.EnumerateObject().Select(f => new ReportedFigure(f.Name, f.Value.ValueKind == JsonValueKind.Null ? null : f.Value.GetDecimal()))];
            if (figures.DistinctBy(f => f.Metric).Count() == figures.Count) return figures;
        }
        // Not JSON, no object, or values that are no numbers.
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
        }
        cells.Fail(Reasons.Number(cells.NameOf(Figures)));
        return [];
    }

    private static string Written(IReadOnlyList<ReportedFigure> figures) =>
        "{" + string.Join(',', figures.Select(f => JsonSerializer.Serialize(f.Metric, Plain) + ":" + (f.Value is { } value ? WrittenCells.Text(value) : "null"))) + "}";
}
