using Heng.Engine.Quality.Inspection;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Sampling;

/// <summary>What happens to a sampling plan. Stored by number: append, never renumber.</summary>
public enum SamplingEvent : byte { Committed, Drawn, Revealed, CalledOff }

/// <summary>Why a plan may not be committed, drawn, revealed or called off. Worded at the edge in both languages.</summary>
public enum SamplingRefusal { RoleMayNot, PlanUnclear, DaysUnclear, FormMissing, PeriodNotOver, AlreadyDrawn, NotDrawn, NothingToDraw, AlreadyRevealed, SeedWrong, SeedUnreadable, AlreadyCalledOff, NeedsReason, PlanMissing }

/// <summary>A step of a plan. Locked is the seed as it is kept until it is revealed, readable only with the data folder's keys.</summary>
public sealed record SamplingHappening(SamplingEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public SamplingPlan? Plan { get; init; }
    public InspectionForm? Form { get; init; }
    /// <summary>Within how many days of the draw the inspections are to be done, and of being told the agent may object.</summary>
    public int? DueDays { get; init; }
    public int? AppealDays { get; init; }
    public string? Commitment { get; init; }
    public string? Locked { get; init; }
    public string? FrameHash { get; init; }
    public int? FrameSize { get; init; }
    public int? Drawn { get; init; }
    /// <summary>The seed in hex, from when everybody may know it.</summary>
    public string? Revealed { get; init; }
}

/// <summary>A sampling plan (抽检计划) as its steps leave it.</summary>
public sealed record SamplingState(IReadOnlyList<SamplingHappening> Happened)
{
    public SamplingHappening Set => Happened[0];
    public SamplingPlan Plan => Set.Plan!;
    public InspectionForm Form => Set.Form!;
    public SamplingHappening? Drawn => Happened.FirstOrDefault(h => h.What == SamplingEvent.Drawn);
    public SamplingHappening? Revealed => Happened.FirstOrDefault(h => h.What == SamplingEvent.Revealed);
    public bool CalledOff => Happened.Any(h => h.What == SamplingEvent.CalledOff);

    /// <summary>Whether the seed was committed only after the period had begun, when what would be drawn from could be known already. It stays so for good.</summary>
    public bool IsLate(ShopClock clock) => clock.DayOf(Set.At) >= Plan.First;
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct SamplingStep(SamplingHappening? Happens, SamplingRefusal? Refused)
{
    public static implicit operator SamplingStep(SamplingRefusal refused) => new(null, refused);
    public static implicit operator SamplingStep(SamplingHappening happens) => new(happens, null);
}
