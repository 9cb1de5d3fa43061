using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// Refunds (退款) as rows of their own: taken off whoever has the order under each rule, agent or bucket, on the day the refund was finished. They stand in the place of
/// the order list's undated refund and are never added to it. One in progress takes nothing off and keeps its day provisional. An order that nobody paid has none.
/// </summary>
public static class RefundCredits
{
    public static IReadOnlyList<Contribution> Of(RuleSet rules, IReadOnlyList<LedgerRow> ledger, OrderBook book)
    {
        var found = new List<Contribution>();
        foreach (var row in ledger)
            if (row.PaidDay is not null) AddOf(rules, row, book, found);
        return found;
    }

    private static void AddOf(RuleSet rules, LedgerRow row, OrderBook book, List<Contribution> found)
    {
        var order = book.Filled(row.Order);
        var counted = book.Refunds(order.Id).Where(r => r.Counts).ToList();
        var (sum, left, whole, returned) = (0m, order.Pieces ?? 0, false, false);
        foreach (var refund in counted)
        {
            sum += refund.Amount;
            var all = IsWhole(order, sum, last: refund == counted[^1]);
            var pieces = all ? left : Math.Min(left, book.PiecesOf(refund, order));
            all |= pieces > 0 && pieces == left;
            left -= pieces;
            var fen = SalesCredits.Fen(refund.Amount);
            Add(rules, row, refund.FinishedAt!.Value, found, ValueState.Final,
                (Primitive.RefundFen, fen), (Primitive.DatedRefundFen, fen), (Primitive.RefundedItems, pieces),
                (Primitive.RefundedOrders, all && !whole ? 1 : 0), (Primitive.ReturnedOrders, !returned && refund.Kind != RefundKind.MoneyOnly ? 1 : 0));
            whole |= all;
            returned |= refund.Kind != RefundKind.MoneyOnly;
        }
        foreach (var open in book.Refunds(order.Id).Where(r => r is { State: RefundState.InProgress, AppliedAt: not null }))
            Add(rules, row, open.AppliedAt!.Value, found, ValueState.Provisional, (Primitive.OpenRefunds, 1));
    }

    /// <summary>The whole amount came back, or with the last refund nothing of what the buyer paid is left: coupons make 总金额 more than was paid.</summary>
    internal static bool IsWhole(Order order, decimal refunded, bool last) => refunded > 0 && (refunded >= order.Amount || last && order.Received <= 0);

    private static void Add(
        RuleSet rules, LedgerRow row, Instant at, List<Contribution> found, ValueState state, params ReadOnlySpan<(Primitive Base, long Value)> parts)
    {
        var day = rules.Clock.DayOf(at);
        var shares = new List<(int Agent, Measures Measures)>(3);
        foreach (var rule in SalesCredits.Rules)
        {
            var agent = SalesCredits.AgentOf(row.Under(rule));
            var place = shares.FindIndex(s => s.Agent == agent);
            if (place < 0) shares.Add((agent, new Measures()));
            var measures = shares[place < 0 ? ^1 : place].Measures;
            foreach (var (primitive, value) in parts) measures.Add(primitive.Under(rule), value);
        }
        foreach (var (agent, measures) in shares)
            if (!measures.IsEmpty) found.Add(new Contribution(FactKind.Order, row.Order.Id, agent, day, measures, state));
    }
}
