using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>Which clause decided an event of an order (判定依据). Stored by number: append, never renumber.</summary>
public enum Clause { InsideSession, LastBefore, Silent, NoBuyer, NotYet, Corrected }

/// <summary>Why the runner-up lost; by a correction, who would have had it without. Stored by number: append, never renumber.</summary>
public enum WhyLost { EndedEarlier, FewerRounds, NotInside, EndedLongerAgo, EqualSoByKey, Corrected }

/// <summary>Who an event (created or paid) of an order goes to, and why. Agent null is nobody.</summary>
public sealed record Landing(Instant? At, int? Agent, long? Session, Clause Clause, int? RunnerUp, WhyLost? Why)
{
    /// <summary>The business day of that session, and so of the reception that holds the event.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>Where an order stands under one judgement rule; each order is in exactly one.</summary>
public enum Bucket { Agent, Silent, Flagged, Late, Unpaid }

/// <summary>An order's place under one rule: the bucket, and the agent where it is <see cref="Bucket.Agent"/>.</summary>
public readonly record struct Credit(Bucket Bucket, int? Agent);

/// <summary>
/// One order's credit (归属), with its reasons. Credits are indexed by <see cref="Judgement"/>. Its refunds are rows of their own, <see cref="RefundRow"/>.
/// </summary>
public sealed record LedgerRow(
    Order Order, int? Buyer, DateOnly CreatedDay, DateOnly? PaidDay, Landing Created, Landing Paid, IReadOnlyList<Credit> Credits,
    IReadOnlyList<int> AssistedOrder, IReadOnlyList<int> AssistedPayment, IReadOnlyList<int> AssistedFollow)
{
    /// <summary>Who wrote to the buyer after the order was placed and while it was unpaid, within the payment window (催付).</summary>
    public IReadOnlyList<int> Urged { get; init; } = [];
    public Credit Under(Judgement rule) => Credits[(int)rule];

    /// <summary>The event that decides under a rule: order-first asks for the payment only where nobody served when it was placed and somebody when it was paid.</summary>
    public Landing Deciding(Judgement rule) =>
        rule == Judgement.Payment || rule == Judgement.OrderFirst && Created.Agent is null && Paid.Agent is not null ? Paid : Created;
}

/// <summary>What one order, rating, review or reception's funnel adds to one agent's day. Agent <see cref="AgentDay.Unbound"/> where it is nobody's.</summary>
public sealed record Contribution(Explanation.FactKind Kind, string Fact, int Agent, DateOnly Day, Measures Measures, Explanation.ValueState State);
