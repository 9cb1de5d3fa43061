using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Quality.FindingPages;

namespace Heng.App.CommandLine;

/// <summary><c>heng qa</c>: what quality rules found in a month.</summary>
public static class QaCommand
{
    private static readonly string[] Columns = ["day", "agent", "reception", "finding", "rule", "version", "name", "severity", "category", "points", "state"];

    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string?>("--month") { Description = "Month, e.g. 2026-10" };
        var (agent, rule) = (new Option<string?>("--agent") { Description = "Of this person" }, new Option<string?>("--rule") { Description = "Of this rule, by its id" });
        var part = new ListPart("""["DAY","AGENT","RECEPTION","SEVERITY","RULE","FINDING","VERSION"]""");
        var command = new Command("qa", "What quality rules found in a month; beneath it rules, draws and inspections by people") { month, agent, rule, part.Limit, part.After, InspectionCommands.Draw(options), InspectionCommands.Inspections(options), QaRulesCommand.Build(options), QaPlantedCommand.Build(options) };
        command.Run(options, (context, parsed) =>
        {
            var of = Read.Month(parsed.GetValue(month) ?? throw CommandStoppedException.Usage("month-missing", "请用 --month 指明月份", "Say which month with --month"));
            var sight = new Sight(context.Viewer, context.Database.People.Roster);
            var ask = new FindingsAsk(of, parsed.GetValue(agent), parsed.GetValue(rule));
            var list = new FindingList(context.Database, sight, context.Shops);
            var (most, place) = (part.MostOf(parsed), part.PlaceOf(parsed, 7) is { } after ? FindingPlace.Read(after) ?? throw ListPart.Over() : null);
            var rows = new JsonArray([.. list.Behind(ask, place).Take(most).Select(Row)]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]?.ToString() ?? "–")])]));
            if (!list.Covered(ask)) context.Tell([new("这个月没有生效的质检规则查过聊天", "no quality rule that counts has looked at this month's chats")]);
            return Exit.Done;
        });
        return command;
    }

    private static JsonObject Row(FindingRow row) => new()
    {
        ["shop"] = row.Shop, ["day"] = row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["agent"] = row.Agent, ["reception"] = row.Reception, ["finding"] = row.Found.Id, ["rule"] = row.Found.Rule,
        ["version"] = row.Found.Version, ["name"] = row.Found.Name.Zh, ["nameEn"] = row.Found.Name.En, ["severity"] = Json.Kebab(row.Found.Severity), ["category"] = row.Found.Category, ["points"] = Json.Number(row.Found.Points),
        ["state"] = row.Found.Struck ? "struck" : row.Found.Shadow ? "shadow" : "counts",
    };
}
