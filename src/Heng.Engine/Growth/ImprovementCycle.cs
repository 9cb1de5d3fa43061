using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum ImprovementRefusal
{
    RoleMayNot, NeedsGoal, TargetUnclear, StepsUnclear, TextTooLong, AlreadyAgreed, AlreadyRunning, NotRunning, AlreadyOver, UnknownStep, StepSettled, NotYours, NeedsReason, NeedsDay, DayTooEarly,
    StepsOpen, NeedsResult, DayTooLate,
}

/// <summary>Who commands. Leads: whether they lead the group that it is about, or whose member the person is. Office: HR or the manager.</summary>
public sealed record ImprovementActor(string Name, bool Leads, bool Office)
{
    public bool Answers => Leads || Office;
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct ImprovementStep(ImprovementHappening? Happens, ImprovementRefusal? Refused)
{
    public static implicit operator ImprovementStep(ImprovementRefusal refused) => new(null, refused);
}

/// <summary>
/// A plan is written by the person or who leads, and runs once both have agreed; a changed text needs both again, and once it runs the text stays. Steps are settled by who does
/// them or who leads. It is closed by who leads, with a result and what was learned, once no step is open.
/// </summary>
public static class ImprovementCycle
{
    public const int MostSteps = 10, LongestStep = 200, LongestGoal = 200, LongestNote = 500, MostYears = 2;

    /// <summary>The last day that a step may be due on.</summary>
    public static DateOnly Latest(DateOnly today) => today.AddYears(MostYears);

    /// <param name="asks">What is asked for, as its event.</param>
    /// <param name="state">Null for a new plan.</param>
    public static ImprovementStep Decide(ImprovementState? state, ImprovementActor by, ImprovementHappening asks, DateOnly today)
    {
        if (Longest(asks) is { } tooLong) return tooLong;
        if (state is { IsOver: true }) return ImprovementRefusal.AlreadyOver;
        var about = state?.Text.Person ?? asks.Person;
        var concerned = by.Answers || state is { } && about == by.Name || state is null && asks.Person == by.Name;
        var refused = asks.What switch
        {
            _ when state is null && asks.What != ImprovementEvent.Written => throw new ArgumentOutOfRangeException(nameof(asks)),
            ImprovementEvent.Written => !concerned ? ImprovementRefusal.RoleMayNot : state is { Stage: ImprovementStage.Running } ? ImprovementRefusal.AlreadyRunning : Unclear(asks, today),
            ImprovementEvent.Agreed => !concerned ? ImprovementRefusal.RoleMayNot : state!.Stage == ImprovementStage.Running ? ImprovementRefusal.AlreadyRunning
                : state.AgreedBy.Contains(by.Name, StringComparer.Ordinal) ? ImprovementRefusal.AlreadyAgreed : null,
            ImprovementEvent.Withdrawn => !concerned ? ImprovementRefusal.RoleMayNot : state!.Stage == ImprovementStage.Running ? ImprovementRefusal.AlreadyRunning : Reason(asks),
            ImprovementEvent.CheckedIn => !concerned ? ImprovementRefusal.RoleMayNot : Running(state!) ?? Reason(asks),
            ImprovementEvent.Closed => Running(state!) ?? Closing(state!, by, asks),
            _ => Running(state!) ?? Settling(state!, by, asks, today),
        };
        return refused is { } no ? no : new ImprovementStep(asks with { Who = by.Name, Office = asks.What is ImprovementEvent.Written or ImprovementEvent.Agreed ? by.Office : null }, null);
    }

    private static ImprovementRefusal? Longest(ImprovementHappening asks) =>
        asks.Goal?.Length > LongestGoal || asks.Note?.Length > LongestNote || asks.Cause?.Length > LongestNote || asks.Steps is { } steps && (steps.Count > MostSteps || steps.Any(s => s.What.Length > LongestStep || s.Who.Length > 100))
            ? ImprovementRefusal.TextTooLong : null;

    private static ImprovementRefusal? Unclear(ImprovementHappening asks, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(asks.Goal)) return ImprovementRefusal.NeedsGoal;
        // A metric is something to reach; a target without one is of nothing.
        if (asks.Metric is null ? asks.To is not null || asks.From is not null : asks.To is null || asks.To == asks.From) return ImprovementRefusal.TargetUnclear;
        // What was agreed and signed elsewhere may be due already, or later than one would write here: its days stay.
        var (earliest, latest) = asks.AgreedBy is { Count: > 0 } ? (DateOnly.MinValue, DateOnly.MaxValue) : (today, Latest(today));
        return asks.Steps is not { Count: > 0 } steps || steps.Any(s => string.IsNullOrWhiteSpace(s.What) || string.IsNullOrWhiteSpace(s.Who) || s.By < earliest || s.By == DateOnly.MinValue) ? ImprovementRefusal.StepsUnclear
            : steps.Any(s => s.By > latest) ? ImprovementRefusal.DayTooLate : null;
    }

    private static ImprovementRefusal? Settling(ImprovementState state, ImprovementActor by, ImprovementHappening asks, DateOnly today)
    {
        var step = state.Steps.FirstOrDefault(s => s.At == asks.Step);
        if (step is null) return ImprovementRefusal.UnknownStep;
        if (!by.Answers && step.Planned.Who != by.Name) return ImprovementRefusal.NotYours;
        if (step.Done is not null) return ImprovementRefusal.StepSettled;
        if (asks.What == ImprovementEvent.StepDone) return null;
        if (asks.What == ImprovementEvent.StepMoved && asks.Day is null) return ImprovementRefusal.NeedsDay;
        if (asks.What == ImprovementEvent.StepMoved && asks.Day > Latest(today)) return ImprovementRefusal.DayTooLate;
        return asks.What == ImprovementEvent.StepMoved && (asks.Day < today || asks.Day == step.By) ? ImprovementRefusal.DayTooEarly : Reason(asks);
    }

    private static ImprovementRefusal? Closing(ImprovementState state, ImprovementActor by, ImprovementHappening asks) =>
        !by.Answers || by.Name == state.Text.Person ? ImprovementRefusal.RoleMayNot
        : state.Steps.Any(s => s.Done is null) ? ImprovementRefusal.StepsOpen
        : asks.Result is null ? ImprovementRefusal.NeedsResult : Reason(asks);

    private static ImprovementRefusal? Running(ImprovementState state) => state.Stage == ImprovementStage.Running ? null : ImprovementRefusal.NotRunning;
    private static ImprovementRefusal? Reason(ImprovementHappening asks) => string.IsNullOrWhiteSpace(asks.Note) ? ImprovementRefusal.NeedsReason : null;
}
