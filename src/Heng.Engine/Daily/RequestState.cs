using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>The two who approve (两人批准): the group's leader and its supervisor. Stored by number.</summary>
public enum Office : byte { Leader, Supervisor }

/// <summary>What happens to a request for a swap or for leave. Stored by number: append, never renumber.</summary>
public enum RequestEvent : byte { Asked, Agreed, Declined, Approved, Refused, Withdrawn }

/// <summary>Where a request stands: waits for the colleague, for those who approve, or is over.</summary>
public enum RequestStage { WithColleague, ToApprove, Granted, Declined, Refused, Withdrawn }

/// <summary>
/// A swap (换班): the asker gives Day to With and takes ForDay of theirs, the same day for an exchange of shifts, none where the day is given away.
/// Before is what the roster said of both on the days when it was asked for.
/// </summary>
public sealed record SwapAsk(DateOnly Day, string With, DateOnly? ForDay, IReadOnlyList<string> Before);

/// <summary>Leave that is asked for: wall-clock times of the shop, To not included.</summary>
public sealed record LeaveAsk(string Kind, Instant From, Instant To, decimal Amount, LeaveUnit Unit);

/// <summary>One step of a request. The first one says what is asked for.</summary>
public sealed record RequestHappening(RequestEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public Office? Office { get; init; }
    public SwapAsk? Swap { get; init; }
    public LeaveAsk? Leave { get; init; }
}

/// <summary>A request (换班申请、请假申请) as its steps make it.</summary>
public sealed record RequestState(IReadOnlyList<RequestHappening> Happened)
{
    public string Asker => Happened[0].Who;
    public SwapAsk? Swap => Happened[0].Swap;
    public LeaveAsk? Leave => Happened[0].Leave;

    public IEnumerable<RequestHappening> Approvals => Happened.Where(h => h.What == RequestEvent.Approved);

    /// <summary>Those whose approval is still waited for.</summary>
    public IReadOnlyList<Office> Waiting => [.. new[] { Office.Leader, Office.Supervisor }.Where(o => Approvals.All(a => a.Office != o))];

    public RequestStage Stage => Happened[^1].What switch
    {
        RequestEvent.Declined => RequestStage.Declined,
        RequestEvent.Refused => RequestStage.Refused,
        RequestEvent.Withdrawn => RequestStage.Withdrawn,
        RequestEvent.Asked when Swap is not null => RequestStage.WithColleague,
        _ => Waiting.Count == 0 ? RequestStage.Granted : RequestStage.ToApprove,
    };

    public bool IsOpen => Stage is RequestStage.WithColleague or RequestStage.ToApprove;

    public RequestState After(RequestHappening happens) => new([.. Happened, happens]);
}
