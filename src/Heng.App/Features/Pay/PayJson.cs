using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Pay;

namespace Heng.App.Features.Pay;

/// <summary>Payslips as JSON; this is also what a closed month seals.</summary>
public static class PayJson
{
    public static JsonObject Of(Payslip slip) => new()
    {
        ["agent"] = slip.Agent,
        ["scheme"] = slip.Scheme,
        ["net"] = Json.Number(slip.Net),
        ["lines"] = new JsonArray([.. slip.Lines.Select(l => new JsonObject
        {
            ["line"] = l.Id,
            ["label"] = l.Label.Zh,
            ["amount"] = Json.Number(l.Amount),
            ["notes"] = new JsonArray([.. l.Notes.Select(n => JsonValue.Create(n.Zh))]),
        })]),
    };

    public static Sheet Sheet(JsonArray slips) => new(
        ["agent", "scheme", "line", "label", "amount"],
        [.. slips.SelectMany(s => s!["lines"]!.AsArray().Select(l => Row(s, l!["line"]!.GetValue<string>(), l["label"]!.GetValue<string>(), l["amount"]))
            .Append(Row(s, "net", "合计", s["net"])))]);

    private static IReadOnlyList<string> Row(JsonNode slip, string line, string label, JsonNode? amount) =>
        [slip["agent"]!.GetValue<string>(), slip["scheme"]!.GetValue<string>(), line, label, amount?.ToJsonString() ?? "–"];
}
