using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum TrainingRefusal
{
    RoleMayNot, NotYourGroup, NameMissing, TextTooLong, TimesUnclear, TimeTooFar, NobodyAsked, TooManyAsked, TrainerMissing, TrainerAsked, NotAsked, NeedsReason, TooLate, AlreadyDeclined, AlreadyMarked, CodeUnclear,
    TooEarly, NoCode, CodeOver, CodeWrong, TooManyTries, OwnSeat, NothingMarked, NotAllMarked, NotStarted, AlreadyEnded, CalledOff, SeatIsKept, UnchangedMark,
}

/// <summary>
/// Who commands. MayAsk: whom they may ask to a training, null for everybody, empty for nobody. Manages: answers for every training (QA, HR, manager).
/// </summary>
public sealed record TrainingActor(string Name, IReadOnlyCollection<string>? MayAsk, bool Manages)
{
    public bool Plans => MayAsk is null or { Count: > 0 };
}

public abstract record TrainingCommand(TrainingActor By);
public sealed record PlanTraining(TrainingActor By, TrainingPlan Plan) : TrainingCommand(By);
public sealed record DeclineTraining(TrainingActor By, string Why) : TrainingCommand(By);
/// <summary>The digits are drawn outside; the engine says only from when, until when, and whether they fit.</summary>
public sealed record ShowTrainingCode(TrainingActor By, string Code, int Minutes) : TrainingCommand(By);
public sealed record EnterTrainingCode(TrainingActor By, string Code) : TrainingCommand(By);
public sealed record MarkTraining(TrainingActor By, IReadOnlyList<TrainingMark> Marks, string Why = "") : TrainingCommand(By);
public sealed record EndTraining(TrainingActor By) : TrainingCommand(By);
public sealed record CallOffTraining(TrainingActor By, string Why) : TrainingCommand(By);

/// <summary>What happens, or the refusal; a wrong code is both: it is refused, and counted.</summary>
public readonly record struct TrainingStep(TrainingHappening? Happens, TrainingRefusal? Refused)
{
    public static implicit operator TrainingStep(TrainingRefusal refused) => new(null, refused);
    public static implicit operator TrainingStep(TrainingHappening happens) => new(happens, null);
}

/// <summary>
/// A training is planned, those asked may say that they can't, attendance is marked by who holds it or by a code on the spot, and with its end the marks become records.
/// Nobody marks themself, and a code is no way around it: it lasts minutes, and wrong ones are counted.
/// </summary>
public static class TrainingCycle
{
    public const int MostName = 100, MostWhere = 300, MostAsked = 500, MostTries = 5, MostCodeMinutes = 30, DaysAhead = 400, DaysBack = 62;
    /// <summary>Who is there by then is in time.</summary>
    public const long GraceSeconds = 300;
    private const long LongestSeconds = 86_400, EarlySeconds = 1800, AfterSeconds = 7200;

    public static TrainingStep Decide(TrainingState? state, TrainingCommand command, Instant now) => command switch
    {
        PlanTraining plan => Planned(state, plan, now),
        _ when state is null => throw new ArgumentNullException(nameof(state)),
        _ when state.Stage == TrainingStage.CalledOff => TrainingRefusal.CalledOff,
        MarkTraining mark => Marked(state, mark, now),
        _ when state.Stage == TrainingStage.Ended => TrainingRefusal.AlreadyEnded,
        DeclineTraining decline => Declined(state, decline, now),
        ShowTrainingCode show => Shown(state, show, now),
        EnterTrainingCode enter => Entered(state, enter, now),
        EndTraining end => Ended(state, end, now),
        CallOffTraining off => !MayChange(state, off.By) ? TrainingRefusal.RoleMayNot : string.IsNullOrWhiteSpace(off.Why) ? TrainingRefusal.NeedsReason : new TrainingHappening(TrainingEvent.CalledOff, off.By.Name, now, off.Why.Trim()),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>Whoever planned it, and who answers for all of them.</summary>
    public static bool MayChange(TrainingState state, TrainingActor by) => by.Manages || state.PlannedBy == by.Name;

    public static bool MayMark(TrainingState state, TrainingActor by) => MayChange(state, by) || state.Plan.Trainer == by.Name;

    private static TrainingStep Planned(TrainingState? state, PlanTraining command, Instant now)
    {
        var (by, plan) = (command.By, command.Plan);
        if (!by.Plans || state is not null && !MayChange(state, by)) return TrainingRefusal.RoleMayNot;
        if (state?.Stage == TrainingStage.CalledOff) return TrainingRefusal.CalledOff;
        if (state?.Stage == TrainingStage.Ended) return TrainingRefusal.AlreadyEnded;
        if (Fault(plan, now) is { } fault) return fault;
        if (by.MayAsk is { } own && plan.Asked.Except(own, StringComparer.Ordinal).Any()) return TrainingRefusal.NotYourGroup;
        return new TrainingHappening(state is null ? TrainingEvent.Planned : TrainingEvent.Changed, by.Name, now, plan.Name) { Plan = plan };
    }

    private static TrainingRefusal? Fault(TrainingPlan plan, Instant now) => plan switch
    {
        _ when string.IsNullOrWhiteSpace(plan.Name) => TrainingRefusal.NameMissing,
        _ when plan.Name.Length > MostName || plan.Where.Length > MostWhere => TrainingRefusal.TextTooLong,
        _ when plan.To <= plan.From || plan.To.SecondsSince(plan.From) > LongestSeconds => TrainingRefusal.TimesUnclear,
        _ when plan.From.SecondsSince(now) > DaysAhead * 86_400L || now.SecondsSince(plan.From) > DaysBack * 86_400L => TrainingRefusal.TimeTooFar,
        _ when string.IsNullOrWhiteSpace(plan.Trainer) || plan.Trainer.Length > MostName => TrainingRefusal.TrainerMissing,
        _ when plan.Asked.Count == 0 => TrainingRefusal.NobodyAsked,
        _ when plan.Asked.Count > MostAsked => TrainingRefusal.TooManyAsked,
        _ when plan.Asked.Contains(plan.Trainer, StringComparer.Ordinal) => TrainingRefusal.TrainerAsked,
        _ => null,
    };

    private static TrainingStep Declined(TrainingState state, DeclineTraining decline, Instant now) => decline switch
    {
        _ when !Asked(state, decline.By.Name) => TrainingRefusal.NotAsked,
        _ when state.Presence.ContainsKey(decline.By.Name) => TrainingRefusal.AlreadyMarked,
        _ when now >= state.Plan.From => TrainingRefusal.TooLate,
        _ when state.DeclinedBy(decline.By.Name) is not null => TrainingRefusal.AlreadyDeclined,
        _ when string.IsNullOrWhiteSpace(decline.Why) => TrainingRefusal.NeedsReason,
        _ => new TrainingHappening(TrainingEvent.Declined, decline.By.Name, now, decline.Why.Trim()),
    };

    private static TrainingStep Shown(TrainingState state, ShowTrainingCode show, Instant now) => show switch
    {
        _ when !MayMark(state, show.By) => TrainingRefusal.RoleMayNot,
        _ when Asked(state, show.By.Name) => TrainingRefusal.OwnSeat,
        _ when show.Minutes is < 1 or > MostCodeMinutes || show.Code.Length != 6 || !show.Code.All(char.IsAsciiDigit) => TrainingRefusal.CodeUnclear,
        _ when now < state.Plan.From.Plus(-EarlySeconds) => TrainingRefusal.TooEarly,
        _ when now > state.Plan.To.Plus(AfterSeconds) => TrainingRefusal.TooLate,
        _ => new TrainingHappening(TrainingEvent.CodeShown, show.By.Name, now) { Code = show.Code, Until = now.Plus(show.Minutes * 60L) },
    };

    private static TrainingStep Entered(TrainingState state, EnterTrainingCode enter, Instant now)
    {
        var who = enter.By.Name;
        if (!Asked(state, who)) return TrainingRefusal.NotAsked;
        if (state.Presence.ContainsKey(who)) return TrainingRefusal.AlreadyMarked;
        if (state.WrongTries(who) >= MostTries) return TrainingRefusal.TooManyTries;
        if (state.Code is not { } code) return TrainingRefusal.NoCode;
        if (now > code.Until!.Value) return TrainingRefusal.CodeOver;
        if (enter.Code != code.Code) return new(new(TrainingEvent.WrongCode, who, now), TrainingRefusal.CodeWrong);
        var presence = now > state.Plan.From.Plus(GraceSeconds) ? TrainingPresence.Late : TrainingPresence.Present;
        return new TrainingHappening(TrainingEvent.CheckedIn, who, now) { Marks = [new(who, presence)] };
    }

    private static TrainingStep Marked(TrainingState state, MarkTraining mark, Instant now)
    {
        if (!MayMark(state, mark.By)) return TrainingRefusal.RoleMayNot;
        if (mark.Marks.Count == 0) return TrainingRefusal.NothingMarked;
        if (mark.Marks.Any(m => m.Name == mark.By.Name)) return TrainingRefusal.OwnSeat;
        if (mark.Marks.Any(m => !Asked(state, m.Name))) return TrainingRefusal.NotAsked;
        if (now < state.Plan.From.Plus(-EarlySeconds)) return TrainingRefusal.TooEarly;
        TrainingMark[] changed = [.. mark.Marks.Where(m => !state.Presence.TryGetValue(m.Name, out var stands) || stands != m.Presence)];
        if (changed.Length == 0) return TrainingRefusal.UnchangedMark;
        if (state.Stage != TrainingStage.Ended) return new TrainingHappening(TrainingEvent.Marked, mark.By.Name, now) { Marks = changed };
        // What is a record already is replaced by another, and can't be taken back to none.
        if (string.IsNullOrWhiteSpace(mark.Why)) return TrainingRefusal.NeedsReason;
        if (changed.Any(m => m.Presence == TrainingPresence.Excused)) return TrainingRefusal.SeatIsKept;
        return new TrainingHappening(TrainingEvent.Corrected, mark.By.Name, now, mark.Why.Trim()) { Marks = changed };
    }

    private static TrainingStep Ended(TrainingState state, EndTraining end, Instant now) => end switch
    {
        _ when !MayMark(state, end.By) => TrainingRefusal.RoleMayNot,
        _ when now < state.Plan.From => TrainingRefusal.NotStarted,
        _ when state.Unmarked.Count > 0 => TrainingRefusal.NotAllMarked,
        _ => new TrainingHappening(TrainingEvent.Ended, end.By.Name, now),
    };

    private static bool Asked(TrainingState state, string name) => state.Plan.Asked.Contains(name, StringComparer.Ordinal);
}
