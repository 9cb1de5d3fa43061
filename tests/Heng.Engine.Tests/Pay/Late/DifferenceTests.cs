using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Pay.Late;

/// <summary>September was closed with base 4000.00 and commission 150.00; October settles it.</summary>
public sealed class DifferenceTests
{
    private static readonly Month September = new(2026, 9), October = new(2026, 10), November = new(2026, 11);
    private static readonly SealedAmount[] Closed = [Then("base", 4000m), Then("commission", 150m)];

    private static SealedAmount Then(string line, decimal amount) => new(line, new(line, line), amount);
    private static PayLine Now(string line, decimal amount) => PayLine.Of(line, new(line, line), Explained.Leaf("amount", new(line, line), amount, Unit.Yuan), []);

    private static IReadOnlyList<PayLine> Settled(IReadOnlyList<PayLine>? now, decimal net = 4000m, IReadOnlyList<SealedAmount>? then = null, params IReadOnlyList<SealedPay> since)
    {
        var lines = Differences.Of([new(September, then ?? Closed, now, since)], net);
        Assert.All(lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
        return lines;
    }

    [Fact]
    public void A_line_that_moved_is_settled_by_what_it_moved_and_one_that_did_not_makes_no_line()
    {
        // The commission is 142.50 now: 142.50 − 150.00 = −7.50.
        var line = Assert.Single(Settled([Now("base", 4000m), Now("commission", 142.50m)]));
        Assert.Equal(("difference.2026-09.commission", -7.50m, "2026-09 差额：commission"), (line.Id, line.Amount, line.Label.Zh));
        Assert.Empty(Settled([Now("base", 4000m), Now("commission", 150m)]));
    }

    [Fact]
    public void A_line_that_came_and_one_that_went_are_settled_whole()
    {
        var lines = Settled([Now("base", 4000m), Now("award", 300m)]);
        Assert.Equal([("difference.2026-09.award", 300m), ("difference.2026-09.commission", -150m)], lines.Select(l => (l.Id, l.Amount)));
    }

    [Fact]
    public void What_a_later_closed_month_settled_is_not_settled_again()
    {
        SealedPay October(decimal amount) => new(DifferenceTests.October, [Then("base", 4000m), Then("difference.2026-09.commission", amount)]);
        Assert.Empty(Settled([Now("base", 4000m), Now("commission", 142.50m)], since: [October(-7.50m)]));
        // One more refund: 140.00 now − 150.00 − (−7.50) = −2.50.
        var line = Assert.Single(Settled([Now("base", 4000m), Now("commission", 140m)], since: [October(-7.50m)]));
        Assert.Equal(-2.50m, line.Amount);
        // The refund was a mistake and is taken back: 150.00 − 150.00 − (−7.50) = +7.50.
        Assert.Equal(7.50m, Assert.Single(Settled([Now("base", 4000m), Now("commission", 150m)], since: [October(-7.50m)])).Amount);
    }

    [Fact]
    public void A_line_that_only_a_later_month_knew_is_taken_back_under_its_own_words()
    {
        SealedPay october = new(October, [new("difference.2026-09.award", new("2026-09 差额：奖", "Difference of 2026-09: award"), 300m)]);
        var line = Assert.Single(Settled([Now("base", 4000m), Now("commission", 150m)], since: [october]));
        Assert.Equal(("difference.2026-09.award", -300m, "Difference of 2026-09: award"), (line.Id, line.Amount, line.Label.En));
    }

    [Fact]
    public void Who_was_paid_nothing_at_the_closing_gets_all_of_it_and_who_is_paid_by_nothing_now_keeps_what_was_paid()
    {
        Assert.Equal([4000m, 150m], Settled([Now("base", 4000m), Now("commission", 150m)], then: []).Select(l => l.Amount));
        Assert.Empty(Settled(null));
        Assert.True(new ClosedPay(September, Closed, null, []).Unknown);
        Assert.False(new ClosedPay(September, [], null, []).Unknown);
    }

    [Fact]
    public void What_settles_wage_is_wage_and_no_pay_for_this_months_work_and_what_settles_tax_is_tax()
    {
        var lines = Settled([Now("base", 4100m) with { Kind = PayKind.Base }, Now("tax", -12m) with { Kind = PayKind.Tax }], then: [Then("base", 4000m)]);
        Assert.Equal([PayKind.Late, PayKind.Tax], lines.Select(l => l.Kind));
        Assert.Equal((true, false), (PayKind.Late.IsWage(), PayKind.Late.IsNormalWork()));
    }

    [Theory]
    [InlineData(100, -100, 0)]
    [InlineData(100, -100.01, 0.01)]
    [InlineData(100, -250, 150)]
    [InlineData(-50, -100, 100)]
    [InlineData(-50, 20, 0)]
    public void What_the_months_pay_cannot_bear_goes_to_the_next_and_never_more_than_was_taken_off(decimal own, decimal late, decimal carried)
    {
        var lines = Settled([Now("base", 4000m), Now("commission", 150m + late)], net: own);
        Assert.Equal(carried, lines.Where(l => l.Id == LateLine.Forward).Sum(l => l.Amount));
    }

    [Fact]
    public void A_balance_that_was_carried_forward_is_taken_up_once()
    {
        SealedAmount[] october = [Then("base", 100m), Then("difference.2026-09.commission", -150m), Then(LateLine.Forward, 50m)];
        IReadOnlyList<PayLine> Of(params IReadOnlyList<SealedPay> since) => Differences.Of([new(October, october, [Now("base", 100m)], since)], 4000m);
        Assert.Equal([("difference.brought.2026-10", -50m)], Of().Select(l => (l.Id, l.Amount)));
        Assert.Empty(Of(new SealedPay(November, [Then("difference.brought.2026-10", -50m)])));
    }

    [Theory]
    [InlineData("difference.2026-09.ksf.conversion", "2026-09", "ksf.conversion")]
    [InlineData("difference.forward", null, null)]
    [InlineData("difference.brought.2026-10", null, null)]
    [InlineData("ksf.conversion", null, null)]
    public void The_id_of_a_difference_tells_the_month_and_the_line(string id, string? month, string? line)
    {
        Assert.Equal((month, line), (LateLine.Parse(id)?.Month.ToString(), LateLine.Parse(id)?.Line));
        Assert.Equal(id.StartsWith("difference.", StringComparison.Ordinal), LateLine.Is(id));
        if (LateLine.Parse(id) is { } late) Assert.Equal(id, late.Id);
    }

    [Theory]
    [InlineData(4000, 2000, 2000)]    // 4 000 − 2 000 leaves the 2 000
    [InlineData(4000, 2000.01, 1999.99)]
    [InlineData(4000, 0, 4000)]       // no minimum wage is known: all that there is
    [InlineData(1500, 2000, 0)]       // under it already: nothing is taken off
    public void Of_a_balance_as_much_is_taken_off_as_leaves_the_minimum_wage(decimal net, decimal least, decimal taken)
    {
        // Nothing of 4 150 stands now: −4 000 and −150, of which the rest goes on.
        var lines = Differences.Of([new(September, Closed, [], [])], net, least);
        Assert.Equal((-taken, least > 0m), (lines.Sum(l => l.Amount), lines[^1].Notes[0].Zh.Contains("最低工资", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
    }
}
