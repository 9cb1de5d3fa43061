using Heng.Engine.Records;

namespace Heng.Engine.Voice;

/// <summary>
/// A suggestion goes from new through being looked at to adopted, put off or not adopted; an adopted one is done once something came of it. A leader proposes, HR or the manager
/// decides; nobody answers their own. What was put off or not adopted may be looked at again; what was adopted stays adopted.
/// </summary>
public static class SuggestionCycle
{
    public const int MostTitle = 60, MostWords = 1000, MostHelps = 500;

    /// <param name="dayStart">When today began: the only time that is kept of an unnamed one.</param>
    public static SuggestionStep Write(WriteSuggestion write, Instant now, Instant dayStart) => write switch
    {
        _ when string.IsNullOrWhiteSpace(write.Title) => SuggestionRefusal.NeedsTitle,
        _ when string.IsNullOrWhiteSpace(write.Words) => SuggestionRefusal.NeedsWords,
        _ when write.Title.Trim().Length > MostTitle || write.Words.Trim().Length > MostWords || write.Helps.Trim().Length > MostHelps => SuggestionRefusal.TextTooLong,
        _ => new SuggestionHappening(SuggestionEvent.Written, write.Unnamed ? "" : write.By.Name, write.Unnamed ? dayStart : now)
        {
            Title = write.Title.Trim(), Words = write.Words.Trim(), Helps = write.Helps.Trim(), Category = write.Category,
        },
    };

    public static SuggestionStep Vote(SuggestionState state, VoteForSuggestion vote, Instant now) => vote switch
    {
        _ when state.Author == vote.By.Name => SuggestionRefusal.OwnSuggestion,
        _ when !state.IsOpen => SuggestionRefusal.VotesClosed,
        { For: true } when state.Voters.Contains(vote.By.Name) => SuggestionRefusal.AlreadyVoted,
        { For: false } when !state.Voters.Contains(vote.By.Name) => SuggestionRefusal.NotVoted,
        _ => new SuggestionHappening(vote.For ? SuggestionEvent.Voted : SuggestionEvent.VoteTakenBack, vote.By.Name, now),
    };

    public static SuggestionStep Answer(SuggestionState state, AnswerSuggestion answer, Instant now)
    {
        if (!answer.By.Answers || Deciding(answer.What) && !answer.By.Decides) return SuggestionRefusal.RoleMayNot;
        if (state.Author == answer.By.Name) return SuggestionRefusal.OwnSuggestion;
        if (Misplaced(state, answer) is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(answer.Why)) return SuggestionRefusal.NeedsReason;
        return new SuggestionHappening(answer.What, answer.By.Name, now, answer.Why.Trim()) { Verdict = answer.Verdict, Into = answer.Into?.Id };
    }

    /// <summary>Whether a step may come now, whoever takes it.</summary>
    public static SuggestionRefusal? Misplaced(SuggestionState state, AnswerSuggestion answer) => answer.What switch
    {
        SuggestionEvent.Commented => null,
        _ when state.Stage == SuggestionStage.Merged => SuggestionRefusal.AlreadyMerged,
        SuggestionEvent.LookedAt => state.Stage is SuggestionStage.New or SuggestionStage.PutOff or SuggestionStage.NotAdopted ? null : SuggestionRefusal.AlreadyDecided,
        SuggestionEvent.Proposed when !IsVerdict(answer.Verdict) => SuggestionRefusal.NoVerdict,
        SuggestionEvent.Proposed or SuggestionEvent.Adopted or SuggestionEvent.NotAdopted => state.IsOpen ? null : SuggestionRefusal.AlreadyDecided,
        SuggestionEvent.PutOff => state.Stage is SuggestionStage.New or SuggestionStage.LookedAt ? null : SuggestionRefusal.AlreadyDecided,
        SuggestionEvent.Done => state.Stage == SuggestionStage.Adopted ? null : SuggestionRefusal.NotAdopted,
        SuggestionEvent.EffectNoted => state.Stage == SuggestionStage.Done ? null : SuggestionRefusal.NotDone,
        SuggestionEvent.Merged => MergedBadly(state, answer),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static SuggestionRefusal? MergedBadly(SuggestionState state, AnswerSuggestion answer) => answer.Into switch
    {
        null => SuggestionRefusal.SameSuggestion,
        _ when !state.IsOpen => SuggestionRefusal.AlreadyDecided,
        var (id, _) when id == answer.Of => SuggestionRefusal.SameSuggestion,
        var (_, other) when other.Stage == SuggestionStage.Merged => SuggestionRefusal.AlreadyMerged,
        _ => null,
    };

    private static bool IsVerdict(SuggestionEvent? what) => what is SuggestionEvent.Adopted or SuggestionEvent.PutOff or SuggestionEvent.NotAdopted;

    private static bool Deciding(SuggestionEvent what) => IsVerdict(what) || what == SuggestionEvent.Merged;
}
