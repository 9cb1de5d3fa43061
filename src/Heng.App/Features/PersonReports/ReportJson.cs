using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Forms;
using Heng.Engine.Explanation;

namespace Heng.App.Features.PersonReports;

/// <summary>A person's report and assessment form for the command line. Yuan are left out for who sees no pay.</summary>
public static class ReportJson
{
    public static JsonObject Of(PersonReportView view) => new()
    {
        ["month"] = view.Month.ToString(), ["agent"] = view.Agent, ["group"] = view.Group, ["plan"] = view.Plan,
        ["score"] = Json.Number(view.Score.Score.Value), ["full"] = Json.Number(view.Score.Full), ["grade"] = view.Score.Grade, ["rank"] = view.Score.Rank, ["ranked"] = view.Score.Ranked,
        ["three"] = Json.Number6(view.Score.Three), ["twelve"] = Json.Number6(view.Score.Twelve), ["groupMean"] = Json.Number6(view.Score.Group),
        ["trend"] = new JsonArray([.. view.Trend.Select(m => new JsonObject { ["month"] = m.Month.ToString(), ["score"] = Json.Number(m.Score) })]),
        ["items"] = new JsonArray([.. view.Items.Select(Item)]),
        ["dimensions"] = new JsonArray([.. view.Radar.Select(a => new JsonObject { ["name"] = a.Name.Zh, ["nameEn"] = a.Name.En, ["share"] = Json.Number6(a.Share), ["groupMean"] = Json.Number6(a.Group), ["points"] = Json.Number(a.Points), ["full"] = Json.Number(a.Full) })]),
        ["strengths"] = new JsonArray([.. view.Strengths.Select(s => With(new() { ["item"] = s.Item.Id, ["above"] = Json.Number6(s.Above) }, s.Examples))]),
        ["gains"] = new JsonArray([.. view.Gains.Select(g => Gain(view, g))]),
    };

    private static JsonObject Gain(PersonReportView view, ReportGain gain)
    {
        var json = new JsonObject { ["item"] = gain.Item.Id, ["now"] = Json.Number6(gain.Item.Now.Value), ["to"] = Json.Number6(gain.To), ["from"] = Json.Kebab(gain.From), ["points"] = Json.Number(gain.Points) };
        if (view.PayVisible) json["pay"] = Json.Number(gain.Pay);
        return With(json, gain.Examples);
    }

    private static JsonObject Item(ReportItem item) => new()
    {
        ["item"] = item.Id, ["name"] = item.Name.Zh, ["nameEn"] = item.Name.En, ["unit"] = Json.UnitOf(item.Unit), ["value"] = Json.Number6(item.Now.Value), ["state"] = Json.Kebab(item.Now.State),
        ["target"] = item.Target?.Zh, ["targetEn"] = item.Target?.En, ["points"] = Json.Number(item.Points.Value), ["full"] = Json.Number(item.Full), ["three"] = Json.Number6(item.Three),
        ["twelve"] = Json.Number6(item.Twelve), ["groupMean"] = Json.Number6(item.Group), ["cases"] = item.Cases, ["few"] = item.Small,
    };

    private static JsonObject With(JsonObject json, ReportExamples examples)
    {
        (json["good"], json["bad"]) = (Chats(examples.Good), Chats(examples.Bad));
        return json;
    }

    private static JsonArray Chats(IReadOnlyList<ReportChat> chats) =>
        [.. chats.Select(c => new JsonObject { ["who"] = c.Title, ["detail"] = c.Detail.Zh, ["detailEn"] = c.Detail.En, ["value"] = c.Value.Zh, ["valueEn"] = c.Value.En, ["address"] = c.Href })];

    public static JsonObject Of(FormView view) => new()
    {
        ["month"] = view.Month.ToString(), ["agent"] = view.Agent, ["group"] = view.Group, ["plan"] = view.Plan?.Zh, ["version"] = view.Version, ["closed"] = view.Closed,
        ["score"] = Json.Number(view.Score), ["full"] = Json.Number(view.Full), ["grade"] = view.Grade,
        ["items"] = new JsonArray([.. view.Dimensions.SelectMany(d => d.Items.Select(i => FormRow(d, i)))]),
    };

    private static JsonObject FormRow(FormDimension dimension, FormItem item) => new()
    {
        ["dimension"] = dimension.Name.Zh, ["item"] = item.Id, ["name"] = item.Name.Zh, ["nameEn"] = item.Name.En, ["definition"] = item.Measures.Zh, ["definitionEn"] = item.Measures.En,
        ["method"] = item.Method.Zh, ["methodEn"] = item.Method.En, ["full"] = Json.Number(item.Full), ["bonus"] = item.Bonus, ["result"] = item.Result?.Zh, ["self"] = Json.Number6(item.Marks.Self), ["peers"] = Json.Number6(item.Marks.Peers),
        ["leader"] = Json.Number6(item.Marks.Leader), ["others"] = Json.Number6(item.Marks.Others), ["points"] = Json.Number(item.Points), ["comments"] = Json.Texts(item.Comments, english: false), ["commentsEn"] = Json.Texts(item.Comments, english: true),
        ["reasons"] = new JsonArray([.. item.Reasons.Select(r => new JsonObject { ["words"] = r.Words.Zh, ["wordsEn"] = r.Words.En, ["points"] = Json.Number(r.Points) })]),
    };
}
