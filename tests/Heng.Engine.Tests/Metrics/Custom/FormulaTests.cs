using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Metrics.Custom.Own;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Metrics.Custom;

/// <summary>What formulas come to. The month is consulted 50, unreplied 2, orders 20, buyers 16, sales 1234.50.</summary>
public class FormulaTests
{
    [Theory]
    [InlineData("consulted + 1 * 2", "52")]
    [InlineData("(consulted + 1) * 2", "102")]
    [InlineData("consulted - 20 - 5", "25")] // from the left
    [InlineData("consulted / 5 / 2", "5")]
    [InlineData("-consulted + 60", "10")]
    [InlineData("consulted - -1", "51")]
    [InlineData("sales / orders", "61.725")]
    [InlineData("「销售额」÷［订单］", null)]
    [InlineData("「销售额」 ÷ 【销售订单数】", "61.725")]
    [InlineData("[Sales] / [orders]", "61.725")]
    [InlineData("sales@payment / 2", "0")]
    [InlineData("sales + 0.5万元", "6234.5")]
    [InlineData("average-response + 1min - 60s", "110.91304347826086956521739130")]
    [InlineData("round(average-response, 2)", "110.91")]
    [InlineData("round(average-response)", "111")]
    [InlineData("round(-consulted / 20)", "-3")] // −2.5, half away from zero
    [InlineData("reply-rate + 2%", "0.98")]
    [InlineData("1 - reply-rate", "0.04")]
    [InlineData("clamp(consulted, 60, 70)", "60")]
    [InlineData("clamp(consulted, 10, 20)", "20")]
    [InlineData("clamp(consulted, 10, 90)", "50")]
    [InlineData("min(consulted, 60, 3) + max(consulted, 60)", "63")]
    [InlineData("abs(-consulted)", "50")]
    [InlineData("if(consulted >= 50, 1, 0)", "1")]
    [InlineData("if(consulted > 50, 1, 0)", "0")]
    [InlineData("if(consulted > 50 or orders = 20, 1, 0)", "1")]
    [InlineData("if(not consulted > 50 and orders <> 20, 1, 0)", "0")]
    [InlineData("if(consulted > 50 且 orders = 20 或 buyers ≤ 16, 1, 0)", "1")] // and binds closer than or
    public void A_formula_is_worked_out_as_it_is_written(string formula, string? value)
    {
        if (value is null) Assert.Equal("character-unknown", Error(formula)!.Name);
        else Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Value(formula).Value!.Value);
    }

    [Theory]
    [InlineData("sales / unreplied-rounds-of-nobody", false)]
    [InlineData("qa-score + 1", true)]
    [InlineData("max(qa-score, 1)", true)]
    [InlineData("if(qa-score > 1, 1, 2)", true)]
    [InlineData("if(consulted > 1, qa-score, 2)", true)]
    [InlineData("coalesce(qa-score, exam-score)", true)]
    public void What_is_missing_makes_the_result_missing(string formula, bool reads)
    {
        if (!reads) Assert.NotNull(Error(formula));
        else Assert.Equal((null, ValueState.Missing), (Value(formula).Value, Value(formula).State));
    }

    [Theory]
    [InlineData("coalesce(qa-score, exam-score, 60)", 60)]
    [InlineData("if(known(qa-score), qa-score, 7)", 7)]
    [InlineData("if(consulted > 1, 3, qa-score)", 3)]
    [InlineData("if(consulted > 1 or qa-score > 5, 1, 0)", 1)] // the left one decides
    [InlineData("if(qa-score > 5 or consulted > 1, 1, 0)", 1)] // so does the right one
    [InlineData("if(consulted > 90 and qa-score > 5, 1, 0)", 0)]
    [InlineData("coalesce(consulted / (orders - 20), 9)", 9)]
    public void Coalesce_known_and_the_branch_not_taken_do_without(string formula, int value) => Assert.Equal(value, Value(formula).Value);

    [Theory]
    [InlineData("consulted / (orders - 20)", "division-by-zero")]
    [InlineData("consulted * 999999999999 * 999999999999 * 999999999999", "too-large")]
    [InlineData("qa-score + consulted / (orders - 20)", "no-data")] // the first reason, from the left
    [InlineData("coalesce(qa-score) + consulted / (orders - 20)", "no-data")]
    [InlineData("consulted / (orders - 20) + qa-score", "division-by-zero")]
    public void A_value_that_cannot_be_has_a_named_reason(string formula, string reason)
    {
        var reading = CustomMetrics.Try(Plain, formula);
        decimal?[] inputs = [.. reading.Inputs.Select(input => Value(input).Value)];
        Assert.Equal((null, reason), (Value(formula).Value, new Calculated(reading.Expression!).Lack(inputs)!.Name));
    }

    // Inquiry window 2, payment window 7: October's paid-final is final once 31 + 1 + 7 = 8 November is over; day 39 of October.
    [Theory]
    [InlineData("inquiry-paid-final + consult-conversion", "5 00:00", true)]
    [InlineData("if(consulted > 1, reply-rate, inquiry-paid-final)", "38 00:00", false)] // the branch not taken moves nothing
    [InlineData("if(consulted > 1, inquiries, 0)", "31 12:00", true)]
    public void Only_what_is_used_keeps_a_value_provisional(string formula, string asOf, bool provisional)
    {
        var month = new Measures().Add(Sums).Add(Primitive.Inquiries, 10).Add(Primitive.PaidFinal, 4);
        Assert.Equal(provisional ? ValueState.Provisional : ValueState.Final, Value(formula, month, asOf).State);
    }

    [Fact]
    public void The_final_date_is_the_latest_of_the_inputs()
    {
        var month = new Measures().Add(Sums).Add(Primitive.Inquiries, 10).Add(Primitive.PaidFinal, 4);
        DateOnly? On(string formula) => Value(formula, month, "31 12:00").FinalOn;
        Assert.True(On("inquiries") < On("inquiry-paid-final"));
        Assert.Equal(On("inquiry-paid-final"), On("inquiries * inquiry-paid-final"));
    }

    [Fact]
    public void A_ratio_keeps_both_halves()
    {
        var value = Value("(orders - 5) / consulted");
        Assert.Equal((15m, 50m, 0.3m), (value.Part!.Value, value.Whole!.Value, value.Value!.Value));
    }

    [Theory]
    [InlineData("sales / orders", Unit.Yuan)]
    [InlineData("sales / sales", Unit.None)]
    [InlineData("average-response * consulted", Unit.Seconds)]
    [InlineData("received / serving * 1h", Unit.None)]
    [InlineData("sales / serving", Unit.None)] // yuan a second has no unit of its own
    [InlineData("sales / serving * 1h", Unit.Yuan)]
    [InlineData("orders * 2", Unit.Orders)]
    [InlineData("satisfaction * 100", Unit.None)]
    [InlineData("satisfaction * reply-rate", Unit.Rate)]
    [InlineData("satisfaction * 40points + reply-rate * 60points", Unit.Points)]
    [InlineData("1 - satisfaction", Unit.Rate)]
    public void A_formula_has_a_unit(string formula, Unit unit) => Assert.Equal((unit, (FormulaError?)null), (CustomMetrics.Try(Plain, formula).Unit, Error(formula)));

    [Theory]
    [InlineData("sales/orders-1", null)]
    [InlineData("(consulted+1)*-2", "(咨询人数 + 1) × −2")]
    [InlineData("consulted-(orders-1)", null)]
    [InlineData("consulted - (received - 1)", "咨询人数 − (接待人数 − 1)")]
    [InlineData("(consulted - received) - 1", "咨询人数 − 接待人数 − 1")]
    [InlineData("if(not (consulted>5 or orders=1) and known(sales),round(sales/orders,1),0)", "if(not (咨询人数 > 5 or 销售订单数 = 1) and known(销售额), round(销售额 ÷ 销售订单数, 1), 0)")]
    public void A_formula_is_written_again_with_only_the_brackets_it_needs(string formula, string? words)
    {
        var reading = CustomMetrics.Try(Plain, formula);
        if (words is null) Assert.Equal("minus-unspaced", reading.Error!.Name);
        else Assert.Equal(words, new Calculated(reading.Expression!).Text(i => reading.Inputs[i].Name.Zh));
    }

    [Fact]
    public void Its_primitives_source_and_maturity_follow_from_its_inputs()
    {
        var formula = "sales / inquiry-paid-final-count + inquiry-paid-final-count * 1yuan";
        var metric = CustomMetrics.Tried(CustomMetrics.Try(Plain, formula), Define("x", formula, Unit.Yuan));
        Assert.Equal([Primitive.SalesFen.Under(Judgement.OrderFirst), Primitive.PaidFinal], FormulaText.PrimitivesOf(metric.Formula));
        Assert.Equal((Maturity.InquiryAndPayment, Source.ChatAndOrders), (metric.Maturity, metric.Source));
        Assert.Equal("销售额 ÷ 询单→最终付款人数 + 询单→最终付款人数 × 1yuan", FormulaText.Of(metric.Formula).Zh);
    }
}
