using Heng.App.Ui;
using Heng.Engine.Metrics.Custom;

namespace Heng.App.Features.CustomMetrics;

/// <summary>The page of custom metrics (自定义指标): what is defined, latest version first, and the form. Trial is what the formula in the form comes to, once asked for.</summary>
public sealed record CustomMetricsView(IReadOnlyList<DefinedRow> Rows, MetricForm Form, IReadOnlyList<string> People, bool MayDefine)
{
    public IReadOnlyList<DefinitionError> Errors { get; init; } = [];
    public MetricTrial? Trial { get; init; }
    /// <summary>The metric that was just kept, or retired.</summary>
    public string? Saved { get; init; }
    public string? Retired { get; init; }
}

/// <summary>A version; Latest is the one that a change would follow. Of a retired metric nothing new may be made.</summary>
public sealed record DefinedRow(CustomDefinition Definition, string By, DateTime At, bool Latest, bool Retired);

/// <summary>What the form holds, as it was typed: a refused one is shown again as it was.</summary>
public sealed record MetricForm(string Id, string Zh, string En, string Unit, string Better, string Formula, string From, string Person, string Month)
{
    public static MetricForm Of(CustomDefinition definition, string from, string person, string month) => new(
        definition.Id, definition.Name.Zh, definition.Name.En, WrittenUnits.IdOf(definition.Unit), CommandLine.Json.Kebab(definition.Better), definition.Formula, from, person, month);
}

/// <summary>What the form was sent for.</summary>
public enum MetricAct { Look, Try, Save, Retire }

public delegate Task<Seen<CustomMetricsView>> CustomMetricsFor(MetricForm? form, string? edit, MetricAct act, HttpContext context);
