using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Features.TeamReports;

/// <summary>The report of a shop or of groups for the command line.</summary>
public static class TeamReportJson
{
    public static JsonObject Of(TeamReportView view) => new()
    {
        ["month"] = view.Month.ToString(),
        ["groups"] = new JsonArray([.. view.Groups.Select(g => JsonValue.Create(g))]),
        ["metrics"] = new JsonArray([.. view.Metrics.Select(row => Row(view, row))]),
        ["plans"] = new JsonArray([.. view.Plans.Select(p => Plan(view, p))]),
        ["moves"] = new JsonArray([.. view.Moves.Select(m => new JsonObject
        {
            ["agent"] = m.Agent, ["group"] = m.Group, ["before"] = Json.Number(m.Before), ["after"] = Json.Number(m.After), ["moved"] = Json.Number(m.Moved),
            ["item"] = m.Item?.Zh, ["itemEn"] = m.Item?.En, ["itemMoved"] = Json.Number(m.ItemMoved),
        })]),
        ["allocation"] = new JsonArray([.. view.Weeks.Select(Week)]),
    };

    private static JsonObject Row(TeamReportView view, TeamRow row)
    {
        var json = new JsonObject { ["name"] = row.Name.Zh, ["nameEn"] = row.Name.En, ["unit"] = Json.UnitOf(row.Unit), ["groups"] = Named(view.Groups, row.Groups.Select(f => Json.Number6(f.Value))) };
        if (row.Shop is { } shop) json["shop"] = Json.Number6(shop.Value);
        return json;
    }

    private static JsonObject Plan(TeamReportView view, TeamPlan plan) => new()
    {
        ["title"] = plan.Title.Zh, ["titleEn"] = plan.Title.En, ["full"] = Json.Number(plan.Full), ["scored"] = plan.Scored, ["unscored"] = plan.Unscored,
        ["means"] = new JsonArray([.. plan.Items.Select(i => new JsonObject { ["name"] = i.Name.Zh, ["nameEn"] = i.Name.En, ["full"] = Json.Number(i.Full), ["groups"] = Named(view.Groups, i.Groups.Select(Json.Number6)), ["all"] = Json.Number6(i.All) })]),
        ["scores"] = new JsonArray([.. plan.Bands.Select(b => new JsonObject { ["from"] = b.From, ["people"] = b.People })]),
        ["grades"] = new JsonArray([.. plan.Grades.Select(g => new JsonObject { ["grade"] = g.Grade, ["people"] = g.People })]),
    };

    private static JsonObject Week(TeamWeek week) => new()
    {
        ["week"] = week.Id, ["from"] = Day(week.From), ["to"] = Day(week.To), ["group"] = week.Group, ["position"] = week.Position, ["basis"] = Json.Kebab(week.Allocation.By),
        ["test"] = Json.Kebab(week.Allocation.Fit.By), ["statistic"] = Json.Number(week.Allocation.Fit.Statistic), ["freedom"] = week.Allocation.Fit.Freedom, ["p"] = Json.Number(week.Allocation.Fit.P), ["verdict"] = Json.Kebab(week.Allocation.Verdict),
        ["agents"] = new JsonArray([.. week.Allocation.Shares.Select(s => new JsonObject { ["agent"] = s.Agent, ["buyers"] = s.Buyers, ["duty"] = Json.Number6(s.Duty), ["due"] = Json.Number6(s.Due) })]),
        ["corrections"] = new JsonArray([.. week.Corrections.Select(c => new JsonObject { ["at"] = c.At.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), ["by"] = c.Who, ["what"] = c.What })]),
    };

    private static JsonObject Named(IReadOnlyList<string> groups, IEnumerable<JsonNode?> values) => new(groups.Zip(values, KeyValuePair.Create));
    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
