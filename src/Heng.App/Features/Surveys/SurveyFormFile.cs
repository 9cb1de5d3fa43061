using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Voice;

namespace Heng.App.Features.Surveys;

/// <summary>The text of a survey's form (问卷): YAML, as those in templates/surveys.</summary>
public static class SurveyFormFile
{
    public const int Longest = 40_000;
    private static readonly Dictionary<string, SurveyRhythm> Rhythms = new(StringComparer.Ordinal) { ["monthly"] = SurveyRhythm.Monthly, ["yearly"] = SurveyRhythm.Yearly };

    /// <summary>The form, or what is wrong with its text.</summary>
    public static (SurveyForm? Form, IReadOnlyList<Wording> Errors) Read(string yaml)
    {
        if (yaml.Length > Longest) return (null, [new($"问卷最多 {Longest} 字", $"A form has at most {Longest} characters")]);
        var errors = new PlanErrors("form");
        if (PlanFile.Parse(yaml, errors) is not { } root) return (null, Words(errors));
        var file = new YamlFields(root, errors, ["form", "rhythm", "name", "line", "dimensions"]);
        SurveyQuestion[] questions = [.. file.List("dimensions").Select(d => new YamlFields(d, errors, ["name", "questions"])).SelectMany(d => Questions(d, errors))];
        var form = new SurveyForm(file.Id("form"), file.Words("name"), file.Choice("rhythm", Rhythms), questions, file.Words("line"));
        if (errors.Found.Count > 0) return (null, Words(errors));
        return form.Faults.Count > 0 ? (null, [.. form.Faults.Select(SurveyWords.Of)]) : (form, []);
    }

    private static SurveyQuestion[] Questions(YamlFields dimension, PlanErrors errors)
    {
        var name = dimension.Words("name");
        return [.. dimension.List("questions").Select(q => new YamlFields(q, errors, ["id", "zh", "en"])).Select(q => new SurveyQuestion(q.Id("id"), name, new(q.Text("zh"), q.Text("en"))))];
    }

    private static Wording[] Words(PlanErrors errors) => [.. errors.Found.Select(e => new Wording($"第 {e.Line} 行：{e.Message.Zh}", $"line {e.Line}: {e.Message.En}"))];
}
