using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.WhyChanged;

/// <summary>A split difference for the command line: the causes and the parts both add up to <c>moved</c>.</summary>
public static class ChangeJson
{
    public static JsonObject Of(Change change, Month earlier, Month month, string agent, Unit unit) => new()
    {
        ["agent"] = agent, ["since"] = earlier.ToString(), ["month"] = month.ToString(), ["unit"] = Json.UnitOf(unit),
        ["before"] = Json.Number(change.Before), ["after"] = Json.Number(change.After), ["moved"] = Json.Number(change.Moved),
        ["causes"] = new JsonArray([.. change.Causes.Select(c => new JsonObject { ["cause"] = Json.Kebab(c), ["moved"] = Json.Number(change.MovedBy(c)) })]),
        ["parts"] = new JsonArray([.. change.Parts.Select(p => Part(p, change.Causes))]),
    };

    public static Sheet Sheet(Change change) => new(
        ["part", "name", "before", .. change.Causes.Select(Json.Kebab), "after", "moved"],
        [.. change.Parts.Select(p => Row(p.Id, p.Name.Zh, p.Before?.Amount ?? 0m, p.ByCause, p.After?.Amount ?? 0m)),
            Row("total", "合计", change.Before, [.. change.Causes.Select(change.MovedBy)], change.After)]);

    private static string[] Row(string id, string name, decimal before, IReadOnlyList<decimal> moved, decimal after) =>
        [id, name, Text(before), .. moved.Select(Text), Text(after), Text(after - before)];

    private static string Text(decimal value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Part(PartChange part, IReadOnlyList<ChangeCause> causes)
    {
        var json = new JsonObject
        {
            ["id"] = part.Id, ["name"] = part.Name.Zh, ["before"] = Json.Number(part.Before?.Amount), ["after"] = Json.Number(part.After?.Amount),
            ["readingBefore"] = Json.Number6(part.Before?.Reading), ["readingAfter"] = Json.Number6(part.After?.Reading), ["moved"] = Json.Number(part.Moved),
        };
        for (var i = 0; i < causes.Count; i++) json[Json.Kebab(causes[i])] = Json.Number(part.ByCause[i]);
        return json;
    }
}
