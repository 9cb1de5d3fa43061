using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum InterviewRefusal
{
    RoleMayNot, OwnInterview, NotYours, NothingWritten, DayAhead, StepsUnclear, TextChanged, AlreadySigned, OnlyThePerson, NeedsReason, NotSigned, NothingToGoOn, LastLevel, AlreadyGoneOn, SamePersonAgain, UnchangedText,
}

/// <summary>Who commands. Leads: HR or the manager. LeadsGroup: whether they lead the group of the person it is with.</summary>
public sealed record InterviewActor(string Name, bool Leads, bool LeadsGroup);

public abstract record InterviewCommand(InterviewActor By);
/// <summary>The text as it is to stand, with its hash.</summary>
public sealed record WriteInterview(InterviewActor By, InterviewText Text, string Hash) : InterviewCommand(By);
/// <summary>A signature under the text that the signer has before them; or seen, and disagreed with.</summary>
public sealed record SignInterview(InterviewActor By, string Hash, bool Disagrees, string Why) : InterviewCommand(By);
/// <summary>Who disagrees takes it to the next level.</summary>
public sealed record GoOnWithInterview(InterviewActor By, string Why) : InterviewCommand(By);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct InterviewStep(InterviewHappening? Happens, InterviewRefusal? Refused)
{
    public static implicit operator InterviewStep(InterviewRefusal refused) => new(null, refused);
}

/// <summary>
/// An interview's record is written by who led it and signed by both, each for themself. Whoever was interviewed may sign that they have seen it and disagree, and then take it to
/// the next level, where another leads. Once both have signed, the text stays.
/// </summary>
public static class InterviewCycle
{
    public const int MostWords = 2000, MostSteps = 10, MostStepWords = 200;

    /// <summary>Why somebody may not lead an interview; null where they may. Of the next level: not one who led it before.</summary>
    /// <param name="follows">The record that is gone on from, with all before it; empty for a first one.</param>
    /// <param name="hasNext">Whether the last of them has a next already.</param>
    public static InterviewRefusal? MayLead(InterviewActor by, string with, IReadOnlyList<InterviewState> follows, bool hasNext)
    {
        if (by.Name == with) return InterviewRefusal.OwnInterview;
        if (follows.Count == 0) return by.Leads || by.LeadsGroup ? null : InterviewRefusal.RoleMayNot;
        if (!by.Leads) return InterviewRefusal.RoleMayNot;
        if (follows[^1].Stage != InterviewStage.WentOn) return InterviewRefusal.NothingToGoOn;
        if (hasNext) return InterviewRefusal.AlreadyGoneOn;
        return follows.Any(f => f.By == by.Name) ? InterviewRefusal.SamePersonAgain : null;
    }

    public static InterviewStep Decide(InterviewState state, InterviewCommand command, Instant now, DateOnly today) => command switch
    {
        WriteInterview write => Written(state, write, now, today),
        SignInterview sign => Signed(state, sign, now),
        GoOnWithInterview on => GoneOn(state, on, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static InterviewStep Written(InterviewState state, WriteInterview write, Instant now, DateOnly today) => write switch
    {
        _ when write.By.Name != state.By => InterviewRefusal.NotYours,
        _ when state.IsDone => InterviewRefusal.AlreadySigned,
        _ when write.Hash == state.Hash => InterviewRefusal.UnchangedText,
        _ => Fault(write.Text, state, today) is { } fault ? fault : new InterviewStep(new(InterviewEvent.Written, write.By.Name, now, write.Hash), null),
    };

    private static InterviewRefusal? Fault(InterviewText text, InterviewState state, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text.Strengths) && string.IsNullOrWhiteSpace(text.Shortfalls)) return InterviewRefusal.NothingWritten;
        if (text.Day > today) return InterviewRefusal.DayAhead;
        // A step is done after the talk, by one of the two.
        return text.Steps.Any(s => string.IsNullOrWhiteSpace(s.What) || s.By < text.Day || (s.Who != state.With && s.Who != state.By)) ? InterviewRefusal.StepsUnclear : null;
    }

    private static InterviewStep Signed(InterviewState state, SignInterview sign, Instant now) => sign switch
    {
        _ when sign.By.Name != state.With && sign.By.Name != state.By => InterviewRefusal.NotYours,
        _ when state.Hash.Length == 0 => InterviewRefusal.NothingWritten,
        _ when sign.Hash != state.Hash => InterviewRefusal.TextChanged,
        _ when state.HasSigned(sign.By.Name) => InterviewRefusal.AlreadySigned,
        { Disagrees: true } when sign.By.Name != state.With => InterviewRefusal.OnlyThePerson,
        { Disagrees: true } when string.IsNullOrWhiteSpace(sign.Why) => InterviewRefusal.NeedsReason,
        _ => new InterviewStep(new(sign.Disagrees ? InterviewEvent.Disagreed : InterviewEvent.Signed, sign.By.Name, now, sign.Hash, sign.Why.Trim()), null),
    };

    private static InterviewStep GoneOn(InterviewState state, GoOnWithInterview on, Instant now) => on switch
    {
        _ when on.By.Name != state.With => InterviewRefusal.NotYours,
        _ when state.Stage == InterviewStage.WentOn => InterviewRefusal.AlreadyGoneOn,
        _ when state.Stage == InterviewStage.Unsigned => InterviewRefusal.NotSigned,
        _ when state.Disagreement is null => InterviewRefusal.NothingToGoOn,
        _ when state.Level >= InterviewState.LastLevel => InterviewRefusal.LastLevel,
        _ when string.IsNullOrWhiteSpace(on.Why) => InterviewRefusal.NeedsReason,
        _ => new InterviewStep(new(InterviewEvent.WentOn, on.By.Name, now, state.Hash, on.Why.Trim()), null),
    };
}
