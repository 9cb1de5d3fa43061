using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Metrics;

public class CatalogueTests
{
    private const string Printed = """
        consulted received received-direct transferred-in transferred-out buyer-initiated agent-initiated unreplied reply-rate sessions replied-sessions
        transferred-sessions invalid-sessions unreplied-session-rate offline-handled buyer-messages agent-messages answer-question-ratio agent-characters typing-speed
        quick-phrase-use max-concurrent throughput saturation cases cases-per-hour calls-handled first-response average-response within-15s within-30s within-60s
        within-180s unanswered-rounds slow long session-duration reception-duration offline-response solve-time taobao-3min taobao-average jd-first-30s pdd-3min
        douyin-3min sales sales-net orders buyers items average-order-value effective-order-value average-order-value-uplift items-per-buyer price-per-item
        share-of-shop silent-sales cross-sell urged urged-paid urge-success refund-rate assisted consult-conversion inquiries inquiry-ordered-same-day
        inquiry-ordered-final inquiry-paid-same-day inquiry-paid-next-day inquiry-paid-final ordered-paid-same-day ordered-paid-final invited invite-rate
        return-rate satisfaction good-rating-rate good-review-rate bad-review-rate after-sales-handled one-contact-resolution resolution-rate complaints
        complaint-rate complaint-time complaint-satisfaction qa-score operation-errors online serving suspended workdays full-attendance
        """;

    [Fact]
    public void Every_printed_id_exists() =>
        Assert.All(Printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), id => Assert.NotNull(Catalogue.Find(id)));

    [Fact]
    public void Every_hour_has_its_receptions() =>
        Assert.All(Enumerable.Range(0, 24), h => Assert.Equal([(Primitive)(100 + h)], FormulaText.PrimitivesOf(Catalogue.Find($"hourly-{h}")!.Formula)));

    [Theory]
    [InlineData(Judgement.OrderPlaced, "sales@order-placed")]
    [InlineData(Judgement.Payment, "sales@payment")]
    [InlineData(Judgement.OrderFirst, "sales@order-first")]
    public void Sales_are_the_sales_of_the_paying_rule(Judgement paying, string id)
    {
        var plain = FormulaText.PrimitivesOf(Catalogue.Find("sales", paying)!.Formula);
        Assert.Equal([Primitive.SalesFen.Under(paying)], plain);
        Assert.Equal(plain, FormulaText.PrimitivesOf(Catalogue.Find(id)!.Formula));
    }

    [Fact]
    public void Every_metric_is_told_in_both_languages_and_its_formula_can_be_written() => Assert.All(Catalogue.All, metric =>
    {
        Assert.All([metric.Name.Zh, metric.Name.En, metric.Definition.Zh, metric.Definition.En, FormulaText.Of(metric.Formula).Zh,
            FormulaText.KindOf(metric.Formula).En], text => Assert.NotEmpty(text));
        Assert.All(FormulaText.PrimitivesOf(metric.Formula), primitive => Assert.NotEmpty(PrimitiveWords.Of(primitive).Zh));
    });

    [Fact]
    public void Every_primitive_has_words() =>
        Assert.All(Enum.GetValues<Primitive>(), primitive => Assert.NotEmpty(PrimitiveWords.Of(primitive).En));

    [Fact]
    public void No_column_name_of_a_platform_means_two_metrics() =>
        Assert.Empty(Catalogue.All.SelectMany(metric => metric.Aliases.Select(alias => (alias, metric.Id))).GroupBy(pair => pair.alias).Where(same =>
            same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Rates_are_ratios() =>
        Assert.All(Catalogue.All.Where(metric => metric.Unit == Explanation.Unit.Rate), metric =>
            Assert.True(metric.Formula is RatioOf or ShareOfShop or NoSource, metric.Id));

    [Fact]
    public void An_unknown_id_is_no_metric() => Assert.Null(Catalogue.Find("Sales"));

    [Theory]
    [InlineData("average-response", "110.915", "110.92")]
    [InlineData("reply-rate", "0.98765", "0.9877")]
    [InlineData("sales", "-0.005", "-0.01")]
    [InlineData("consulted", "104", "104")]
    public void Scoring_rounds_half_away_from_zero(string id, string value, string rounded) =>
        Assert.Equal(Of(rounded), ScoringPrecision.Round(Catalogue.Find(id)!, Of(value)));

    private static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
