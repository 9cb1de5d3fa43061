using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

/// <summary>A payslip that is paid before the month ends: what only its end tells stands with 0 and says so.</summary>
public sealed class PaidAloneTests
{
    private static readonly PayComponent[] Components =
    [
        new BasePay("base", new("底薪", "base")),
        new Commission("sale", new("提成", "commission"), new("sales-net"), CommissionWay.Marginal, Slabs(("x < 100", 0.1m), ("x ≥ 100", 0.1m))),
        new RankAward("award", new("名次奖", "award"), new FromMetric("sales-net"), Better.Higher, [300m], AwardTies.None),
        new Pool("pool", new("奖金池", "pool"), new FromMetric("sales"), 0.01m, [new("front", new("客服", "front"), 50m, ["front-line"])], "fund"),
        new SocialInsurance("insurance", new("社保", "insurance"), InsuredBy.Earned, 0m, [new InsuranceTable(null, new(2026, 1, 1), null, null, [new("pension", new("养老", "pension"), 0.08m)])]),
    ];

    private static Payee Of(string name, decimal sales) => Person(("sales-net", sales), (Asking.For(Beside.Shop, "sales"), 1_000_000m)) with
    {
        Agent = name, Asker = Asker.Of(name, "一组", "front-line", new(October, October), []), Attendance = new(October, name, 22, 11),
        Card = new(name, "s/p", 1, 80m, null, null, [], Explained.Leaf("score", default, 80m, Unit.Points)),
    };

    private static readonly Payee[] People = [Of("王", 200m), Of("李", 100m)];
    private static readonly PayScheme Scheme = new("s", 1, default, default, Components);

    [Fact]
    public void Pools_and_places_pay_nothing_yet_and_say_so_and_what_reads_the_lines_above_reads_that()
    {
        var slip = PayRun.Alone(Scheme, October, People, "王")!;
        // 4000 × 11 ÷ 22 = 2000; 10 % of 200 = 20; insurance 8 % of 2020 = 161.60; 2000 + 20 − 161.60 = 1858.40
        Assert.Equal([("base", 2000m), ("sale", 20m), ("award", 0m), ("pool", 0m), ("insurance.pension", -161.60m)], slip.Lines.Select(l => (l.Id, l.Amount)));
        Assert.Equal(1858.40m, slip.Net);
        Assert.All(slip.Lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        foreach (var waiting in slip.Lines.Where(l => l.Id is "award" or "pool")) Assert.Contains("follows as a difference", Assert.Single(waiting.Notes).En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_month_pays_the_same_lines_and_these_in_addition()
    {
        var (alone, whole) = (PayRun.Alone(Scheme, October, People, "王")!, PayRun.Compute(Scheme, October, People).Single(s => s.Agent == "王"));
        Assert.Equal(whole.Lines.Select(l => (l.Id, l.Kind)), alone.Lines.Select(l => (l.Id, l.Kind)));
        // The champion's 300; half of the pool of 10,000 over two at 80 points: 2500 × 0.8 = 2000.
        Assert.Equal((300m, 2000m), (whole.Lines[2].Amount, whole.Lines[3].Amount));
        Assert.Null(PayRun.Alone(Scheme, October, People, "张"));
    }

    [Fact]
    public void Who_has_no_part_in_a_pool_has_no_line_that_waits() =>
        Assert.DoesNotContain(PayRun.Alone(Scheme, October, [Of("王", 200m) with { Asker = Asker.Of("王", "一组", "designer", new(October, October), []) }], "王")!.Lines, l => l.Id == "pool");
}
