using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>Why a decision on a proposal is not allowed. Worded at the edge in both languages.</summary>
public enum MeasureRefusal
{
    NotProposed, CoachingFirst, OtherFirst, RoleMayNot, OwnMeasure, AlreadyDecided, NothingToConfirm, SamePerson, NeedsReason, PeriodNotOver, NeedsDay, DayTooEarly, DayAhead,
}

/// <summary>Who decides. DecidesAll: HR or the manager. LeadsGroup: whether they lead the group of the person whom it is about.</summary>
public sealed record MeasureActor(string Name, bool DecidesAll, bool LeadsGroup);

/// <summary>One decision. Measure is what is to be decided about; Day that from which it holds, or to look at it again.</summary>
public sealed record MeasureCommand(MeasureActor By, MeasureEvent Act, MeasureKind Measure, DateOnly? Day, string Why);

/// <summary>What is known when a decision arrives: whom it is about, when the card's period ends, and what the plan proposes now; null where it proposes nothing any more.</summary>
public sealed record MeasureSituation(Instant Now, DateOnly Today, string Agent, DateOnly PeriodEnds, Proposal? Proposal);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct MeasureStep(MeasureHappening? Happens, MeasureRefusal? Refused)
{
    public static implicit operator MeasureStep(MeasureRefusal refused) => new(null, refused);
}

/// <summary>
/// A proposal is accepted, put off or refused by a person. Leaders decide coaching and training, HR and the manager all; a warning, a transfer and an exit take two of them. Nobody
/// decides about themself, nothing is taken that the cards do not propose, and nothing harsher than coaching before coaching for the same shortfall is on record.
/// </summary>
public static class MeasureCycle
{
    /// <summary>How far ahead a decision may reach. Coaching and training are on record once they were held.</summary>
    public const int MostDaysAhead = 92;

    public static MeasureStep Decide(MeasureState state, MeasureCommand command, MeasureSituation now)
    {
        if (MayNot(state, command, now) is { } refused) return refused;
        return command.Act switch
        {
            MeasureEvent.Confirmed => Confirmed(state, command, now),
            MeasureEvent.Accepted => Accepted(command, now),
            _ when string.IsNullOrWhiteSpace(command.Why) => MeasureRefusal.NeedsReason,
            MeasureEvent.PutOff when command.Day is { } day && day <= now.Today => MeasureRefusal.DayTooEarly,
            _ => Happens(command, command.Day, now),
        };
    }

    private static MeasureRefusal? MayNot(MeasureState state, MeasureCommand command, MeasureSituation now)
    {
        if (command.By.Name == now.Agent) return MeasureRefusal.OwnMeasure;
        if (!command.By.DecidesAll && !(command.By.LeadsGroup && MeasureWords.IsLeaders(command.Measure))) return MeasureRefusal.RoleMayNot;
        if (state.Stage is MeasureStage.Taken or MeasureStage.Refused) return MeasureRefusal.AlreadyDecided;
        // What waits for the second person is confirmed or refused, and nothing else.
        if (state.Stage == MeasureStage.Unconfirmed && command.Act is MeasureEvent.Accepted or MeasureEvent.PutOff) return MeasureRefusal.AlreadyDecided;
        // What was begun can be ended though the cards propose it no more.
        if (command.Act == MeasureEvent.Refused && state.Happened.Count > 0) return null;
        return now.Proposal is { } proposal && proposal.Measure == command.Measure ? null
            : now.Proposal?.Held != command.Measure ? MeasureRefusal.NotProposed
            : now.Proposal.Measure == MeasureKind.Coaching ? MeasureRefusal.CoachingFirst : MeasureRefusal.OtherFirst;
    }

    private static MeasureStep Accepted(MeasureCommand accept, MeasureSituation now)
    {
        if (now.Today <= now.PeriodEnds) return MeasureRefusal.PeriodNotOver;
        if (accept.Day is not { } day) return MeasureRefusal.NeedsDay;
        if (day <= now.PeriodEnds) return MeasureRefusal.DayTooEarly;
        var last = MeasureWords.IsLeaders(accept.Measure) ? now.Today : now.Today.AddDays(MostDaysAhead);
        if (day > last) return MeasureRefusal.DayAhead;
        return MeasureWords.IsHarsh(accept.Measure) && string.IsNullOrWhiteSpace(accept.Why) ? MeasureRefusal.NeedsReason : Happens(accept, day, now);
    }

    private static MeasureStep Confirmed(MeasureState state, MeasureCommand confirm, MeasureSituation now) =>
        state.Stage != MeasureStage.Unconfirmed ? MeasureRefusal.NothingToConfirm
        : state.Accepted!.Who == confirm.By.Name ? MeasureRefusal.SamePerson
        : Happens(confirm, state.Accepted.Day, now);

    private static MeasureStep Happens(MeasureCommand command, DateOnly? day, MeasureSituation now) => new(new(command.Act, command.By.Name, now.Now, day, command.Why.Trim()), null);
}
