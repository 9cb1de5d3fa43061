using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Scoring;
using Interval = Heng.Engine.Scoring.Interval;
using static Heng.Engine.Tests.Pay.Paid;
using static Heng.Engine.Tests.Scoring.Lint.Linted;

namespace Heng.Engine.Tests.Pay.Lint;

public sealed class ComponentLintTests
{
    private static readonly Plan Simple = Plan(Item("consulted", Cards.OfHundred));

    private static string[] Commission(string metric, CommissionWay way, params (string When, decimal Rate)[] slabs) =>
        Of(Simple, new Commission("commission", default, new(metric), way, Slabs(slabs)));

    [Fact]
    public void Slabs_cover_every_amount_once()
    {
        Assert.Empty(Commission("sales-net", CommissionWay.Marginal, ("x ≤ 1000", 0.04m), ("x > 1000", 0.1m)));
        Assert.Equal(["band-edge-unowned at slabs/1"], Commission("sales-net", CommissionWay.Whole, ("x < 1000", 0.04m), ("x > 1000", 0.1m)));
        Assert.Equal(["band-uncovered at slabs/0"], Commission("sales-net", CommissionWay.Whole, ("0 ≤ x ≤ 1000", 0.04m), ("x > 1000", 0.1m)));
    }

    [Fact]
    public void More_never_pays_less()
    {
        // On parts a lower rate further up only slows down; on the whole amount 1 001 would pay less than 1 000.
        Assert.Empty(Commission("sales-net", CommissionWay.Marginal, ("x ≤ 1000", 0.1m), ("x > 1000", 0.04m)));
        Assert.Equal(["pay-not-monotone at slabs/1"], Commission("sales-net", CommissionWay.Whole, ("x ≤ 1000", 0.1m), ("x > 1000", 0.04m)));
        Assert.Equal(["pay-not-monotone at 1/rate"], Commission("sales-net", CommissionWay.Marginal, ("x ≤ 1000", 0.1m), ("x > 1000", -0.04m)));
        Assert.Equal(["pay-not-monotone at awards/0"], Of(Simple, new RankAward("a", default, null, Better.Higher, [100m, 200m], AwardTies.Each)));
    }

    [Fact]
    public void A_gross_plan_is_told_that_refunds_stay_in()
    {
        Assert.Equal(["warning commission-gross at source/metric"], Commission("sales", CommissionWay.Marginal, ("x ≤ 1000", 0.04m), ("x > 1000", 0.1m)));
        Assert.Equal(["warning commission-gross at source/metric"], Commission("sales@payment", CommissionWay.Marginal, ("x ≤ 1000", 0.04m), ("x > 1000", 0.1m)));
        Assert.Empty(Commission("urged-paid", CommissionWay.Marginal, ("x ≥ 0", 2m)));
    }

    [Theory]
    [InlineData("sales-net", "sales-net", false)]
    [InlineData("sales-net-by-sale-month", "sales-net-by-sale-month@payment", false)]
    [InlineData("sales-net", "sales-net-by-sale-month", true)]
    [InlineData("sales-net-by-sale-month@payment", "sales-net", true)]
    [InlineData("sales", "sales-net", false)] // gross takes none off
    public void Commissions_take_refunds_off_in_one_way(string one, string other, bool found)
    {
        Commission By(string id, string metric) => new(id, default, new(metric), CommissionWay.Marginal, Slabs(("x ≥ 0", 0.04m), ("x < 0", 0.04m)));
        string[] both = [.. Of(Simple, By("one", one), By("other", other)).Where(f => f.StartsWith("warning commission-both-refunds", StringComparison.Ordinal))];
        Assert.Equal(found ? 1 : 0, both.Length);
    }

    [Fact]
    public void Rates_directions_and_metrics_are_looked_at()
    {
        Assert.Equal(["unit-clash at 1/rate"], Commission("sales-net", CommissionWay.Marginal, ("x ≤ 1000", 0.04m), ("x > 1000", 10m)));
        Assert.Equal(["direction-clash at components/commission"], Commission("refund-amount", CommissionWay.Marginal, ("x ≤ 1000", 0.04m), ("x > 1000", 0.1m)));
        Assert.Equal(["metric-unknown at source/metric"], Commission("nothing", CommissionWay.Marginal, ("x ≥ 0", 0.1m)));
        Assert.Equal(["unit-clash at points/start"], Of(Simple, new PerPoint("points", default, new("consult-conversion"), Better.Higher, 30m, 0.01m, 50m)));
        Assert.Equal(["direction-clash at components/points"], Of(Simple, new PerPoint("points", default, new("average-response"), Better.Higher, 30m, 1m, 50m)));
    }

    [Fact]
    public void Full_attendance_pay_and_a_scored_item_that_both_count_lateness_are_a_warning()
    {
        var discipline = Plan(Item("late", new Bands([new(Interval.Parse("x≤2")!, 100m), new(Interval.Parse("x>2")!, 0m)])));
        var full = new FullAttendancePay("full", default, 0.1m, null);
        var performance = new PerformancePay("performance", default, 2000m, new LinearCoefficient([new(0m, 0m), new(100m, 1m)]), true);
        Assert.Equal(["warning fact-punished-twice at components/full"], Of(discipline, full, performance));
        Assert.Empty(Of(discipline, full));
    }
}
