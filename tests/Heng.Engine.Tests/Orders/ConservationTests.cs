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

    private sealed record Shop(RuleSet Rules, (Order, int?)[] Orders, Session[] Sessions);

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

    private static readonly Gen<Shop> AShop =
        from orders in AnOrder.ArrayOf()
        from sessions in ASession.ArrayOf()
        from tie in Gen.Elements(TieBreak.LastToTalk, TieBreak.MostRounds)
        select new Shop(RuleSet.Default with { FlagsThatCreditNobody = ["红"], TieBreak = tie }, orders.DistinctBy(o => o.Item1.Id).ToArray(),
            sessions.DistinctBy(s => s.Id).ToArray());

    private static void Holds(Func<Shop, bool> property) =>
        Prop.ForAll(AShop.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void Agents_silent_flagged_and_late_make_the_shops_paid_total_under_each_rule() => Holds(shop =>
    {
        var credits = SalesCredits.Of(shop.Rules, Attribution.Decide(shop.Rules, shop.Orders, shop.Sessions));
        var paid = shop.Orders.Where(o => o.Item1.PaidAt is not null).Sum(o => SalesCredits.Fen(o.Item1.Amount));
        return Rules.All(rule => credits.Where(c => c.Agent != AgentDay.Unpaid).Sum(c => c.Measures[Primitive.SalesFen.Under(rule)]) == paid);
    });

    [Fact]
    public void Every_order_is_in_exactly_one_bucket_under_each_rule() => Holds(shop =>
    {
        var credits = SalesCredits.Of(shop.Rules, Attribution.Decide(shop.Rules, shop.Orders, shop.Sessions));
        return Rules.All(rule => shop.Orders.All(o => credits.Where(c => c.Fact == o.Item1.Id).Sum(c => c.Measures[Primitive.Orders.Under(rule)]) == 1));
    });

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
