using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;

namespace Heng.App.Features.Board;

/// <summary>Today's board as the command line answers. The words of chats stay on the page.</summary>
internal static class BoardJson
{
    private static readonly string[] Columns = ["agent", "group", "status", "open", "waiting", "longestWait", "consulted", "averageResponse", "within30s", "findings", "sales", "salesTarget"];

    public static JsonObject Of(BoardView view, BoardPieces of) => new()
    {
        ["shop"] = view.Ask.Shop, ["day"] = view.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["at"] = At(of.Now.At), ["group"] = view.Ask.Group,
        ["waiting"] = of.Now.Waiting, ["longestWait"] = of.Now.Longest, ["open"] = of.Now.Open, ["online"] = of.Now.KnowsStatus ? of.Now.OnLine : null, ["suspended"] = of.Now.KnowsStatus ? of.Now.Suspended : null,
        ["messages"] = of.Now.Messages, ["quietSeconds"] = of.Now.Stale, ["openWarnings"] = of.Lists.OpenWarnings, ["notes"] = of.Lists.Notes,
        ["numbers"] = new JsonArray([.. of.Rows.Against.Select(Number)]), ["salesAt"] = of.Rows.SoldAt is { } at ? At(at) : null, ["salesOfNobody"] = Json.Number(of.Rows.OfNobody),
        ["people"] = new JsonArray([.. of.Rows.Agents.Select(Person)]), ["together"] = Person(of.Rows.Sum),
        ["hour"] = of.Rows.Hour, ["hours"] = Counts(of.Rows.Hours), ["lastWeek"] = of.Rows.LastWeek is { } last ? Counts(last) : null,
        ["waits"] = new JsonArray([.. of.Lists.Waits.Select(w => new JsonObject { ["buyer"] = w.Buyer, ["agent"] = w.Agent, ["group"] = w.Group, ["seconds"] = w.Seconds, ["chat"] = w.Chat })]), ["moreWaits"] = of.Lists.More,
        ["found"] = new JsonArray([.. of.Lists.Found.Select(f => new JsonObject { ["name"] = f.Rule.Zh, ["nameEn"] = f.Rule.En, ["severity"] = Json.Kebab(f.Severity), ["agent"] = f.Agent, ["at"] = At(f.At), ["buyer"] = f.Buyer, ["chat"] = f.Chat })]),
        ["warnings"] = new JsonArray([.. of.Lists.Warnings.Select(w => new JsonObject { ["id"] = w.Id.ToString(CultureInfo.InvariantCulture), ["name"] = w.Kind.Zh, ["nameEn"] = w.Kind.En, ["gravity"] = Json.Kebab(w.Gravity), ["about"] = w.About, ["count"] = w.Count, ["takenBy"] = w.Taken })]),
    };

    public static Sheet Sheet(BoardRows of) => new(Columns, [.. of.Agents.Select(Person).Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r[c]?.ToString() ?? "–")])]);

    private static JsonObject Person(BoardAgent of) => new()
    {
        ["agent"] = of.Name, ["group"] = of.Group, ["status"] = of.Status is { } status ? Json.Kebab(status) : null, ["open"] = of.Open, ["waiting"] = of.Waiting, ["longestWait"] = of.Longest, ["consulted"] = of.Consulted,
        ["averageResponse"] = Json.Number6(of.Average), ["within30s"] = Json.Number6(of.Within30), ["findings"] = of.Findings, ["sales"] = Json.Number(of.Sales), ["salesTarget"] = Json.Number6(of.SalesTarget),
    };

    private static JsonObject Number(BoardAgainst of) => new()
    {
        ["metric"] = of.Metric, ["name"] = of.Name.Zh, ["nameEn"] = of.Name.En, ["unit"] = Json.UnitOf(of.Unit), ["value"] = Json.Number6(of.Value),
        ["target"] = Json.Number6(of.Target?.Value), ["targetBy"] = of.Target is { } target ? Json.Kebab(target.Part) : null, ["targetDays"] = of.Target is { Days: > 0 } shared ? shared.Days : null, ["met"] = of.Met, ["lastWeek"] = Json.Number6(of.Before),
    };

    private static JsonArray Counts(IEnumerable<int> of) => new([.. of.Select(n => JsonValue.Create(n))]);

    private static string At(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
