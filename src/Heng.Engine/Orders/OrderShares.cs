using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>One order taken apart into what it adds to each agent and day.</summary>
internal sealed class OrderShares(RuleSet rules, LedgerRow row, OrderBook book)
{
    private readonly List<(int Agent, DateOnly Day, Measures Measures)> shares = [];

    public void AddTo(List<Contribution> found, HashSet<(int, int, DateOnly, Judgement)> buyers, ReadOnlySpan<Judgement> judgements)
    {
        foreach (var rule in judgements) AddSale(rule, buyers);
        AddPlacing();
        AddBystanders();
        foreach (var (agent, day, measures) in shares)
            found.Add(new Contribution(FactKind.Order, row.Order.Id, agent, day, measures, StateOf(agent, measures)));
    }

    /// <summary>An undated refund moves once its record comes, an unpaid order once it is paid.</summary>
    private static ValueState StateOf(int agent, Measures measures) =>
        agent == AgentDay.Unpaid || RefundIn(measures) ? ValueState.Provisional : ValueState.Final;

    private static bool RefundIn(Measures measures) =>
        measures[Primitive.RefundFen.Under(Judgement.OrderPlaced)] != 0 || measures[Primitive.RefundFen.Under(Judgement.Payment)] != 0
        || measures[Primitive.RefundFen.Under(Judgement.OrderFirst)] != 0;

    private void AddSale(Judgement rule, HashSet<(int, int, DateOnly, Judgement)> buyers)
    {
        var (order, agent, day) = (row.Order, SalesCredits.AgentOf(row.Under(rule)), row.PaidDay ?? row.CreatedDay);
        var sale = For(agent, day);
        void Add(Primitive primitive, long value) => sale.Add(primitive.Under(rule), value);
        Add(Primitive.SalesFen, SalesCredits.Fen(order.Amount));
        Add(Primitive.PostageFen, SalesCredits.Fen(order.Postage ?? 0));
        Add(Primitive.OrdersWithPostage, order.Postage is null ? 0 : 1);
        Add(Primitive.Orders, 1);
        Add(Primitive.Items, order.Pieces ?? 0);
        Add(Primitive.OrdersWithPieces, order.Pieces is null ? 0 : 1);
        Add(Primitive.OrdersWithKinds, order.Kinds is null ? 0 : 1);
        Add(Primitive.CrossOrders, order.Kinds >= 2 ? 1 : 0);
        // A buyer whom the file does not name is one buyer an order; a known one counts once for each agent and day, on the first order.
        if (row.Buyer is not { } buyer || buyers.Add((agent, buyer, day, rule))) Add(Primitive.Buyers, 1);
        AddRefund(Add);
    }

    /// <summary>
    /// The list's own refund, undated. One of an order that was never paid is none, and refunds on record stand in its place. Pieces and orders count as refunded only
    /// where the whole order, or by its details the whole item, is.
    /// </summary>
    private void AddRefund(Action<Primitive, long> add)
    {
        var order = row.Order;
        if (row.PaidDay is not { } day) return;
        var dated = book.HasDatedRefund(order.Id);
        add(Primitive.SoldRefundFen, dated ? book.Refunds(order.Id).Where(r => r.Counts).Sum(r => SalesCredits.Fen(r.Amount)) : SalesCredits.Fen(order.Refund ?? 0m));
        add(Primitive.OrdersWithRefund, dated || order.Refund is not null || book.CoversRefunds(day) ? 1 : 0);
        if (dated || order.Refund is not { } refund) return;
        add(Primitive.RefundFen, SalesCredits.Fen(refund));
        var whole = RefundCredits.IsWhole(order, refund, last: true);
        add(Primitive.RefundedOrders, whole ? 1 : 0);
        add(Primitive.RefundedItems, whole ? order.Pieces ?? 0 : book.RefundedPieces(order.Id));
    }

    private void AddPlacing()
    {
        var agent = Attribution.IsFlagged(rules, row.Order) ? AgentDay.Flagged : row.Created.Agent ?? AgentDay.Silent;
        For(agent, row.CreatedDay).Add(Primitive.OrdersCreated, 1).Add(Primitive.OrdersCreatedFen, SalesCredits.Fen(row.Order.Amount));
    }

    /// <summary>Assisting sits on the day of the event that it assisted; urging on the day of creation.</summary>
    private void AddBystanders()
    {
        var paidInTime = row.PaidDay <= rules.LastPayDay(row.CreatedDay);
        foreach (var agent in row.AssistedOrder) For(agent, row.CreatedDay).Add(Primitive.AssistedOrder, 1);
        foreach (var agent in row.AssistedPayment) For(agent, row.PaidDay ?? row.CreatedDay).Add(Primitive.AssistedPayment, 1);
        foreach (var agent in row.AssistedFollow) For(agent, row.PaidDay ?? row.CreatedDay).Add(Primitive.AssistedFollow, 1);
        foreach (var agent in row.Urged) For(agent, row.CreatedDay).Add(Primitive.Urged, 1).Add(Primitive.UrgedPaid, paidInTime ? 1 : 0);
    }

    private Measures For(int agent, DateOnly day)
    {
        foreach (var share in shares)
            if (share.Agent == agent && share.Day == day) return share.Measures;
        var measures = new Measures();
        shares.Add((agent, day, measures));
        return measures;
    }
}
