using Heng.App.Features.Doing;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>The page of rules (判定规则): what is in force and how it came so, the form for a change, and what a month would have been under it.</summary>
public sealed record RulesView(IReadOnlyList<string> Shops, string Shop, RuleSet InForce, IReadOnlyList<RuleVersion> Versions, RulesForm Form, bool MaySet)
{
    public IReadOnlyList<RuleFault> Faults { get; init; } = [];
    public RulesPreviewView? Preview { get; init; }
    /// <summary>The version that was just kept.</summary>
    public int? Saved { get; init; }
    public IReadOnlyList<StaleDays> Stale { get; init; } = [];
    public IReadOnlyList<Decision> Recomputed { get; init; } = [];
    public IReadOnlyList<AutoReplyProposal> Proposals { get; init; } = [];
    public RecomputeForm Recompute { get; init; } = new("", "", "");
    public IReadOnlyList<RuleFault> RecomputeFaults { get; init; } = [];
    /// <summary>A recomputation that is not done yet.</summary>
    public string? Running { get; init; }
    /// <summary>A change that waits for a second person.</summary>
    public RulesWaiting? Waits { get; init; }
    /// <summary>A change was just proposed.</summary>
    public bool Proposed { get; init; }

    public RulesView With(RulesKept kept) => this with { Faults = kept.Faults, Saved = kept.Rules?.Version, Proposed = kept.Waits is not null };
}

/// <summary>A change of rules that waits: what it is, and what it moves.</summary>
public sealed record RulesWaiting(WaitingChange Of, RuleChange Change, string Reason, IReadOnlyList<(RuleSetting Setting, string Before, string After)> Moves);

/// <summary>What the form holds, as typed; settings by id.</summary>
public sealed record RulesForm(IReadOnlyDictionary<string, string> Values, string From, string Reason, string Month);

public sealed record RecomputeForm(string From, string To, string Reason);

/// <summary>The month under the change, and what the change is.</summary>
public sealed record RulesPreviewView(Month Month, IReadOnlyList<(RuleSetting Setting, string Before, string After)> Changes, PreviewRow Shop, IReadOnlyList<PreviewRow> People);

public enum RulesAct { Look, Preview, Save }

/// <summary>A recomputation's page.</summary>
public sealed record RecomputeView(string Id, string Shop, DateOnly From, DateOnly To, string By, Imports.ImportState State, long Done, long All, Wording? Failure, bool MayCancel);

public delegate Task<Seen<RulesView>> RulesFor(string? shop, RulesForm? form, RulesAct act, HttpContext context);
public delegate Task<Seen<RulesView>> AnswerProposal(string? shop, long proposal, bool confirms, string? why, HttpContext context);
/// <summary>Confirms a proposed text.</summary>
public delegate Task<Seen<RulesView>> ConfirmAutoReply(string? shop, string text, string day, HttpContext context);
/// <summary>Begins a recomputation; answers its id, or the page that says why not.</summary>
public delegate Task<(string? Id, Seen<RulesView> Page)> StartRecompute(string? shop, RecomputeForm form, HttpContext context);
public delegate Task<Seen<RecomputeView>> RecomputeFor(string id, HttpContext context);
public delegate Task<bool> CancelRecompute(string id, HttpContext context);
