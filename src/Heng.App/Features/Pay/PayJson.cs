using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;

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
        var json = new JsonObject
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
        // Pay for normal work says nothing, so that the seals of months without other lines are as they were.
        if (line.Kind != PayKind.Work) json["kind"] = Json.Kebab(line.Kind);
        if (LateLine.Parse(line.Id) is { } late && line.Explanation.Inputs is [{ Inputs: { Count: > 1 } terms }])
            json["settles"] = new JsonObject
            {
                ["month"] = late.Month.ToString(), ["line"] = late.Line, ["now"] = Json.Number(terms[0].Value), ["sealed"] = Json.Number(terms[1].Value),
                ["settled"] = Json.Number(terms.Skip(2).Sum(s => s.Value ?? 0m)),
            };
        return json;
    }

    private static readonly string[] Columns = ["agent", "scheme", "line", "label", "amount"];

    /// <param name="moving">Whether a line of somebody's payslip can still move; in a closed month none can.</param>
    public static Sheet Sheet(JsonArray slips, Func<string, string, bool> moving)
    {
        var (rows, legend, column) = (new List<IReadOnlyList<string>>(), new Legend(), Array.IndexOf(Columns, "amount"));
        foreach (var slip in slips)
        {
            var (agent, lines) = (slip!["agent"]!.GetValue<string>(), slip["lines"]!.AsArray());
            foreach (var line in lines)
            {
                foreach (var note in line!["notes"]!.AsArray()) legend.Note(rows.Count, column, note!.GetValue<string>());
                if (moving(agent, line["line"]!.GetValue<string>())) legend.Provisional(rows.Count, column);
                rows.Add(Row(slip, line["line"]!.GetValue<string>(), line["label"]!.GetValue<string>(), line["amount"]));
            }
            if (lines.Any(l => moving(agent, l!["line"]!.GetValue<string>()))) legend.Provisional(rows.Count, column);
            rows.Add(Row(slip, "net", "合计", slip["net"]));
        }
        return new(Columns, rows, legend);
    }

    private static IReadOnlyList<string> Row(JsonNode slip, string line, string label, JsonNode? amount) =>
        [slip["agent"]!.GetValue<string>(), slip["scheme"]!.GetValue<string>(), line, label, amount?.ToJsonString() ?? "–"];
}
