using Heng.App.Features.Doing;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Simulation;

namespace Heng.App.Features.PlanPages;

/// <summary>A draft tried on past months (预演), and what publishing it would do. Result is null where no month has data; Faults where the file can't be read.</summary>
public sealed record RehearsalView(string Scheme, Wording Title, SimulationResult? Result, PublishNotes Notes, int Faults)
{
    public NotPublished? Refused { get; init; }
    public string BudgetText { get; init; } = "";
    public int? Published { get; init; }
    /// <summary>What the form to publish carries of the rehearsed text; null where nothing is there to be published.</summary>
    public string? Seen { get; init; }
    /// <summary>The text that is rehearsed was proposed and waits for a second person.</summary>
    public WaitingChange? Waits { get; init; }
    /// <summary>There are two who may publish, so that one proposes and another confirms.</summary>
    public bool TakesTwo { get; init; }
    /// <summary>It was just proposed, or a proposal just ended.</summary>
    public bool Proposed { get; init; }
    public bool Ended { get; init; }
    public bool MayPublish => Seen is not null && Waits is not { IsOwn: true };
}

/// <summary>What the rehearsal's form asks: to publish the text that was seen, or to end a proposal.</summary>
public sealed record RehearsalAct(string Seen, long? Ends = null, string? Why = null);

public delegate Task<Seen<RehearsalView>> RehearsalFor(string scheme, string? budget, RehearsalAct? act, HttpContext context);
