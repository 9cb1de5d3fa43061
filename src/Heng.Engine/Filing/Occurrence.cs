using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>What is recorded of somebody: a conduct incident (行为事件) or an operation error (操作差错). Stored by number.</summary>
public enum OccurrenceKind : byte { Conduct, Error }

/// <summary>What happens to a recorded occurrence. Stored by number: append, never renumber.</summary>
public enum OccurrenceEvent : byte { Recorded, Counted, Acknowledged, Objected, Confirmed, Dismissed, Withdrawn, Shown }

/// <summary>Where it stands: it waits to be confirmed, counts, was found not to be so, or was taken back.</summary>
public enum OccurrenceStage { Waits, Counts, Dismissed, Withdrawn }

/// <summary>
/// One thing that happens to it. What was recorded stands in the first. Number: of the conduct incident among those of its kind, person and day, from when it counts.
/// Words are between the person, their leader and those who answer for them.
/// </summary>
public sealed record OccurrenceHappening(OccurrenceEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public OccurrenceKind? Kind { get; init; }
    /// <summary>The kind of incident or error, as plans name it.</summary>
    public string? Name { get; init; }
    public string? Order { get; init; }
    public decimal? Cost { get; init; }
    public string? Link { get; init; }
    public string? Words { get; init; }
    public long? Evidence { get; init; }
    /// <summary>Whether it counts as soon as it is recorded.</summary>
    public bool? AtOnce { get; init; }
    /// <summary>The last day on which the person may answer.</summary>
    public DateOnly? AnswerBy { get; init; }
    public int? Number { get; init; }
}

/// <summary>A recorded occurrence (事件登记) as its events leave it: of whom, of which day.</summary>
public sealed record OccurrenceState(string Agent, DateOnly Day, IReadOnlyList<OccurrenceHappening> Happened)
{
    public OccurrenceHappening Recorded => Happened[0];
    public OccurrenceHappening? Answer => Happened.LastOrDefault(h => h.What is OccurrenceEvent.Acknowledged or OccurrenceEvent.Objected);

    /// <summary>What the person said against it waits for somebody else's decision.</summary>
    public bool ObjectionOpen => Answer is { What: OccurrenceEvent.Objected } && !Happened.Any(h => h.What is OccurrenceEvent.Confirmed or OccurrenceEvent.Dismissed or OccurrenceEvent.Withdrawn);

    public OccurrenceStage Stage => Happened.LastOrDefault(h => h.What is not (OccurrenceEvent.Objected or OccurrenceEvent.Shown))!.What switch
    {
        OccurrenceEvent.Recorded => OccurrenceStage.Waits,
        OccurrenceEvent.Dismissed => OccurrenceStage.Dismissed,
        OccurrenceEvent.Withdrawn => OccurrenceStage.Withdrawn,
        _ => OccurrenceStage.Counts,
    };

    /// <summary>Under which number it was written among the records; null where it never counted.</summary>
    public int? Number => Happened.Select(h => h.Number).LastOrDefault(n => n is not null);

    public OccurrenceState After(OccurrenceHappening happens) => this with { Happened = [.. Happened, happens] };

    /// <summary>The record of a conduct incident as it stands now; one that was dismissed or withdrawn says so, and counts nothing.</summary>
    public Incident AsIncident => new("", Day, Agent, Recorded.Name!, Number!.Value, Recorded.Words) { Withdrawn = Taken };
    public OperationError AsError => new("", Day, Agent, Recorded.Name!, Recorded.Order, Recorded.Cost ?? 0m, Recorded.Words) { Withdrawn = Taken };

    private string? Taken => Stage is OccurrenceStage.Dismissed or OccurrenceStage.Withdrawn ? Happened.Last(h => h.What is OccurrenceEvent.Dismissed or OccurrenceEvent.Withdrawn).Why : null;
}
