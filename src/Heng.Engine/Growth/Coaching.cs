using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>What happens to a coaching task. Stored by number: append, never renumber.</summary>
public enum CoachingEvent : byte { Given, Acknowledged, Talked, Closed }

/// <summary>What came of it. Stored by number.</summary>
public enum CoachingResult : byte { Reached, NotReached, Withdrawn }

/// <summary>Given; acknowledged by whom it is for; past its due day, to be closed; closed.</summary>
public enum CoachingStage { Given, Acknowledged, Due, Closed }

/// <summary>A reception, or an inspection, that shows the cause.</summary>
public sealed record CoachingEvidence(string Fact, DateOnly Day);

/// <summary>
/// A step. Giving says whom it is for (a person, or a group), the cause, what the number was (touched of so many, from day to day), what it is to be at most among as many, and by when;
/// closing keeps what it was measured to be. Notes are between those concerned and stay out of Why, which the chain of decisions shows.
/// </summary>
public sealed record CoachingHappening(CoachingEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Person { get; init; }
    public string? Group { get; init; }
    public string? Title { get; init; }
    public string? Cause { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public int? Touched { get; init; }
    public int? Of { get; init; }
    public int? Goal { get; init; }
    public DateOnly? Due { get; init; }
    public IReadOnlyList<CoachingEvidence>? Evidence { get; init; }
    /// <summary>A good example of the library.</summary>
    public long? Example { get; init; }
    public CoachingResult? Result { get; init; }
    public string? Note { get; init; }
}

/// <summary>A coaching task (辅导任务) as its events leave it.</summary>
public sealed record CoachingState(IReadOnlyList<CoachingHappening> Happened)
{
    public CoachingHappening Given => Happened[0];
    public bool IsOfGroup => Given.Person is null;
    public Cause Cause => Quality.Causes.Cause.Parse(Given.Cause)!.Value;
    public DateOnly Due => Given.Due!.Value;
    public CauseShare Before => new(Given.Touched!.Value, Given.Of!.Value, 0m);

    /// <summary>What is measured against the goal begins the day after it was given.</summary>
    public DateOnly First(ShopClock clock) => clock.DayOf(Given.At).AddDays(1);

    public CoachingHappening? Close => Happened[^1].What == CoachingEvent.Closed ? Happened[^1] : null;
    public CauseShare? ClosedAt => Close is { Touched: { } touched, Of: { } of } ? new(touched, of, 0m) : null;
    public IReadOnlyList<string> AcknowledgedBy => [.. Happened.Where(h => h.What == CoachingEvent.Acknowledged).Select(h => h.Who)];

    /// <summary>Whether the number is no more than was aimed for; no answer without a number.</summary>
    public bool? Meets(CauseShare after) => after.IsWithin(Given.Goal!.Value, Given.Of!.Value);

    public CoachingStage StageOn(DateOnly today) =>
        Close is not null ? CoachingStage.Closed : today > Due ? CoachingStage.Due : AcknowledgedBy.Count > 0 ? CoachingStage.Acknowledged : CoachingStage.Given;
}
