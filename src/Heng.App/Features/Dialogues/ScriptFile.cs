using System.Text;
using Heng.App.Features.Exams;
using Heng.App.Features.Plans;
using Heng.Engine.Growth;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Dialogues;

/// <summary>A script, or what is wrong with its file; never both.</summary>
public sealed record ScriptReading(DialogueScript? Script, IReadOnlyList<BankError> Errors);

/// <summary>Reads the yaml of a scripted buyer (剧本文件). Everything wrong is told at once, each with its line.</summary>
public static class ScriptFile
{
    private const int MostSteps = 30, MostText = 1000, MostItems = 12, MostSeconds = 1800;

    public static ScriptReading Read(string path, string fileName) => Of(File.ReadAllText(path, Encoding.UTF8), fileName);

    internal static ScriptReading Of(string yaml, string fileName)
    {
        var found = new PlanErrors(fileName);
        if (PlanFile.Parse(yaml, found) is not { } root) return new(null, [.. found.Found.Select(e => new BankError(e.Line, e.Message))]);
        var fields = new YamlFields(root, found, ["script", "name", "scene", "steps", "forbidden", "rubric"]);
        var script = new DialogueScript(fields.Id("script"), fields.Words("name"), fields.Words("scene"), [.. fields.List("steps").Select(n => Step(n, found))], fields.Texts("forbidden", false), [.. fields.List("rubric").Select(n => Item(n, found))]);
        Check(script, fields, found);
        return found.Found.Count > 0 ? new(null, [.. found.Found.OrderBy(e => e.Line).Select(e => new BankError(e.Line, e.Message))]) : new(script, []);
    }

    private static DialogueStep Step(YamlNode node, PlanErrors found)
    {
        var fields = new YamlFields(node, found, ["buyer", "good", "words", "seconds"]);
        var step = new DialogueStep(fields.Words("buyer"), fields.Words("good"), fields.Texts("words", false), fields.WholeNumber("seconds", 60));
        if (step.Seconds > MostSeconds) found.Add(node, $"seconds 最多 {MostSeconds}", $"seconds are at most {MostSeconds}");
        if (new[] { step.Buyer.Zh, step.Buyer.En, step.Good.Zh, step.Good.En }.Any(t => t?.Length > MostText)) found.Add(node, $"每句最多 {MostText} 字", $"a line has at most {MostText} characters");
        return step;
    }

    private static DialogueItem Item(YamlNode node, PlanErrors found)
    {
        var fields = new YamlFields(node, found, ["id", "name", "points", "definition"]);
        var item = new DialogueItem(fields.Id("id"), fields.Words("name"), fields.Number("points"), fields.Words("definition"));
        if (fields.Has("points") && (item.Points is <= 0m or > 100m || decimal.Round(item.Points, 2) != item.Points)) found.Add(node, "分值大于 0、不超过 100，最多两位小数", "points are above 0, at most 100, with two places at most");
        return item;
    }

    private static void Check(DialogueScript script, YamlFields fields, PlanErrors found)
    {
        if (script.Steps.Count > MostSteps) found.Add(fields.Find("steps")!, $"最多 {MostSteps} 句", $"at most {MostSteps} lines");
        if (script.Rubric.Count > MostItems) found.Add(fields.Find("rubric")!, $"最多 {MostItems} 项", $"at most {MostItems} items");
        if (script.Rubric.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count() < script.Rubric.Count) found.Add(fields.Find("rubric")!, "评分项 id 重复", "an item's id stands twice");
    }
}
