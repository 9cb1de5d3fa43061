using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class PoolTests
{
    internal const string Turnover = "shop/sales-net";

    internal static readonly Pool Share = new("share", new("利润分享", "profit share"), new FromMetric("sales-net"), 0.01m,
    [
        new("service", new("客服", "service"), 50m, ["front-line", "after-sales"]), new("operations", new("运营", "operations"), 30m, ["operations"]),
        new("art", new("美工", "art"), 15m, ["art"]), new("finance", new("财务", "finance"), 5m, ["finance"]),
    ], "team") { Pass = 80m, Float = new(5m, true) };

    internal static Payee Of(string name, string position, decimal? score, decimal turnover = 1_000_000m) => Person((Turnover, turnover)) with
    {
        Agent = name, Asker = Asker.Of(name, "一组", position, new(October, October), []),
        Card = new(name, "s/p", 1, score, null, null, [], Explained.Leaf("score", new("总分", "score"), score, Unit.Points)),
    };

    internal static PoolDivision Divided(Pool pool, params IReadOnlyList<Payee> people) => Assert.Single(PayRun.Pools(new("s", 1, default, default, [pool]), October, people));

    private static decimal[] Nets(Pool pool, params Payee[] people) => [.. Run(people, pool).Select(s => s.Net)];

    [Fact]
    public void A_million_at_1_percent_makes_5000_3000_1500_and_500()
    {
        var division = Divided(Share, Of("a", "front-line", 100m), Of("b", "operations", 100m), Of("c", "art", 100m), Of("d", "finance", 100m));
        Assert.Equal((1_000_000m, 10_000m), (division.Number, division.Amount));
        Assert.Equal([5000m, 3000m, 1500m, 500m], division.Pots.Select(p => p.Amount));
        Assert.Equal((10_000m, 0m, 0m), (division.Paid, division.Withheld, division.Undistributed));
    }

    [Fact]
    public void The_5000_of_service_at_88_pay_4400_and_leave_600_for_the_fund()
    {
        var pot = Divided(Share, Of("a", "front-line", 88m)).Pots[0];
        Assert.Equal((4400m, 600m, 0m), (pot.Paid, pot.Withheld, pot.Undistributed));
        Assert.Equal(4400m, Line(Of("a", "after-sales", 88m), Share).Amount);
    }

    [Fact]
    public void Two_people_at_90_and_80_are_paid_2250_and_2000_and_leave_750()
    {
        // 5000 ÷ 2 = 2500 each: × 0.9 = 2250, × 0.8 = 2000; 250 + 500 = 750
        Payee[] people = [Of("a", "front-line", 90m), Of("b", "after-sales", 80m)];
        Assert.Equal([2250m, 2000m], Nets(Share, people));
        Assert.Equal((4250m, 750m, 0m), Divided(Share, people).Pots[0] is var pot ? (pot.Paid, pot.Withheld, pot.Undistributed) : default);
    }

    [Theory]
    [InlineData(80, 2000, 500, 0)]     // the pass mark itself is paid
    [InlineData(79.99, 0, 0, 2500)]    // under it the whole part stays, and the other gets none of it
    [InlineData(0, 0, 0, 2500)]
    [InlineData(100, 2500, 0, 0)]
    [InlineData(104, 2500, 0, 0)]      // no more than there is in the part
    public void Under_the_pass_mark_the_whole_part_stays_undistributed(decimal score, decimal paid, decimal withheld, decimal left)
    {
        var pot = Divided(Share, Of("a", "front-line", 90m), Of("b", "front-line", score)).Pots[0];
        Assert.Equal((2500m, 2250m, 250m, 0m), (pot.People[0].Part, pot.People[0].Paid, pot.People[0].Withheld, pot.People[0].Undistributed));
        Assert.Equal((2500m, paid, withheld, left), (pot.People[1].Part, pot.People[1].Paid, pot.People[1].Withheld, pot.People[1].Undistributed));
        Assert.Equal([2250m, paid], Nets(Share, Of("a", "front-line", 90m), Of("b", "front-line", score)));
    }

    [Fact]
    public void Without_a_score_the_part_is_not_0_of_100_but_undistributed_and_the_line_says_so()
    {
        var slips = Run([Of("a", "front-line", 90m), Of("b", "front-line", null)], Share with { Pass = null });
        Assert.Equal([2250m, 0m], slips.Select(s => s.Net));
        Assert.Equal("no score: the part stays undistributed", Assert.Single(slips[1].Lines[0].Notes).En);
        Assert.Equal((0m, 2500m), Divided(Share with { Pass = null }, Of("a", "front-line", 90m), Of("b", "front-line", null)).Pots[0].People[1] is var part ? (part.Withheld, part.Undistributed) : default);
    }

    [Fact]
    public void A_role_without_people_leaves_all_of_its_part_and_who_is_in_no_role_has_no_line()
    {
        var division = Divided(Share, Of("a", "front-line", 100m), Of("m", "manager", 100m));
        Assert.Equal([0m, 3000m, 1500m, 500m], division.Pots.Select(p => p.Undistributed));
        Assert.Empty(Run([Of("a", "front-line", 100m), Of("m", "manager", 100m)], Share)[1].Lines);
    }

    [Fact]
    public void What_no_role_has_a_share_of_stays_undistributed()
    {
        var division = Divided(Share with { Roles = [Share.Roles[0], Share.Roles[1]] }, Of("a", "front-line", 100m), Of("b", "operations", 100m));
        Assert.Equal((8000m, 2000m, 2000m), (division.Paid, division.Unassigned, division.Undistributed)); // 50 + 30 of 100
    }

    [Fact]
    public void Who_joined_in_mid_month_has_a_part_by_the_days_paid()
    {
        // 5000 × 23 ÷ (23 + 12) = 3285.7143 and 5000 × 12 ÷ 35 = 1714.2857: the odd fen goes to the larger remainder
        Payee[] people = [Of("a", "front-line", 100m) with { Attendance = new(October, "a", 23m, 23m) }, Of("b", "front-line", 100m) with { Attendance = new(October, "b", 23m, 12m) }];
        Assert.Equal([3285.71m, 1714.29m], Nets(Share, people));
        Assert.Equal([2500m, 2500m], Nets(Share with { Prorated = false }, people));
        // Nobody worked a day: nobody has a part
        Payee[] away = [.. people.Select(p => p with { Attendance = p.Attendance! with { PaidDays = 0m } })];
        Assert.Equal([0m, 0m], Nets(Share, away));
        Assert.Equal(5000m, Divided(Share, away).Pots[0].Undistributed);
    }

    [Fact]
    public void Different_days_due_count_by_their_part_and_who_has_no_attendance_whole()
    {
        // 1, 0.5 and 1: 5000 × 1 ÷ 2.5 = 2000 and 1000
        Payee[] people = [Of("a", "front-line", 100m), Of("b", "front-line", 100m) with { Attendance = new(October, "b", 12m, 6m) }, Of("c", "front-line", 100m) with { Attendance = new(October, "c", 23m, 23m) }];
        Assert.Equal([2000m, 1000m, 2000m], Nets(Share, people));
    }

    [Fact]
    public void Equal_parts_end_at_the_fen_and_the_odd_fen_goes_to_the_first_by_name()
    {
        // 100 000 at 1 % is 1000, 50 % is 500, ÷ 3 is 166.67, 166.67 and 166.66
        Payee[] people = [.. new[] { "c", "a", "b" }.Select(n => Of(n, "front-line", 100m, 100_000m))];
        Assert.Equal([166.67m, 166.67m, 166.66m], Nets(Share, people));
        Assert.Equal(Nets(Share, people), Nets(Share, [.. people.Reverse()]));
    }

    [Fact]
    public void Without_the_shops_number_there_is_no_pool_and_a_loss_makes_none()
    {
        Payee Unknown(string name) => Of(name, "front-line", 90m) with { Metric = asked => Explained.Leaf(asked, default, null, Unit.Yuan) };
        Assert.Null(Divided(Share, Unknown("a")).Amount);
        Assert.Equal("without the shop's number there is no pool this month, so nothing is paid", Assert.Single(Line(Unknown("a"), Share).Notes).En);
        Assert.Equal((0m, 0m), (Divided(Share, Of("a", "front-line", 90m, -500m)).Amount, Nets(Share, Of("a", "front-line", 90m, -500m))[0]));
    }

    [Fact]
    public void Two_points_from_operations_to_art_make_50_28_17_and_5()
    {
        ShareMove[] moves = [new("s", "share", "operations", "art", 2m), new("other", "share", "finance", "art", 1m), new("s", "share", "gone", "art", 1m)];
        Payee[] people = [.. new[] { ("a", "front-line"), ("b", "operations"), ("c", "art"), ("d", "finance") }.Select(p => Of(p.Item1, p.Item2, 100m) with { Moves = moves })];
        Assert.Equal([5000m, 2800m, 1700m, 500m], Divided(Share, people).Pots.Select(p => p.Amount));
        Assert.Equal([5000m, 2800m, 1700m, 500m], Nets(Share, people));
        Assert.Equal("the share of art was moved by +2 percentage points this month", Assert.Single(Run(people, Share)[2].Lines[0].Notes).En);
    }

    [Fact]
    public void A_share_of_the_units_profit_stands_beside_the_base_from_80_on()
    {
        // (b): 200 000 × 20 % = 40 000, service 20 000, each 10 000: 4000 + 9000 and 4000 + 8000; under 80 the base alone
        var unit = new Pool("unit", new("单位净利润分享", "unit profit"), new FromCounter("单位净利润", Unit.Yuan), 0.2m, Share.Roles, "team") { Pass = 80m };
        Payee With(string name, decimal score) => Of(name, "front-line", score) with { Metric = Person(("shop/counter/Yuan/单位净利润", 200_000m)).Metric };
        Assert.Equal([13_000m, 12_000m], Run([With("a", 90m), With("b", 80m)], new BasePay("base", default), unit).Select(s => s.Net));
        Assert.Equal([13_000m, 4000m], Run([With("a", 90m), With("b", 79.99m)], new BasePay("base", default), unit).Select(s => s.Net));
    }

    [Fact]
    public void A_payslip_that_is_worked_out_alone_shares_nothing() => Assert.Equal(0m, Assert.Single(Share.Lines(Of("a", "front-line", 90m))).Amount);
}
