using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.App.Features.PlanPages;

/// <summary>A published scheme in the list: its newest version, and how many people it scores today.</summary>
public sealed record PlanRow(string Scheme, Wording Title, int Version, DateTime At, string By, IReadOnlyList<string> Positions, int People, bool Pays);

/// <summary>Somebody's unpublished work.</summary>
public sealed record DraftRow(string Scheme, DateTime At, string By);

public sealed record TemplateRow(string Scheme, Wording Title, Wording Explanation, bool Published);

/// <summary>All schemes (考核方案): published ones, drafts and templates. Who may not publish sees only the published ones that concern them.</summary>
public sealed record PlansView(IReadOnlyList<PlanRow> Published, IReadOnlyList<DraftRow> Drafts, IReadOnlyList<TemplateRow> Templates, bool MayEdit);

/// <summary>A version in the history; Changes is how many things differ from the version before.</summary>
public sealed record VersionRow(int Version, DateTime At, string By, int Changes);

/// <summary>A scheme as people read it: the plans of one version, what changed against another, and its page of explanation where it is a template.</summary>
public sealed record PlanView(string Scheme, Wording Title, Wording Explanation, int? Version, IReadOnlyList<Plan> Plans, PayScheme? Pay, IReadOnlyList<VersionRow> Versions, bool MayEdit)
{
    public string? Page { get; init; }
    /// <summary>The choice of indicators that it rests on, where the viewer may look at it.</summary>
    public int? Choice { get; init; }
    public (int From, int To, IReadOnlyList<PlanChange> Changes)? Diff { get; init; }
    public Func<string, Wording?> MetricName { get; init; } = _ => null;
    public Func<string, Unit> MetricUnit { get; init; } = _ => Unit.None;
}

public delegate Task<Seen<PlansView>> PlansFor(HttpContext context);
public delegate Task<Seen<PlanView>> PlanFor(string scheme, int? version, int? against, HttpContext context);
