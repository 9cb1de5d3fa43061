using System.Data.Common;
using Dapper;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class CustomMetricTests
{
    private static CustomDefinition Of(string id, string formula, int day) => new(id, 0, new(2026, 10, day), new("名", "name"), Unit.Yuan, Better.Lower, formula);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Versions_are_numbered_for_each_metric_and_kept_in_the_order_of_definition(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var metrics = fresh.Database.CustomMetrics;
        Assert.Equal((1, 1, 2), (metrics.Define(Of("b", "sales", 1), new(5), "hr").Version, metrics.Define(Of("a", "b * 2", 1), new(5), "hr").Version, metrics.Define(Of("b", "sales * 3", 9), new(6), "manager").Version));
        Assert.Equal([("b", 1), ("a", 1), ("b", 2)], metrics.All.Select(d => (d.Definition.Id, d.Definition.Version)));
        Assert.Equal(new DefinedMetric(Of("b", "sales * 3", 9) with { Version = 2 }, new(6), "manager"), metrics.All[2]);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_definition_is_never_changed_or_removed(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.CustomMetrics.Define(Of("a", "sales", 1), new(5), "hr");
        using var connection = fresh.Database.Connect();
        foreach (var sql in new[] { "UPDATE custom_metric SET formula = ''", "DELETE FROM custom_metric" })
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }
}
