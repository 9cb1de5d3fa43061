using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class IncomeTaxTests
{
    private static readonly IncomeTax Tax = new("tax", new("个人所得税", "income tax"));
    private static readonly YearEndBonus Bonus = new("bonus", new("年终奖", "year-end bonus"));

    /// <summary>Insurance of 0 % of nothing, so that declared amounts alone are deducted.</summary>
    private static decimal[] Year(IReadOnlyList<decimal> wages, decimal declared = 0m, int first = 1, TaxOpening? opening = null)
    {
        var (closed, taxes) = (new Dictionary<Month, TaxedMonth>(), new List<decimal>());
        for (var number = first; number < first + wages.Count; number++)
        {
            var month = new Month(2026, number);
            var year = TaxYear.Of(month, m => m.Number >= first, closed.GetValueOrDefault, opening is null ? [] : [opening], declared == 0m ? [] : [new SpecialDeduction(Name, "子女教育", new(2025, 1), null, declared)]);
            var lines = PayRun.Compute(new("s", 1, default, default, [new BasePay("base", default, wages[number - first]), Tax]), month, [Person() with { Tax = year }])[0].Lines;
            Assert.All(lines, l => Assert.Equal(l.Amount, l.Explanation.Recompute()));
            closed[month] = TaxedMonth.Of(month, [.. lines.Select(l => (l.Kind, l.Amount))])!;
            taxes.Add(-lines[1].Amount);
        }
        return [.. taxes];
    }

    [Fact]
    public void Ten_thousand_a_month_pays_150_seven_times_then_430_then_500()
    {
        // 5 000 taxable a month: to 35 000 at 3 %; 40 000 × 10 % − 2 520 = 1 480, less 1 050 withheld is 430; then 10 % of 5 000
        Assert.Equal([150m, 150m, 150m, 150m, 150m, 150m, 150m, 430m, 500m, 500m, 500m, 500m], Year([.. Enumerable.Repeat(10_000m, 12)]));
    }

    [Fact]
    public void Fifteen_thousand_with_1500_declared_pays_255_four_times_then_710_then_850()
    {
        // 8 500 taxable a month: 34 000 × 3 % = 1 020; 42 500 × 10 % − 2 520 = 1 730, less 1 020 is 710
        Assert.Equal([255m, 255m, 255m, 255m, 710m, 850m, 850m, 850m, 850m, 850m, 850m, 850m], Year([.. Enumerable.Repeat(15_000m, 12)], 1500m));
    }

    [Fact]
    public void Who_joins_in_September_has_the_months_from_September_on()
    {
        Assert.Equal([150m, 150m], Year([10_000m, 10_000m], first: 9));
    }

    [Fact]
    public void A_month_under_the_free_amount_gives_nothing_back_and_lowers_the_next()
    {
        // 5 000 × 3 % = 150; 11 000 − 10 000 leaves 1 000 of the year, 30 due of which 150 are withheld: 0; 36 000 − 15 000 = 21 000 × 3 % = 630 − 150 = 480
        Assert.Equal([150m, 0m, 480m], Year([10_000m, 1_000m, 25_000m]));
        // a month below zero: 10 000 − 2 000 + 9 000 = 17 000 − 15 000 = 2 000 × 3 % = 60, less than the 150 withheld
        Assert.Equal([150m, 0m, 0m], Year([10_000m, -2_000m, 9_000m]));
    }

    [Theory]
    [InlineData(41_000, 1_080)]     // 36 000 × 3 %
    [InlineData(41_001, 1_080.1)]   // 36 001 × 10 % − 2 520
    [InlineData(5_000, 0)]
    [InlineData(1_000_000, 265_830)] // 995 000 × 45 % − 181 920
    public void An_edge_of_the_table_belongs_to_the_step_below(int wage, decimal tax) => Assert.Equal([tax], Year([wage]));

    [Fact]
    public void An_opening_balance_stands_for_the_months_before_it()
    {
        // through July 70 000 earned and 1 050 withheld: August is the eighth month of the vector
        Assert.Equal([430m, 500m], Year([10_000m, 10_000m], first: 8, opening: new(new(2026, 7), Name, 7, 70_000m, 0m, 1_050m)));
    }

    [Fact]
    public void A_month_that_nobody_knows_leaves_no_tax_and_the_line_says_which()
    {
        var year = TaxYear.Of(October, m => m.Number >= 8, m => m.Number == 9 ? new(m, 10_000m, 0m, 150m, false) : null, [], []);
        var line = PayRun.Compute(new("s", 1, default, default, [new BasePay("base", default, 10_000m), Tax]), October, [Person() with { Tax = year }])[0].Lines[1];
        Assert.Equal((0m, PayKind.TaxUnknown), (line.Amount, line.Kind));
        Assert.Contains("2026-08", Assert.Single(line.Notes).En, StringComparison.Ordinal);
        Assert.Null(TaxedMonth.Of(October, [(PayKind.Base, 10_000m), (line.Kind, line.Amount)]));
        Assert.Null(TaxedMonth.Of(October, [(PayKind.Base, 10_000m)]));
    }

    [Fact]
    public void A_declaration_counts_in_its_own_months_alone()
    {
        var year = TaxYear.Of(October, m => m.Number >= 3, _ => null, [], [new(Name, "住房租金", new(2026, 9), null, 1500m), new(Name, "赡养老人", new(2025, 1), new(2026, 2), 3000m), new(Name, "子女教育", new(2025, 1), new(2026, 4), 2000m)]);
        Assert.Equal([("住房租金", 3000m), ("子女教育", 4000m)], year.Special.OrderBy(s => s.Declared.Monthly).Select(s => (s.Declared.Kind, s.Amount)));
        Assert.Equal(8, year.Months);
    }

    /// <summary>Small seeds reach every step of the table, and months below zero.</summary>
    private static decimal Wide(int seed) => seed % 1000 * 1_237m;

    [Fact]
    public void What_was_withheld_by_a_month_is_the_most_that_the_year_owed_up_to_it() => Prop.ForAll<int[]>(seeds =>
    {
        decimal[] wages = [.. seeds.Take(12).Select(s => Wide(s))];
        if (wages.Length == 0) return true;
        var (taxes, sum, most, withheld) = (Year(wages), 0m, 0m, 0m);
        for (var i = 0; i < wages.Length; i++)
        {
            sum += wages[i];
            most = Math.Max(most, TaxTable.Of(TaxTable.Annual, Math.Max(0m, sum - 5000m * (i + 1))));
            withheld += taxes[i];
            // each month's line is rounded to the fen once
            if (taxes[i] < 0m || Math.Abs(withheld - most) > 0.005m * (i + 1)) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_earns_more_in_a_month_never_takes_home_less_when_no_bonus_is_taxed_apart() => Prop.ForAll<int, int>((a, b) =>
    {
        decimal Net(int seed) => Wide(seed) - Year([Wide(seed)])[0];
        return Wide(a) <= Wide(b) ? Net(a) <= Net(b) : Net(b) <= Net(a);
    }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<PayLine> WithBonus(decimal bonus, decimal wage, BonusTaxed way, params TaxedMonth[] earlier) => PayRun.Compute(
        new("s", 1, default, default, [new BasePay("base", default, wage), Bonus, Tax with { YearEnd = way }]), October,
        [Person() with { Tax = new(earlier.Length + 1, null, earlier, [], []), Adjustments = [new(October, Name, AdjustmentKind.YearEnd, bonus, "年终奖", "a", "b")] }])[0].Lines;

    [Theory]
    // apart: 36 000 × 3 % = 1 080; merged with wages of 5 000: 36 000 taxable × 3 % = 1 080: alike, taken apart
    [InlineData(36_000, 5_000, 1_080, PayKind.YearEndTax)]
    // one yuan more, apart: 36 001 × 10 % − 210 = 3 390.10; merged: 36 001 × 10 % − 2 520 = 1 080.10
    [InlineData(36_001, 5_000, 1_080.1, PayKind.Tax)]
    // apart 30 000 × 3 % = 900; merged: 35 000 + 30 000 = 65 000 × 10 % − 2 520 = 3 980, less 1 050 of the wages alone is 2 930
    [InlineData(30_000, 40_000, 900, PayKind.YearEndTax)]
    public void Of_apart_and_merged_the_cheaper_is_taken_and_both_are_said(decimal bonus, decimal wage, decimal tax, PayKind kind)
    {
        var line = WithBonus(bonus, wage, BonusTaxed.Cheaper)[3];
        Assert.Equal((-tax, kind, line.Amount), (line.Amount, line.Kind, line.Explanation.Recompute()));
        var note = Assert.Single(line.Notes).En;
        Assert.Contains("apart ¥", note, StringComparison.Ordinal);
        Assert.Contains("merged ¥", note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_may_choose_and_a_second_bonus_of_the_year_is_merged()
    {
        Assert.Equal(-3_390.1m, WithBonus(36_001m, 5_000m, BonusTaxed.Apart)[3].Amount);
        Assert.Equal(-2_930m, WithBonus(30_000m, 40_000m, BonusTaxed.Merged)[3].Amount);
        // two months of 40 000: 70 000 × 10 % − 2 520 = 4 480; with 30 000 more 100 000 × 10 % − 2 520 = 7 480: 3 000 more
        var second = WithBonus(30_000m, 40_000m, BonusTaxed.Cheaper, new TaxedMonth(new(2026, 9), 40_000m, 0m, 1_050m, BonusApart: true))[3];
        Assert.Equal((-3_000m, PayKind.Tax), (second.Amount, second.Kind));
    }

    [Fact]
    public void A_merged_bonus_is_income_of_the_year_and_one_taxed_apart_is_not()
    {
        TaxedMonth Of(decimal bonus) => TaxedMonth.Of(October, [.. WithBonus(bonus, 5_000m, BonusTaxed.Cheaper).Select(l => (l.Kind, l.Amount))])!;
        Assert.Equal(new(October, 5_000m, 0m, 0m, true), Of(36_000m));
        Assert.Equal(new(October, 41_001m, 0m, 1_080.1m, false), Of(36_001m));
    }
}
