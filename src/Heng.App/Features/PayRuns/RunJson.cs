using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.Engine.Closing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.PayRuns;

/// <summary>A pay run as the command line answers.</summary>
internal static class RunJson
{
    public static JsonObject Of(Month month, MonthState state, IReadOnlyList<(MonthEvent Event, Decision Decision)> steps, PayRunTotals of, (decimal Yuan, Month Since)? budget, ClosingOutlook? outlook) => new()
    {
        ["month"] = month.ToString(),
        ["stage"] = Json.Kebab(state.Stage),
        ["hash"] = state.PreparedHash,
        ["steps"] = Steps(steps),
        ["net"] = Part(of.Totals.All),
        ["budget"] = budget is { } set ? new JsonObject { ["yuan"] = Json.Number(set.Yuan), ["since"] = set.Since.ToString(), ["over"] = Json.Number(of.Totals.OverBudget) } : null,
        ["outlook"] = Of(outlook),
        ["belowZero"] = of.Totals.PeopleBelow == 0 ? null : new JsonObject { ["people"] = of.Totals.PeopleBelow, ["net"] = Json.Number(of.Totals.BelowZero), ["paidOut"] = Json.Number(of.Totals.WithTheRun) },
        ["paidAlone"] = of.Totals.PeopleAlone == 0 ? null : new JsonObject { ["people"] = of.Totals.PeopleAlone, ["net"] = Json.Number(of.Totals.PaidAlone), ["withTheRun"] = Json.Number(of.Totals.WithTheRun) },
        ["people"] = Parts(of.Totals.People, "agent"),
        ["groups"] = Parts(of.Totals.Groups, "group"),
        ["components"] = Parts(of.Totals.Components, "component"),
        ["movers"] = new JsonArray([.. of.Movers.Select(m => new JsonObject
        {
            ["agent"] = m.Person.Id, ["moved"] = Json.Number(m.Person.Moved), ["share"] = Json.Number(m.Person.Share is { } share ? Math.Round(share, 6) : null),
            ["causes"] = new JsonArray([.. m.Causes.Select(c => new JsonObject { ["cause"] = Json.Kebab(c.Cause), ["amount"] = Json.Number(c.Amount) })]),
        })]),
    };

    public static JsonObject? Of(ClosingOutlook? outlook) => outlook is null ? null : new()
    {
        ["canMove"] = Json.Number(outlook.Resting), ["of"] = Json.Number(outlook.Total), ["lines"] = outlook.Lines, ["expected"] = Json.Number(outlook.Expected), ["worst"] = Json.Number(outlook.Worst),
        ["before"] = new JsonArray([.. outlook.Before.Select(m => new JsonObject { ["month"] = m.Month.ToString(), ["moved"] = Json.Number(m.Moved), ["net"] = Json.Number(m.Net), ["people"] = m.People })]),
    };

    /// <summary>Somebody who left, with the payslip that is sealed alone or would be.</summary>
    public static JsonObject Of(Leaver of) => new()
    {
        ["agent"] = of.Agent, ["lastDay"] = of.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["stage"] = Json.Kebab(of.State.Stage), ["hash"] = of.State.PreparedHash, ["moved"] = of.Moved,
        ["net"] = Json.Number(of.Net), ["steps"] = Steps(of.Steps), ["slip"] = of.Slip?.DeepClone(),
    };

    /// <summary>A time as every answer writes it: the shop's own.</summary>
    public static string At(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Steps(IEnumerable<(MonthEvent Event, Decision Decision)> steps) =>
        [.. steps.Select(s => new JsonObject { ["step"] = Json.Kebab(s.Event), ["by"] = s.Decision.Who, ["at"] = At(s.Decision.At), ["why"] = s.Decision.Why })];

    public static Sheet Sheet(PayRunTotals of) => new(["component", "before", "now", "moved"],
        [.. of.Totals.Components.Append(of.Totals.All).Select(p => (IReadOnlyList<string>)[p.Id, Text(p.Before), Text(p.Now), Text(p.Moved)])]);

    private static JsonArray Parts(IReadOnlyList<RunPart> parts, string name) => [.. parts.Select(p =>
    {
        var json = Part(p);
        json.Insert(0, name, p.Id);
        return json;
    })];

    private static JsonObject Part(RunPart part) => new() { ["now"] = Json.Number(part.Now), ["before"] = Json.Number(part.Before), ["moved"] = Json.Number(part.Moved) };
    private static string Text(decimal? number) => number?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}
