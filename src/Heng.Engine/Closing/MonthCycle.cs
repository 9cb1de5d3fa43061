using Heng.Engine.Records;

namespace Heng.Engine.Closing;

/// <summary>Where a month's pay stands: nobody has prepared it, one person has, or a second one has closed it for good.</summary>
public enum MonthStage { Open, Prepared, Closed }

/// <summary>Why a command is not allowed now. Worded at the edge in both languages.</summary>
public enum MonthRefusal { NeedsNamedPerson, RoleMayNot, MonthNotOver, NothingMeasured, AlreadyClosed, SamePerson, NotMatured, NotPrepared, ResultsMoved, LedgerUnbalanced }

/// <summary>The month's record so far. <paramref name="PreparedHash"/> is the hash of the results the preparer saw.</summary>
public sealed record MonthState(MonthStage Stage, string? PreparedBy, string? PreparedHash)
{
    public static readonly MonthState Open = new(MonthStage.Open, null, null);
}

/// <summary>What is known about the month when a command arrives.</summary>
public sealed record MonthSituation(Instant AsOf, Instant MonthEnds, Instant MaturesAt, int PeopleMeasured, string ResultsHash)
{
    /// <summary>Under each rule the ledger's agents and buckets add up to what the shops were paid, and to what they paid back.</summary>
    public bool LedgerBalances { get; init; } = true;
}

/// <summary>A person's command; <paramref name="Person"/> is null where nobody is named.</summary>
public abstract record MonthCommand(string? Person, bool MayDo);
public sealed record PrepareMonth(string? Person, bool MayDo) : MonthCommand(Person, MayDo);
/// <summary>Closing before maturity must be asked for: what moves later becomes a difference in the next month.</summary>
public sealed record CloseMonth(string? Person, bool MayDo, bool Provisionally) : MonthCommand(Person, MayDo);

/// <summary>The next state, or the refusal. Exactly one is set.</summary>
public readonly record struct MonthStep(MonthState? Next, MonthRefusal? Refused)
{
    public static implicit operator MonthStep(MonthState next) => new(next, null);
    public static implicit operator MonthStep(MonthRefusal refused) => new(null, refused);
}

/// <summary>
/// Closing a month (结账) takes two people: one prepares, another closes exactly what was prepared.
/// Results that moved between the two are refused, so that nobody approves numbers that were not seen. A closed month never changes.
/// </summary>
public static class MonthCycle
{
    public static MonthStep Decide(MonthState state, MonthCommand command, MonthSituation now) => command switch
    {
        { Person: null } => MonthRefusal.NeedsNamedPerson,
        { MayDo: false } => MonthRefusal.RoleMayNot,
        _ when state.Stage == MonthStage.Closed => MonthRefusal.AlreadyClosed,
        _ when now.AsOf < now.MonthEnds => MonthRefusal.MonthNotOver,
        _ when now.PeopleMeasured == 0 => MonthRefusal.NothingMeasured,
        _ when !now.LedgerBalances => MonthRefusal.LedgerUnbalanced,
        // The preparer who comes again with nothing changed means to close; after a change it is a new preparation.
        PrepareMonth when state.PreparedBy == command.Person && state.PreparedHash == now.ResultsHash => MonthRefusal.SamePerson,
        PrepareMonth prepare => new MonthState(MonthStage.Prepared, prepare.Person, now.ResultsHash),
        CloseMonth close => Close(state, close, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static MonthStep Close(MonthState state, CloseMonth command, MonthSituation now) => state switch
    {
        { Stage: MonthStage.Open } => MonthRefusal.NotPrepared,
        _ when state.PreparedBy == command.Person => MonthRefusal.SamePerson,
        _ when state.PreparedHash != now.ResultsHash => MonthRefusal.ResultsMoved,
        _ when now.AsOf < now.MaturesAt && !command.Provisionally => MonthRefusal.NotMatured,
        _ => state with { Stage = MonthStage.Closed },
    };
}
