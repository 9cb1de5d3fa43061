using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Lint;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;
using Heng.Engine.Simulation;
using Heng.Intake.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>A scheme's file: the plan of each position and, where there is one, the pay scheme. Plan ids are scheme/plan.</summary>
public sealed record PlanFileContent(string Scheme, int Version, Wording Title, Wording Explanation, IReadOnlyList<Plan> Plans, PayScheme? Pay)
{
    /// <summary>The days of promotions that its targets and balance points know.</summary>
    public IReadOnlyList<DaySpan> Promotions { get; init; } = [];

    /// <summary>The number of the choice of indicators that it rests on; null where it names none.</summary>
    public int? Choice { get; init; }

    /// <summary>How its assessments go; null where it doesn't say.</summary>
    public Course? Course { get; init; }

    /// <summary>The stages that an assessment of the cycle goes through: those of the file, without what none of its plans asks for.</summary>
    public Course CourseOf(Cycle cycle) => (Course ?? Course.Regulation).For([.. CourseLint.RatersAsked(Plans.Where(p => p.Cycle == cycle))]);

    /// <summary>What counts of it.</summary>
    public SchemeVersion Counting => new(Scheme, Version, Plans, Pay) { Promotions = Promotions };
}

/// <summary>Content, or what is wrong; never both. Warnings stand beside either.</summary>
public sealed record PlanFileResult(PlanFileContent? Content, IReadOnlyList<PlanError> Errors, IReadOnlyList<PlanError> Warnings)
{
    /// <summary>Errors and warnings in the order of the file.</summary>
    public IEnumerable<PlanError> Findings => Errors.Concat(Warnings).OrderBy(e => e.Line).ThenBy(e => e.Column);
}

/// <summary>Reads a scheme's YAML and lints what was read. Everything wrong is told at once, each with its line and column.</summary>
public static class PlanFile
{
    /// <param name="published">A text that was published once stays readable when what may be published grows stricter.</param>
    public static PlanFileResult Load(string yaml, string fileName, Func<string, Metric?> metrics, bool published = false)
    {
        var errors = new PlanErrors(fileName);
        var root = Parse(yaml, errors);
        var content = root is null ? null : Read(root, errors, metrics);
        if (content is not null && !published) RollUps.Check(root!, content.Plans, errors);
        if (content is not null && !published)
            foreach (var finding in SchemeLint.Of(content.Plans, content.Pay, metrics).Concat(content.Course is { } course ? CourseLint.Of(course, content.Plans) : [])) errors.Add(PlanPlaces.Find(root!, finding.Place), PlanPlaces.Find(root!, PlanPlaces.OwnerOf(finding.Place)), finding);
        var wrong = errors.Found.Where(e => e.Severity == Severity.Error).ToArray();
        return new(wrong.Length > 0 ? null : content, wrong, [.. errors.Found.Where(e => e.Severity == Severity.Warning)]);
    }

    internal static YamlNode? Parse(string yaml, PlanErrors errors)
    {
        if (YamlDepth.Beyond(yaml) is { } deep)
        {
            errors.Add(deep, new($"嵌套超过 {YamlDepth.Most} 层", $"nested deeper than {YamlDepth.Most} levels"));
            return null;
        }
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: var root }]) return root;
            errors.Add(Mark.Empty, new("文件应恰好含一个 YAML 文档", "the file holds exactly one YAML document"));
        }
        catch (YamlException) when (TabAt(yaml) is { } tab)
        {
            errors.Add(tab, new("缩进里有制表符，请改成空格", "a tab stands in the indentation: use spaces"));
        }
        catch (YamlException e)
        {
            errors.Add(e.Start, new($"YAML 语法错误：{e.InnerException?.Message ?? e.Message}", $"not YAML: {e.InnerException?.Message ?? e.Message}"));
        }
        return null;
    }

    /// <summary>The first tab before anything else on its line; YAML takes none there, and its reader may say so at another place.</summary>
    private static Mark? TabAt(string yaml)
    {
        var lines = yaml.Split('\n');
        var line = Array.FindIndex(lines, l => l.AsSpan().TrimStart(' ') is ['\t', ..]);
        return line < 0 ? null : new Mark(0, line + 1, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1);
    }

    private static PlanFileContent Read(YamlNode root, PlanErrors errors, Func<string, Metric?> metrics)
    {
        var file = new YamlFields(root, errors, PlanKeys.File);
        var scheme = file.Id("scheme");
        var version = file.WholeNumber("version", 1);
        var (title, explanation) = (file.Words("title"), file.Has("explanation") ? file.Words("explanation") : default);
        var reader = new PlanReader(errors, metrics, scheme, version, explanation);
        var promotions = AimReader.Promotions(file);
        Plan[] plans = [.. file.List("plans").Select(reader.Read).Select(p => p with { Promotions = promotions })];
        var course = file.Has("course") ? CourseReader.Read(file) : null;
        plans = [.. plans.Select(p => p.ShownFrom((course?.Peers ?? Peers.Usual).Threshold))];
        Ids.Distinct(errors, file.List("plans", required: false), plans.Select(p => p.Id));
        var paid = file.Find("pay") is { } pay ? new PayReader(errors, metrics, plans).Read(pay) : default((IReadOnlyList<PayComponent> Components, IReadOnlyList<Fund> Funds)?);
        return new(scheme, version, title, explanation, plans, paid is not { } own ? null : new PayScheme(scheme, version, title, explanation, own.Components) { Funds = own.Funds }) { Promotions = promotions, Choice = file.Has("choice") ? file.WholeNumber("choice", 1) : null, Course = course };
    }
}

/// <summary>Ids that must differ.</summary>
internal static class Ids
{
    public static void Distinct(PlanErrors errors, IReadOnlyList<YamlNode> nodes, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, id) in nodes.Zip(ids))
            if (!seen.Add(id)) errors.Add(node, $"id {id} 重复", $"the id {id} is used twice");
    }
}
