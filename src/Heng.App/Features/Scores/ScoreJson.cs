using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Scores;

/// <summary>Scorecards as JSON; this is also what a closed month seals.</summary>
public static class ScoreJson
{
    /// <summary>A month in one stretch has no more fields than ever, so that its seal is what it was.</summary>
    public static JsonObject Of(Scorecard card)
    {
        var json = Whole(card);
        if (card.Days is { } days) (json["from"], json["to"]) = (Day(days.From), Day(days.To));
        if (card.Stretches.Count > 0) json["stretches"] = new JsonArray([.. card.Stretches.Select(Of)]);
        return json;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Of(StretchCard of)
    {
        var json = Of(of.Card);
        (json["group"], json["position"], json["due"], json["worked"]) = (of.Stretch.Group, of.Stretch.Position, Json.Number(of.Stretch.Due), Json.Number(of.Stretch.Worked));
        return json;
    }

    private static JsonObject Whole(Scorecard card) => new()
    {
        ["agent"] = card.Agent,
        ["plan"] = card.Plan,
        ["version"] = card.Version,
        ["score"] = Json.Number(card.Score),
        ["grade"] = card.Grade,
        ["rank"] = card.Rank,
        ["passed"] = card.Passed,
        ["items"] = new JsonArray([.. card.Items.Select(ItemOf)]),
        ["notes"] = Json.Texts(card.Notes, english: false),
        ["notesEn"] = Json.Texts(card.Notes, english: true),
    };

    private static JsonObject ItemOf(ItemResult item) => new()
    {
        ["item"] = item.Item,
        ["name"] = item.Name.Zh,
        ["nameEn"] = item.Name.En,
        ["dimension"] = item.Dimension,
        ["value"] = Json.Number6(item.Value.Value),
        ["points"] = Json.Number(item.Points),
        ["full"] = Json.Number(item.Full),
        ["counted"] = Json.Number(item.Counted),
        ["countedFull"] = Json.Number(item.CountedFull),
        ["state"] = Json.Kebab(item.State),
        ["notes"] = Json.Texts(item.Notes, english: false),
        ["notesEn"] = Json.Texts(item.Notes, english: true),
    };

    private static readonly string[] Columns = ["rank", "agent", "plan", "version", "score", "grade", "missing"];

    public static Sheet Sheet(JsonArray cards) => new(
        Columns,
        [.. cards.Select(c => (IReadOnlyList<string>)
        [
            Text(c!["rank"]), c["agent"]!.GetValue<string>(), c["plan"]!.GetValue<string>(), Text(c["version"]), Text(c["score"]), c["grade"]?.GetValue<string>() ?? "–",
            string.Join(' ', c["items"]!.AsArray().Where(i => i!["points"] is null).Select(i => i!["item"]!.GetValue<string>())),
        ])], LegendOf(cards));

    private static Legend LegendOf(JsonArray cards)
    {
        var (legend, column) = (new Legend(), Array.IndexOf(Columns, "score"));
        for (var r = 0; r < cards.Count; r++)
        {
            var items = cards[r]!["items"]!.AsArray();
            if (cards[r]!["score"] is null) legend.Missing();
            if (items.Any(i => i!["state"]!.GetValue<string>() == Json.Kebab(ValueState.Provisional))) legend.Provisional(r, column);
            if (items.Any(i => i!["counted"]?.GetValue<decimal>() != i["points"]?.GetValue<decimal>())) legend.Redistributed(r, column);
            foreach (var note in cards[r]!["notes"]!.AsArray()) legend.Note(r, column, note!.GetValue<string>());
        }
        return legend;
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "–";
}
