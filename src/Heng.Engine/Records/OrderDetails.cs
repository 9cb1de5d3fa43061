namespace Heng.Engine.Records;

// What stands beside an order list, a record a row. Null is "not said", never no and never 0.

/// <summary>Where a refund stands. Stored by number.</summary>
public enum RefundState : byte { InProgress, Succeeded, Closed }

/// <summary>What comes back: money alone (仅退款), the goods too (退货), or other goods for them (换货). Stored by number.</summary>
public enum RefundKind : byte { MoneyOnly, Return, Exchange }

/// <summary>
/// An item of an order (宝贝明细), a sub-order a row. Natural key: order and sub-order; the older export has no sub-orders, so there title, code and properties tell
/// items apart. <paramref name="Received"/> is what the buyer paid for it.
/// </summary>
public sealed record OrderItem(
    string Shop, string OrderId, string Id, string? Title, string? Code, string? Properties, decimal? Price, int? Pieces, decimal? Received, string? Status,
    RefundState? Refunded, decimal? Refund);

/// <summary>
/// A refund (退款单). Natural key: order and refund. <paramref name="Status"/> is the platform's own word. <paramref name="Whole"/> is 全部退款, of the item it is about;
/// <paramref name="AfterSale"/> is 售后, no is 售中. Who reviewed and who paid it are accounts.
/// </summary>
public sealed record Refund(
    string Shop, string OrderId, string Id, decimal Amount, RefundState State, string Status, RefundKind Kind, bool? Whole, bool? AfterSale,
    Instant? AppliedAt, Instant? FinishedAt, string? Title, string? Code, string? Reviewer, string? Operator)
{
    /// <summary>Only a refund that came through counts, on the day it was finished.</summary>
    public bool Counts => State == RefundState.Succeeded && FinishedAt is not null;
}
