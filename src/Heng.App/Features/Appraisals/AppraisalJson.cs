using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Cycles;

namespace Heng.App.Features.Appraisals;

/// <summary>An assessment as the command line answers.</summary>
internal static class AppraisalJson
{
    public static JsonObject Of(Assessment one, AppraisalSight sight) => new()
    {
        ["month"] = one.Of.Month.ToString(), ["scheme"] = one.Of.Scheme, ["cycle"] = CycleWords.Id(one.Of.Cycle), ["version"] = one.File.Version,
        ["stage"] = one.State.Now?.Id, ["published"] = one.State.Published, ["closed"] = one.State.Closed,
        ["lastDay"] = one.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["daysLate"] = one.Late,
        ["stages"] = new JsonArray([.. AppraisalQuery.StepsOf(one).Select(s => new JsonObject { ["stage"] = s.Id, ["over"] = s.Over, ["done"] = s.Done, ["all"] = s.All })]),
        ["mine"] = new JsonArray([.. sight.Mine(_ => null).Select(p => new JsonObject { ["about"] = p.Part.About, ["as"] = p.Part.As, ["objected"] = p.Objected })]),
        ["waiting"] = new JsonArray([.. sight.Waiting.Select(w => new JsonObject { ["doer"] = w.Doer.En, ["about"] = new JsonArray([.. w.About.Select(a => JsonValue.Create(a))]), ["objected"] = w.Objected })]),
        ["objections"] = new JsonArray([.. sight.Objections.Select(o => new JsonObject { ["about"] = o.About, ["why"] = o.Why })]),
    };

    public static Sheet Sheet(Assessment one) => new(["scheme", "cycle", "stage", "done", "all", "state", "lastDay"],
        [.. AppraisalQuery.StepsOf(one).Select(s => (IReadOnlyList<string>)[one.Of.Scheme, CycleWords.Id(one.Of.Cycle), s.Id, Text(s.Done), Text(s.All), s.Over ? "over" : s.Now ? s.Late > 0 ? $"now, {Text(s.Late)} days late" : "now" : "–",
            s.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "–"])]);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
