using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Metrics;

/// <summary>A small shop of two days; every metric of the catalogue is opened for the person and for the shop.</summary>
public class ExplanationTests
{
    private static readonly Coverage Covered = new([.. Enum.GetValues<Source>().Select(source => (source, Day(1), Day(2)))]);
    private static readonly Orders.Desk Shop = new Orders.Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:15", "1 10:40").Talk(A, "2 09:00", "2 09:10")
        .Order("1", "1 10:05", "1 10:30", amount: 30m, refund: 5m, pieces: 2, kinds: 2, postage: 1m).Order("2", "2 09:05", "2 09:20", amount: 70m, refund: 0m,
            pieces: 3, kinds: 1)
        .Order("3", "1 09:00", "1 09:01", amount: 11m).Order("4", "1 10:06", null, amount: 500m);

    private static readonly Reception[] Receptions = [Chat(1, A, 1, 30, 12, 200), Chat(2, A, 2, 45, 45), Chat(3, B, 1, 7, 7, 8, 9)];
    private static readonly Contribution[] Credits =
    [
        .. SalesCredits.Of(RuleSet.Default, Shop.Ledger()), .. Funnel.Of(RuleSet.Default, Receptions, Shop.Ledger()),
        new(FactKind.Rating, "r1", A, Day(1), new Measures().Add(Primitive.Invited, 3).Add(Primitive.Rated, 2).Add(Primitive.RatedVerySatisfied,
            1).Add(Primitive.RatedSatisfied, 1), ValueState.Final),
        new(FactKind.Review, "1/x", A, Day(2), new Measures().Add(Primitive.ReviewsBad, 1), ValueState.Final),
    ];

    private static Reception Chat(long id, int agent, int day, int first, params int[] waits)
    {
        var measures = new Measures().Add(Primitive.Consulted, 1).Add(Primitive.Received, 1).Add(Primitive.Rounds, waits.Length).Add(Primitive.RoundSeconds,
            waits.Sum())
            .Add(Primitive.FirstResponses, 1).Add(Primitive.FirstResponseSeconds, first).Add(Primitive.BuyerMessages, 4).Add(Primitive.AgentMessages, 5);
        return new(id, agent, Ann, Day(day), At($"{day} 10:00"), At($"{day} 10:30"), first, false, false, measures,
            [.. waits.Select(wait => new Round(0, wait, false, false))]);
    }

    private static readonly AgentDay[] Days =
    [
        .. Receptions.Select(r => (r.Agent, r.Day, r.Measures)).Concat(Credits.Select(c => (c.Agent, c.Day, c.Measures))).GroupBy(f =>
            (f.Agent, f.Day)).Select(group =>
        {
            var mine = Receptions.Where(r => (r.Agent, r.Day) == group.Key).ToArray();
            var measures = group.Aggregate(new Measures(), (sum, f) =>
                sum.Add(f.Measures)).Add(Primitive.MaxConcurrent, group.Key.Agent * 10 + group.Key.Day.Day);
            return new AgentDay(group.Key.Agent, group.Key.Day, measures, WaitsOf(mine.Select(r => r.FirstResponseSeconds!.Value)),
                WaitsOf(mine.SelectMany(r => r.Rounds).Select(r => r.Wait!.Value)));
        }),
    ];

    private static Waits WaitsOf(IEnumerable<int> seconds) => seconds.Aggregate(new Waits(), (waits, s) => waits.Add(s));
    private static string Name(int agent) => $"agent {agent}";

    private static (Totals, FactSet) Person(int agent)
    {
        var days = Days.Where(day => day.Agent == agent).ToArray();
        return (Totals.Of(Day(1), Day(2), days, Covered), FactSet.Of(Receptions.Where(r => r.Agent == agent), Credits.Where(c => c.Agent == agent), days,
            Name));
    }

    private static (Totals, FactSet) Everybody(bool byFact) => (Totals.OfShop(Day(1), Day(2), Days, Covered),
        byFact ? FactSet.Of(Receptions, Credits, Days, Name) : FactSet.OfAgentDays(Days, Name));

    private static void Agrees(Metric metric, (Totals, FactSet) own)
    {
        var shop = Everybody(byFact: false);
        var reading = Reading.Of(metric, own.Item1, shop.Item1, RuleSet.Default, At("60 00:00"));
        var tree = MetricExplanation.Of(metric, own, shop, RuleSet.Default, At("60 00:00"));
        Assert.Equal((metric.Id, reading.Value, reading.State, reading.Value), (tree.Id, tree.Value, tree.State, tree.Recompute()));
        Holds(tree);
    }

    private static void Holds(Explained node)
    {
        if (node.Inputs.Count > 0) Assert.Equal(node.Value, node.How.Apply([.. node.Inputs.Select(input => input.Value)]));
        if (node.Evidence.Count > 0) Assert.Equal(node.Value, node.Evidence.Sum(evidence => evidence.Value));
        foreach (var input in node.Inputs) Holds(input);
    }

    [Fact]
    public void Every_metric_of_a_person_is_its_tree() => Assert.All(Catalogue.All, metric => Agrees(metric, Person(A)));

    [Fact]
    public void Every_metric_of_the_shop_is_its_tree_by_fact_and_by_agent_day() => Assert.All(Catalogue.All, metric =>
    {
        Agrees(metric, Everybody(byFact: true));
        Agrees(metric, Everybody(byFact: false));
    });

    [Theory]
    [InlineData("sales / orders")]
    [InlineData("if(known(qa-score), qa-score, median-response * 2points / 1s)")]
    [InlineData("coalesce(complaints, 3) * inquiry-paid-final - consulted / consulted")]
    [InlineData("round(average-order-value-uplift * share-of-shop, 2) + max(sales, 10yuan)")]
    [InlineData("complaints + 1")]
    [InlineData("silent-sales + sales")]
    public void A_metric_of_the_shops_own_is_its_tree(string formula)
    {
        var definition = new CustomDefinition("own", 1, Day(1), new("自己", "own"), Unit.None, Better.Higher, formula);
        var metric = CustomMetrics.Tried(CustomMetrics.Try(Catalogue.Under(Judgement.OrderFirst), formula), definition);
        var outer = metric with { Id = "outer", Formula = new Computed(CustomMetrics.Try(Catalogue.Under(Judgement.OrderFirst).With([metric]), "own * 2").Expression!, [metric], 1) };
        foreach (var own in new[] { Person(A), Everybody(byFact: true) })
        {
            Agrees(metric, own);
            Agrees(outer, own);
        }
    }

    [Fact]
    public void A_metric_of_the_shops_own_without_a_value_names_what_is_missing()
    {
        var metric = CustomMetrics.Tried(CustomMetrics.Try(Catalogue.Under(Judgement.OrderFirst), "qa-score + 1"), new("own", 1, Day(1), new("自己", "own"), Unit.Points, Better.None, "qa-score + 1"));
        var tree = MetricExplanation.Of(metric, Person(A), Everybody(false), RuleSet.Default, At("60 00:00"));
        Assert.Equal((null, ValueState.Missing, "qa-score"), (tree.Value, tree.State, Assert.Single(tree.Inputs).Id));
        Assert.Contains("质检分", tree.Note!.Value.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Sales_open_down_to_yuan_then_days_then_orders()
    {
        var tree = MetricExplanation.Of(Catalogue.Find("sales")!, Person(A), Everybody(false), RuleSet.Default, At("60 00:00"));
        Assert.Equal((100m, new Times(0.01m)), (tree.Value!.Value, tree.How));
        Assert.Equal([("2026-10-01", 3000m, "1"), ("2026-10-02", 7000m, "2")],
            tree.Inputs[0].Inputs.Select(day => (day.Id, day.Value!.Value, Assert.Single(day.Evidence).Id)));
    }

    // Inquiry window 2, payment window 7: day 1 moves until the end of day 1 + 1 + 7 = 9, day 2 until the end of day 10.
    [Theory]
    [InlineData("9 23:59:59", ValueState.Provisional, ValueState.Provisional)]
    [InlineData("10 00:00:00", ValueState.Final, ValueState.Provisional)]
    [InlineData("11 00:00:00", ValueState.Final, ValueState.Final)]
    public void A_day_of_the_funnel_is_final_once_its_own_maturity_day_is_over(string asOf, ValueState first, ValueState second)
    {
        var tree = MetricExplanation.Of(Catalogue.Find("inquiry-paid-final")!, Person(A), Everybody(false), RuleSet.Default, At(asOf));
        Assert.Equal([("2026-10-01", first), ("2026-10-02", second)], tree.Inputs[1].Inputs.Select(day => (day.Id, day.State)));
        Assert.Equal(second, tree.State);
    }

    [Fact]
    public void A_median_opens_down_to_the_receptions_that_waited()
    {
        // A waited 12, 45 and 200 s: median 45.
        var tree = MetricExplanation.Of(Catalogue.Find("median-response")!, Person(A), Everybody(false), RuleSet.Default, At("60 00:00"));
        Assert.Equal(45m, tree.Value);
        Assert.Equal([("12", "1"), ("45", "2"), ("200", "1")], tree.Inputs.Select(wait => (wait.Id, Assert.Single(wait.Evidence).Id)));
    }

    [Fact]
    public void A_missing_metric_says_so()
    {
        var tree = MetricExplanation.Of(Catalogue.Find("peer-rating")!, Person(A), Everybody(false), RuleSet.Default, At("60 00:00"));
        Assert.Equal((null, ValueState.Missing, true), (tree.Value, tree.State, tree.Note is not null));
    }

    [Fact]
    public void A_provisional_value_says_when_it_is_final()
    {
        var tree = MetricExplanation.Of(Catalogue.Find("inquiry-paid-final")!, Person(A), Everybody(false), RuleSet.Default, At("5 00:00"));
        Assert.Equal((ValueState.Provisional, "final once 2026-10-10 is over"), (tree.State, tree.Note!.Value.En));
    }
}
