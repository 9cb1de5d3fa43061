using System.Globalization;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Records;
using Heng.Store;
using Own = Heng.Engine.Metrics.Custom.CustomMetrics;

namespace Heng.App.Features.CustomMetrics;

/// <summary>Checks definitions against those that are kept, and keeps them. Who may is the caller's to ask.</summary>
public sealed class Definitions(Database database, TimeProvider time)
{
    private readonly List<CustomDefinition> kept = [.. database.CustomMetrics.All.Select(d => d.Definition)];

    /// <summary>What is wrong with each, told in turn: one may build on those before it.</summary>
    public IReadOnlyList<IReadOnlyList<DefinitionError>> Check(IReadOnlyList<CustomDefinition> added)
    {
        var before = kept.ToList();
        var wrong = new List<IReadOnlyList<DefinitionError>>();
        foreach (var definition in added)
        {
            wrong.Add(Own.Check(Catalogue.Under(RuleSet.Default.Paying), before, definition));
            if (wrong[^1].Count == 0) before.Add(Numbered(before, definition));
        }
        return wrong;
    }

    /// <summary>Keeps what was checked; one that says what its newest version says already makes no new version.</summary>
    public IReadOnlyList<(CustomDefinition Definition, bool New)> Keep(IReadOnlyList<CustomDefinition> added, string by) => [.. added.Select(definition =>
    {
        if (kept.LastOrDefault(d => d.Id == definition.Id) is { } same && same == definition with { Version = same.Version }) return (same, false);
        var now = new Instant(time.GetUtcNow().ToUnixTimeSeconds());
        var version = database.CustomMetrics.Define(definition, now, by);
        kept.Add(version);
        database.Decisions.Append(now, by, "metric-defined", $"metric/{version.Id}", string.Create(CultureInfo.InvariantCulture, $"v{version.Version}"));
        return (version, true);
    })];

    private static CustomDefinition Numbered(List<CustomDefinition> before, CustomDefinition definition) =>
        definition with { Version = 1 + before.Where(d => d.Id == definition.Id).Select(d => d.Version).DefaultIfEmpty(0).Max() };
}
