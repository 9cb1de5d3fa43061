using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class SocialInsuranceTests
{
    private static readonly InsuranceRate Pension = new("pension", new("养老保险", "pension"), 0.08m), Medical = new("medical", new("医疗保险", "medical"), 0.02m);

    private static readonly SocialInsurance Insurance = new("insurance", new("社保", "insurance"), InsuredBy.Earned, 0m,
    [
        new("甲市", new(2026, 1, 1), 4000m, 20_000m, [Pension, Medical]), new("甲市", new(2026, 10, 2), 5000m, null, [Pension]), new(null, new(2025, 1, 1), null, null, [Medical]),
    ]);

    private static IReadOnlyList<PayLine> Of(decimal earned, string? place, SocialInsurance? insurance = null) => Lines(Person() with { Place = place }, new BasePay("base", new("底薪", "base"), earned), insurance ?? Insurance);

    [Theory]
    [InlineData(3999.99, -320)]     // 4 000 × 8 %
    [InlineData(4000.13, -320.01)]  // 4 000.13 × 8 % = 320.0104
    [InlineData(20_000, -1600)]
    [InlineData(20_000.5, -1600)]
    public void The_base_is_held_between_floor_and_ceiling_of_the_place(decimal earned, decimal pension)
    {
        var lines = Of(earned, "甲市");
        Assert.Equal(["base", "insurance.pension", "insurance.medical"], lines.Select(l => l.Id));
        Assert.Equal((pension, PayKind.Insurance), (lines[1].Amount, lines[1].Kind));
    }

    [Fact]
    public void Another_place_has_everybody_elses_rates_and_without_any_nothing_is_taken()
    {
        Assert.Equal(-60m, Assert.Single(Of(3000m, "乙市").Skip(1)).Amount);
        var none = Of(3000m, null, Insurance with { Tables = [.. Insurance.Tables.Take(2)] })[1];
        Assert.Equal((0m, 1), (none.Amount, none.Notes.Count));
    }

    [Theory]
    [InlineData(100, -2)]    // 100 × 2 %, no floor in this table
    [InlineData(0, 0)]
    [InlineData(-100, 0)]    // penalties over the pay: insurance gives nothing
    public void Of_earnings_under_zero_without_a_floor_nothing_is_taken_and_nothing_given(decimal earned, decimal taken) => Assert.Equal(taken, Of(earned, "乙市")[1].Amount);

    [Fact]
    public void The_base_may_be_the_persons_own_or_declared()
    {
        // base pay 4 000 of the person, 6 000 declared: 8 % of each
        Assert.Equal(-320m, Of(9000m, "甲市", Insurance with { By = InsuredBy.Person })[1].Amount);
        Assert.Equal(-480m, Of(9000m, "甲市", Insurance with { By = InsuredBy.Amount, Amount = 6000m })[1].Amount);
    }

    [Fact]
    public void Tax_is_on_what_is_left_after_insurance()
    {
        // 10 000 − 800 − 200 − 5 000 = 4 000 × 3 % = 120; a deduction for a loss lowers no income
        var lines = Lines(Person() with { Place = "甲市", Tax = new TaxYear(1, null, [], [], []), Adjustments = [new(October, Name, Heng.Engine.Records.AdjustmentKind.Deduction, 500m, "赔偿", "a", "b")] },
            new BasePay("base", default, 10_000m), new Deduction("loss", default), Insurance, new IncomeTax("tax", default));
        Assert.Equal([10_000m, -500m, -800m, -200m, -120m], lines.Select(l => l.Amount));
    }
}
