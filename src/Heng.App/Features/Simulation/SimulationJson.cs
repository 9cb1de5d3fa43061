using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Simulation;

namespace Heng.App.Features.Simulation;

/// <summary>A rehearsal as JSON; this is also what is kept with a published version.</summary>
public static class SimulationJson
{
    public static JsonObject Of(string plan, SimulationResult? result) => result is null
        ? new() { ["plan"] = plan, ["months"] = new JsonArray() }
        : new()
        {
            ["plan"] = plan,
            ["months"] = new JsonArray([.. result.Months.Select(m => JsonValue.Create(m.ToString()))]),
            ["cost"] = Cost(result),
            ["winners"] = Moved(result.Winners),
            ["losers"] = Moved(result.Losers),
            ["newlyPaid"] = Paid(result.NewlyPaid, p => p.PaidAfter),
            ["noLongerPaid"] = Paid(result.NoLongerPaid, p => p.PaidBefore),
            ["grades"] = new JsonArray([.. result.Grades.Select(g => new JsonObject { ["grade"] = g.Grade, ["before"] = g.Before, ["after"] = g.After })]),
            ["cliffs"] = new JsonArray([.. result.Cliffs.Select(CliffOf)]),
            ["sensitivity"] = new JsonArray([.. result.Sensitivities.Select(SensitivityOf)]),
            ["lookedForCliffs"] = result.LookedForCliffs,
            ["undistinguishing"] = new JsonArray([.. result.Undistinguishing.Select(u => new JsonObject
            {
                ["plan"] = u.Plan, ["item"] = u.Item, ["name"] = u.Name.Zh, ["nameEn"] = u.Name.En, ["points"] = Json.Number(u.Points), ["cards"] = u.Cards,
            })]),
            ["people"] = new JsonArray([.. result.People.Select(PersonOf)]),
        };

    /// <summary>The few numbers that a publisher is shown.</summary>
    public static JsonObject Summary(SimulationResult? result) => result is null
        ? new() { ["months"] = new JsonArray() }
        : new()
        {
            ["months"] = new JsonArray([.. result.Months.Select(m => JsonValue.Create(m.ToString()))]),
            ["cost"] = Cost(result), ["winners"] = result.Winners.Count(), ["losers"] = result.Losers.Count(),
            ["newlyPaid"] = result.NewlyPaid.Count(), ["noLongerPaid"] = result.NoLongerPaid.Count(), ["cliffs"] = result.Cliffs.Count, ["undistinguishing"] = result.Undistinguishing.Count,
        };

    private static JsonObject Cost(SimulationResult result) => new()
    {
        ["before"] = Json.Number(result.CostBefore), ["after"] = Json.Number(result.CostAfter), ["budget"] = Json.Number(result.Budget), ["over"] = Json.Number(result.OverBudget),
    };

    private static JsonArray Moved(IEnumerable<PersonChange> people) => Paid(people, p => p.Difference);

    private static JsonArray Paid(IEnumerable<PersonChange> people, Func<PersonChange, decimal?> amount) =>
        new([.. people.Select(p => new JsonObject { ["agent"] = p.Agent, ["amount"] = Json.Number(amount(p)) })]);

    private static JsonObject CliffOf(Cliff cliff) => new()
    {
        ["plan"] = cliff.Plan, ["item"] = cliff.Item, ["name"] = cliff.Name.Zh, ["nameEn"] = cliff.Name.En, ["unit"] = Json.UnitOf(cliff.Unit), ["at"] = Json.Number(cliff.At),
        ["step"] = Json.Number(cliff.Step), ["jump"] = Json.Number(cliff.Jump), ["share"] = Json.Number(cliff.Share), ["near"] = cliff.Near,
    };

    private static JsonObject SensitivityOf(Sensitivity moved) => new()
    {
        ["plan"] = moved.Plan, ["item"] = moved.Item, ["name"] = moved.Name.Zh, ["nameEn"] = moved.Name.En, ["unit"] = Json.UnitOf(moved.Unit), ["step"] = Json.Number(moved.Step),
        ["scoreUp"] = Json.Number(moved.ScoreUp), ["scoreDown"] = Json.Number(moved.ScoreDown), ["payUp"] = Json.Number(moved.PayUp), ["payDown"] = Json.Number(moved.PayDown),
    };

    private static JsonObject PersonOf(PersonChange person) => new()
    {
        ["agent"] = person.Agent,
        ["payBefore"] = Json.Number(person.PaidBefore),
        ["payAfter"] = Json.Number(person.PaidAfter),
        ["difference"] = Json.Number(person.Difference),
        ["months"] = new JsonArray([.. person.Months.Select(m => new JsonObject { ["month"] = m.Month.ToString(), ["before"] = OutcomeOf(m.Before), ["after"] = OutcomeOf(m.After) })]),
    };

    private static JsonObject OutcomeOf(Outcome outcome) => new()
    {
        ["plan"] = outcome.Plan, ["score"] = Json.Number(outcome.Score), ["grade"] = outcome.Grade, ["rank"] = outcome.Rank, ["pay"] = Json.Number(outcome.Net),
    };
}
