using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>Why a command is not allowed now. Worded at the edge in both languages.</summary>
public enum AppealRefusal
{
    UnknownFact, NotYours, NeedsReason, NothingToCorrect, AlreadyRaised, AlreadyDecided, WindowOver, OwnAppeal, RoleMayNot, NotAnswered, AlreadyEscalated,
}

/// <summary>Who commands. Leads: HR or the manager. LeadsGroup: whether they lead the group of the employee whose appeal it is.</summary>
public sealed record AppealActor(string Name, bool Leads, bool LeadsGroup);

public abstract record AppealCommand(AppealActor By, string Why);
public sealed record RaiseAppeal(AppealActor By, string Why) : AppealCommand(By, Why);
public sealed record AnswerAppeal(AppealActor By, string Why, bool Accepts) : AppealCommand(By, Why);
public sealed record EscalateAppeal(AppealActor By, string Why) : AppealCommand(By, Why);

/// <summary>What is known of the fact and of the day when a command arrives.</summary>
public sealed record AppealSituation(Instant Now, DateOnly Today, AppealWindow Window)
{
    /// <summary>Whether the records have the fact.</summary>
    public bool Known { get; init; } = true;
    /// <summary>Whom the fact bears on.</summary>
    public IReadOnlySet<string> Bears { get; init; } = new HashSet<string>();
    /// <summary>Who gave what is appealed against, and whom the correction would give to or take from: none of them decides.</summary>
    public IReadOnlySet<string> Parties { get; init; } = new HashSet<string>();
    /// <summary>Whether what is asked for, or decided, differs from what stands.</summary>
    public bool Corrects { get; init; } = true;
    /// <summary>Another appeal about the same fact waits for its answer.</summary>
    public bool OpenElsewhere { get; init; }
    /// <summary>The same person's appeal about the same fact was decided, and the fact has not changed since.</summary>
    public bool DecidedBefore { get; init; }
    /// <summary>The day on which the employee could first see the fact's month as it counts, and the fact in it; null while nobody could.</summary>
    public DateOnly? SeenOn { get; init; }
    /// <summary>The day of the first answer, for an escalation.</summary>
    public DateOnly? AnsweredOn { get; init; }
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct AppealStep(AppealHappening? Happens, AppealRefusal? Refused)
{
    public static implicit operator AppealStep(AppealRefusal refused) => new(null, refused);
}

/// <summary>
/// An appeal is answered by the leader of the employee's group, HR or the manager, and, where it was refused, escalated once and decided by HR or the manager for good. Nobody decides
/// their own appeal, one against what they gave themselves, one that gives to them or takes from them, or one that they have answered already.
/// </summary>
public static class AppealCycle
{
    /// <param name="state">Null before it is raised.</param>
    public static AppealStep Decide(AppealState? state, AppealCommand command, AppealSituation now) => command switch
    {
        RaiseAppeal => Raised(command, now),
        AnswerAppeal answer => Answered(state!, answer, now),
        EscalateAppeal => Escalated(state!, command, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static AppealStep Raised(AppealCommand raise, AppealSituation now) => raise switch
    {
        _ when !now.Known => AppealRefusal.UnknownFact,
        _ when !now.Bears.Contains(raise.By.Name) => AppealRefusal.NotYours,
        _ when string.IsNullOrWhiteSpace(raise.Why) => AppealRefusal.NeedsReason,
        _ when !now.Corrects => AppealRefusal.NothingToCorrect,
        _ when now.OpenElsewhere => AppealRefusal.AlreadyRaised,
        _ when now.DecidedBefore => AppealRefusal.AlreadyDecided,
        _ when now.Window.IsOver(now.SeenOn, now.Today) => AppealRefusal.WindowOver,
        _ => Happens(AppealEvent.Raised, raise, now),
    };

    private static AppealStep Answered(AppealState state, AnswerAppeal answer, AppealSituation now) => answer switch
    {
        _ when state.By == answer.By.Name || now.Parties.Contains(answer.By.Name) => AppealRefusal.OwnAppeal,
        _ when !answer.By.Leads && !answer.By.LeadsGroup => AppealRefusal.RoleMayNot,
        _ when !state.IsOpen => AppealRefusal.AlreadyDecided,
        _ when state.Answers.Any(a => a.Who == answer.By.Name) => AppealRefusal.OwnAppeal,
        // The second answer is not the leader's.
        _ when state.Stage == AppealStage.Escalated && !answer.By.Leads => AppealRefusal.RoleMayNot,
        _ when string.IsNullOrWhiteSpace(answer.Why) => AppealRefusal.NeedsReason,
        { Accepts: true } when !now.Known => AppealRefusal.UnknownFact,
        { Accepts: true } when !now.Corrects => AppealRefusal.NothingToCorrect,
        _ => Happens(answer.Accepts ? AppealEvent.Accepted : AppealEvent.Refused, answer, now),
    };

    private static AppealStep Escalated(AppealState state, AppealCommand escalate, AppealSituation now) => escalate switch
    {
        _ when state.By != escalate.By.Name => AppealRefusal.NotYours,
        _ when state.Escalated => AppealRefusal.AlreadyEscalated,
        _ when state.Stage == AppealStage.Raised => AppealRefusal.NotAnswered,
        _ when state.Stage == AppealStage.Final => AppealRefusal.AlreadyDecided,
        _ when string.IsNullOrWhiteSpace(escalate.Why) => AppealRefusal.NeedsReason,
        _ when now.Window.IsOver(now.AnsweredOn, now.Today) => AppealRefusal.WindowOver,
        _ => Happens(AppealEvent.Escalated, escalate, now),
    };

    private static AppealStep Happens(AppealEvent what, AppealCommand command, AppealSituation now) => new(new(what, command.By.Name, now.Now, command.Why.Trim()), null);
}
