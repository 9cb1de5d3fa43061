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
    public bool MayPublish => Seen is not null;
}

public delegate Task<Seen<RehearsalView>> RehearsalFor(string scheme, string? budget, string? publish, HttpContext context);
