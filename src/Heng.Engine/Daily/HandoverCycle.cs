using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>Why a step of a handover is not allowed. Worded at the edge in both languages.</summary>
public enum HandoverRefusal { NotYours, OwnNote, RoleMayNot, NothingWritten, TextTooLong, AlreadyTakenOver, NoQuestion, NeedsReason, AlreadyDecided, NotYet, QuestionOpen }

/// <summary>Who acts. OfGroup: of the group that the note is handed to. LeadsGroup: answers for it.</summary>
public sealed record HandoverActor(string Name, bool OfGroup, bool LeadsGroup);

/// <summary>One step. Text and To belong to writing; Why is a question, an answer or a reason.</summary>
public sealed record HandoverCommand(HandoverActor By, HandoverEvent Act, string Why)
{
    public HandoverText? Text { get; init; }
    public IReadOnlyList<string> To { get; init; } = [];
}

/// <summary>When it is, and the shift that is handed over; no end where nobody rostered one.</summary>
public sealed record HandoverSituation(Instant Now, string Shift, Instant? ShiftEnd);

/// <summary>What happens, or the refusal.</summary>
public readonly record struct HandoverStep(HandoverHappening? Happens, HandoverRefusal? Refused)
{
    public static implicit operator HandoverStep(HandoverRefusal refused) => new(null, refused);
}

/// <summary>
/// A handover goes both ways (双向交接): who leaves writes, who comes asks back, is answered and takes over. It is made once it was written by half an hour after the shift's end, or
/// taken over later. Without either a leader settles it: missed, or excused with a reason. What was taken over stays.
/// </summary>
public static class HandoverCycle
{
    public const int ToleranceSeconds = 1800, LongestPart = 1000, MostLinks = 30;

    public static HandoverStep Decide(HandoverState state, HandoverCommand command, HandoverSituation now) => command.Act switch
    {
        HandoverEvent.Written => Written(state, command, now),
        HandoverEvent.Asked => Asked(state, command, now),
        HandoverEvent.Answered => Answered(state, command, now),
        HandoverEvent.TakenOver => Taken(state, command, now),
        _ => Settled(state, command, now),
    };

    private static HandoverStep Written(HandoverState state, HandoverCommand command, HandoverSituation now) => command switch
    {
        _ when command.By.Name != state.From => HandoverRefusal.NotYours,
        _ when state.Taken is not null => HandoverRefusal.AlreadyTakenOver,
        { Text: null or { IsEmpty: true } } => HandoverRefusal.NothingWritten,
        { Text: { } text } when text.Parts.Any(p => p.Length > LongestPart) || text.Cases.Count + text.Receptions.Count > MostLinks => HandoverRefusal.TextTooLong,
        _ => new HandoverStep(Happens(command, now) with { Text = command.Text, To = command.To, Shift = now.Shift, ShiftEnd = now.ShiftEnd }, null),
    };

    private static HandoverStep Asked(HandoverState state, HandoverCommand command, HandoverSituation now) =>
        MayReceive(state, command) is { } no ? no : string.IsNullOrWhiteSpace(command.Why) ? HandoverRefusal.NeedsReason : new HandoverStep(Happens(command, now), null);

    private static HandoverStep Answered(HandoverState state, HandoverCommand command, HandoverSituation now) =>
        command.By.Name != state.From ? HandoverRefusal.NotYours
        : !state.HasOpenQuestion ? HandoverRefusal.NoQuestion
        : string.IsNullOrWhiteSpace(command.Why) ? HandoverRefusal.NeedsReason : new HandoverStep(Happens(command, now), null);

    private static HandoverStep Taken(HandoverState state, HandoverCommand command, HandoverSituation now) =>
        MayReceive(state, command) is { } no ? no : state.HasOpenQuestion ? HandoverRefusal.QuestionOpen : new HandoverStep(Happens(command, now), null);

    private static HandoverRefusal? MayReceive(HandoverState state, HandoverCommand command) =>
        command.By.Name == state.From ? HandoverRefusal.OwnNote
        : !command.By.OfGroup && !state.To.Contains(command.By.Name, StringComparer.Ordinal) ? HandoverRefusal.NotYours
        : state.Written is null ? HandoverRefusal.NothingWritten
        : state.Taken is not null ? HandoverRefusal.AlreadyTakenOver : null;

    private static HandoverStep Settled(HandoverState state, HandoverCommand command, HandoverSituation now)
    {
        if (!command.By.LeadsGroup) return HandoverRefusal.RoleMayNot;
        if (command.By.Name == state.From) return HandoverRefusal.OwnNote;
        if (state.Made is not null || state.Settled is not null) return HandoverRefusal.AlreadyDecided;
        if (now.ShiftEnd is { } end && now.Now <= end.Plus(ToleranceSeconds)) return HandoverRefusal.NotYet;
        if (command.Act == HandoverEvent.Excused && string.IsNullOrWhiteSpace(command.Why)) return HandoverRefusal.NeedsReason;
        return new(Happens(command, now) with { Shift = now.Shift, ShiftEnd = now.ShiftEnd }, null);
    }

    private static HandoverHappening Happens(HandoverCommand command, HandoverSituation now) => new(command.Act, command.By.Name, now.Now, command.Why);
}
