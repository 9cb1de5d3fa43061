using Heng.Engine.Records;

namespace Heng.Engine.Quality.Sampling;

/// <summary>Who commands: whether they set plans (HR and the manager; leaders and supervisors for their own check).</summary>
public sealed record SamplingActor(string Name, bool Sets);

/// <summary>A plan is committed with the hash of its seed, drawn once its period is over, and its seed revealed after that, when it must be the one that was committed.</summary>
public static class SamplingCycle
{
    public const int ShippedDueDays = 7, ShippedAppealDays = 3, MostDays = 60, MostReason = 500;

    public static SamplingStep Commit(SamplingActor by, SamplingHappening set)
    {
        if (!by.Sets) return SamplingRefusal.RoleMayNot;
        if (set.Form is null) return SamplingRefusal.FormMissing;
        if (set.Plan is not { } plan || !IsClear(plan)) return SamplingRefusal.PlanUnclear;
        if (plan.Last < plan.First || plan.Last.DayNumber - plan.First.DayNumber >= SamplingPlan.MostDays) return SamplingRefusal.DaysUnclear;
        if (set.DueDays is not (>= 1 and <= MostDays) || set.AppealDays is not (>= 1 and <= MostDays)) return SamplingRefusal.DaysUnclear;
        return set with { What = SamplingEvent.Committed, Who = by.Name };
    }

    public static SamplingStep Draw(SamplingState state, SamplingActor by, SamplingFrame frame, Seed? seed, Instant now, DateOnly today) => state switch
    {
        _ when !by.Sets => SamplingRefusal.RoleMayNot,
        { CalledOff: true } => SamplingRefusal.AlreadyCalledOff,
        { Drawn: not null } => SamplingRefusal.AlreadyDrawn,
        _ when today <= state.Plan.Last => SamplingRefusal.PeriodNotOver,
        _ when seed is null => SamplingRefusal.SeedUnreadable,
        _ when seed.Commitment != state.Set.Commitment => SamplingRefusal.SeedWrong,
        _ when Sampling.Draw.Of(state.Plan, frame, seed) is { Count: > 0 } drawn =>
            new SamplingHappening(SamplingEvent.Drawn, by.Name, now, "") { FrameHash = frame.Hash, FrameSize = frame.Items.Count, Drawn = drawn.Count },
        _ => SamplingRefusal.NothingToDraw,
    };

    public static SamplingStep Reveal(SamplingState state, SamplingActor by, Seed? seed, Instant now) => state switch
    {
        _ when !by.Sets => SamplingRefusal.RoleMayNot,
        { CalledOff: true } => SamplingRefusal.AlreadyCalledOff,
        { Revealed: not null } => SamplingRefusal.AlreadyRevealed,
        // Known before the draw, a seed would tell which receptions to mend beforehand.
        { Drawn: null } => SamplingRefusal.NotDrawn,
        _ when seed is null => SamplingRefusal.SeedUnreadable,
        _ when seed.Commitment != state.Set.Commitment => SamplingRefusal.SeedWrong,
        _ => new SamplingHappening(SamplingEvent.Revealed, by.Name, now, "") { Revealed = seed.Hex },
    };

    /// <summary>Only before the draw: what was drawn is not thrown away for what it shows.</summary>
    public static SamplingStep CallOff(SamplingState state, SamplingActor by, string why, Instant now) => state switch
    {
        _ when !by.Sets => SamplingRefusal.RoleMayNot,
        { CalledOff: true } => SamplingRefusal.AlreadyCalledOff,
        { Drawn: not null } => SamplingRefusal.AlreadyDrawn,
        _ when why.Trim().Length is 0 or > MostReason => SamplingRefusal.NeedsReason,
        _ => new SamplingHappening(SamplingEvent.CalledOff, by.Name, now, why.Trim()),
    };

    private static bool IsClear(SamplingPlan plan) =>
        plan.PerStratum is >= 0 and <= SamplingPlan.MostEach && plan.PerRisk is >= 0 and <= SamplingPlan.MostEach && plan.PerAgent is >= 0 and <= SamplingPlan.MostEach
        && plan.PerStratum + plan.PerRisk + plan.PerAgent > 0 && plan.SecondShare is >= 0m and <= 1m
        && plan.SlotStarts is { Count: > 0 and <= SamplingPlan.MostSlots } and [0, ..] && plan.SlotStarts.Zip(plan.SlotStarts.Skip(1)).All(p => p.First < p.Second) && plan.SlotStarts[^1] < 24;
}
