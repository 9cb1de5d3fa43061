using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>What happens to a case (工单). Stored by number: append, never renumber.</summary>
public enum CaseEvent : byte { Opened, Taken, Passed, Noted, Solved, Told, Reopened }

/// <summary>Where a case stands: open, solved while the buyer has still to be told, or told, which closes it.</summary>
public enum CaseStage { Open, Untold, Closed }

/// <summary>One step of a case. To is the person who has it from then on, Department where it was passed on to; the note is Why. Opened and taken tell which case it is.</summary>
public sealed record CaseHappening(CaseEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Shop { get; init; }
    public string? Case { get; init; }
    public string? To { get; init; }
    public string? Department { get; init; }
    public string? Reception { get; init; }
    public Instant? DueAt { get; init; }
}

public enum CaseRefusal { NotYours, NothingWritten, TextTooLong, UnknownPerson, SameOwner, NeedsReceiver, DueInPast, AlreadySolved, NotSolved, AlreadyTold, AlreadyOpen, TooFarAhead }

/// <summary>Who acts: whether they see to it that the case goes on, as its holder, who opened it, or who answers for the group.</summary>
public sealed record CaseActor(string Name, bool MayAct);

/// <summary>One step. Note is what is said with it.</summary>
public sealed record CaseCommand(CaseActor By, CaseEvent Act, string Note)
{
    public string? To { get; init; }
    public string? Department { get; init; }
    public Instant? DueAt { get; init; }
}

/// <summary>What happens and the case as it is then, or the refusal.</summary>
public readonly record struct CaseStep(CaseHappening? Happens, Case? Becomes, CaseRefusal? Refused)
{
    public static implicit operator CaseStep(CaseRefusal refused) => new(null, null, refused);
}

/// <summary>
/// A case is passed on to a person or a department, followed, solved, and closed only once the buyer was told. Whoever passes it to a department keeps it: a department answers no buyer.
/// </summary>
public static class CaseCourse
{
    public const int LongestNote = 500, LongestDepartment = 60;

    public static CaseStage StageOf(Case of) => of.ToldAt is not null ? CaseStage.Closed : of.SolvedAt is not null ? CaseStage.Untold : CaseStage.Open;

    /// <summary>Due and not solved: exactly at the instant it is in time still.</summary>
    public static bool IsLate(Case of, Instant now) => of is { SolvedAt: null, ToldAt: null, DueAt: { } due } && due < now;

    /// <param name="isPerson">Whether somebody of that name is employed.</param>
    public static CaseStep Decide(Case of, CaseCommand command, Instant now, Func<string, bool> isPerson)
    {
        if (!command.By.MayAct) return CaseRefusal.NotYours;
        if (command.Note.Length > LongestNote || command.Department?.Length > LongestDepartment) return CaseRefusal.TextTooLong;
        var stage = StageOf(of);
        return command.Act switch
        {
            CaseEvent.Passed => Passed(of, stage, command, now, isPerson),
            CaseEvent.Noted when command.Note.Length == 0 && command.DueAt is null => CaseRefusal.NothingWritten,
            CaseEvent.Noted when stage == CaseStage.Closed => CaseRefusal.AlreadyTold,
            CaseEvent.Noted when Untimely(command.DueAt, now) is { } untimely => untimely,
            CaseEvent.Noted => Becomes(of with { DueAt = command.DueAt ?? of.DueAt }, command, now),
            CaseEvent.Solved when stage != CaseStage.Open => CaseRefusal.AlreadySolved,
            CaseEvent.Solved when command.Note.Length == 0 => CaseRefusal.NothingWritten,
            CaseEvent.Solved => Becomes(of with { SolvedAt = now }, command, now),
            CaseEvent.Told when stage == CaseStage.Open => CaseRefusal.NotSolved,
            CaseEvent.Told when stage == CaseStage.Closed => CaseRefusal.AlreadyTold,
            CaseEvent.Told => Becomes(of with { ToldAt = now }, command, now),
            CaseEvent.Reopened when stage == CaseStage.Open => CaseRefusal.AlreadyOpen,
            CaseEvent.Reopened when command.Note.Length == 0 => CaseRefusal.NothingWritten,
            CaseEvent.Reopened => Becomes(of with { SolvedAt = null, ToldAt = null }, command, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
    }

    /// <summary>Why a case may not be opened so; null where it may.</summary>
    public static CaseRefusal? MayOpen(string note, Instant? dueAt, Instant now) =>
        note.Length == 0 ? CaseRefusal.NothingWritten : note.Length > LongestNote ? CaseRefusal.TextTooLong : Untimely(dueAt, now);

    private static CaseRefusal? Untimely(Instant? dueAt, Instant now) => dueAt is not { } due ? null : due <= now ? CaseRefusal.DueInPast : FarAhead.Is(due, now) ? CaseRefusal.TooFarAhead : null;

    private static CaseStep Passed(Case of, CaseStage stage, CaseCommand command, Instant now, Func<string, bool> isPerson)
    {
        if (stage == CaseStage.Closed) return CaseRefusal.AlreadyTold;
        if (command.Note.Length == 0) return CaseRefusal.NothingWritten;
        if (command.To is null && command.Department is null) return CaseRefusal.NeedsReceiver;
        if (command.To is { } to && !isPerson(to)) return CaseRefusal.UnknownPerson;
        if (command.To == of.Holder && command.Department is null) return CaseRefusal.SameOwner;
        return Untimely(command.DueAt, now) is { } untimely ? untimely : Becomes(of with { Owner = command.To ?? of.Holder, DueAt = command.DueAt ?? of.DueAt }, command, now);
    }

    private static CaseStep Becomes(Case becomes, CaseCommand command, Instant now) => new(
        new(command.Act, command.By.Name, now, command.Note) { To = command.To, Department = command.Department, DueAt = command.DueAt },
        becomes with { Registered = true, Remark = becomes.Remark is { Length: > 0 } remark ? remark : command.Note.Length > 0 ? command.Note : null }, null);
}
