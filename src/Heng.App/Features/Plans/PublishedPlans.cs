using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>The plan files that count now: of every scheme its newest version and, where that begins later, those before it until then; the one published last first, so that it wins where two fit a position.</summary>
public static class PublishedPlans
{
    public static IReadOnlyList<PlanFileContent> InForce(Database database, CatalogueOfRule metrics) => Counting(database.Plans.All, metrics);

    /// <summary>Those versions, as a closed month names them, in the same order of precedence.</summary>
    public static IReadOnlyList<PlanFileContent> Of(Database database, CatalogueOfRule metrics, IReadOnlyList<(string Id, int Version)> versions) =>
        Counting(database.Plans.All.Where(p => versions.Contains((p.Id, p.Version))), metrics);

    private static IReadOnlyList<PlanFileContent> Counting(IEnumerable<PlanVersion> versions, CatalogueOfRule metrics) =>
    [
        .. versions.GroupBy(p => p.Id, StringComparer.Ordinal).SelectMany(scheme => OfScheme(scheme.OrderByDescending(p => p.Version), metrics))
            .OrderByDescending(p => p.Version.PublishedAt.UnixSeconds).ThenByDescending(p => p.Version.Id, StringComparer.Ordinal).ThenByDescending(p => p.Version.Version)
            .Select(p => p.Content),
    ];

    /// <summary>The newest version, and of older ones what counts on until it begins.</summary>
    private static IEnumerable<(PlanVersion Version, PlanFileContent Content)> OfScheme(IEnumerable<PlanVersion> newestFirst, CatalogueOfRule metrics)
    {
        List<Plan> newer = [];
        foreach (var version in newestFirst)
        {
            // Only what begins later leaves anything of the versions before it.
            if (newer.Count > 0 && newer.TrueForAll(p => p.Effective.From is null)) yield break;
            var content = Content(version, metrics);
            if (newer.Count > 0) content = content with { Plans = Succession.Until(content.Plans, newer) };
            if (newer.Count == 0 || content.Plans.Count > 0) yield return (version, content);
            newer.AddRange(content.Plans);
        }
    }

    // A published text was read without errors once; if it can't be read now, our reader changed, which is our mistake.
    public static PlanFileContent Content(PlanVersion version, CatalogueOfRule metrics)
    {
        var result = PlanFile.Load(version.Yaml, version.Id, metrics.Find, published: true);
        var content = result.Content ?? throw new InvalidOperationException($"published plan {version.Id} v{version.Version} can't be read: {result.Errors[0]}");
        return content with
        {
            Version = version.Version,
            Plans = [.. content.Plans.Select(p => p with { Version = version.Version })],
            Pay = content.Pay is { } pay ? pay with { Version = version.Version } : null,
        };
    }
}
