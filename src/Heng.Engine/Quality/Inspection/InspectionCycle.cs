using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Inspection;

/// <summary>Why something may not be done with an inspection. Worded at the edge in both languages.</summary>
public enum InspectionRefusal
{
    RoleMayNot, OwnWork, OwnGroup, NoSeat, NotTaken, AlreadyTaken, AlreadyInspected, NothingToSettle, MarkUnknown, MarkTwice, TimesUnclear, CommentMissing, MessageUnknown, NoteMissing, TooLong, NotYours, NotTold,
    AnswerOver, AlreadyAnswered, NeedsReason, NothingObjected, Marked, StillToAnswer, AlreadyStands, AlreadyVoid, NobodyNamed, ItemUnknown, NotInvited, AlreadyOpened, NotOpened, MarksMissing, NameMissing, RecordingUnclear,
    Unmarked, NotNext, RecordingTold, DuePast, NotInspector, ItemUnseen,
}

/// <summary>Who commands. Inspects: whether they may mark it at all; Decides: whether they may decide about an objection; Assigns: whether they may give it to others and void it.</summary>
public sealed record InspectionActor(string Name, string? Group, bool Inspects, bool Decides, bool Assigns);

public sealed record InspectionAct(InspectionEvent What, InspectionActor By)
{
    public InspectionActor? To { get; init; }
    public IReadOnlyList<CriterionMark> Marks { get; init; } = [];
    public string Words { get; init; } = "";
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct InspectionStep(InspectionHappening? Happens, InspectionRefusal? Refused)
{
    public static implicit operator InspectionStep(InspectionRefusal refused) => new(null, refused);
    public static implicit operator InspectionStep(InspectionHappening happens) => new(happens, null);
}

/// <summary>
/// Taken, inspected, by a share of them a second time without sight of the first; where the two differ a third settles it. Then the agent may acknowledge it or object within the days given;
/// an objection is decided by somebody who marked it in no turn. What nobody objected to in time stands. A group's own check ends with what the leader says to the agent.
/// </summary>
public static class InspectionCycle
{
    public const int MostWords = 500, MostTimes = 99;

    public static InspectionStep Decide(InspectionState state, InspectionForm form, InspectionAct act, int appealDays, Instant now, DateOnly today)
    {
        if (state.IsVoid) return InspectionRefusal.AlreadyVoid;
        if (act.Words.Length > MostWords) return InspectionRefusal.TooLong;
        if (Refusal(state, form, act, today) is { } refused) return refused;
        var marks = act.What is InspectionEvent.Inspected or InspectionEvent.Settled or InspectionEvent.Changed ? (CriterionMark[])[.. act.Marks.Where(m => m.Says)] : null;
        // The log tells why something is void or given to whom; what people say of each other's work it does not.
        var logged = act.What == InspectionEvent.Voided || act.What == InspectionEvent.Taken && act.To is not null;
        var happens = new InspectionHappening(act.What, act.By.Name, now, logged ? act.Words.Trim() : "")
        {
            To = act.What is InspectionEvent.Taken or InspectionEvent.Released ? (act.To ?? act.By).Name : null, Marks = marks, Words = !logged && act.Words.Trim() is { Length: > 0 } words ? words : null,
        };
        return state.IsReady || !state.After(happens).IsReady || state.Kind == InspectionKind.Own ? happens : happens with { AnswerBy = today.AddDays(appealDays) };
    }

    private static InspectionRefusal? Refusal(InspectionState state, InspectionForm form, InspectionAct act, DateOnly today) => act.What switch
    {
        InspectionEvent.Taken => Taken(state, act),
        InspectionEvent.Released => !state.WaitsFor((act.To ?? act.By).Name) ? InspectionRefusal.NotTaken : act.To is not null && act.To.Name != act.By.Name && !act.By.Assigns ? InspectionRefusal.RoleMayNot : null,
        InspectionEvent.Inspected => state.IsInspectedBy(act.By.Name) ? InspectionRefusal.AlreadyInspected : !state.WaitsFor(act.By.Name) ? InspectionRefusal.NotTaken : ByNobodyNear(state, act.By)
            ?? MarkRules.Fault(form, act.Marks) ?? (state.Kind == InspectionKind.Own && string.IsNullOrWhiteSpace(act.Words) ? InspectionRefusal.NoteMissing : null),
        InspectionEvent.Settled => state.Stage != InspectionStage.ToSettle ? InspectionRefusal.NothingToSettle : ByNobodyNear(state, act.By)
            ?? (state.IsMarkedBy(act.By.Name) ? InspectionRefusal.Marked : MarkRules.Fault(form, act.Marks)),
        InspectionEvent.Acknowledged or InspectionEvent.Objected => Answered(state, act, today),
        InspectionEvent.Upheld or InspectionEvent.Changed => Decided(state, form, act),
        InspectionEvent.Stood => state.Stage switch { InspectionStage.Told => today <= state.AnswerBy ? InspectionRefusal.StillToAnswer : null, InspectionStage.Stands => InspectionRefusal.AlreadyStands, _ => InspectionRefusal.NotTold },
        InspectionEvent.Voided => act.By.Name == state.Agent ? InspectionRefusal.OwnWork : !act.By.Assigns ? InspectionRefusal.RoleMayNot : string.IsNullOrWhiteSpace(act.Words) ? InspectionRefusal.NeedsReason : null,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>Given to somebody with a reason by who assigns, or taken by oneself; which one is taken the queue says.</summary>
    private static InspectionRefusal? Taken(InspectionState state, InspectionAct act)
    {
        var to = act.To ?? act.By;
        if (act.To is not null && !act.By.Assigns) return InspectionRefusal.RoleMayNot;
        if (act.To is not null && string.IsNullOrWhiteSpace(act.Words)) return InspectionRefusal.NeedsReason;
        return ByNobodyNear(state, to) ?? (state.Takers.Contains(to.Name, StringComparer.Ordinal) ? InspectionRefusal.AlreadyTaken : !state.HasSeat ? InspectionRefusal.NoSeat : null);
    }

    /// <summary>Nobody inspects themselves; and for the company nobody their own group.</summary>
    private static InspectionRefusal? ByNobodyNear(InspectionState state, InspectionActor by) => by.Name == state.Agent ? InspectionRefusal.OwnWork
        : !by.Inspects ? InspectionRefusal.RoleMayNot
        : state.Kind == InspectionKind.Company && by.Group is { } group && group == state.Drawn.Group ? InspectionRefusal.OwnGroup : null;

    private static InspectionRefusal? Answered(InspectionState state, InspectionAct act, DateOnly today) => act.By.Name != state.Agent ? InspectionRefusal.NotYours
        : state.Kind == InspectionKind.Own || !state.IsReady ? InspectionRefusal.NotTold
        : state.Answer is not null ? InspectionRefusal.AlreadyAnswered
        : state.Stage == InspectionStage.Stands ? InspectionRefusal.AlreadyStands
        : today > state.AnswerBy ? InspectionRefusal.AnswerOver
        : act.What == InspectionEvent.Objected && string.IsNullOrWhiteSpace(act.Words) ? InspectionRefusal.NeedsReason : null;

    private static InspectionRefusal? Decided(InspectionState state, InspectionForm form, InspectionAct act) => act.By.Name == state.Agent ? InspectionRefusal.OwnWork
        : !act.By.Decides ? InspectionRefusal.RoleMayNot
        : state.Stage != InspectionStage.Objected ? InspectionRefusal.NothingObjected
        : act.By.Group is { } group && group == state.Drawn.Group ? InspectionRefusal.OwnGroup
        : state.IsMarkedBy(act.By.Name) ? InspectionRefusal.Marked
        : string.IsNullOrWhiteSpace(act.Words) ? InspectionRefusal.NeedsReason
        : act.What == InspectionEvent.Changed ? MarkRules.Fault(form, act.Marks) : null;
}

/// <summary>What marks must be: of the form, each criterion once and none left out, and no fault without a word of what it was.</summary>
public static class MarkRules
{
    private const int MostMessage = 120;

    public static InspectionRefusal? Fault(InspectionForm form, IReadOnlyList<CriterionMark> marks)
    {
        if (marks.Select(m => m.Criterion).Distinct(StringComparer.Ordinal).Count() < marks.Count) return InspectionRefusal.MarkTwice;
        return marks.Select(m => Fault(form.Find(m.Criterion), m)).FirstOrDefault(f => f is not null) ?? (form.Unmarked(marks).Count > 0 ? InspectionRefusal.Unmarked : null);
    }

    private static InspectionRefusal? Fault(Criterion? criterion, CriterionMark mark) => criterion is null || !Enum.IsDefined(mark.Verdict) ? InspectionRefusal.MarkUnknown
        : mark.Times is < 1 or > InspectionCycle.MostTimes ? InspectionRefusal.TimesUnclear
        : mark.Comment?.Length > InspectionCycle.MostWords || mark.Message?.Length > MostMessage ? InspectionRefusal.TooLong
        : mark.Verdict == Verdict.Found && criterion.Severity != Severity.Praise && string.IsNullOrWhiteSpace(mark.Comment) ? InspectionRefusal.CommentMissing : null;
}
