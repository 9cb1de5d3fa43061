namespace Heng.Engine.Growth;

/// <summary>Why it is not allowed. Worded at the edge in both languages.</summary>
public enum OnboardingRefusal
{
    RoleMayNot, NeedsMentor, MentorIsTrainee, SameMentor, NoSteps, NotYours, UnknownStep, AlreadyTicked, StepWaived, AlreadyOver, NeedsReason, NoteTooLong, NeedsResult, StepsOpen, NeedsDay, DayUnclear,
}

/// <summary>Who acts. Leads: HR, the manager, or who leads the trainee's group.</summary>
public sealed record OnboardingActor(string Name, bool Leads);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct OnboardingDecision(OnboardingHappening? Happens, OnboardingRefusal? Refused)
{
    public static implicit operator OnboardingDecision(OnboardingRefusal refused) => new(null, refused);
}

/// <summary>
/// Started by who leads, with a mentor; every step is ticked by mentor and trainee, each for themself, or waived by who leads. Who leads ends it with a result, or extends it to a
/// later day. It is passed once no step is open; not passed at any time. Nobody leads their own.
/// </summary>
public static class OnboardingCycle
{
    /// <summary>Within how many days of joining somebody without a plan is proposed.</summary>
    public const int ProposedDays = 30;
    public const int LongestNote = 500, MostSteps = 60, LastDay = 365;

    public static bool IsProposed(DateOnly joined, DateOnly today) => joined <= today && today.DayNumber - joined.DayNumber < ProposedDays;

    /// <param name="asks">What is asked for, as its event.</param>
    /// <param name="state">Null for a new one.</param>
    public static OnboardingDecision Decide(OnboardingState? state, OnboardingActor by, OnboardingHappening asks, DateOnly today)
    {
        if (state is null != (asks.What == OnboardingEvent.Started)) throw new ArgumentOutOfRangeException(nameof(asks));
        var trainee = state?.Trainee ?? asks.Trainee;
        var refused = asks.What switch
        {
            _ when asks.Note?.Length > LongestNote => OnboardingRefusal.NoteTooLong,
            _ when state is { Stage: OnboardingStage.Ended } => OnboardingRefusal.AlreadyOver,
            OnboardingEvent.Ticked => Ticking(state!, by, asks),
            _ when !by.Leads || by.Name == trainee => OnboardingRefusal.RoleMayNot,
            OnboardingEvent.Waived => Waiving(state!, asks),
            OnboardingEvent.Extended => Extending(state!, asks, today),
            OnboardingEvent.Ended => Ending(state!, asks),
            _ => Mentoring(state, asks, trainee),
        };
        return refused is { } no ? no : new OnboardingDecision(asks with { Who = by.Name }, null);
    }

    private static OnboardingRefusal? Mentoring(OnboardingState? state, OnboardingHappening asks, string? trainee) =>
        string.IsNullOrWhiteSpace(asks.Mentor) ? OnboardingRefusal.NeedsMentor
        : asks.Mentor == trainee ? OnboardingRefusal.MentorIsTrainee
        : asks.Mentor == state?.Mentor ? OnboardingRefusal.SameMentor
        : state is null && asks.Plan is not { Steps.Count: > 0 } ? OnboardingRefusal.NoSteps : null;

    private static OnboardingRefusal? Ticking(OnboardingState state, OnboardingActor by, OnboardingHappening asks)
    {
        if (by.Name != state.Trainee && by.Name != state.Mentor) return OnboardingRefusal.NotYours;
        if (state.Steps.FirstOrDefault(s => s.At == asks.Step) is not { } step) return OnboardingRefusal.UnknownStep;
        if (step.Waived) return OnboardingRefusal.StepWaived;
        return (by.Name == state.Trainee ? step.Trainee : step.Mentor) is not null ? OnboardingRefusal.AlreadyTicked : null;
    }

    private static OnboardingRefusal? Waiving(OnboardingState state, OnboardingHappening asks) =>
        state.Steps.FirstOrDefault(s => s.At == asks.Step) is not { } step ? OnboardingRefusal.UnknownStep
        : step.Waived ? OnboardingRefusal.StepWaived
        : step.IsSettled ? OnboardingRefusal.AlreadyTicked : Reason(asks);

    private static OnboardingRefusal? Extending(OnboardingState state, OnboardingHappening asks, DateOnly today) =>
        asks.Until is not { } until ? OnboardingRefusal.NeedsDay
        : until < today || until <= state.LastDay || until.DayNumber - today.DayNumber > LastDay ? OnboardingRefusal.DayUnclear : Reason(asks);

    private static OnboardingRefusal? Ending(OnboardingState state, OnboardingHappening asks) =>
        asks.Result is null ? OnboardingRefusal.NeedsResult
        : asks.Result == OnboardingResult.Passed && state.Stage == OnboardingStage.Running ? OnboardingRefusal.StepsOpen : Reason(asks);

    private static OnboardingRefusal? Reason(OnboardingHappening asks) => string.IsNullOrWhiteSpace(asks.Note) ? OnboardingRefusal.NeedsReason : null;
}
