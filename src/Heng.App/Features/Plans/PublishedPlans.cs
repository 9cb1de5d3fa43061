using Heng.Engine.Metrics;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>The plan files that count now: of every scheme its newest version, the one published last first, so that it wins where two fit a position.</summary>
public static class PublishedPlans
{
    public static IReadOnlyList<PlanFileContent> InForce(Database database, CatalogueOfRule metrics) =>
    [
        .. database.Plans.Current
            .OrderByDescending(p => p.PublishedAt.UnixSeconds).ThenByDescending(p => p.Id, StringComparer.Ordinal)
            .Select(p => Content(p, metrics)),
    ];

    /// <summary>Those versions, as a closed month names them, in the same order of precedence.</summary>
    public static IReadOnlyList<PlanFileContent> Of(Database database, CatalogueOfRule metrics, IReadOnlyList<(string Id, int Version)> versions) =>
    [
        .. database.Plans.All.Where(p => versions.Contains((p.Id, p.Version)))
            .OrderByDescending(p => p.PublishedAt.UnixSeconds).ThenByDescending(p => p.Id, StringComparer.Ordinal)
            .Select(p => Content(p, metrics)),
    ];

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
