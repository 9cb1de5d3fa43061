using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Metrics;

public class ReadingTests
{
    private static readonly Coverage Covered = new([.. Enum.GetValues<Source>().Select(source => (source, Day(1), Day(31)))]);

    private static MetricValue Read(string id, Measures measures, Coverage? coverage = null, string asOf = "60 00:00", int to = 31, Measures? shop = null,
        Measures? silent = null, Waits? waits = null) =>
        Reading.Of(Catalogue.Find(id)!, new Totals(Day(1), Day(to), measures, waits ?? new(), waits ?? new(), coverage ?? Covered),
            new Totals(Day(1), Day(to), shop ?? new(), new(), new(), coverage ?? Covered) { Silent = silent ?? new() }, RuleSet.Default, At(asOf));

    private static Primitive Paid(Primitive primitive) => primitive.Under(Judgement.OrderFirst);

    [Fact]
    public void A_ratio_keeps_its_part_and_whole()
    {
        // 33163 s ÷ 299 rounds = 110.913043…
        var value = Read("average-response", new Measures().Add(Primitive.RoundSeconds, 33163).Add(Primitive.Rounds, 299));
        Assert.Equal((33163m, 299m, 110.913043m), (value.Part!.Value, value.Whole!.Value, Math.Round(value.Value!.Value, 6)));
    }

    [Fact]
    public void Reply_rate_takes_the_unreplied_off_the_part_only()
    {
        var value = Read("reply-rate", new Measures().Add(Primitive.Consulted, 50).Add(Primitive.Unreplied, 1));
        Assert.Equal((49m, 50m, 0.98m), (value.Part!.Value, value.Whole!.Value, value.Value!.Value));
    }

    [Fact]
    public void Unanswered_rounds_are_in_the_whole_of_within_30_seconds() =>
        Assert.Equal(0.5m, Read("within-30s", new Measures().Add(Primitive.Within30, 2).Add(Primitive.Rounds, 3).Add(Primitive.UnansweredRounds, 1)).Value);

    [Fact]
    public void A_zero_whole_is_no_value()
    {
        var value = Read("average-response", new());
        Assert.Equal((null, ValueState.Missing), (value.Value, value.State));
    }

    [Fact]
    public void A_covered_count_without_facts_is_0_and_an_uncovered_one_is_missing()
    {
        Assert.Equal((0m, ValueState.Final), (Read("consulted", new()).Value!.Value, Read("consulted", new()).State));
        Assert.Equal(ValueState.Missing, Read("consulted", new Measures().Add(Primitive.Consulted, 3), Coverage.Nothing).State);
    }

    [Fact]
    public void Sales_without_chats_are_missing_not_0() =>
        Assert.Equal(ValueState.Missing, Read("sales", new(), new Coverage([(Source.Orders, Day(1), Day(31))])).State);

    [Fact]
    public void A_metric_without_a_source_is_always_missing() =>
        Assert.All(Catalogue.All.Where(metric => metric.Formula is NoSource), metric => Assert.Equal(ValueState.Missing, Read(metric.Id, new()).State));

    [Fact]
    public void Fen_become_yuan()
    {
        var measures = new Measures().Add(Paid(Primitive.SalesFen), 12345).Add(Paid(Primitive.Buyers), 2);
        Assert.Equal((123.45m, 61.725m), (Read("sales", measures).Value!.Value, Read("average-order-value", measures).Value!.Value));
    }

    [Fact]
    public void What_no_file_says_is_missing()
    {
        var measures = new Measures().Add(Paid(Primitive.SalesFen), 100).Add(Paid(Primitive.Orders), 1);
        Assert.Equal(ValueState.Missing, Read("items", measures).State);
        Assert.Equal(ValueState.Missing, Read("sales-net", measures).State);
        Assert.Equal(3m, Read("items", measures.Add(Paid(Primitive.OrdersWithPieces), 1).Add(Paid(Primitive.Items), 3)).Value);
    }

    [Fact]
    public void An_undated_refund_keeps_net_sales_provisional_and_leaves_gross_sales_final()
    {
        var measures = new Measures().Add(Paid(Primitive.SalesFen), 1000).Add(Paid(Primitive.Orders), 1).Add(Paid(Primitive.OrdersWithRefund),
            1).Add(Paid(Primitive.RefundFen), 250);
        Assert.Equal((7.5m, ValueState.Provisional), (Read("sales-net", measures).Value!.Value, Read("sales-net", measures).State));
        Assert.Equal(ValueState.Final, Read("sales", measures).State);
    }

    [Fact]
    public void Share_and_uplift_stand_against_the_shop()
    {
        var own = new Measures().Add(Paid(Primitive.SalesFen), 3000).Add(Paid(Primitive.Buyers), 2);
        var shop = new Measures().Add(Paid(Primitive.SalesFen), 12000);
        var silent = new Measures().Add(Paid(Primitive.SalesFen), 9000).Add(Paid(Primitive.Buyers), 9);
        Assert.Equal(0.25m, Read("share-of-shop", own, shop: shop).Value);
        Assert.Equal(5m, Read("average-order-value-uplift", own, silent: silent).Value);   // 15.00 − 10.00
        Assert.Null(Read("average-order-value-uplift", own).Value);                        // nobody bought silently
        Assert.Null(Read("silent-sales", own, silent: silent).Value);                      // the shop's, not a person's
    }

    [Fact]
    public void Medians_and_percentiles_come_from_exact_waits()
    {
        var waits = new Waits().Add(10).Add(20).Add(40).Add(90);
        Assert.Equal((30m, 90m), (Read("median-response", new(), waits: waits).Value!.Value, Read("p90-response", new(), waits: waits).Value!.Value));
        Assert.Equal(ValueState.Missing, Read("median-first-response", new()).State);
    }

    // Day 10 is the last covered day: final once day 10, 11 or 18 is over, or 19 where an order may land two days later.
    [Theory]
    [InlineData("consulted", 10)]
    [InlineData("inquiries", 11)]
    [InlineData("inquiry-ordered-final-count", 11)]
    [InlineData("inquiry-paid-final-count", 18)]
    [InlineData("consult-conversion-count", 19)]
    [InlineData("urged", 17)]
    public void A_value_is_provisional_until_its_maturity_day_is_over(string id, int finalOn)
    {
        var coverage = new Coverage([(Source.Chat, Day(1), Day(10)), (Source.Orders, Day(1), Day(31))]);
        var before = Read(id, new(), coverage, asOf: $"{finalOn} 23:59:59");
        Assert.Equal((ValueState.Provisional, Day(finalOn)), (before.State, before.FinalOn!.Value));
        Assert.Equal(ValueState.Final, Read(id, new(), coverage, asOf: $"{finalOn + 1} 00:00:00").State);
    }

    [Fact]
    public void Distinct_people_are_the_shops_and_of_one_day_only()
    {
        var people = new Measures().Add(Primitive.ConsultedPeople, 7);
        Assert.Null(Read("consulted-people", people, to: 1).Value);
        var metric = Catalogue.Find("consulted-people")!;
        MetricValue Shop(int to)
        {
            var totals = Totals.OfShop(Day(1), Day(to), [new AgentDay(AgentDay.Shop, Day(1), people, new(), new())], Covered);
            return Reading.Of(metric, totals, totals, RuleSet.Default, At("60 00:00"));
        }
        Assert.Equal(7m, Shop(1).Value);
        Assert.Equal(ValueState.Missing, Shop(2).State);
    }

    [Fact]
    public void The_shop_leaves_out_what_nobody_paid()
    {
        AgentDay Row(int agent, long fen) => new(agent, Day(1), new Measures().Add(Paid(Primitive.SalesFen), fen), new(), new());
        var totals = Totals.OfShop(Day(1), Day(1), [Row(A, 100), Row(AgentDay.Silent, 20), Row(AgentDay.Late, 3), Row(AgentDay.Unpaid, 5000)], Covered);
        Assert.Equal((123, 20), (totals.Measures[Paid(Primitive.SalesFen)], totals.Silent![Paid(Primitive.SalesFen)]));
    }

    [Theory]
    [InlineData(500, 500, 0, ValueState.Final)]
    [InlineData(500, 499, 0, ValueState.Provisional)]
    [InlineData(500, 500, 1, ValueState.Provisional)]
    public void Net_sales_are_final_when_every_refund_has_its_day_and_none_is_in_progress(long refunds, long dated, long open, ValueState state) => Assert.Equal(state, Read("sales-net", new Measures()
        .Add(Paid(Primitive.SalesFen), 900).Add(Paid(Primitive.Orders), 1).Add(Paid(Primitive.OrdersWithRefund), 1)
        .Add(Paid(Primitive.RefundFen), refunds).Add(Paid(Primitive.DatedRefundFen), dated).Add(Paid(Primitive.OpenRefunds), open)).State);

    // Refund records cover one pay day of a month with 31 orders, or all of them.
    [Theory]
    [InlineData(31, ValueState.Final)]
    [InlineData(30, ValueState.Provisional)]
    [InlineData(1, ValueState.Provisional)]
    [InlineData(0, ValueState.Missing)]
    public void Net_sales_are_final_when_the_refunds_of_every_order_are_known(int known, ValueState state)
    {
        var month = new Measures().Add(Paid(Primitive.SalesFen), 310_000).Add(Paid(Primitive.Orders), 31).Add(Paid(Primitive.OrdersWithRefund), known);
        Assert.All(["sales-net", "refund-amount", "refund-rate-amount", "refunded-orders"], id => Assert.Equal(state, Read(id, month).State));
        Assert.Equal(ValueState.Final, Read("sales", month).State);
    }

    [Fact]
    public void After_sales_work_needs_cases_or_refunds()
    {
        var none = new Measures();
        Assert.Equal(0m, Read("after-sales-handled", none, new Coverage([(Source.Refunds, Day(1), Day(31))])).Value);
        Assert.Equal(0m, Read("after-sales-handled", none, new Coverage([(Source.Cases, Day(1), Day(31))])).Value);
        Assert.Equal(ValueState.Missing, Read("after-sales-handled", none, new Coverage([(Source.Chat, Day(1), Day(31))])).State);
    }

    [Fact]
    public void The_return_rate_needs_refund_records()
    {
        // 2 of 8 orders came back.
        var sum = new Measures().Add(Paid(Primitive.Orders), 8).Add(Paid(Primitive.ReturnedOrders), 2);
        Assert.Equal(0.25m, Read("return-and-exchange-rate", sum).Value);
        Assert.Equal(ValueState.Missing, Read("return-and-exchange-rate", sum, new Coverage([(Source.Chat, Day(1), Day(31)), (Source.Orders, Day(1), Day(31))])).State);
    }
}
