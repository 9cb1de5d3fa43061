using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.PlanPages;

/// <summary>What stands in the editor. Saved and Refused say what came of the last deed.</summary>
public sealed record PlanEditView(string Yaml, IReadOnlyList<PlanError> Findings)
{
    public string? Scheme { get; init; }
    public DraftRow? Saved { get; init; }
    public Wording? Refused { get; init; }
    /// <summary>Against the newest published version; null where there is none.</summary>
    public IReadOnlyList<PlanChange>? Changes { get; init; }
    /// <summary>What the form carries of the text that it began with.</summary>
    public string? Seen { get; init; }
    /// <summary>After a refusal, what carries that somebody's newer text is written over knowingly.</summary>
    public string? Over { get; init; }
    /// <summary>The draft that is to be let go once that is confirmed, and what the confirmation carries.</summary>
    public (DraftRow Draft, string Seen)? ToDiscard { get; init; }
    public bool Discarded { get; init; }
}

public enum PlanAct { Look, Check, Save, AskToDiscard, Discard }

/// <param name="Yaml">What was typed; null where what stands is to be shown.</param>
/// <param name="Seen">What the form carries of the text that it began with.</param>
public sealed record PlanEditAsk(string? Yaml, PlanAct Act, string? Seen)
{
    public static readonly PlanEditAsk Look = new(null, PlanAct.Look, null);
}

public delegate Task<Seen<PlanEditView>> PlanEditFor(string? scheme, PlanEditAsk ask, HttpContext context);
