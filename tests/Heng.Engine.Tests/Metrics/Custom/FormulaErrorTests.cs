using Heng.Engine.Metrics.Custom;
using static Heng.Engine.Tests.Metrics.Custom.Own;

namespace Heng.Engine.Tests.Metrics.Custom;

public class FormulaErrorTests
{
    // Columns count from 1.
    [Theory]
    [InlineData("", "formula-empty", 1)]
    [InlineData("  ", "formula-empty", 1)]
    [InlineData("30s", "metric-none", 1)]
    [InlineData("sales +", "value-missing", 8)]
    [InlineData("sales + * 2", "word-unexpected", 9)]
    [InlineData("sales orders", "operator-missing", 7)]
    [InlineData("(sales", "bracket-missing", 7)]
    [InlineData("sales)", "word-unexpected", 6)]
    [InlineData("max(sales", "bracket-missing", 10)]
    [InlineData("max()", "word-unexpected", 5)]
    [InlineData("sales # 2", "character-unknown", 7)]
    [InlineData("「销售额", "name-open", 1)]
    [InlineData("sales / 30x", "unit-unknown", 11)]
    [InlineData("average-response + 5分", "unit-unknown", 21)]
    [InlineData("sales * 1234567890123", "number-unreadable", 9)]
    [InlineData("sale / 2", "metric-unknown", 1)]
    [InlineData("「销售金额呀」", "metric-unknown", 1)]
    [InlineData("销售额 / 2", "name-bare", 1)]
    [InlineData("sales - refund-amount-sales", "minus-unspaced", 9)]
    [InlineData("sales-orders", "minus-unspaced", 1)]
    [InlineData("sales-100yuan", "minus-unspaced", 1)]
    [InlineData("avg(sales)", "function-unknown", 1)]
    [InlineData("if(sales > 1yuan, 1)", "arguments-wrong", 1)]
    [InlineData("1 < consulted < 3", "comparison-chained", 15)]
    [InlineData("consulted > 3", "number-needed", 1)]
    [InlineData("if(consulted, 1, 2)", "condition-needed", 4)]
    [InlineData("consulted + (orders > 3)", "number-needed", 14)]
    [InlineData("round(sales, 1.5)", "places-wrong", 14)]
    [InlineData("round(sales, consulted)", "places-wrong", 14)]
    [InlineData("sales + average-response", "units-differ", 1)]
    [InlineData("orders + consulted", "units-differ", 1)]
    [InlineData("if(sales > 100, 1, 2)", "units-differ", 4)]
    [InlineData("2 * (consulted + sales)", "units-differ", 6)]
    [InlineData("coalesce(sales, 3days)", "units-differ", 1)]
    [InlineData("sales * 😀", "character-unknown", 9)]
    public void What_is_wrong_has_a_name_and_a_column(string formula, string name, int at) => Assert.Equal((name, at), (Error(formula)!.Name, Error(formula)!.At));

    [Fact]
    public void A_character_of_two_halves_is_named_whole() => Assert.Equal(("不认识的字符“😀”", 2), (Error("😀")!.Words.Zh, Error("😀")!.Length));

    [Theory]
    [InlineData("sales + average-response", "元", "秒", "yuan", "seconds")]
    [InlineData("if(average-response > 30, 1, 2)", "秒", "30秒", "seconds", "30s")]
    [InlineData("sales / serving + 1yuan", "元 ÷ 秒", "元", "yuan ÷ seconds", "yuan")]
    public void A_clash_of_units_names_both_in_both_languages(string formula, string zh1, string zh2, string en1, string en2)
    {
        var words = Error(formula)!.Words;
        Assert.All([zh1, zh2], part => Assert.Contains(part, words.Zh, StringComparison.Ordinal));
        Assert.All([en1, en2], part => Assert.Contains(part, words.En, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("averge-response", "average-response")]
    [InlineData("Sales", "sales")]
    [InlineData("[平均响映]", "average-response")]
    [InlineData("within_30s", "within-30s")]
    [InlineData("orders-net", "orders")]
    public void The_nearest_known_metric_is_suggested(string formula, string near) => Assert.Contains(near, Error(formula)!.Words.En, StringComparison.Ordinal);

    [Fact]
    public void A_minus_without_blanks_is_shown_with_them() => Assert.Contains("sales - orders", Error("sales-orders")!.Words.En, StringComparison.Ordinal);

    // 2000 characters are read, 2001 are not; 64 brackets are, 65 are not.
    [Fact]
    public void Length_and_depth_are_bounded()
    {
        Assert.Null(Error("orders" + new string(' ', 1994)));
        Assert.Equal("formula-too-long", Error("orders" + new string(' ', 1995))!.Name);
        Assert.Null(Error(new string('(', 64) + "orders" + new string(')', 64)));
        Assert.Equal(("formula-too-deep", 65), (Error(new string('(', 65) + "orders" + new string(')', 65))!.Name, Error(new string('(', 65) + "orders")!.At));
        Assert.Equal("formula-too-deep", Error(new string('-', 1900) + "orders")!.Name);
        Assert.Null(Error("orders" + string.Concat(Enumerable.Repeat("+1", 997))));
    }
}
