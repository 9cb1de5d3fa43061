using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// A refund as a row of the ledger. <paramref name="Day"/> is the business day on which it counts: the refund's own, or the pay day of one that the order list tells
/// without a day (<paramref name="Record"/> is null); none where it does not count. The amount is what was paid back; whoever has the order under a rule has its negative.
/// </summary>
public sealed record RefundRow(Refund? Record, decimal Amount, DateOnly? Day)
{
    public bool Counts => Day is not null;

    /// <summary>Every refund that is told of an order, those that do not count too. The order list's stands only where no record counts.</summary>
    public static IReadOnlyList<RefundRow> Of(RuleSet rules, LedgerRow row, OrderBook book)
    {
        var rows = book.Refunds(row.Order.Id)
            .Select(r => new RefundRow(r, r.Amount, r.Counts && row.PaidDay is not null ? rules.Clock.DayOf(r.FinishedAt!.Value) : null)).ToList();
        if (book.Filled(row.Order).Refund is > 0 and var undated && row.PaidDay is { } paid && !book.HasDatedRefund(row.Order.Id)) rows.Add(new(null, undated, paid));
        return rows;
    }
}
