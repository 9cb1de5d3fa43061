using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class RankAwardTests
{
    private static RankAward Award(AwardTies ties, string? metric = "sales-net", AwardWithin within = AwardWithin.Scheme) =>
        new("award", new("名次奖", "award"), metric is null ? null : new FromMetric(metric), Better.Higher, [300m, 200m, 100m], ties) { Within = within };

    private static Payee Of(string name, decimal? sales, string group = "一组") => Person(sales is { } value ? [("sales-net", value)] : []) with
    {
        Agent = name, Asker = Asker.Of(name, group, "front-line", new(October, October), []),
    };

    private static Dictionary<string, decimal> Pays(RankAward award, params Payee[] people) => Run(people, award).ToDictionary(s => s.Agent, s => s.Net, StringComparer.Ordinal);

    [Fact]
    public void Champion_runner_up_and_third_are_paid_and_nobody_after() =>
        Assert.Equal([300m, 200m, 100m, 0m], Pays(Award(AwardTies.None), Of("a", 9m), Of("b", 8m), Of("c", 7m), Of("d", 6m)).Values);

    [Theory]
    [InlineData(AwardTies.Share, 250, 250, 100)]  // (300 + 200) ÷ 2
    [InlineData(AwardTies.Each, 300, 300, 100)]
    [InlineData(AwardTies.None, 0, 0, 100)]
    public void A_shared_place_is_paid_as_the_plan_declares(AwardTies ties, decimal a, decimal b, decimal c) =>
        Assert.Equal([a, b, c, 0m], Pays(Award(ties), Of("a", 9m), Of("b", 9m), Of("c", 7m), Of("d", 6m)).Values);

    [Fact]
    public void What_is_shared_adds_up_to_the_fen()
    {
        // Third place among three: 100 ÷ 3, the odd fen to the first by name, whatever order people come in
        var people = new[] { Of("e", 5m), Of("d", 5m), Of("c", 5m), Of("b", 8m), Of("a", 9m) };
        Assert.Equal([300m, 200m, 33.34m, 33.33m, 33.33m], Pays(Award(AwardTies.Share), people).Values);
        Assert.Equal(Pays(Award(AwardTies.Share), people), Pays(Award(AwardTies.Share), [.. people.Reverse()]));
    }

    [Fact]
    public void Who_has_no_value_has_no_place_and_the_line_says_so()
    {
        var slips = Run([Of("a", null), Of("b", -5m)], Award(AwardTies.Share));
        Assert.Equal([0m, 300m], slips.Select(s => s.Net));
        Assert.Equal(["no data, so no place", "place 1 of 1"], slips.Select(s => Assert.Single(s.Lines[0].Notes).En));
    }

    [Fact]
    public void Each_group_has_its_champion_where_the_plan_says_so() =>
        Assert.Equal([300m, 300m, 200m], Pays(Award(AwardTies.None, within: AwardWithin.Group), Of("a", 9m), Of("b", 4m, "二组"), Of("c", 7m)).Values);

    [Fact]
    public void By_score_only_cards_of_one_plan_are_compared()
    {
        Payee Card(string name, string plan, decimal? score) => Of(name, null) with { Card = new(name, plan, 1, score, null, null, [], Explained.Leaf("score", default, score, Unit.Points)) };
        Assert.Equal([200m, 300m, 300m, 0m], Pays(Award(AwardTies.Each, null), Card("a", "s/p", 80m), Card("b", "s/p", 90m), Card("c", "s/leader", 70m), Card("d", "s/p", null)).Values);
    }

    [Fact]
    public void A_payslip_that_is_worked_out_alone_has_no_places() => Assert.Equal(0m, Assert.Single(Award(AwardTies.Each).Lines(Of("a", 9m))).Amount);
}
