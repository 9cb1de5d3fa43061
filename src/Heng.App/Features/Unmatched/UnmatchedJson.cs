using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Unmatched;

/// <summary>What is unmatched in a month as rows: accounts, names, and the orders and ratings whose buyer never talked.</summary>
public static class UnmatchedJson
{
    public static JsonArray Of(Database database, Month month)
    {
        return
        [
            .. new UnmatchedAccounts(database, database.People.Roster, month).All().Select(a => (JsonNode)new JsonObject
            {
                ["kind"] = a.Days > 0 ? "account" : "name", ["name"] = a.Account, ["first"] = Print(a.First), ["last"] = Print(a.Last), ["days"] = a.Days, ["count"] = a.Count, ["in"] = In(a.In), ["proposal"] = a.Proposal,
            }),
            .. new UntalkedBuyers(database, month).All().Select(u => (JsonNode)new JsonObject
            {
                ["kind"] = u.Id, ["name"] = u.Shop, ["count"] = u.Without, ["masked"] = u.Masked, ["all"] = u.All, ["share"] = CommandLine.Json.Number6(u.Share),
            }),
        ];
    }

    public static Sheet Sheet(JsonArray rows)
    {
        string[] columns = ["kind", "name", "first", "last", "days", "count", "in", "proposal", "masked", "all", "share"];
        return new(columns, [.. rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(c => Text(row![c]))])]);
    }

    private static JsonObject In(IEnumerable<Sighting> sightings) => new(sightings.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Id, s.Count)));

    private static string Text(JsonNode? cell) => cell switch
    {
        null => "",
        JsonObject counts => string.Join(' ', counts.Select(c => $"{c.Key}={c.Value}")),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => cell.ToJsonString(),
    };

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
