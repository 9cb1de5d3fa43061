using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum CoachingRefusal { RoleMayNot, OwnTask, NothingFound, TitleMissing, TextTooLong, GoalUnclear, DueUnclear, TooMuchEvidence, NotYours, AlreadyAcknowledged, AlreadyOver, NeedsNote, NeedsResult, NotDueYet, NeedsReason }

/// <summary>Who commands. Coaches: whether they coach whom it is for. Concerned: whether it is for them.</summary>
public sealed record CoachingActor(string Name, bool Coaches, bool Concerned);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct CoachingStep(CoachingHappening? Happens, CoachingRefusal? Refused)
{
    public static implicit operator CoachingStep(CoachingRefusal refused) => new(null, refused);
    public static implicit operator CoachingStep(CoachingHappening happens) => new(happens, null);
}

/// <summary>
/// A coach gives a cause to somebody with a goal and a day; they acknowledge it, the coach notes the talks, and after the day closes it with what came of it. It moves no score and no pay:
/// what the cause costs is in them already.
/// </summary>
public static class CoachingCycle
{
    public const int LongestTitle = 60, LongestNote = 500, MostEvidence = 3, LeastDays = 3, MostDays = 90;

    public static CoachingStep Give(CoachingHappening terms, CoachingActor by, DateOnly today) => terms switch
    {
        _ when terms.Person == by.Name => CoachingRefusal.OwnTask,
        _ when !by.Coaches => CoachingRefusal.RoleMayNot,
        { Title: null } => CoachingRefusal.TitleMissing,
        _ when terms.Title.Length > LongestTitle || terms.Note?.Length > LongestNote => CoachingRefusal.TextTooLong,
        { Touched: null or 0 } or { Of: null or 0 } => CoachingRefusal.NothingFound,
        // It is to become less than it was; less than none is not there.
        _ when terms.Goal is not { } goal || goal < 0 || goal >= terms.Touched => CoachingRefusal.GoalUnclear,
        _ when terms.Due is not { } due || due < today.AddDays(LeastDays) || due > today.AddDays(MostDays) => CoachingRefusal.DueUnclear,
        { Evidence.Count: > MostEvidence } => CoachingRefusal.TooMuchEvidence,
        _ => terms with { What = CoachingEvent.Given, Who = by.Name },
    };

    public static CoachingStep Acknowledge(CoachingState state, CoachingActor by, string? note, Instant at) =>
        !by.Concerned ? CoachingRefusal.NotYours
        : state.Close is not null ? CoachingRefusal.AlreadyOver
        : state.AcknowledgedBy.Contains(by.Name, StringComparer.Ordinal) ? CoachingRefusal.AlreadyAcknowledged
        : note?.Length > LongestNote ? CoachingRefusal.TextTooLong
        : new CoachingHappening(CoachingEvent.Acknowledged, by.Name, at) { Note = note };

    public static CoachingStep Talk(CoachingState state, CoachingActor by, string? note, Instant at) => Barred(state, by) is { } barred ? barred
        : string.IsNullOrWhiteSpace(note) ? CoachingRefusal.NeedsNote
        : note.Length > LongestNote ? CoachingRefusal.TextTooLong
        : new CoachingHappening(CoachingEvent.Talked, by.Name, at) { Note = note };

    /// <param name="after">What the number is since, as measured when it is closed.</param>
    public static CoachingStep Close(CoachingState state, CoachingActor by, CoachingResult? result, string? note, CauseShare after, Instant at, DateOnly today)
    {
        if (Barred(state, by) is { } barred) return barred;
        if (result is not { } came) return CoachingRefusal.NeedsResult;
        if (came != CoachingResult.Withdrawn && today <= state.Due) return CoachingRefusal.NotDueYet;
        // Reached speaks for itself only where the number says so.
        if (string.IsNullOrWhiteSpace(note) && (came != CoachingResult.Reached || state.Meets(after) != true)) return CoachingRefusal.NeedsReason;
        return note?.Length > LongestNote ? CoachingRefusal.TextTooLong
            : new CoachingHappening(CoachingEvent.Closed, by.Name, at) { Result = came, Note = note, Touched = after.Touched, Of = after.Of };
    }

    private static CoachingRefusal? Barred(CoachingState state, CoachingActor by) =>
        state.Given.Person == by.Name ? CoachingRefusal.OwnTask : !by.Coaches ? CoachingRefusal.RoleMayNot : state.Close is not null ? CoachingRefusal.AlreadyOver : null;
}
