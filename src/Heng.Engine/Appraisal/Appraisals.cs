using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>Why a command is not allowed now. Worded at the edge in both languages.</summary>
public enum AppraisalRefusal
{
    RoleMayNot, AlreadyClosed, StageNotYet, StageOver, NoSuchStage, NotAsked, NotYours, OwnCard, SamePerson, NotMatured, StillWaiting, NeedsReason, ObjectionOpen, NothingToAnswer, NotConfirming, SamePersonAgain,
}

/// <summary>Who commands (操作人). Leads: whether the role leads assessments, as HR and the manager do. Offices: the offices (hr, manager) that it holds.</summary>
public sealed record Actor(string Name, bool Leads, IReadOnlyCollection<string> Offices);

public abstract record AppraisalCommand(Actor By);
/// <summary>A part done: an entry made, a card confirmed, reviewed or approved, an interview signed. Doing it again while the stage lasts puts the later in its place.</summary>
public sealed record FillPart(Actor By, ToDo Part) : AppraisalCommand(By);
public sealed record ObjectTo(Actor By, ToDo Part, string Why) : AppraisalCommand(By);
public sealed record AnswerObjection(Actor By, ToDo Part, string Why) : AppraisalCommand(By);
public sealed record DelegatePart(Actor By, ToDo Part, string To, string Why) : AppraisalCommand(By);
/// <summary>Ends the present stage. Whoever is still waited for is gone on without, for a reason.</summary>
public sealed record EndStage(Actor By, string Stage, string? Why = null) : AppraisalCommand(By);
/// <summary>Back to a stage, for one person or (About null) for everybody.</summary>
public sealed record ReopenStage(Actor By, string Stage, string? About, string? Why) : AppraisalCommand(By);

/// <summary>What is known when a command arrives: who is assessed, and from when on the period's facts no longer move.</summary>
public sealed record AppraisalSituation(Instant AsOf, Instant MaturesAt, IReadOnlyList<Appraisee> People);

/// <summary>What happens, in order, or the refusal.</summary>
public readonly record struct AppraisalStep(IReadOnlyList<Happening> Happens, AppraisalRefusal? Refused)
{
    public static implicit operator AppraisalStep(AppraisalRefusal refused) => new([], refused);
}

/// <summary>
/// An assessment goes from stage to stage of its course. A part is done by whoever it is given to; nobody reviews or approves their own card, and who approves it is not who reviewed
/// it. A stage ends with its last part, or by whoever leads it, for a reason, without those still waited for; an objection is answered first, always.
/// </summary>
public static class Appraisals
{
    public static AppraisalStep Decide(AppraisalState state, AppraisalCommand command, AppraisalSituation now) => command switch
    {
        // A closed assessment stays so; what is found out later is a difference of the next.
        _ when state.Closed => AppraisalRefusal.AlreadyClosed,
        FillPart fill => Filled(state, fill, now),
        ObjectTo objection => Objected(state, objection, now),
        AnswerObjection answer => Answered(state, answer, now),
        DelegatePart given => Given(state, given, now),
        EndStage end => Ended(state, end, now),
        ReopenStage reopen => Back(state, reopen, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static AppraisalStep Filled(AppraisalState state, FillPart fill, AppraisalSituation now) =>
        PartRefusal(state, fill.Part, fill.By, now) is { } refused
            ? refused
            : AndOn(state, [new(AppraisalEvent.Filled, fill.Part.Stage, fill.Part, fill.By.Name, now.AsOf)], fill.By.Name, now);

    /// <summary>With the last part the stage is over.</summary>
    private static AppraisalStep AndOn(AppraisalState state, List<Happening> happens, string who, AppraisalSituation now)
    {
        var then = happens.Aggregate(state, (s, h) => s.After(h));
        if (then.Waiting(now.People).Count == 0) happens.Add(new(AppraisalEvent.Ended, then.Now!.Id, null, who, now.AsOf));
        return new(happens, null);
    }

    private static AppraisalRefusal? PartRefusal(AppraisalState state, ToDo part, Actor by, AppraisalSituation now)
    {
        if (StageRefusal(state, part.Stage) is { } refused) return refused;
        var stage = state.Now!;
        if (!ToDos.Of(stage, now.People).Contains(part)) return AppraisalRefusal.NotAsked;
        var mine = state.DoerOf(part) is { } doer ? doer == by.Name : stage.OfEachPerson ? by.Offices.Contains(part.As) : stage.By.Any(by.Offices.Contains);
        if (!mine) return AppraisalRefusal.NotYours;
        if (stage.Work is StageWork.Collect && now.AsOf < now.MaturesAt) return AppraisalRefusal.NotMatured;
        if (stage.Work is StageWork.Review or StageWork.Approve && part.About == by.Name) return AppraisalRefusal.OwnCard;
        return stage.Work == StageWork.Approve && Reviewed(state, part.About) == by.Name ? AppraisalRefusal.SamePerson : null;
    }

    private static AppraisalRefusal? StageRefusal(AppraisalState state, string stage) => state.PlaceOf(stage) switch
    {
        < 0 => AppraisalRefusal.NoSuchStage,
        var place when place < state.At => AppraisalRefusal.StageOver,
        var place when place > state.At => AppraisalRefusal.StageNotYet,
        _ => null,
    };

    private static string? Reviewed(AppraisalState state, string? about) =>
        state.Done.Where(d => d.Key.About == about && state.Course.Stages[state.PlaceOf(d.Key.Stage)].Work == StageWork.Review).Select(d => d.Value).FirstOrDefault();

    private static AppraisalStep Objected(AppraisalState state, ObjectTo objection, AppraisalSituation now)
    {
        if (PartRefusal(state, objection.Part, objection.By, now) is { } refused) return refused;
        if (state.Now!.Work != StageWork.Confirm) return AppraisalRefusal.NotConfirming;
        if (string.IsNullOrWhiteSpace(objection.Why)) return AppraisalRefusal.NeedsReason;
        return new([new(AppraisalEvent.Objected, objection.Part.Stage, objection.Part, objection.By.Name, now.AsOf, objection.Why)], null);
    }

    private static AppraisalStep Answered(AppraisalState state, AnswerObjection answer, AppraisalSituation now)
    {
        if (!state.Objections.Contains(answer.Part)) return AppraisalRefusal.NothingToAnswer;
        if (answer.Part.About == answer.By.Name) return AppraisalRefusal.OwnCard;
        if (!answer.By.Leads && now.People.FirstOrDefault(p => p.Agent == answer.Part.About)?.Fillers.GetValueOrDefault(Filler.Leader)?.Contains(answer.By.Name) != true) return AppraisalRefusal.RoleMayNot;
        if (string.IsNullOrWhiteSpace(answer.Why)) return AppraisalRefusal.NeedsReason;
        return AndOn(state, [new(AppraisalEvent.Answered, answer.Part.Stage, answer.Part, answer.By.Name, now.AsOf, answer.Why)], answer.By.Name, now);
    }

    private static AppraisalStep Given(AppraisalState state, DelegatePart given, AppraisalSituation now)
    {
        if (StageRefusal(state, given.Part.Stage) is { } refused) return refused;
        if (!ToDos.Of(state.Now!, now.People).Contains(given.Part)) return AppraisalRefusal.NotAsked;
        if (!given.By.Leads && state.DoerOf(given.Part) != given.By.Name) return AppraisalRefusal.NotYours;
        if (string.IsNullOrWhiteSpace(given.Why)) return AppraisalRefusal.NeedsReason;
        // Oneself can't be rated by another, nor be confirmed for, and a delegate must not be the person assessed.
        if (given.Part.As == Filler.Self) return AppraisalRefusal.NotYours;
        if (given.To == given.Part.About) return AppraisalRefusal.OwnCard;
        if (given.To == state.DoerOf(given.Part)) return AppraisalRefusal.SamePersonAgain;
        return new([new(AppraisalEvent.Delegated, given.Part.Stage, given.Part, given.By.Name, now.AsOf, given.Why, given.To)], null);
    }

    private static AppraisalStep Ended(AppraisalState state, EndStage end, AppraisalSituation now)
    {
        if (!end.By.Leads) return AppraisalRefusal.RoleMayNot;
        if (StageRefusal(state, end.Stage) is { } refused) return refused;
        var (stage, waiting) = (state.Now!, state.Waiting(now.People));
        if (waiting.Any(state.Objections.Contains)) return AppraisalRefusal.ObjectionOpen;
        // Nothing is published or paid that nobody has reviewed and approved: these are not gone on without.
        if (stage.Work is StageWork.Review or StageWork.Approve && waiting.Count > 0) return AppraisalRefusal.StillWaiting;
        var early = stage.Work == StageWork.Collect && now.AsOf < now.MaturesAt;
        if (string.IsNullOrWhiteSpace(end.Why) && early) return AppraisalRefusal.NotMatured;
        if (string.IsNullOrWhiteSpace(end.Why) && stage.OfEachPerson && waiting.Count > 0) return AppraisalRefusal.StillWaiting;
        return new([new(AppraisalEvent.Ended, stage.Id, null, end.By.Name, now.AsOf, end.Why)], null);
    }

    private static AppraisalStep Back(AppraisalState state, ReopenStage reopen, AppraisalSituation now)
    {
        if (!reopen.By.Leads) return AppraisalRefusal.RoleMayNot;
        var place = state.PlaceOf(reopen.Stage);
        if (place < 0) return AppraisalRefusal.NoSuchStage;
        if (place > state.At) return AppraisalRefusal.StageNotYet;
        if (string.IsNullOrWhiteSpace(reopen.Why)) return AppraisalRefusal.NeedsReason;
        if (reopen.About is { } about && now.People.All(p => p.Agent != about)) return AppraisalRefusal.NotAsked;
        var part = reopen.About is null ? null : new ToDo(reopen.Stage, reopen.About, "", null);
        return new([new(AppraisalEvent.Reopened, reopen.Stage, part, reopen.By.Name, now.AsOf, reopen.Why)], null);
    }
}
