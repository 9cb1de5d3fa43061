using Dapper;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A version of a custom metric, with who defined it and when.</summary>
public sealed record DefinedMetric(CustomDefinition Definition, Instant At, string By);

/// <summary>The company's own metrics (自定义指标) by version. A version never changes; the table refuses it.</summary>
public sealed class CustomMetrics(Database database)
{
    /// <summary>Keeps the definition under its metric's next version, and gives it back with that.</summary>
    public CustomDefinition Define(CustomDefinition definition, Instant at, string by) => database.Write(Durability.Full, t =>
    {
        t.Alone("custom_metric");
        var seq = 1 + t.Scalar<long>("SELECT COALESCE(MAX(seq), 0) FROM custom_metric");
        var version = 1 + t.Scalar<long>("SELECT COALESCE(MAX(version), 0) FROM custom_metric WHERE metric_id = @Id", new { definition.Id });
        t.Execute("""
            INSERT INTO custom_metric (seq, metric_id, version, from_day, name_zh, name_en, unit, better, formula, defined_at, defined_by)
            VALUES (@seq, @Id, @version, @from, @zh, @en, @unit, @better, @Formula, @at, @by)
            """, new
        {
            seq, definition.Id, version, from = Stored.Day(definition.From), zh = definition.Name.Zh, en = definition.Name.En,
            unit = definition.Unit.ToString(), better = definition.Better.ToString(), definition.Formula, at = at.UnixSeconds, by,
        });
        return definition with { Version = (int)version };
    });

    /// <summary>Every version, in the order in which they were defined.</summary>
    public IReadOnlyList<DefinedMetric> All => database.Read(c => c
        .Query<Row>("SELECT metric_id, version, from_day, name_zh, name_en, unit, better, formula, defined_at, defined_by FROM custom_metric ORDER BY seq")
        .Select(r => r.Defined).ToList());

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(string metric_id, long version, long from_day, string name_zh, string name_en, string unit, string better, string formula, long defined_at, string defined_by)
    {
        public DefinedMetric Defined => new(
            new(metric_id, (int)version, Stored.Day(from_day), new(name_zh, name_en), Enum.Parse<Unit>(unit), Enum.Parse<Better>(better), formula), new(defined_at), defined_by);
    }
#pragma warning restore IDE1006, CA1812
}
