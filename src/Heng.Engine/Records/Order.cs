namespace Heng.Engine.Records;

/// <summary>
/// An order (订单) as its platform lists it. <paramref name="Amount"/> is 总金额: gross, postage included; yuan.
/// Paid means a pay time. <paramref name="Refund"/> is 退款金额 of the list: undated until a refund record comes.
/// Null is "not in this file", never zero. An order without a buyer can only be silent (静默).
/// A pre-sale (预售) is paid when its balance (尾款) is.
/// </summary>
public sealed record Order(
    string Shop, string Id, string? Buyer, decimal Amount, decimal? Postage, Instant Created, Instant? PaidAt,
    decimal? Received, decimal? Refund, int? Pieces, int? Kinds, string? Status, string? Flag, string? Remark)
{
    /// <summary>When the deposit (定金) of a pre-sale was paid; it pays no order.</summary>
    public Instant? DepositAt { get; init; }
}
