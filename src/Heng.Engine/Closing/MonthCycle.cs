using Heng.Engine.Records;

namespace Heng.Engine.Closing;

/// <summary>
/// How far a month's pay run (发薪流程) has come: nobody has begun; its cards are published; one person has drafted the run; somebody else has checked it; it is approved,
/// and from there on sealed; it is paid; it is closed for good.
/// </summary>
public enum MonthStage { Open, Published, Prepared, Checked, Approved, Paid, Closed }

/// <summary>Why a command is not allowed now. Worded at the edge in both languages.</summary>
public enum MonthRefusal
{
    NeedsNamedPerson, RoleMayNot, MonthNotOver, NothingMeasured, AlreadyClosed, SamePerson, NotMatured, NotPrepared, ResultsMoved, LedgerUnbalanced, AlreadyPublished, AlreadyApproved, AlreadyPaid, NotApproved,
}

/// <summary>One thing that happened in a run, as it is kept among the decisions.</summary>
public enum MonthEvent { CardsPublished, Prepared, Checked, Approved, Paid, Closed }

/// <summary>The month's record so far. <paramref name="PreparedHash"/> is the hash of the results the preparer saw.</summary>
public sealed record MonthState(MonthStage Stage, string? PreparedBy, string? PreparedHash)
{
    public static readonly MonthState Open = new(MonthStage.Open, null, null);

    /// <summary>The hash of the cards that were published last; null where none were.</summary>
    public string? CardsHash { get; init; }
    public bool Paid { get; init; }

    /// <summary>From its approval on a month is sealed: what comes later is a difference, not another result.</summary>
    public bool Sealed => Stage >= MonthStage.Approved;

    /// <summary>What the run is once this has happened too.</summary>
    public MonthState After(MonthEvent what, string who, string hash) => what switch
    {
        MonthEvent.CardsPublished => this with { CardsHash = hash, Stage = Stage == MonthStage.Open ? MonthStage.Published : Stage },
        MonthEvent.Prepared => this with { Stage = MonthStage.Prepared, PreparedBy = who, PreparedHash = hash },
        MonthEvent.Checked => this with { Stage = MonthStage.Checked },
        MonthEvent.Approved => this with { Stage = MonthStage.Approved },
        MonthEvent.Paid => this with { Paid = true, Stage = Stage == MonthStage.Closed ? MonthStage.Closed : MonthStage.Paid },
        MonthEvent.Closed => this with { Stage = MonthStage.Closed },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}

/// <summary>What is known about the month when a command arrives.</summary>
public sealed record MonthSituation(Instant AsOf, Instant MonthEnds, Instant MaturesAt, int PeopleMeasured, string ResultsHash)
{
    /// <summary>Under each rule the ledger's agents and buckets add up to what the shops were paid, and to what they paid back.</summary>
    public bool LedgerBalances { get; init; } = true;
    /// <summary>The hash of the cards alone.</summary>
    public string CardsHash { get; init; } = "";
}

/// <summary>A person's command; <paramref name="Person"/> is null where nobody is named.</summary>
public abstract record MonthCommand(string? Person, bool MayDo);
public sealed record PublishCards(string? Person, bool MayDo) : MonthCommand(Person, MayDo);
public sealed record PrepareMonth(string? Person, bool MayDo) : MonthCommand(Person, MayDo);
public sealed record CheckMonth(string? Person, bool MayDo) : MonthCommand(Person, MayDo);
/// <summary>Approving before maturity must be asked for: what moves later becomes a difference in the next month.</summary>
public sealed record ApproveMonth(string? Person, bool MayDo, bool Provisionally) : MonthCommand(Person, MayDo);
public sealed record PayMonth(string? Person, bool MayDo) : MonthCommand(Person, MayDo);
/// <summary>Closes what was approved; of what is only drafted or checked it is the approval too.</summary>
public sealed record CloseMonth(string? Person, bool MayDo, bool Provisionally) : MonthCommand(Person, MayDo);

/// <summary>What happens, in order, or the refusal: one of the two is set.</summary>
public readonly record struct MonthStep(MonthState? Next, MonthRefusal? Refused, IReadOnlyList<MonthEvent> Events)
{
    public static implicit operator MonthStep(MonthRefusal refused) => new(null, refused, []);
}

/// <summary>
/// A month's pay run takes two people: one drafts, another approves exactly what was drafted; who checks in between is not who drafted. It is drafted anew as often as its
/// results move, until it is approved. Results that moved since are refused, so that nobody approves numbers that were not seen. An approved month never changes.
/// </summary>
public static class MonthCycle
{
    public static MonthStep Decide(MonthState state, MonthCommand command, MonthSituation now) => command switch
    {
        { Person: null } => MonthRefusal.NeedsNamedPerson,
        { MayDo: false } => MonthRefusal.RoleMayNot,
        PayMonth => Pay(state, command, now),
        CloseMonth when state.Stage is MonthStage.Approved or MonthStage.Paid => state.PreparedBy == command.Person ? MonthRefusal.SamePerson : Done(state, command, now, MonthEvent.Closed),
        _ when state.Stage == MonthStage.Closed => MonthRefusal.AlreadyClosed,
        _ when state.Sealed => MonthRefusal.AlreadyApproved,
        _ when now.AsOf < now.MonthEnds => MonthRefusal.MonthNotOver,
        _ when now.PeopleMeasured == 0 => MonthRefusal.NothingMeasured,
        _ when !now.LedgerBalances => MonthRefusal.LedgerUnbalanced,
        PublishCards => state.CardsHash == now.CardsHash ? MonthRefusal.AlreadyPublished : Done(state, command, now, MonthEvent.CardsPublished),
        // The preparer who comes again with nothing changed means to close; after a change it is a new preparation.
        PrepareMonth when state.PreparedBy == command.Person && state.PreparedHash == now.ResultsHash => MonthRefusal.SamePerson,
        PrepareMonth => Done(state, command, now, MonthEvent.Prepared),
        _ when state.Stage is MonthStage.Open or MonthStage.Published => MonthRefusal.NotPrepared,
        _ when state.PreparedBy == command.Person => MonthRefusal.SamePerson,
        _ when state.PreparedHash != now.ResultsHash => MonthRefusal.ResultsMoved,
        CheckMonth => Done(state, command, now, MonthEvent.Checked),
        ApproveMonth approve => Approve(state, approve, now, approve.Provisionally, MonthEvent.Approved),
        CloseMonth close => Approve(state, close, now, close.Provisionally, MonthEvent.Approved, MonthEvent.Closed),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static MonthStep Pay(MonthState state, MonthCommand command, MonthSituation now) =>
        !state.Sealed ? MonthRefusal.NotApproved : state.Paid ? MonthRefusal.AlreadyPaid : Done(state, command, now, MonthEvent.Paid);

    private static MonthStep Approve(MonthState state, MonthCommand command, MonthSituation now, bool provisionally, params MonthEvent[] events) =>
        now.AsOf < now.MaturesAt && !provisionally ? MonthRefusal.NotMatured : Done(state, command, now, events);

    private static MonthStep Done(MonthState state, MonthCommand command, MonthSituation now, params MonthEvent[] events) =>
        new(events.Aggregate(state, (s, e) => s.After(e, command.Person!, e == MonthEvent.CardsPublished ? now.CardsHash : now.ResultsHash)), null, events);
}
