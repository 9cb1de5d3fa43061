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
            if (wrong[^1].Count == 0 && NamesRetired([.. before, Numbered(before, definition)], definition) is { } retired) wrong[^1] = [new("formula", RetiredMetrics.Name, RetiredMetrics.Words([retired]))];
            if (wrong[^1].Count == 0) before.Add(Numbered(before, definition));
        }
        return wrong;
    }

    /// <summary>Keeps what was checked; one that says what its newest version says already makes no new version.</summary>
    public IReadOnlyList<(CustomDefinition Definition, bool New)> Keep(IReadOnlyList<CustomDefinition> added, string by) => [.. added.Select(definition =>
    {
        if (kept.LastOrDefault(d => d.Id == definition.Id) is { } same && same == definition with { Version = same.Version })
        {
            if (RetiredMetrics.Of(database).Contains(same.Id)) Decide(Now, by, same);
            return (same, false);
        }
        var now = Now;
        var version = database.CustomMetrics.Define(definition, now, by);
        kept.Add(version);
        Decide(now, by, version);
        return (version, true);
    })];

    /// <summary>From now on no plan and no definition names it anew; what names it already keeps it. Defining it again brings it back. Null once it is done, else why not.</summary>
    public DefinitionError? Retire(string id, string by)
    {
        if (!kept.Exists(d => d.Id == id)) return new("id", "metric-unknown", new($"没有自定义指标“{id}”", $"there is no metric of the shop's own called '{id}'"));
        if (RetiredMetrics.Of(database).Contains(id)) return new("id", RetiredMetrics.Name, RetiredMetrics.Words([id]));
        database.Decisions.Append(Now, by, RetiredMetrics.Name, RetiredMetrics.SubjectOf(id), "");
        return null;
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    private void Decide(Instant at, string by, CustomDefinition version) =>
        database.Decisions.Append(at, by, "metric-defined", RetiredMetrics.SubjectOf(version.Id), string.Create(CultureInfo.InvariantCulture, $"v{version.Version}"));

    private string? NamesRetired(IReadOnlyList<CustomDefinition> with, CustomDefinition definition) =>
        Own.On(Catalogue.Under(RuleSet.Default.Paying), with, definition.From).Find(definition.Id)?.Formula is Computed computed
            ? computed.Inputs.Select(i => i.Id).FirstOrDefault(id => id != definition.Id && RetiredMetrics.Of(database).Contains(id)) : null;

    private static CustomDefinition Numbered(List<CustomDefinition> before, CustomDefinition definition) =>
        definition with { Version = 1 + before.Where(d => d.Id == definition.Id).Select(d => d.Version).DefaultIfEmpty(0).Max() };
}
