using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>What happens to a warning. Stored by number: append, never renumber.</summary>
public enum WarningEvent : byte { Raised, Again, Taken, Commented, Solved, Ended, Escalated, Merged }

public enum WarningStage { Open, Taken, Solved, Ended, Merged }

/// <summary>Why a command is not allowed. Worded at the edge in both languages.</summary>
public enum WarningRefusal { RoleMayNot, AlreadyTaken, AlreadyOver, NeedsNote, TextTooLong }

/// <summary>Who commands. Handles: whether it is theirs to take; Concerned: whether it is about them.</summary>
public sealed record WarningActor(string Name, bool Handles, bool Concerned)
{
    /// <summary>Whether they may say something of what is another's to solve.</summary>
    public bool Speaks { get; init; }
}

/// <summary>A step. What was raised stands in the first; how many it stands for is as of each. Notes stay out of Why, which the chain of decisions shows.</summary>
public sealed record WarningHappening(WarningEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public Raised? Raised { get; init; }
    public int? Count { get; init; }
    /// <summary>Whose turn it is after it went on: 1 the supervisor's, 2 the manager's.</summary>
    public int? Level { get; init; }
    public string? Note { get; init; }
    public string? Into { get; init; }
    /// <summary>Ended though it holds: limits or quiet hours no longer ask for it.</summary>
    public bool ByLimits { get; init; }
    /// <summary>What had come of it by then.</summary>
    public decimal? Figure { get; init; }
    public IReadOnlyList<WarnedPart> Parts { get; init; } = [];
}

/// <summary>What happens, or the refusal.</summary>
public readonly record struct WarningStep(WarningHappening? Happens, WarningRefusal? Refused)
{
    public static implicit operator WarningStep(WarningRefusal refused) => new(null, refused);
    public static implicit operator WarningStep(WarningHappening happens) => new(happens, null);
}

/// <summary>A warning as its steps leave it.</summary>
public sealed record WarningState(IReadOnlyList<WarningHappening> Happened)
{
    public Raised Raised => Happened[0].Raised!;
    public Instant At => Happened[0].At;
    public int Count => Happened.Last(h => h.Count is not null || h.Raised is not null) is { Count: { } count } ? count : Raised.Count;
    /// <summary>What it stands for, as far as it is kept.</summary>
    public Raised Kept => Raised with
    {
        Count = Count, Figure = Happened.LastOrDefault(h => h.Figure is not null)?.Figure ?? Raised.Figure, Parts = Happened.LastOrDefault(h => h.Parts.Count > 0)?.Parts ?? Raised.Parts,
    };
    public Instant Last => Happened.Last(h => h.What is WarningEvent.Raised or WarningEvent.Again).At;
    /// <summary>Since when it waits for whose turn it is.</summary>
    public Instant Asked => Happened.LastOrDefault(h => h.What == WarningEvent.Escalated)?.At ?? At;
    public int Level => Happened.Max(h => h.Level ?? 0);
    public WarningHappening? Take => Happened.FirstOrDefault(h => h.What == WarningEvent.Taken);
    /// <summary>How it ended: solved by somebody, by itself, or as a part of the group's.</summary>
    public WarningHappening? Over => Happened.FirstOrDefault(h => h.What is WarningEvent.Solved or WarningEvent.Ended or WarningEvent.Merged);

    public WarningStage Stage => Over?.What switch
    {
        WarningEvent.Solved => WarningStage.Solved, WarningEvent.Ended => WarningStage.Ended, WarningEvent.Merged => WarningStage.Merged, _ => Take is null ? WarningStage.Open : WarningStage.Taken,
    };

    public long? SecondsToTake => Take?.At.SecondsSince(At);
    public long? SecondsToSolve => Over is { What: WarningEvent.Solved } solved ? solved.At.SecondsSince(At) : null;
}

/// <summary>
/// Raised, taken by somebody, solved with a note; or it ends by itself, and says so. Untaken it goes on: from the leader to the supervisor, then the manager, and nobody's office is passed over. Who
/// solves what nobody took has taken it with that.
/// </summary>
public static class WarningCourse
{
    public const int LongestNote = 500, Highest = 2;

    public static WarningHappening Raise(Raised of, Instant at) => new(WarningEvent.Raised, "", at) { Raised = of };

    public static WarningStep Take(WarningState state, WarningActor by, Instant at) =>
        Barred(state, by) is { } barred ? barred : state.Take is not null ? WarningRefusal.AlreadyTaken : new WarningHappening(WarningEvent.Taken, by.Name, at);

    /// <summary>Whom it is about may say something too.</summary>
    public static WarningStep Comment(WarningState state, WarningActor by, string? note, Instant at) =>
        !by.Handles && !by.Concerned && !by.Speaks ? WarningRefusal.RoleMayNot : Noted(note) is { } wrong ? wrong : new WarningHappening(WarningEvent.Commented, by.Name, at) { Note = note };

    public static WarningStep Solve(WarningState state, WarningActor by, string? note, Instant at) =>
        Barred(state, by) is { } barred ? barred : Noted(note) is { } wrong ? wrong : new WarningHappening(WarningEvent.Solved, by.Name, at) { Note = note };

    /// <summary>Whose turn it is at a level: of the offices that somebody holds the next one's; null where it is nobody's.</summary>
    public static int? TurnOf(int level, IEnumerable<int> held) => held.Where(h => h >= level).Select(h => (int?)h).Min();

    /// <summary>Null where it is not its time, and where nobody is above who has it.</summary>
    /// <param name="held">The offices that somebody holds who is not asked already: 0 the leader's, 1 the supervisor's, 2 the manager's.</param>
    public static WarningHappening? Escalate(WarningState state, WarningRules rules, Instant at, Func<IReadOnlyList<int>> held)
    {
        if (state.Stage != WarningStage.Open || state.Level >= Highest || at.SecondsSince(state.Asked) < rules.EscalateSeconds) return null;
        return TurnOf(state.Level, held()) is { } has && TurnOf(has + 1, held()) is { } next ? new WarningHappening(WarningEvent.Escalated, "", at) { Level = next } : null;
    }

    /// <summary>What became of what was raised; null where it is over already, or, to become part of the group's, somebody has it.</summary>
    public static WarningHappening? Tell(WarningState state, WarningNews news) => news.What switch
    {
        _ when state.Over is not null => null,
        NewsKind.Again => new(WarningEvent.Again, "", news.At) { Count = news.Of.Count, Figure = news.Of.Figure, Parts = news.Of.Parts },
        NewsKind.Ended => new(WarningEvent.Ended, "", news.At) { Count = news.Of.Count, Figure = news.Of.Figure, Parts = news.Of.Parts, ByLimits = news.ByLimits },
        NewsKind.Merged when state.Take is null => new(WarningEvent.Merged, "", news.At) { Count = news.Of.Count, Into = news.Into },
        _ => null,
    };

    /// <summary>Nobody takes away what is about themself.</summary>
    private static WarningRefusal? Barred(WarningState state, WarningActor by) =>
        !by.Handles || by.Concerned ? WarningRefusal.RoleMayNot : state.Over is not null ? WarningRefusal.AlreadyOver : null;

    private static WarningRefusal? Noted(string? note) => string.IsNullOrWhiteSpace(note) ? WarningRefusal.NeedsNote : note.Length > LongestNote ? WarningRefusal.TextTooLong : null;
}
