using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class CommissionTests
{
    private static readonly Band[] Five = Slabs(("x ≤ 11000", 0.1m), ("11000 < x ≤ 44725", 0.12m), ("44725 < x ≤ 95375", 0.22m), ("95375 < x ≤ 182100", 0.24m), ("x > 182100", 0.32m));
    private static readonly Band[] Two = Slabs(("x ≤ 1000", 0.04m), ("x > 1000", 0.1m));

    private static Commission On(CommissionWay way, params Band[] slabs) => new("commission", new("提成", "commission"), new("sales-net"), way, slabs);

    private static decimal Pays(Commission commission, decimal net) => Line(Person(("sales-net", net)), commission).Amount;

    [Fact]
    public void Marginal_slabs_pay_each_part_at_its_own_rate() =>
        // 1 100 + 33 725 × 0.12 = 4 047 + 50 650 × 0.22 = 11 143 + 86 725 × 0.24 = 20 814 + 6 900 × 0.32 = 2 208
        Assert.Equal(39_312.00m, Pays(On(CommissionWay.Marginal, Five), 189_000m));

    [Theory]
    [InlineData(1500, 90, 150)]     // 1 000 × 4 % + 500 × 10 %; 1 500 × 10 %
    [InlineData(1000, 40, 40)]      // the edge belongs to the lower slab
    [InlineData(1000.01, 40, 100)]  // 40.001 and 100.001, to the fen
    [InlineData(0, 0, 0)]
    public void Whole_amounts_take_the_rate_of_their_slab(decimal net, decimal marginal, decimal whole) =>
        Assert.Equal((marginal, whole), (Pays(On(CommissionWay.Marginal, Two), net), Pays(On(CommissionWay.Whole, Two), net)));

    [Theory]
    [InlineData("x ≤ 1500000", "x > 1500000", 26_250)]
    [InlineData("x < 1500000", "x ≥ 1500000", 37_500)]
    public void A_value_on_an_edge_goes_to_the_side_that_owns_it(string below, string above, decimal pays) =>
        Assert.Equal(pays, Pays(On(CommissionWay.Whole, Slabs((below, 0.0175m), (above, 0.025m))), 1_500_000m));

    [Fact]
    public void A_refund_takes_back_exactly_what_its_sale_paid()
    {
        // 500 sold, and 500 more paid back than sold, at 4 %
        Assert.Equal((20m, -20m), (Pays(On(CommissionWay.Marginal, Two), 500m), Pays(On(CommissionWay.Marginal, Two), -500m)));
        Assert.Equal((20m, -20m), (Pays(On(CommissionWay.Whole, Two), 500m), Pays(On(CommissionWay.Whole, Two), -500m)));
        Assert.Equal(0m, Pays(On(CommissionWay.Marginal, Two) with { Low = 0m }, -500m));
    }

    [Fact]
    public void Low_and_high_hold_what_is_paid() =>
        // 90 lies between; at least 100, at most 80
        Assert.Equal((90m, 100m, 80m), (Pays(On(CommissionWay.Marginal, Two) with { Low = 90m, High = 90m }, 1500m), Pays(On(CommissionWay.Marginal, Two) with { Low = 100m }, 1500m), Pays(On(CommissionWay.Marginal, Two) with { High = 80m }, 1500m)));

    [Fact]
    public void Without_data_nothing_is_paid_and_the_line_says_so()
    {
        foreach (var way in Enum.GetValues<CommissionWay>())
        {
            var line = Line(Person(), On(way, Two) with { Low = 50m });
            Assert.Equal((0m, "no data, so no commission"), (line.Amount, Assert.Single(line.Notes).En));
        }
    }

    [Fact]
    public void A_reported_number_is_asked_for_by_its_mark()
    {
        var reported = On(CommissionWay.Marginal, Two) with { Source = new("sales-net") { Reported = true } };
        Assert.Equal((40m, 0m), (Line(Person(("reported/sales-net", 1000m)), reported).Amount, Line(Person(("sales-net", 1000m)), reported).Amount));
    }

    [Fact]
    public void The_parts_in_the_slabs_add_up_to_the_amount_and_more_never_pays_less() => Prop.ForAll<int, int>((a, b) =>
    {
        var (x, y) = (Math.Min(a, b) * 137.31m, Math.Max(a, b) * 137.31m);
        return Five.Sum(s => new PartInSlab(s.Values).Apply([x])) == x && Pays(On(CommissionWay.Marginal, Five), x) <= Pays(On(CommissionWay.Marginal, Five), y)
            && (x < 0m || Pays(On(CommissionWay.Whole, Five), x) <= Pays(On(CommissionWay.Whole, Five), y));
    }).QuickCheckThrowOnFailure();
}
