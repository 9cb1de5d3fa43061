using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class FactsTests
{
    private static readonly DateOnly Day = new(2026, 10, 9), Next = new(2026, 10, 10);
    private static readonly Instant Noon = ShopClock.Shanghai.StartOf(Day).Plus(12 * 3600);

    private static AgentDay AgentDay(int agent, DateOnly day, Primitive primitive, long value, params int[] waits)
    {
        var spread = new Waits();
        foreach (var wait in waits) spread.Add(wait);
        return new(agent, day, new Measures().Add(primitive, value), spread, new Waits().Add(spread).Add(200, 3));
    }

    private static readonly Order Pillow = new("店", "A1", "ann", 814.77m, 0m, Noon, Noon.Plus(90), null, null, 2, null, "已付款", null, null);

    private static readonly LedgerRow Row = new(Pillow, 4, Day, Day,
        new(Noon, 7, -99, Clause.InsideSession, 8, WhyLost.EndedEarlier), new(Noon.Plus(90), null, null, Clause.Silent, null, null),
        [new(Bucket.Agent, 7), new(Bucket.Silent, null), new(Bucket.Agent, 7)], [8], [], [7, 8]);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Parts_of_an_agent_day_add_up_and_totals_are_the_sum_of_days(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var facts = fresh.Database.Facts;
        facts.Replace(1, Day, Next, 1, [new(FactPart.Orders, [AgentDay(7, Day, Primitive.OrdersCreated, 2), AgentDay(7, Next, Primitive.OrdersCreated, 3), AgentDay(-2, Day, Primitive.SalesFen, -81_477)], [])]);
        facts.Replace(1, Day, Next, 1, [new(FactPart.Service, [AgentDay(7, Day, Primitive.Rated, 5, 30, 31), AgentDay(7, Next, Primitive.MaxConcurrent, 4)], [])]);
        var day = facts.AgentDays(1, Day, Day, agent: 7).Single();
        Assert.Equal((2, 5), (day.Measures[Primitive.OrdersCreated], day.Measures[Primitive.Rated]));
        Assert.Equal([-2, 7, 7], facts.AgentDays(1, Day, Next).Select(d => d.Agent));
        var totals = facts.Totals(1, Day, Next);
        Assert.Equal([-2, 7], totals.Select(t => t.Agent));
        // 2 + 3 orders; waits 30 and 31; four rows bring 200 three times each and the two waits once.
        Assert.Equal((5, 4), (totals[1].Measures[Primitive.OrdersCreated], totals[1].Measures[Primitive.MaxConcurrent]));
        Assert.Equal(-81_477, totals[0].Measures[Primitive.SalesFen]);
        Assert.Equal((2, 30.5m, 14), (totals[1].FirstResponses.Count, totals[1].FirstResponses.Median(), totals[1].RoundWaits.Count));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Replacing_a_part_leaves_other_days_and_shops_alone(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var facts = fresh.Database.Facts;
        foreach (var shop in new[] { 1, 2 }) facts.Replace(shop, Day, Next, 1, [new(FactPart.Orders, [AgentDay(7, Day, Primitive.Orders, 1), AgentDay(7, Next, Primitive.Orders, 2)], [])]);
        facts.Replace(1, Day, Day, 3, [new(FactPart.Orders, [], [])]);
        Assert.Equal([Next], facts.AgentDays(1, Day, Next).Select(d => d.Day));
        Assert.Equal(2, facts.AgentDays(2, Day, Next).Count);
        Assert.Equal([(Next, FactPart.Orders, 1)], facts.MadeBy(1, Day, Next));
        Assert.Throws<ArgumentException>(() => facts.Replace(1, Day, Day, 1, [new(FactPart.Orders, [AgentDay(7, Next, Primitive.Orders, 1)], [])]));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Receptions_and_sessions_come_back_by_days_agent_and_id(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Chats.SaveDayOf(fresh.Database, 5);
        var facts = fresh.Database.Facts;
        var reception = facts.Reception(shop, 2)!;
        Assert.Equal([new Round(10, 40, false, true), new Round(50, null, true, false)], reception.Rounds);
        Assert.Equal((7, 4, 30, true, false), (reception.Agent, reception.Buyer, reception.FirstResponseSeconds, reception.TransferredOut, reception.Filtered));
        Assert.Equal(5, reception.Measures[Primitive.BuyerMessages]);
        Assert.Single(facts.Receptions(shop, Day, Day, agent: 7));
        Assert.Empty(facts.Receptions(shop, Day, Day, agent: 8));
        Assert.Empty(facts.Receptions(shop, Next, Next));
        Assert.Null(facts.Reception(shop, 3));
        Assert.Equal(new Session(1, 7, 3, 4, Day, Chats.Start, Chats.Start.Plus(60), 5, 1, 1, true), facts.Sessions(shop, Day, Next).Single());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_ledger_row_keeps_every_reason_and_follows_its_order(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.Orders.Merge(1, [Pillow], null, 1);
        fresh.Database.Facts.Replace(1, Day, Day, 1, [], [Row]);
        var found = fresh.Database.Ledger.Find(1, "A1")!;
        Assert.Equal((Row.Order, Row.Buyer, Row.CreatedDay, Row.PaidDay, Row.Created, Row.Paid), (found.Order, found.Buyer, found.CreatedDay, found.PaidDay, found.Created, found.Paid));
        Assert.Equal(Row.Credits, found.Credits);
        Assert.Equal([[8], [], [7, 8]], new[] { found.AssistedOrder, found.AssistedPayment, found.AssistedFollow });
        Assert.Single(fresh.Database.Ledger.Between(1, Day, Day));
        // Replaced by a run over a later day on which it was paid: one row, not two.
        fresh.Database.Facts.Replace(1, Next, Next, 1, [], [Row with { PaidDay = Next }]);
        Assert.Equal(Next, fresh.Database.Ledger.Between(1, Next, Next).Single().PaidDay);
        fresh.Database.Facts.Replace(1, Day, Day, 1, [], []);
        Assert.Empty(fresh.Database.Ledger.Between(1, Day, Next));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Contributions_are_found_by_agent_part_and_fact(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var sale = new Contribution(FactKind.Order, "A1", 7, Day, new Measures().Add(Primitive.SalesFen, 81_477), ValueState.Provisional);
        var refund = sale with { Measures = new Measures().Add(Primitive.RefundFen, 100) };
        var rating = new Contribution(FactKind.Rating, "r", 8, Day, new Measures().Add(Primitive.Rated, 1), ValueState.Final);
        fresh.Database.Facts.Replace(1, Day, Day, 1, [new(FactPart.Orders, [], [sale, refund]), new(FactPart.Service, [], [rating])]);
        var ledger = fresh.Database.Ledger;
        Assert.Equal([81_477, 0], ledger.Contributions(1, Day, Day, agent: 7).Select(c => c.Measures[Primitive.SalesFen]));
        Assert.Equal((FactKind.Rating, "r", 8, ValueState.Final), ledger.Contributions(1, Day, Day, part: FactPart.Service).Select(c => (c.Kind, c.Fact, c.Agent, c.State)).Single());
        Assert.Equal(2, ledger.ContributionsOf(1, FactKind.Order, "A1", Day, Day).Count);
        Assert.Empty(ledger.ContributionsOf(1, FactKind.Review, "A1", Day, Day));
    }
}
