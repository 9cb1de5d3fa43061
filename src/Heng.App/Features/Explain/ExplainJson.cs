using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Explain;

/// <summary>An explanation tree as JSON, leaves and all.</summary>
public static class ExplainJson
{
    public static JsonObject Of(Explained explained)
    {
        var json = new JsonObject
        {
            ["id"] = explained.Id,
            ["label"] = explained.Label.Zh,
            ["labelEn"] = explained.Label.En,
            ["value"] = Json.Number6(explained.Value),
            ["unit"] = Json.UnitOf(explained.Unit),
            ["state"] = Json.Kebab(explained.State),
            ["formula"] = explained.How.Formula.Zh,
            ["formulaEn"] = explained.How.Formula.En,
            ["inputs"] = new JsonArray([.. explained.Inputs.Select(Of)]),
            ["evidence"] = new JsonArray([.. explained.Evidence.Select(EvidenceOf)]),
        };
        if (explained.Confidence is { } within) json["interval"] = Json.Interval(within);
        if (explained.Note is { } note) json["note"] = note.Zh;
        return json;
    }

    private static JsonObject EvidenceOf(Evidence evidence)
    {
        var json = new JsonObject { ["kind"] = Json.Kebab(evidence.Kind), ["id"] = evidence.Id, ["value"] = Json.Number6(evidence.Value) };
        if (evidence.Day is { } day) json["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return json;
    }
}
