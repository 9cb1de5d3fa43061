using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Lint;
using Heng.Engine.Scoring;
using Heng.Engine.Tests.Scoring;
using Heng.Engine.Tests.Scoring.Lint;
using Interval = Heng.Engine.Scoring.Interval;
using static Heng.Engine.Tests.Scoring.Lint.Linted;

namespace Heng.Engine.Tests.Pay.Lint;

public sealed class PayLintTests
{
    private static readonly Plan Simple = Plan(Item("consulted", Cards.OfHundred)) with { Grades = [new("A", Interval.Parse("x≥80")!), new("B", Interval.Parse("x<80")!)] };

    private static PerformancePay Performance(Coefficient coefficient) => new("performance", default, 2000m, coefficient, true);

    private static Coefficient Banded(params (string When, decimal Coefficient)[] bands) => new BandCoefficient([.. bands.Select(b => new Band(Interval.Parse(b.When)!, b.Coefficient))]);

    [Fact]
    public void Base_alone_under_80_and_a_bonus_over_80_leaves_80_itself_to_nobody() =>
        Assert.Equal(["band-edge-unowned at bands/1"], Of(Simple, Performance(Banded(("x<80", 0m), ("x>80", 1m)))));

    [Fact]
    public void A_better_score_never_pays_less()
    {
        Assert.Empty(Of(Simple, Performance(Banded(("x<80", 0m), ("x≥80", 1m)))));
        Assert.Equal(["pay-not-monotone at bands/1"], Of(Simple, Performance(Banded(("x<80", 1m), ("x≥80", 0.9m)))));
        Assert.Equal(["pay-not-monotone at linear/1"], Of(Simple, Performance(new LinearCoefficient([new(0m, 1m), new(100m, 0.5m)]))));
        Assert.Equal(["pay-not-monotone at grades/A"], Of(Simple, Performance(new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 0.8m, ["B"] = 1m }))));
        Assert.Empty(Of(Simple, Performance(new GradeCoefficient(new Dictionary<string, decimal> { ["A"] = 1.2m, ["B"] = 1m }))));
    }

    [Fact]
    public void A_band_that_no_score_comes_to_and_a_cap_that_nobody_reaches_are_warnings()
    {
        Assert.Equal(["warning band-unreachable at bands/2"], Of(Simple, Performance(Banded(("x<80", 0m), ("80≤x≤100", 1m), ("x>100", 2m)))));
        Assert.Equal(["warning cap-unreachable at coefficient/cap"], Of(Simple, Performance(new LinearCoefficient([new(80m, 0.8m), new(100m, 1m)], 0m, 1.5m))));
    }

    private static KsfIndicator Indicator(string metric, decimal weight, Better better, decimal balance, decimal step, decimal? low = null, decimal? high = null) =>
        new(metric, new(metric, metric), weight, new(new(metric), null), better, balance, step, 10m, low, high);

    private static string[] Ksf(params KsfIndicator[] indicators) => Of(Simple, new Ksf("ksf", default, 1000m, 1m, true, indicators));

    [Fact]
    public void Indicators_are_weighed_and_measured_like_items()
    {
        Assert.Empty(Ksf(Indicator("consulted", 60m, Better.Higher, 100m, 10m), Indicator("average-response", 40m, Better.Lower, 30m, 1m)));
        Assert.Equal(["weights-not-100 at ksf/indicators"], Ksf(Indicator("consulted", 60m, Better.Higher, 100m, 10m), Indicator("average-response", 39m, Better.Lower, 30m, 1m)));
        Assert.Equal(["metric-unknown at source/metric"], Ksf(Indicator("nothing", 100m, Better.Higher, 100m, 10m)));
        Assert.Equal(["direction-clash at indicators/average-response"], Ksf(Indicator("average-response", 100m, Better.Higher, 30m, 1m)));
        Assert.Equal(["unit-clash at inquiry-paid-final/balance"], Ksf(Indicator("inquiry-paid-final", 100m, Better.Higher, 55m, 1m)));
        Assert.Empty(Ksf(Indicator("inquiry-paid-final", 100m, Better.Higher, 0.55m, 0.01m)));
    }

    [Fact]
    public void One_of_several_indicators_should_weigh_neither_too_much_nor_too_little() =>
        Assert.Equal(["warning weight-extreme at consulted/weight", "warning weight-extreme at sales/weight"],
            Ksf(Indicator("consulted", 56m, Better.Higher, 100m, 10m), Indicator("received", 40m, Better.Higher, 100m, 10m), Indicator("sales", 4m, Better.Higher, 100m, 10m)));

    // 1000 at balance; high 900 holds it below. From 30 s down to 0 are 30 steps of 10, so 1300 is the most and 1500 out of reach.
    [Theory]
    [InlineData(900, "warning balance-not-paid at average-response/high")]
    [InlineData(1000, "")]
    [InlineData(1300, "")]
    [InlineData(1500, "warning cap-unreachable at average-response/high")]
    public void A_cap_lies_between_the_part_at_balance_and_what_can_be_reached(int high, string found) =>
        Assert.Equal(found, string.Join(';', Ksf(Indicator("average-response", 100m, Better.Lower, 30m, 1m, null, high))));

    [Fact]
    public void Full_attendance_pay_and_a_discipline_item_that_both_count_lateness_are_a_warning()
    {
        var discipline = Plan(Item("late", new Bands([new(Interval.Parse("x≤2")!, 100m), new(Interval.Parse("x>2")!, 0m)])));
        var full = new Ksf("full", default, 200m, 1m, true, [Indicator("full-attendance", 100m, Better.Higher, 1m, 1m)]);
        Assert.Equal(["warning fact-punished-twice at indicators/full-attendance"], Of(discipline, full, Performance(Banded(("x<80", 0m), ("x≥80", 1m)))));
        // Where nothing pays by the score, lateness costs pay once.
        Assert.Empty(Of(discipline, full));
    }

    [Theory]
    [InlineData(5, false, true)]  // 50 + 30 + 15 + 5 = 100, and 5 more for one role that no other gives: 105
    [InlineData(5, true, false)]
    [InlineData(0, false, false)]
    public void A_float_that_lowers_nobody_lifts_a_pool_over_100_percent(int most, bool zeroSum, bool over)
    {
        var found = PoolLint.Of("pay/components/pool/shares", [("客服", 50m), ("运营", 30m), ("美工", 15m), ("财务", 5m)], new(most, zeroSum)).ToArray();
        Assert.Equal(over ? ["pool-over-100"] : Array.Empty<string>(), found.Select(f => f.Rule));
        if (over) Assert.Contains("105%", found[0].Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_float_that_the_shares_leave_room_for_is_clean() => Assert.Empty(PoolLint.Of("p", [("客服", 50m), ("运营", 30m), ("美工", 15m)], new(5m, false)));

    [Fact]
    public void Shares_alone_over_100_percent_are_an_error() => Assert.Equal(["pool-over-100"], PoolLint.Of("p", [("客服", 60m), ("运营", 45m)], null).Select(f => f.Rule));

    [Fact]
    public void A_role_that_no_plan_scores_and_a_position_in_no_role_are_pointed_at()
    {
        var pool = PoolTests.Share with { Roles = [new("service", new("客服", "service"), 50m, ["elsewhere"])] };
        Assert.Equal(["pool-role-unscored", "pool-position-left-out"], PayLint.Of(new("s", 1, default, default, [pool]) { Funds = [new("team", default, new("a", "a"))] }, [Simple with { Positions = ["front-line"] }], Catalogue.Find).Select(f => f.Rule));
    }
}
