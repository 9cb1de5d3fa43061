using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Plans;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Plans;

/// <summary>Versions of one scheme, of which the newer begins later.</summary>
public sealed class LaterVersionTests : IDisposable
{
    private static readonly DateOnly September = new(2026, 9, 30), October = new(2026, 10, 1);
    private readonly string folder = Directory.CreateTempSubdirectory("heng-later-").FullName;
    private readonly Database database;

    public LaterVersionTests()
    {
        database = Migrated.In(folder);
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Publish(string? from, string standard, long at) => database.Plans.Publish("later", $$"""
        scheme: later
        version: 1
        title: { zh: 先后, en: Later }
        explanation: { zh: 说明, en: Explanation }
        plans:
          - id: agent
            title: { zh: 客服, en: Agent }
            positions: [front-line]
            cycle: month
        {{(from is null ? "" : $"    effective: {{ from: {from} }}")}}
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: load, name: { zh: 接待, en: Load }, weight: 100, source: { metric: consulted }, method: { proportional: { target: 100 } } }
        pay:
          components:
            - performance: { id: performance, label: { zh: 绩效, en: Performance }, amount: {{standard}}, coefficient: { linear: [{ at: 0, coefficient: 0 }, { at: 100, coefficient: 1 }] } }
        """, new(at), "hr");

    private (int? Plan, int? Pay) On(DateOnly day)
    {
        var files = PublishedPlans.InForce(database, ShopCatalogue.Latest(database));
        return (PlanChoice.Of(files, "ann", "front-line", day)?.Version, PlanChoice.PayOf(files, "ann", "front-line", day)?.Version);
    }

    [Fact]
    public void Until_a_version_begins_the_one_before_it_scores_and_pays()
    {
        Publish(null, "1000", 1);
        Publish("2026-10-01", "2000", 2);
        Assert.Equal(((1, 1), (2, 2)), (On(September), On(October)));
        Publish(null, "3000", 3);
        Assert.Equal(((3, 3), (3, 3)), (On(September), On(October)));
    }

    [Fact]
    public void What_a_closed_month_names_is_followed_in_the_same_way()
    {
        Publish(null, "1000", 1);
        Publish("2026-10-01", "2000", 2);
        Publish(null, "3000", 3);
        var files = PublishedPlans.Of(database, ShopCatalogue.Latest(database), [("later", 1), ("later", 2)]);
        Assert.Equal((1, 2), (PlanChoice.Of(files, "ann", "front-line", September)!.Version, PlanChoice.Of(files, "ann", "front-line", October)!.Version));
    }
}
