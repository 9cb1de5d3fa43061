namespace Heng.Engine.Voice;

/// <summary>Who commands. Decides: HR or the manager. Leads: a leader or supervisor.</summary>
public sealed record VoiceActor(string Name, bool Decides, bool Leads)
{
    public bool Answers => Decides || Leads;
}

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum SuggestionRefusal
{
    RoleMayNot, OwnSuggestion, NeedsTitle, NeedsWords, TextTooLong, NeedsReason, AlreadyVoted, NotVoted, VotesClosed, AlreadyDecided, NotAdopted, NotDone, AlreadyMerged, SameSuggestion, NoVerdict,
}

public abstract record SuggestionCommand(VoiceActor By);
/// <summary>To write one. Unnamed: nothing is kept of who.</summary>
public sealed record WriteSuggestion(VoiceActor By, string Title, string Words, string Helps, SuggestionCategory Category, bool Unnamed) : SuggestionCommand(By);
/// <summary>To be for it, or no longer.</summary>
public sealed record VoteForSuggestion(VoiceActor By, bool For) : SuggestionCommand(By);
/// <summary>What a leader, HR or the manager says or decides; of a proposal the verdict, of a merge the other suggestion.</summary>
public sealed record AnswerSuggestion(VoiceActor By, long Of, SuggestionEvent What, string Why) : SuggestionCommand(By)
{
    public SuggestionEvent? Verdict { get; init; }
    public (long Id, SuggestionState State)? Into { get; init; }
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct SuggestionStep(SuggestionHappening? Happens, SuggestionRefusal? Refused)
{
    public static implicit operator SuggestionStep(SuggestionRefusal refused) => new(null, refused);
    public static implicit operator SuggestionStep(SuggestionHappening happens) => new(happens, null);
}
