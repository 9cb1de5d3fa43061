using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.Engine.Pay;

namespace Heng.App.Features.Pay;

/// <summary>Payslips as JSON; this is also what a closed month seals.</summary>
public static class PayJson
{
    public static JsonObject Of(PersonMonth person, Payslip slip) => new()
    {
        ["agent"] = slip.Agent,
        ["group"] = person.Employment.Group,
        ["scheme"] = slip.Scheme,
        ["paidDays"] = Json.Number(person.Attendance?.PaidDays),
        ["dueDays"] = Json.Number(person.Attendance?.DueDays),
        ["net"] = Json.Number(slip.Net),
        ["lines"] = new JsonArray([.. slip.Lines.Select(LineOf)]),
    };

    private static JsonObject LineOf(PayLine line)
    {
        var formula = PayWords.Of(line.Explanation);
        return new()
        {
            ["line"] = line.Id,
            ["label"] = line.Label.Zh,
            ["labelEn"] = line.Label.En,
            ["amount"] = Json.Number(line.Amount),
            ["formula"] = formula.Zh,
            ["formulaEn"] = formula.En,
            ["notes"] = Json.Texts(line.Notes, english: false),
            ["notesEn"] = Json.Texts(line.Notes, english: true),
        };
    }

    public static Sheet Sheet(JsonArray slips) => new(
        ["agent", "scheme", "line", "label", "amount"],
        [.. slips.SelectMany(s => s!["lines"]!.AsArray().Select(l => Row(s, l!["line"]!.GetValue<string>(), l["label"]!.GetValue<string>(), l["amount"]))
            .Append(Row(s, "net", "合计", s["net"])))]);

    private static IReadOnlyList<string> Row(JsonNode slip, string line, string label, JsonNode? amount) =>
        [slip["agent"]!.GetValue<string>(), slip["scheme"]!.GetValue<string>(), line, label, amount?.ToJsonString() ?? "–"];
}
