using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Orders;

/// <summary>Over generated shops: nothing of an order is lost or counted twice, and the order of the records does not matter.</summary>
public class ConservationTests
{
    private static readonly Judgement[] Rules = [Judgement.OrderPlaced, Judgement.Payment, Judgement.OrderFirst];
    private const long Start = 1_790_000_000, Span = 20 * 86_400;

    private sealed record Shop(RuleSet Rules, (Order Order, int? Buyer)[] Orders, Session[] Sessions, Refund[] Refunds)
    {
        public OrderBook Book => new([], Refunds, new HashSet<DateOnly>());
        public IReadOnlyList<LedgerRow> Ledger => Attribution.Decide(Rules, Orders, Sessions);
        public IReadOnlyList<Contribution> Credits => [.. SalesCredits.Of(Rules, Ledger, Book), .. RefundCredits.Of(Rules, Ledger, Book)];
    }

    private static readonly Gen<Session> ASession =
        from start in Gen.Choose(0, (int)Span)
        from length in Gen.Choose(0, 7200)
        from agent in Gen.Choose(0, 4)
        from buyer in Gen.Choose(1, 8)
        from human in Gen.Choose(0, 2)
        from rounds in Gen.Choose(0, 3)
        let at = new Instant(Start + start)
        select new Session((long)(StableHash.Mix((ulong)(start * 64 + agent * 8 + buyer)) >> 8), agent, agent, buyer, ShopClock.Shanghai.DayOf(at), at,
            at.Plus(length), 1, human, rounds, human > 0);

    private static readonly Gen<(Order, int?)> AnOrder =
        from id in Gen.Choose(0, 1_000_000)
        from created in Gen.Choose(0, (int)Span)
        from wait in Gen.Choose(-1, 12).SelectMany(days => Gen.Choose(0, 86_399).Select(s => days < 0 ? (int?)null : days * 86_400 / 3 + s))
        from buyer in Gen.Choose(0, 8)
        from fen in Gen.Choose(0, 1_000_000)
        from flag in Gen.Elements("红", "蓝", null)
        let at = new Instant(Start + created)
        select (new Order("shop", $"{id:0000000}-{created}", null, fen / 100m, null, at, wait is { } w ? at.Plus(w) : null, null,
            fen % 7 == 0 ? fen / 200m : null, fen % 3, 1, null, flag, null),
            buyer == 0 ? (int?)null : buyer);

    /// <summary>A refund of one of the orders, or of an order that nobody knows; it may be larger than the order, in progress, or before the payment.</summary>
    private static Gen<Refund> ARefund((Order Order, int? Buyer)[] orders) =>
        from of in Gen.Choose(-1, orders.Length - 1)
        from id in Gen.Choose(0, 1_000_000)
        from share in Gen.Elements(0, 30, 50, 100, 100, 130)
        from state in Gen.Elements(RefundState.Succeeded, RefundState.Succeeded, RefundState.InProgress, RefundState.Closed)
        from kind in Gen.Elements(RefundKind.MoneyOnly, RefundKind.Return, RefundKind.Exchange)
        from finished in Gen.Choose(0, (int)Span * 2)
        let order = of < 0 ? null : orders[of].Order
        select new Refund("shop", order?.Id ?? "none", $"{id}", Math.Round((order?.Amount ?? 7m) * share / 100m, 2), state, "", kind, null, null, new(Start + finished / 2),
            state == RefundState.Succeeded ? new Instant(Start + finished) : null, null, null, null, null);

    private static readonly Gen<Shop> AShop =
        from orders in AnOrder.ArrayOf().Select(all => all.DistinctBy(o => o.Item1.Id).ToArray())
        from sessions in ASession.ArrayOf()
        from refunds in ARefund(orders).ArrayOf()
        from tie in Gen.Elements(TieBreak.LastToTalk, TieBreak.MostRounds)
        select new Shop(RuleSet.Default with { FlagsThatCreditNobody = ["红"], TieBreak = tie }, orders,
            sessions.DistinctBy(s => s.Id).ToArray(), refunds.DistinctBy(r => (r.OrderId, r.Id)).ToArray());

    private static void Holds(Func<Shop, bool> property) =>
        Prop.ForAll(AShop.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void Agents_silent_flagged_and_late_make_the_shops_paid_total_under_each_rule() => Holds(shop =>
    {
        var credits = shop.Credits;
        var paid = shop.Orders.Where(o => o.Item1.PaidAt is not null).Sum(o => SalesCredits.Fen(o.Item1.Amount));
        return Rules.All(rule => credits.Where(c => c.Agent != AgentDay.Unpaid).Sum(c => c.Measures[Primitive.SalesFen.Under(rule)]) == paid);
    });

    [Fact]
    public void Every_order_is_in_exactly_one_bucket_under_each_rule() => Holds(shop =>
    {
        var credits = shop.Credits;
        return Rules.All(rule => shop.Orders.All(o => credits.Where(c => c.Fact == o.Item1.Id).Sum(c => c.Measures[Primitive.Orders.Under(rule)]) == 1));
    });

    [Fact]
    public void Refunds_of_agents_and_buckets_make_the_shops_refunds_under_each_rule() => Holds(shop =>
    {
        var paid = shop.Orders.Where(o => o.Order.PaidAt is not null).Select(o => o.Order).ToDictionary(o => o.Id);
        var dated = shop.Refunds.Where(r => r.State == RefundState.Succeeded && paid.ContainsKey(r.OrderId)).ToArray();
        // Of an order with a refund on record the list's own is not asked.
        var undated = paid.Values.Where(o => !dated.Any(r => r.OrderId == o.Id)).Sum(o => SalesCredits.Fen(o.Refund ?? 0));
        var credits = shop.Credits;
        return Rules.All(rule => credits.Where(c => c.Agent != AgentDay.Unpaid).Sum(c => c.Measures[Primitive.RefundFen.Under(rule)]) == undated + dated.Sum(r => SalesCredits.Fen(r.Amount))
            && credits.Sum(c => c.Measures[Primitive.SoldRefundFen.Under(rule)]) == undated + dated.Sum(r => SalesCredits.Fen(r.Amount))
            && credits.Sum(c => c.Measures[Primitive.DatedRefundFen.Under(rule)]) == dated.Sum(r => SalesCredits.Fen(r.Amount)));
    });

    [Fact]
    public void A_refund_of_the_whole_order_is_the_exact_negative_of_its_sale_for_everybody() => Holds(shop =>
    {
        var whole = shop with
        {
            Refunds = [.. shop.Orders.Select((o, i) => new Refund("shop", o.Order.Id, $"{i}", o.Order.Amount, RefundState.Succeeded, "", RefundKind.MoneyOnly, null, null, null, new(Start), null, null, null, null))],
        };
        return Rules.All(rule => whole.Credits.Where(c => c.Agent != AgentDay.Unpaid).GroupBy(c => c.Agent)
            .All(own => own.Sum(c => c.Measures[Primitive.SalesFen.Under(rule)] - c.Measures[Primitive.RefundFen.Under(rule)]) == 0));
    });

    [Fact]
    public void No_order_gives_back_more_pieces_than_it_has_nor_itself_twice() => Holds(shop => shop.Orders.All(o => Rules.All(rule =>
    {
        var own = shop.Credits.Where(c => c.Fact == o.Order.Id).ToList();
        long Of(Primitive primitive) => own.Sum(c => c.Measures[primitive.Under(rule)]);
        return Of(Primitive.RefundedItems) <= (o.Order.Pieces ?? 0) && Of(Primitive.RefundedOrders) <= 1 && Of(Primitive.ReturnedOrders) <= 1;
    })));

    [Fact]
    public void The_order_of_refunds_changes_nothing() => Holds(shop =>
        Print(shop.Credits) == Print((shop with { Refunds = [.. shop.Refunds.Reverse()], Orders = [.. shop.Orders.Reverse()] }).Credits));

    private static string Print(IEnumerable<Contribution> credits) => string.Join('\n', credits
        .Select(c => $"{c.Fact} {c.Agent} {c.Day:O} {c.State} {string.Join(',', c.Measures.Values)}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_order_is_placed_once() => Holds(shop =>
        SalesCredits.Of(shop.Rules, Attribution.Decide(shop.Rules, shop.Orders, shop.Sessions)).Sum(c =>
            c.Measures[Primitive.OrdersCreated]) == shop.Orders.Length);

    [Fact]
    public void The_order_of_the_records_changes_nothing() => Holds(shop =>
        Print(Attribution.Decide(shop.Rules, shop.Orders, shop.Sessions))
        == Print(Attribution.Decide(shop.Rules, [.. shop.Orders.Reverse()], [.. shop.Sessions.Reverse()])));

    [Fact]
    public void Nothing_but_a_talk_begun_by_then_and_within_the_window_gets_an_event() => Holds(shop =>
    {
        var sessions = shop.Sessions.ToDictionary(s => s.Id);
        return Attribution.Decide(shop.Rules, shop.Orders, shop.Sessions).All(row => new[] { row.Created, row.Paid }.All(landing =>
            landing.Session is not { } id || sessions[id].Start <= landing.At!.Value && landing.At.Value.SecondsSince(sessions[id].End) <= shop.Rules.AttributionSeconds));
    });

    private static string Print(IReadOnlyList<LedgerRow> ledger) => string.Join('\n', ledger.Select(row =>
        $"{row.Order.Id} {row.Created} {row.Paid} {string.Join(',', row.Credits)} {string.Join(',', row.AssistedOrder)} {string.Join(',', row.AssistedPayment)} {string.Join(',', row.AssistedFollow)} {string.Join(',', row.Urged)}"));
}
