using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Simulation;

namespace Heng.App.Features.SoFar;

internal static class SoFarJson
{
    private static readonly string[] Columns = ["agent", "net", "by", "now", "to", "step", "pay", "score"];

    public static JsonObject Of(SoFarView view) => new()
    {
        ["agent"] = view.Agent,
        ["month"] = view.Month.ToString(),
        ["provisional"] = true,
        ["net"] = Json.Number(view.Net),
        ["finalOn"] = view.FinalOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["lines"] = new JsonArray([.. view.Lines.Select(l => new JsonObject
        {
            ["line"] = l.Id, ["label"] = l.Label.Zh, ["labelEn"] = l.Label.En, ["amount"] = Json.Number(l.Amount), ["state"] = Json.Kebab(l.Explanation.State),
        })]),
        ["steps"] = new JsonArray([.. view.Steps.Select(Step)]),
        ["mayChange"] = Json.Texts(view.MayChange, english: false),
        ["mayChangeEn"] = Json.Texts(view.MayChange, english: true),
    };

    private static JsonObject Step(NextStep step)
    {
        var words = SoFarWords.Of(step);
        var json = new JsonObject
        {
            ["by"] = step.Asked, ["name"] = step.Name.Zh, ["nameEn"] = step.Name.En, ["feeds"] = Json.Texts(step.Feeds, english: false), ["feedsEn"] = Json.Texts(step.Feeds, english: true),
            ["now"] = Json.Number(step.Now), ["unit"] = Json.UnitOf(step.Unit), ["words"] = words.Zh, ["wordsEn"] = words.En,
        };
        if (step.Without is { } without) json["without"] = Json.Kebab(without);
        else
        {
            (json["to"], json["pay"], json["score"]) = (Json.Number(step.To), Json.Number(step.Pay), Json.Number(step.Score));
            if (step.Counted is { } counted) json["more"] = new JsonObject { ["of"] = counted.What.Zh, ["ofEn"] = counted.What.En, ["count"] = counted.More };
        }
        return json;
    }

    public static Sheet Sheet(IEnumerable<SoFarView> views) => new(Columns, [.. views.SelectMany(v => v.Steps.Select(s => (IReadOnlyList<string>)
    [
        v.Agent, Text(v.Net), s.Asked.Length > 0 ? s.Asked : s.Name.Zh, Text(s.Now), Text(s.To), SoFarWords.Of(s).Zh, Text(s.Pay), Text(s.Score),
    ]))]);

    private static string Text(decimal? value) => Json.Number(value)?.ToJsonString() ?? "–";
}
