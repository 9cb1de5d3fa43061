using Heng.Engine.Pay;
using Heng.Engine.Pay.Lint;
using Heng.Engine.Pay.Tax;

namespace Heng.Engine.Tests.Pay.Lint;

public sealed class TaxLintTests
{
    private static readonly BasePay Base = new("base", default, 3000m);
    private static readonly IncomeTax Tax = new("tax", default);
    private static readonly SocialInsurance Insurance = new("insurance", default, InsuredBy.Earned, 0m, [new("甲市", new(2026, 1, 1), null, null, []), new("甲市", new(2026, 7, 1), null, null, []), new(null, new(2026, 1, 1), null, null, [])]);

    private static string[] Of(params PayComponent[] components) => [.. PayLint.Of(new("s", 1, default, default, components), [], _ => null).Select(f => $"{f.Rule} at {f.Place["pay/components/".Length..]}")];

    [Fact]
    public void Insurance_below_what_is_earned_and_tax_behind_it_is_clean() => Assert.Empty(Of(Base, Insurance, Insurance with { Id = "housing" }, Tax, new Deduction("loss", default)));

    [Fact]
    public void What_is_earned_below_insurance_or_tax_is_an_error()
    {
        Assert.Equal(["tax-order at base"], Of(Insurance, Base));
        Assert.Equal(["tax-order at base"], Of(Tax, Base));
        Assert.Equal(["tax-order at insurance"], Of(Base, Tax, Insurance));
        Assert.Equal(["tax-order at tax-two"], Of(Base, Tax, Tax with { Id = "tax-two" }));
    }

    [Fact]
    public void Two_tables_of_one_place_from_one_day_are_an_error() =>
        Assert.Equal(["insurance-tables at insurance/tables/3"], Of(Base, Insurance with { Tables = [.. Insurance.Tables, new("甲市", new(2026, 7, 1), null, null, [])] }));
}
