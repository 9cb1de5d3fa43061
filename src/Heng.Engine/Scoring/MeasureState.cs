using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>One thing that happens to a proposed measure, as it is kept. Stored by number: append, never renumber.</summary>
public enum MeasureEvent : byte { Accepted, PutOff, Refused, Confirmed }

/// <summary>Where a proposal stands: nobody has decided; it was put off; one has accepted what needs two; it is taken; it is refused.</summary>
public enum MeasureStage { Open, PutOff, Unconfirmed, Taken, Refused }

/// <summary>What happened, who did it, when and why. Day is that of the measure, of what is put off the day to look at it again.</summary>
public sealed record MeasureHappening(MeasureEvent What, string Who, Instant At, DateOnly? Day, string Why);

/// <summary>What was decided about one proposal so far, in order.</summary>
public sealed record MeasureState(MeasureKind Measure, IReadOnlyList<MeasureHappening> Happened)
{
    public static MeasureState New(MeasureKind measure) => new(measure, []);

    public MeasureStage Stage => Happened.Count == 0 ? MeasureStage.Open : Happened[^1].What switch
    {
        MeasureEvent.PutOff => MeasureStage.PutOff,
        MeasureEvent.Refused => MeasureStage.Refused,
        MeasureEvent.Accepted when MeasureWords.NeedsTwo(Measure) => MeasureStage.Unconfirmed,
        _ => MeasureStage.Taken,
    };

    /// <summary>Who accepted it, with the day and why; null before.</summary>
    public MeasureHappening? Accepted => Happened.LastOrDefault(h => h.What == MeasureEvent.Accepted);

    public MeasureState After(MeasureHappening happened) => this with { Happened = [.. Happened, happened] };
}
