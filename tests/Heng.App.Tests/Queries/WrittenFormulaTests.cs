using Heng.App.Features.Explain;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Queries;

/// <summary>A formula stands there in words and with its numbers in place; ≈ only where those numbers give another than the one shown.</summary>
public sealed class WrittenFormulaTests
{
    private static Explained Leaf(string zh, string en, decimal? value, Unit unit) => Explained.Leaf("", new(zh, en), value, unit);
    private static Explained By(Unit unit, Operation how, params IReadOnlyList<Explained> inputs) => Explained.By("", new("结果", "result"), unit, how, inputs);

    private static (string Words, string Figures, string Sign) Zh(Explained number) => Told(number, Language.Zh);
    private static (string Words, string Figures, string Sign) En(Explained number) => Told(number, Language.En);
    private static (string, string, string) Told(Explained number, Language language) =>
        WrittenFormula.Of(number, language) is { } written ? (written.Words, written.Figures, written.Exact ? "=" : "≈") : ("", "", "");

    private static Explained Average(decimal seconds, decimal rounds) => By(Unit.Seconds, Quotient.Instance, Leaf("等待", "waits", seconds, Unit.Seconds), Leaf("回合", "rounds", rounds, Unit.Times));

    [Fact]
    public void Every_operation_that_a_payslip_knows_can_be_written_in_both_languages()
    {
        static IEnumerable<Explained> All(Explained node) => node.Inputs.SelectMany(All).Append(node);
        foreach (var number in Pay.OperationSamples.All.SelectMany(All))
            foreach (var language in new[] { Language.Zh, Language.En })
                if (WrittenFormula.Of(number, language) is { } written) Assert.True(written.Words.Length > 0 && written.Figures.Length > 0, number.How.GetType().Name);
    }

    [Fact]
    public void A_quotient_that_ends_within_what_is_shown_is_equal_and_any_other_is_near()
    {
        Assert.Equal(("等待 ÷ 回合", "33,163 秒 ÷ 299 次", "≈"), Zh(Average(33163m, 299m))); // 110.9130…
        Assert.Equal(("waits ÷ rounds", "33,163 s ÷ 200 times", "≈"), En(Average(33163m, 200m))); // 165.815, shown as 165.82
        Assert.Equal(("waits ÷ rounds", "33,164 s ÷ 200 times", "="), En(Average(33164m, 200m))); // 165.82
        Assert.Equal("1 s ÷ 1 time", En(Average(1m, 1m)).Figures);
    }

    [Fact]
    public void A_rounding_is_said_after_the_formula_it_rounds()
    {
        Explained Base(decimal amount) => By(Unit.Yuan, new Rounded(2), By(Unit.Yuan, PaidPart.Instance, Leaf("底薪", "base pay", amount, Unit.Yuan), Leaf("计薪天数", "days paid", 22m, Unit.Days), Leaf("应出勤天数", "days due", 23m, Unit.Days)));
        // 4,000 × 22 ÷ 23 = 3,826.0869…; 4,600 × 22 ÷ 23 = 4,400
        Assert.Equal(("底薪 × 计薪天数 ÷ 应出勤天数，四舍五入到 2 位小数", "¥4,000.00 × 22 天 ÷ 23 天", "≈"), Zh(Base(4000m)));
        Assert.Equal(("base pay × days paid ÷ days due, rounded to 2 places", "¥4,600.00 × 22 days ÷ 23 days", "="), En(Base(4600m)));
    }

    [Fact]
    public void A_redistributed_score_has_its_product_in_place()
    {
        var scaled = By(Unit.Points, Product.Instance, Leaf("得分合计", "points", 59.68m, Unit.Points), Leaf("总权重", "total weight", 100m, Unit.Points));
        var score = By(Unit.Points, new Rounded(2), By(Unit.Points, Quotient.Instance, scaled, Leaf("有数据的权重", "weights with data", 80m, Unit.Points)));
        Assert.Equal(("得分合计 × 总权重 ÷ 有数据的权重，四舍五入到 2 位小数", "59.68 分 × 100 分 ÷ 80 分", "="), Zh(score)); // 74.6
    }

    [Theory]
    [InlineData("30", "满分 15 分（30 秒 ≤ 30 秒）", "=")]
    [InlineData("45", "15 分 × 30 秒 ÷ 45 秒", "=")] // 10
    [InlineData("30.01", "15 分 × 30 秒 ÷ 30.01 秒", "≈")] // 14.9950…
    public void A_target_stands_with_the_unit_of_its_value_and_with_the_side_that_applied(string actual, string figures, string sign)
    {
        var points = By(Unit.Points, new Proportional(30m, Better.Lower),
            Leaf("平均响应", "average response", decimal.Parse(actual, System.Globalization.CultureInfo.InvariantCulture), Unit.Seconds), Leaf("满分", "full points", 15m, Unit.Points));
        Assert.Equal(("实际 ≤ 30 秒 得满分，否则 满分 × 30 秒 ÷ 实际，四舍五入到 2 位小数", figures, sign), Zh(points));
    }

    [Fact]
    public void A_rate_in_a_band_stands_with_its_per_cent()
    {
        var bands = new Bands([new(Interval.Parse("x ≥ 90%")!, 10m), new(Interval.Parse("x < 90%")!, 5m)]);
        Assert.Equal(("x ≥ 90% → 10 pts; x < 90% → 5 pts", "89.99% lies in x < 90%", "="), En(By(Unit.Points, bands, Leaf("好评率", "good", 0.8999m, Unit.Rate), Leaf("满分", "full", 10m, Unit.Points))));
    }

    [Fact]
    public void A_coefficient_on_a_line_is_worked_out_between_its_two_points()
    {
        var line = new LinearCoefficient([new(80m, 0.8m), new(100m, 1m)]);
        // 0.8 + 0.2 × (74.6 − 80) ÷ 20 = 0.746
        Assert.Equal(("直线 80 分 → 0.8，100 分 → 1", "0.8 + (1 − 0.8) × (74.6 分 − 80 分) ÷ (100 分 − 80 分)", "="), Zh(line.Of(Leaf("总分", "score", 74.6m, Unit.Points), null)));
    }

    [Fact]
    public void What_is_taken_away_stands_with_its_minus_and_what_is_missing_not_at_all()
    {
        var net = By(Unit.Yuan, Sum.Instance, Leaf("底薪", "base pay", 3800m, Unit.Yuan), Leaf("无", "none", null, Unit.Yuan), Leaf("扣减", "penalties", -50m, Unit.Yuan));
        Assert.Equal(("底薪 + 扣减", "¥3,800.00 − ¥50.00", "="), Zh(net));
    }

    [Fact]
    public void Raters_stand_with_their_weights_and_an_absent_one_not_among_the_figures()
    {
        var mean = new RaterMean([30m, 50m, 20m], MissingRater.Redistribute);
        var rating = By(Unit.Points, mean, Leaf("自评", "self", 5m, Unit.Points), Leaf("同事", "peers", null, Unit.Points), Leaf("店长", "manager", 4m, Unit.Points));
        // (5 × 30 + 4 × 20) ÷ 50 = 4.6
        Assert.Equal(("(自评 × 30 + 同事 × 50 + 店长 × 20) ÷ 100，缺评的权重分给其他人", "(5 分 × 30 + 4 分 × 20) ÷ 50", "="), Zh(rating));
    }

    [Fact]
    public void Whole_steps_are_near_where_something_was_cut()
    {
        Explained Steps(decimal actual) => By(Unit.Times, new WholeSteps(Better.Higher, 0.01m), Leaf("转化率", "conversion", actual, Unit.Rate), Leaf("平衡点", "balance point", 0.55m, Unit.Rate));
        Assert.Equal(("(转化率 − 平衡点) ÷ 1%，向零取整", "(57.00% − 55.00%) ÷ 1%，向零取整", "="), Zh(Steps(0.57m)));
        Assert.Equal("≈", Zh(Steps(0.5799m)).Sign); // 2.99 steps are 2
    }

    [Fact]
    public void What_is_only_passed_on_has_no_formula()
    {
        var leaf = Leaf("底薪", "base pay", 3800m, Unit.Yuan);
        Assert.Null(WrittenFormula.Of(leaf, Language.Zh));
        Assert.Null(WrittenFormula.Of(By(Unit.Yuan, new Rounded(2), leaf), Language.Zh));
        Assert.Null(WrittenFormula.Of(By(Unit.Points, Mean.Instance, Leaf("组长", "leader", 4m, Unit.Points)), Language.Zh));
    }

    [Fact]
    public void Pay_that_is_due_on_nothing_says_that_it_is_0()
    {
        var product = By(Unit.Yuan, Product.Instance, Leaf("绩效基数", "base", 2000m, Unit.Yuan), Leaf("绩效系数", "coefficient", null, Unit.Ratio));
        Assert.Equal(("绩效基数 × 绩效系数，没有值则为 0", "¥2,000.00 × —", "="), Zh(By(Unit.Yuan, new Rounded(2), By(Unit.Yuan, OrNothing.Instance, product))));
    }
}
