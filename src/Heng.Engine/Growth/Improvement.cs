using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>One thing that happens to an improvement plan, as it is kept. Stored by number: append, never renumber.</summary>
public enum ImprovementEvent : byte { Written, Agreed, StepDone, StepNotDone, StepMoved, CheckedIn, Closed, Withdrawn }

/// <summary>What came of it. Stored by number.</summary>
public enum ImprovementResult : byte { Met, Partly, NotMet }

/// <summary>What is to be done, by whom, until when.</summary>
public sealed record PlannedStep(string What, string Who, DateOnly By);

/// <summary>
/// What happened. Writing says whom it is about (a person, or the group alone), the goal in words, the metric with from and to where there is one, where it came from and the steps;
/// AgreedBy are those who had signed the same steps elsewhere. Notes are for those concerned and stay out of Why, which the chain of decisions shows.
/// </summary>
public sealed record ImprovementHappening(ImprovementEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Person { get; init; }
    public string? Group { get; init; }
    public string? Goal { get; init; }
    public string? Metric { get; init; }
    public decimal? From { get; init; }
    public decimal? To { get; init; }
    public string? Cause { get; init; }
    public string? CauseMonth { get; init; }
    public long? Interview { get; init; }
    public IReadOnlyList<PlannedStep>? Steps { get; init; }
    public IReadOnlyList<string>? AgreedBy { get; init; }
    /// <summary>Whether who writes or agrees is HR or the manager.</summary>
    public bool? Office { get; init; }
    public int? Step { get; init; }
    public DateOnly? Day { get; init; }
    public ImprovementResult? Result { get; init; }
    public string? Note { get; init; }
}

/// <summary>Where a plan stands: it waits for both to agree, runs, is closed with a result, or was withdrawn before both had agreed.</summary>
public enum ImprovementStage { Proposed, Running, Closed, Withdrawn }

/// <summary>A step as it stands: Done is null while it is open; By is the day that it was last moved to.</summary>
public sealed record StandingStep(int At, PlannedStep Planned, DateOnly By, bool? Done, string? Note);

/// <summary>An improvement plan (改进计划) as its events leave it.</summary>
public sealed record ImprovementState(IReadOnlyList<ImprovementHappening> Happened)
{
    public ImprovementHappening Text => Happened.Last(h => h.What == ImprovementEvent.Written);
    public bool IsOfTeam => Text.Person is null;

    /// <summary>Those who agreed to the text as it stands; who wrote it does so by writing.</summary>
    public IReadOnlyList<string> AgreedBy => [.. Agreeing.Select(h => h.Who).Concat(Text.AgreedBy ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>A person's plan needs the person and one who leads; a team's two people, of whom one is HR or the manager.</summary>
    public bool BothAgreed => AgreedBy.Count >= 2 && (IsOfTeam ? Agreeing.Any(h => h.Office == true) : AgreedBy.Contains(Text.Person!, StringComparer.Ordinal));

    public ImprovementStage Stage => Happened[^1].What switch
    {
        ImprovementEvent.Closed => ImprovementStage.Closed,
        ImprovementEvent.Withdrawn => ImprovementStage.Withdrawn,
        _ => BothAgreed ? ImprovementStage.Running : ImprovementStage.Proposed,
    };

    public bool IsOver => Stage is ImprovementStage.Closed or ImprovementStage.Withdrawn;

    public IReadOnlyList<StandingStep> Steps => [.. (Text.Steps ?? []).Select((step, i) => AfterText.Where(h => h.Step == i).Aggregate(new StandingStep(i, step, step.By, null, null), (now, h) => h.What switch
    {
        ImprovementEvent.StepMoved => now with { By = h.Day!.Value, Note = h.Note },
        ImprovementEvent.StepDone => now with { Done = true, Note = h.Note },
        _ => now with { Done = false, Note = h.Note },
    }))];

    public ImprovementHappening? Close => Happened[^1].What == ImprovementEvent.Closed ? Happened[^1] : null;

    private IEnumerable<ImprovementHappening> AfterText => Happened.Reverse().TakeWhile(h => h.What != ImprovementEvent.Written).Reverse();
    private IEnumerable<ImprovementHappening> Agreeing => AfterText.Where(h => h.What == ImprovementEvent.Agreed).Prepend(Text);
}
