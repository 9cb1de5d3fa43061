using System.Text.RegularExpressions;
using Heng.App.Features.Exams;
using Heng.App.Features.Plans;
using Heng.Engine.Growth;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Onboarding;

/// <summary>A plan for new hires and its id, or what is wrong with its text.</summary>
public sealed record OnboardingReading(string Id, OnboardingPlan? Plan, IReadOnlyList<BankError> Errors);

/// <summary>Reads the yaml of a plan for new hires (新人带教计划文件). Everything wrong is told at once, each with its line; steps come out by day.</summary>
public static partial class OnboardingFile
{
    public const int Largest = 60_000;
    private const int MostName = 200;
    private static readonly Dictionary<string, bool> ByTrainee = new(StringComparer.Ordinal) { ["mentor"] = false, ["trainee"] = true };

    public static OnboardingReading Read(string yaml, string fileName)
    {
        if (yaml.Length > Largest) return new("", null, [new(0, new($"文字最多 {Largest} 字", $"A text has at most {Largest} characters"))]);
        var found = new PlanErrors(fileName);
        if (PlanFile.Parse(yaml, found) is not { } root) return new("", null, Told(found));
        var fields = new YamlFields(root, found, ["onboarding", "title", "steps"]);
        var (id, title, nodes) = (fields.Id("onboarding"), fields.Words("title"), fields.List("steps"));
        if (id.Length > 60) found.Add(fields.Find("onboarding")!, "编号最多 60 字", "an id has at most 60 characters");
        if (title.Zh?.Length > MostName || title.En?.Length > MostName) found.Add(fields.Find("title")!, $"名称最多 {MostName} 字", $"a title has at most {MostName} characters");
        if (nodes.Count > OnboardingCycle.MostSteps) found.Add(fields.Find("steps")!, $"最多 {OnboardingCycle.MostSteps} 步", $"at most {OnboardingCycle.MostSteps} steps");
        var steps = nodes.Select(n => Step(n, found)).ToArray();
        return found.Found.Count > 0 ? new(id, null, Told(found)) : new(id, new(title, [.. steps.OrderBy(s => s.Day)]), []);
    }

    private static OnboardingStep Step(YamlNode node, PlanErrors found)
    {
        var fields = new YamlFields(node, found, ["day", "who", "name", "page"]);
        fields.Required("day");
        var step = new OnboardingStep(fields.WholeNumber("day", 1), fields.Words("name"), fields.Choice("who", ByTrainee), fields.Has("page") ? fields.Text("page") : null);
        if (step.Day > OnboardingCycle.LastDay) found.Add(fields.Find("day")!, $"day 最多 {OnboardingCycle.LastDay}", $"day is at most {OnboardingCycle.LastDay}");
        if (step.Name.Zh?.Length > MostName || step.Name.En?.Length > MostName) found.Add(fields.Find("name")!, $"每步最多 {MostName} 字", $"a step has at most {MostName} characters");
        if (step.Page is { Length: > 0 } page && !PageShape().IsMatch(page)) found.Add(fields.Find("page")!, $"{page} 不是衡里的页面，写法如 /growth/exams", $"{page} is no page of Heng; write /growth/exams");
        return step;
    }

    private static IReadOnlyList<BankError> Told(PlanErrors found) => [.. found.Found.Select(e => new BankError(e.Line, e.Message))];

    /// <summary>A page of these sections: nothing that leads elsewhere or does something.</summary>
    [GeneratedRegex(@"^/(growth|daily|voice)(/[a-z0-9-]{1,40}){0,3}\z")]
    private static partial Regex PageShape();
}
