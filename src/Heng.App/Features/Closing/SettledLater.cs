using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>What months closed by an instant had settled of an earlier closed month: with its seal, all that was known of its pay then.</summary>
public static class SettledLater
{
    /// <param name="rows">Sealed payslips; each is told its differences and what they make of its net.</param>
    public static void AddTo(JsonArray rows, Database database, Month month, Instant by)
    {
        var later = database.ClosedMonths.Months(SealedMonth.Company).Where(m => m > month).Select(m => SealedMonth.Find(database, m)!)
            .Where(s => s.Closed.ClosedAt.UnixSeconds <= by.UnixSeconds).Select(s => (s.Closed.Month, Results: new SealedResults(s))).ToArray();
        foreach (var row in rows)
        {
            var agent = row!["agent"]!.GetValue<string>();
            var lines = later.SelectMany(s => s.Results.Slip(agent)?.Lines.Where(l => LateLine.Parse(l.Line)?.Month == month).Select(l => (In: s.Month, Line: l)) ?? []).ToArray();
            row["differences"] = new JsonArray([.. lines.Select(l => new JsonObject { ["in"] = l.In.ToString(), ["line"] = LateLine.Parse(l.Line.Line)!.Value.Line, ["amount"] = Json.Number(l.Line.Amount) })]);
            row["netWithDifferences"] = Json.Number(row["net"]!.GetValue<decimal>() + lines.Sum(l => l.Line.Amount));
        }
    }
}
