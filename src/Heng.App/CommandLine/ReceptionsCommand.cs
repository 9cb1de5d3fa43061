using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;

namespace Heng.App.CommandLine;

/// <summary><c>heng receptions</c>: the receptions of a month that one may see, the latest first; never a buyer's name whole, and no chat.</summary>
public static class ReceptionsCommand
{
    public const int MostRows = ListPart.MostRows;
    private static readonly string[] Columns = ["id", "start", "agent", "buyer", "messages", "firstResponse", "averageResponse", "unanswered", "slow", "replied", "netSales"];

    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var (agent, day, until) = (new Option<string?>("--agent") { Description = "Of this person" }, new Option<string?>("--day") { Description = "Of this day" }, new Option<string?>("--until") { Description = "From that day to this, included" });
        var (limit, after) = (new Option<string?>("--limit") { Description = $"At most so many rows ({MostRows} at most, as without it)" }, new Option<string?>("--after") { Description = "Only what stands behind this reception" });
        var command = new Command("receptions", "The receptions of a month, the latest first") { month, agent, day, until, limit, after };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesSomebody(context.Viewer), "此账号看不到任何人的接待", "This account sees nobody's receptions");
            var ask = new ReceptionsAsk(Read.Month(parsed.GetValue(month)), parsed.GetValue(agent), Given(parsed.GetValue(day)), Until: Given(parsed.GetValue(until)));
            if (!ask.IsOfItsMonth) throw CommandStoppedException.Usage("days-unreadable", "--day 和 --until 要在 --month 之内，--until 不早于 --day", "--day and --until lie in --month, --until not before --day");
            var query = new ReceptionsQuery(context.Database, _ => context.Viewer);
            var behind = parsed.GetValue(after);
            var rows = query.Behind(behind, Most(parsed.GetValue(limit)), ask, context.Viewer, context.Shops);
            if (rows is null && behind is not null && query.Behind(null, 1, ask, context.Viewer, context.Shops) is not null) throw ListPart.Over();
            if (rows is null) throw CommandStoppedException.Refused(new("reception-unknown", new("没有这样的接待，或看不到", "There are no such receptions, or not for you")));
            var json = new JsonArray([.. rows.Select(Row)]);
            context.Output.Write(json, () => new(Columns, [.. json.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]?.ToString() ?? "–")])]));
            return Exit.Done;
        });
        return command;
    }

    private static DateOnly? Given(string? day) => day is null ? null : Read.Day(day);

    private static int Most(string? limit) => limit is null ? MostRows : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= MostRows ? most
        : throw CommandStoppedException.Usage("limit-unreadable", $"--limit 是 1–{MostRows}", $"--limit is 1–{MostRows}");

    private static JsonObject Row(ReceptionRow row) => new()
    {
        ["id"] = row.Id, ["start"] = row.Start.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), ["agent"] = row.Agent, ["buyer"] = row.Buyer, ["messages"] = row.Messages,
        ["firstResponse"] = row.FirstResponseSeconds, ["averageResponse"] = row.AverageSeconds, ["unanswered"] = row.Unanswered, ["slow"] = row.Slow, ["replied"] = row.Replied, ["netSales"] = Json.Number(row.NetSales),
    };
}
