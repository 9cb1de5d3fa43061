using Heng.Engine.Records;

namespace Heng.Engine.Voice;

/// <summary>What a suggestion is about. Stored by number: append, never renumber.</summary>
public enum SuggestionCategory : byte { Process, Tools, Service, Assessment, Training, Care, Other }

/// <summary>One thing that happens to a suggestion, as it is kept. Stored by number: append, never renumber.</summary>
public enum SuggestionEvent : byte { Written, Voted, VoteTakenBack, Commented, LookedAt, Proposed, Adopted, PutOff, NotAdopted, Done, EffectNoted, Merged }

/// <summary>
/// What happened to a suggestion, who did it, when and why. An unnamed one is written by nobody (empty), at the start of its day: no hour tells whose it is.
/// Title, Words, Helps and Category stand where it was written; Verdict where one is proposed; Into where it is merged into another.
/// </summary>
public sealed record SuggestionHappening(SuggestionEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public string? Title { get; init; }
    public string? Words { get; init; }
    public string? Helps { get; init; }
    public SuggestionCategory? Category { get; init; }
    public SuggestionEvent? Verdict { get; init; }
    public long? Into { get; init; }
}

/// <summary>Where a suggestion stands (状态).</summary>
public enum SuggestionStage { New, LookedAt, Adopted, PutOff, NotAdopted, Done, Merged }

/// <summary>A suggestion (建议) as its events leave it; the first of them is that it was written.</summary>
public sealed record SuggestionState(IReadOnlyList<SuggestionHappening> Happened)
{
    /// <summary>Calendar days from writing until somebody who answers for it has said something.</summary>
    public const int AnswerDays = 7;

    public SuggestionHappening Written => Happened[0];
    /// <summary>Null where it was written unnamed.</summary>
    public string? Author => Written.Who.Length == 0 ? null : Written.Who;
    public SuggestionHappening? Decision => Last(SuggestionEvent.Adopted, SuggestionEvent.PutOff, SuggestionEvent.NotAdopted);
    public long? Into => Last(SuggestionEvent.Merged)?.Into;

    public SuggestionStage Stage => Last(SuggestionEvent.LookedAt, SuggestionEvent.Adopted, SuggestionEvent.PutOff, SuggestionEvent.NotAdopted, SuggestionEvent.Done, SuggestionEvent.Merged)?.What switch
    {
        null => SuggestionStage.New,
        SuggestionEvent.LookedAt => SuggestionStage.LookedAt,
        SuggestionEvent.Adopted => SuggestionStage.Adopted,
        SuggestionEvent.PutOff => SuggestionStage.PutOff,
        SuggestionEvent.NotAdopted => SuggestionStage.NotAdopted,
        SuggestionEvent.Done => SuggestionStage.Done,
        _ => SuggestionStage.Merged,
    };

    /// <summary>What a leader proposes and nobody has decided since.</summary>
    public SuggestionHappening? Proposal =>
        Happened.LastOrDefault(h => h.What is SuggestionEvent.Proposed or SuggestionEvent.Adopted or SuggestionEvent.PutOff or SuggestionEvent.NotAdopted or SuggestionEvent.Merged) is { What: SuggestionEvent.Proposed } open ? open : null;

    /// <summary>Votes can be given and taken back while nothing is decided for good.</summary>
    public bool IsOpen => Stage is SuggestionStage.New or SuggestionStage.LookedAt or SuggestionStage.PutOff;

    /// <summary>Who is for it now.</summary>
    public IReadOnlySet<string> Voters
    {
        get
        {
            var now = new HashSet<string>(StringComparer.Ordinal);
            foreach (var h in Happened)
                if (h.What == SuggestionEvent.Voted) now.Add(h.Who);
                else if (h.What == SuggestionEvent.VoteTakenBack) now.Remove(h.Who);
            return now;
        }
    }

    /// <summary>The first word of somebody who answers for it: a remark, a look, or a decision.</summary>
    public SuggestionHappening? Answer => Happened.FirstOrDefault(h => h.What is not (SuggestionEvent.Written or SuggestionEvent.Voted or SuggestionEvent.VoteTakenBack));

    /// <summary>The last day on which an answer is in time.</summary>
    public DateOnly AnswerBy(ShopClock clock) => clock.DayOf(Written.At).AddDays(AnswerDays);

    /// <summary>By how many days the answer is late today; 0 where it is in time or came.</summary>
    public int DaysLate(ShopClock clock, DateOnly today) => Answer is null ? Math.Max(0, today.DayNumber - AnswerBy(clock).DayNumber) : 0;

    private SuggestionHappening? Last(params ReadOnlySpan<SuggestionEvent> kinds)
    {
        for (var i = Happened.Count - 1; i >= 0; i--)
            if (kinds.Contains(Happened[i].What)) return Happened[i];
        return null;
    }
}
