using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>Why a command is not allowed now. Worded at the edge in both languages.</summary>
public enum AppraisalRefusal
{
    RoleMayNot, AlreadyClosed, StageNotYet, StageOver, NoSuchStage, NotAsked, NotYours, OwnCard, SamePerson, NotMatured, StillWaiting, NeedsReason, ObjectionOpen, NothingToAnswer, NotConfirming, SamePersonAgain, HasGiven, InterviewUnsigned,
}

/// <summary>Who commands (操作人). Leads: whether the role leads assessments, as HR and the manager do. Offices: the offices (hr, manager) that it holds.</summary>
public sealed record Actor(string Name, bool Leads, IReadOnlyCollection<string> Offices);

public abstract record AppraisalCommand(Actor By);
/// <summary>A part done: an entry made, a card confirmed, reviewed or approved, an interview signed. Doing it again while the stage lasts puts the later in its place.</summary>
public sealed record FillPart(Actor By, ToDo Part) : AppraisalCommand(By);
public sealed record ObjectTo(Actor By, ToDo Part, string Why) : AppraisalCommand(By);
public sealed record AnswerObjection(Actor By, ToDo Part, string Why) : AppraisalCommand(By);
public sealed record DelegatePart(Actor By, ToDo Part, string To, string Why) : AppraisalCommand(By)
{
    /// <summary>Whether the delegate leads assessments too: nobody else reviews or approves.</summary>
    public bool ToLeads { get; init; }
}
/// <summary>Ends the present stage. Whoever is still waited for is gone on without, for a reason.</summary>
public sealed record EndStage(Actor By, string Stage, string? Why = null) : AppraisalCommand(By);
/// <summary>Back to a stage, for one person or (About null) for everybody.</summary>
public sealed record ReopenStage(Actor By, string Stage, string? About, string? Why) : AppraisalCommand(By);

/// <summary>What is known when a command arrives: who is assessed, and from when on the period's facts no longer move.</summary>
public sealed record AppraisalSituation(Instant AsOf, Instant MaturesAt, IReadOnlyList<Appraisee> People)
{
    /// <summary>Who has entered the points of a part of a rating stage, or led the interview that both have signed; null where they are not all there, or it is not.</summary>
    public Func<ToDo, string?> Entered { get; init; } = _ => null;
    /// <summary>Who has an appeal about a fact of the period that waits for its answer: their confirming is held as by an objection.</summary>
    public IReadOnlySet<string> Appealing { get; init; } = new HashSet<string>();
    /// <summary>When the command is given. The records may reach less far.</summary>
    public Instant? Clock { get; init; }
    public Instant Now => Clock ?? AsOf;
}

/// <summary>What happens, in order, or the refusal.</summary>
public readonly record struct AppraisalStep(IReadOnlyList<Happening> Happens, AppraisalRefusal? Refused)
{
    public static implicit operator AppraisalStep(AppraisalRefusal refused) => new([], refused);
}

/// <summary>
/// An assessment goes from stage to stage of its course. A part is done by whoever it is given to; nobody reviews or approves their own card, and who approves it is not who reviewed
/// it. A stage ends with its last part, or by whoever leads it, for a reason, without those still waited for; an objection is answered first, always.
/// </summary>
public static class AppraisalCycle
{
    /// <summary>Points that were entered since are taken in first.</summary>
    public static AppraisalStep Decide(AppraisalState state, AppraisalCommand command, AppraisalSituation now)
    {
        var entered = Entered(state, now);
        var step = Commanded(entered.Aggregate(state, (s, h) => s.After(h)), command, now);
        return step.Refused is null ? new([.. entered, .. step.Happens], null) : step;
    }

    /// <summary>What the entries and signatures alone have done: parts of a rating stage whose points are all there, interviews that both have signed, and the stages that end with them.</summary>
    public static IReadOnlyList<Happening> Entered(AppraisalState state, AppraisalSituation now)
    {
        var happens = new List<Happening>();
        for (var at = state; at.Now is { Work: StageWork.Rate or StageWork.Interview } stage;)
        {
            var filled = at.Waiting(now.People).Where(p => !at.IsAnew(p)).Select(p => (Part: p, Who: now.Entered(p))).Where(p => p.Who is not null)
                .Select(p => new Happening(AppraisalEvent.Filled, stage.Id, p.Part, p.Who!, now.Now)).ToList();
            if (filled.Count == 0) break;
            var step = AndOn(at, filled, filled[^1].Who, now);
            happens.AddRange(step.Happens);
            at = step.Happens.Aggregate(at, (s, h) => s.After(h));
        }
        return happens;
    }

    private static AppraisalStep Commanded(AppraisalState state, AppraisalCommand command, AppraisalSituation now) => command switch
    {
        // A closed assessment stays so; what is found out later is a difference of the next.
        _ when state.Closed => AppraisalRefusal.AlreadyClosed,
        FillPart fill => Filled(state, fill, now),
        ObjectTo objection => Objected(state, objection, now),
        AnswerObjection answer => Answered(state, answer, now),
        DelegatePart given => Given(state, given, now),
        EndStage end => Ended(state, end, now),
        ReopenStage reopen => Back(state, reopen, now),
        AskPeer ask => PeerInvitations.Decide(state, ask, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static AppraisalStep Filled(AppraisalState state, FillPart fill, AppraisalSituation now) =>
        PartRefusal(state, fill.Part, fill.By, now) is { } refused
            ? refused
            : AndOn(state, [new(AppraisalEvent.Filled, fill.Part.Stage, fill.Part, fill.By.Name, now.Now)], fill.By.Name, now);

    /// <summary>With the last part the stage is over, and so is a next one in which nobody has a part.</summary>
    private static AppraisalStep AndOn(AppraisalState state, List<Happening> happens, string who, AppraisalSituation now)
    {
        var then = happens.Aggregate(state, (s, h) => s.After(h));
        while (then.Now is { } stage && then.Waiting(now.People).Count == 0 && !IsHeld(then, now))
        {
            happens.Add(new(AppraisalEvent.Ended, stage.Id, null, who, now.Now));
            then = then.After(happens[^1]);
        }
        return new(happens, null);
    }

    private static AppraisalRefusal? PartRefusal(AppraisalState state, ToDo part, Actor by, AppraisalSituation now)
    {
        if (StageRefusal(state, part.Stage) is { } refused) return refused;
        var stage = state.Now!;
        if (!ToDos.Of(stage, now.People).Contains(part)) return AppraisalRefusal.NotAsked;
        if (!IsDoer(state, part, by)) return AppraisalRefusal.NotYours;
        if (stage.Work is StageWork.Collect && now.AsOf < now.MaturesAt) return AppraisalRefusal.NotMatured;
        // Whoever objects waits for the answer.
        if (state.Objections.Contains(part) || stage.Work == StageWork.Confirm && part.About is { } about && now.Appealing.Contains(about)) return AppraisalRefusal.ObjectionOpen;
        if (part.As != Filler.Self && part.About == by.Name) return AppraisalRefusal.OwnCard;
        if (stage.Work == StageWork.Interview && now.Entered(part) is null) return AppraisalRefusal.InterviewUnsigned;
        return stage.Work == StageWork.Approve && Reviewed(state, part.About) == by.Name ? AppraisalRefusal.SamePerson : null;
    }

    /// <summary>A stage of confirming waits for the appeals of those who confirm in it.</summary>
    private static bool IsHeld(AppraisalState state, AppraisalSituation now) =>
        state.Now is { Work: StageWork.Confirm } stage && now.Appealing.Count > 0 && ToDos.Of(stage, now.People).Any(p => p.About is { } about && now.Appealing.Contains(about));

    /// <summary>Whether the part is this person's: by name, or of an office that they hold.</summary>
    public static bool IsDoer(AppraisalState state, ToDo part, Actor by) =>
        state.DoerOf(part) is { } doer ? doer == by.Name
        : part.About is null ? state.Course.Stages[state.PlaceOf(part.Stage)].By.Any(by.Offices.Contains)
        : part.As == Filler.Leader ? by.Leads : by.Offices.Contains(part.As);

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
        return new([new(AppraisalEvent.Objected, objection.Part.Stage, objection.Part, objection.By.Name, now.Now, objection.Why)], null);
    }

    private static AppraisalStep Answered(AppraisalState state, AnswerObjection answer, AppraisalSituation now)
    {
        if (!state.Objections.Contains(answer.Part)) return AppraisalRefusal.NothingToAnswer;
        if (answer.Part.About == answer.By.Name) return AppraisalRefusal.OwnCard;
        if (!answer.By.Leads && now.People.FirstOrDefault(p => p.Agent == answer.Part.About)?.Fillers.GetValueOrDefault(Filler.Leader)?.Contains(answer.By.Name) != true) return AppraisalRefusal.RoleMayNot;
        if (string.IsNullOrWhiteSpace(answer.Why)) return AppraisalRefusal.NeedsReason;
        return AndOn(state, [new(AppraisalEvent.Answered, answer.Part.Stage, answer.Part, answer.By.Name, now.Now, answer.Why)], answer.By.Name, now);
    }

    private static AppraisalStep Given(AppraisalState state, DelegatePart given, AppraisalSituation now)
    {
        if (StageRefusal(state, given.Part.Stage) is { } refused) return refused;
        if (!ToDos.Of(state.Now!, now.People).Contains(given.Part)) return AppraisalRefusal.NotAsked;
        if (!given.By.Leads && state.DoerOf(given.Part) != given.By.Name) return AppraisalRefusal.NotYours;
        if (string.IsNullOrWhiteSpace(given.Why)) return AppraisalRefusal.NeedsReason;
        // Oneself can't be rated by another, nor be confirmed for, and a delegate must not be the person assessed.
        if (given.Part.As == Filler.Self) return AppraisalRefusal.NotYours;
        if (state.Now!.Work is StageWork.Review or StageWork.Approve && !given.ToLeads) return AppraisalRefusal.RoleMayNot;
        if (given.To == given.Part.About) return AppraisalRefusal.OwnCard;
        if (given.To == state.DoerOf(given.Part)) return AppraisalRefusal.SamePersonAgain;
        return new([new(AppraisalEvent.Delegated, given.Part.Stage, given.Part, given.By.Name, now.Now, given.Why, given.To)], null);
    }

    private static AppraisalStep Ended(AppraisalState state, EndStage end, AppraisalSituation now)
    {
        if (!end.By.Leads) return AppraisalRefusal.RoleMayNot;
        if (StageRefusal(state, end.Stage) is { } refused) return refused;
        var (stage, waiting) = (state.Now!, state.Waiting(now.People));
        if (waiting.Any(state.Objections.Contains) || IsHeld(state, now)) return AppraisalRefusal.ObjectionOpen;
        // Nothing is published or paid that nobody has reviewed and approved: these are not gone on without.
        if (stage.Work is StageWork.Review or StageWork.Approve && waiting.Count > 0) return AppraisalRefusal.StillWaiting;
        var early = stage.Work == StageWork.Collect && now.AsOf < now.MaturesAt;
        if (string.IsNullOrWhiteSpace(end.Why) && early) return AppraisalRefusal.NotMatured;
        if (string.IsNullOrWhiteSpace(end.Why) && stage.OfEachPerson && waiting.Count > 0) return AppraisalRefusal.StillWaiting;
        return AndOn(state, [new(AppraisalEvent.Ended, stage.Id, null, end.By.Name, now.Now, end.Why)], end.By.Name, now);
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
        return AndOn(state, [new(AppraisalEvent.Reopened, reopen.Stage, part, reopen.By.Name, now.Now, reopen.Why)], reopen.By.Name, now);
    }
}
