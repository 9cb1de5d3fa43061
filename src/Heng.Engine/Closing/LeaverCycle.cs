using Heng.Engine.Records;

namespace Heng.Engine.Closing;

/// <summary>What can be done in the run of somebody who left.</summary>
public enum LeaverAct { Prepare, Approve, Pay }

/// <summary>Why a step of it is not allowed now. Worded at the edge in both languages.</summary>
public enum LeaverRefusal
{
    NeedsNamedPerson, RoleMayNot, OwnPay, MonthSealed, NotLeaving, NotLeftYet, NotPaid, SamePerson, NotPrepared, ResultsMoved, AlreadyApproved, NotApproved, AlreadyPaid,
}

/// <summary>What is known when a step is asked for. Own is pay of the one who asks.</summary>
/// <param name="LeftAt">The end of their last day; null for who does not leave in the month.</param>
/// <param name="ResultsHash">Of the payslip as the records make it now; null where no scheme pays them.</param>
public sealed record LeaverSituation(Instant AsOf, Instant? LeftAt, bool MonthSealed, bool Own, string? ResultsHash);

/// <summary>The state after the step and what happened, or the refusal.</summary>
public readonly record struct LeaverStep(MonthState? Next, LeaverRefusal? Refused, MonthEvent? Event)
{
    public static implicit operator LeaverStep(LeaverRefusal refused) => new(null, refused, null);
}

/// <summary>
/// The pay run of one person who left in mid-month (离职单独发薪), before the month has ended: one drafts it, another approves exactly what was drafted, and from there on the payslip
/// is sealed. Nobody does any of it for themselves. What the month's end makes known is no part of it: it follows as a difference.
/// </summary>
public static class LeaverCycle
{
    public static LeaverStep Decide(MonthState state, LeaverAct act, string? person, bool mayDo, LeaverSituation now) => act switch
    {
        _ when person is null => LeaverRefusal.NeedsNamedPerson,
        _ when !mayDo => LeaverRefusal.RoleMayNot,
        _ when now.Own => LeaverRefusal.OwnPay,
        LeaverAct.Pay => state.Paid ? LeaverRefusal.AlreadyPaid : state.Sealed ? Done(state, MonthEvent.Paid, person, now) : now.MonthSealed ? LeaverRefusal.MonthSealed : LeaverRefusal.NotApproved,
        _ when state.Sealed => LeaverRefusal.AlreadyApproved,
        _ when now.MonthSealed => LeaverRefusal.MonthSealed,
        _ when now.LeftAt is null => LeaverRefusal.NotLeaving,
        _ when now.AsOf < now.LeftAt.Value => LeaverRefusal.NotLeftYet,
        _ when now.ResultsHash is null => LeaverRefusal.NotPaid,
        LeaverAct.Prepare => state.PreparedBy == person && state.PreparedHash == now.ResultsHash ? LeaverRefusal.SamePerson : Done(state, MonthEvent.Prepared, person, now),
        _ when state.Stage == MonthStage.Open => LeaverRefusal.NotPrepared,
        _ when state.PreparedBy == person => LeaverRefusal.SamePerson,
        _ when state.PreparedHash != now.ResultsHash => LeaverRefusal.ResultsMoved,
        _ => Done(state, MonthEvent.Approved, person, now),
    };

    private static LeaverStep Done(MonthState state, MonthEvent what, string person, LeaverSituation now) => new(state.After(what, person, now.ResultsHash ?? ""), null, what);

    /// <summary>The last day of somebody who leaves in the month; null for who stays, left before it, or goes on the next day in another position.</summary>
    /// <param name="history">All stretches of one person.</param>
    public static DateOnly? LastDayIn(Month month, IReadOnlyList<Employment> history)
    {
        Employment[] begun = [.. history.Where(e => e.From <= month.Last)];
        if (begun.Length == 0 || begun.Any(e => e.To is null)) return null;
        var last = begun.Max(e => e.To!.Value);
        return month.Holds(last) && history.All(e => e.From != last.AddDays(1)) ? last : null;
    }
}
