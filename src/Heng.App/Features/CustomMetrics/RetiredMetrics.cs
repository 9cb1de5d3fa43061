using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.CustomMetrics;

/// <summary>
/// Custom metrics that are retired (停用): those whose last decision says so. They stay readable wherever they are named; what is new may not name them.
/// </summary>
public static class RetiredMetrics
{
    /// <summary>Of the decision, and of the refusal.</summary>
    public const string Name = "metric-retired";

    public static string SubjectOf(string id) => $"metric/{id}";

    public static IReadOnlySet<string> Of(Database database) => database.CustomMetrics.All.Select(d => d.Definition.Id).Distinct(StringComparer.Ordinal)
        .Where(id => database.Decisions.About(SubjectOf(id)) is [.., { What: Name }]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that a plan file's cards and pay name, in order.</summary>
    public static IReadOnlyList<string> In(PlanFileContent content, Database database)
    {
        var retired = Of(database);
        return [.. content.Plans.SelectMany(p => p.Asked).Concat((content.Pay?.Asked ?? []).Select(a => a.Metric.Metric))
            .OfType<string>().Where(retired.Contains).Distinct(StringComparer.Ordinal)];
    }

    public static Wording Words(IReadOnlyList<string> ids) => string.Join(", ", ids) is var names
        ? new($"{names} 已停用，新的方案和公式不能再用；重新定义即可恢复", $"{names}: retired, so that nothing new may name it; defining it again brings it back") : default;
}
