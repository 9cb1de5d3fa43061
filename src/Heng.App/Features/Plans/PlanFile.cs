using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>A scheme's file: the plan of each position and, where there is one, the pay scheme. Plan ids are scheme/plan.</summary>
public sealed record PlanFileContent(string Scheme, int Version, Wording Title, Wording Explanation, IReadOnlyList<Plan> Plans, PayScheme? Pay)
{
    /// <summary>The days of promotions that its targets and balance points know.</summary>
    public IReadOnlyList<DaySpan> Promotions { get; init; } = [];
}

/// <summary>Content, or what is wrong; never both.</summary>
public sealed record PlanFileResult(PlanFileContent? Content, IReadOnlyList<PlanError> Errors);

/// <summary>Reads a scheme's YAML. Everything wrong is told at once, each with its line and column.</summary>
public static class PlanFile
{
    /// <param name="published">A text that was published once stays readable when what may be published grows stricter.</param>
    public static PlanFileResult Load(string yaml, string fileName, Func<string, Metric?> metrics, bool published = false)
    {
        var errors = new PlanErrors(fileName);
        var content = Parse(yaml, errors) is { } root ? Read(root, errors, metrics, published) : null;
        return errors.Found.Count > 0 ? new(null, errors.Found) : new(content, []);
    }

    internal static YamlNode? Parse(string yaml, PlanErrors errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: var root }]) return root;
            errors.Add(Mark.Empty, new("文件应恰好含一个 YAML 文档", "the file holds exactly one YAML document"));
        }
        catch (YamlException e)
        {
            errors.Add(e.Start, new($"YAML 语法错误：{e.InnerException?.Message ?? e.Message}", $"not YAML: {e.InnerException?.Message ?? e.Message}"));
        }
        return null;
    }

    private static PlanFileContent Read(YamlNode root, PlanErrors errors, Func<string, Metric?> metrics, bool published)
    {
        var file = new YamlFields(root, errors, PlanKeys.File);
        var scheme = file.Id("scheme");
        var version = file.WholeNumber("version", 1);
        var (title, explanation) = (file.Words("title"), file.Has("explanation") ? file.Words("explanation") : default);
        var reader = new PlanReader(errors, metrics, scheme, version, explanation, published);
        var promotions = AimReader.Promotions(file);
        Plan[] plans = [.. file.List("plans").Select(reader.Read).Select(p => p with { Promotions = promotions })];
        Ids.Distinct(errors, file.List("plans", required: false), plans.Select(p => p.Id));
        var components = file.Find("pay") is { } pay ? new PayReader(errors, metrics, plans).Read(pay) : null;
        return new(scheme, version, title, explanation, plans, components is null ? null : new PayScheme(scheme, version, title, explanation, components)) { Promotions = promotions };
    }
}

/// <summary>Ids that must differ, and weights that must add up.</summary>
internal static class Ids
{
    public static void Distinct(PlanErrors errors, IReadOnlyList<YamlNode> nodes, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, id) in nodes.Zip(ids))
            if (!seen.Add(id)) errors.Add(node, $"id {id} 重复", $"the id {id} is used twice");
    }

    /// <summary>Exactly 100: 99.99 is refused, for points and pay are split by these.</summary>
    public static void SumTo100(PlanErrors errors, YamlNode at, IEnumerable<decimal> weights)
    {
        var sum = weights.Sum();
        if (sum == 100m) return;
        var text = sum.ToString("0.########", CultureInfo.InvariantCulture);
        errors.Add(at, $"权重合计 {text}，应恰好为 100", $"the weights add up to {text}, not exactly 100");
    }
}
