using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>
/// Conversion (转化): consult-conversion over all who consulted, and the seven steps of the inquiry funnel (询单漏斗), all on the reception's day.
/// A step's id is the rate; its number of receptions is <c>id-count</c>.
/// </summary>
internal static class ConversionMetrics
{
    public static IReadOnlyList<Metric> All =>
    [
        Rate("consult-conversion", "咨询转化率", "Consult conversion", Maturity.LandingAndPayment, Ratio(Primitive.ConsultPaid, Primitive.Consulted),
            "落实下单在本接待、并在付款有效期内付款的咨询接待 ÷ 咨询人数。", "Consulted receptions that hold the placing of an order paid within the payment window ÷ consulted.", "咨询转化率"),
        Count("consult-conversion-count", "咨询成交人数", "Consulted and paid", Maturity.LandingAndPayment, Primitive.ConsultPaid,
            "落实下单在本接待、并在付款有效期内付款的咨询接待。", "Consulted receptions that hold the placing of an order paid within the payment window."),
        Count("inquiries", "询单人数", "Inquiries", Maturity.Inquiry, Primitive.Inquiries,
            "未被过滤、未转出、且非售后的接待；询单有效期内有订单落实在本接待的一定是询单。",
            "Receptions neither filtered, passed on nor after-sales; one on which an order landed within the inquiry window always is.", "询单人数", "售前接待人数"),
        .. Step("inquiry-ordered-same-day", "询单→当日下单", "Inquiry ordered the same day", Maturity.Inquiry, Primitive.OrderedSameDay, Primitive.Inquiries,
            "当日下单", "ordered on the reception's day", ["询单->当日下单成功率"], ["询单->当日下单人数"]),
        .. Step("inquiry-ordered-final", "询单→最终下单", "Inquiry ordered in the end", Maturity.Inquiry, Primitive.OrderedFinal, Primitive.Inquiries,
            "询单有效期内下单", "ordered within the inquiry window", ["询单->最终下单成功率"], ["询单->最终下单人数", "促成下单人数", "下单人数"]),
        .. Step("inquiry-paid-same-day", "询单→当日付款", "Inquiry paid the same day", Maturity.Inquiry, Primitive.PaidSameDay, Primitive.Inquiries,
            "当日付款", "paid on the reception's day", ["询单当日付款转化率"], ["当日付款人数"]),
        .. Step("inquiry-paid-next-day", "询单→次日付款", "Inquiry paid by the next day", Maturity.Inquiry, Primitive.PaidNextDay, Primitive.Inquiries,
            "当日或次日付款", "paid on the reception's day or the next", ["询单->次日付款成功率"], ["询单->次日付款人数"]),
        .. Step("inquiry-paid-final", "询单→最终付款", "Inquiry paid in the end", Maturity.InquiryAndPayment, Primitive.PaidFinal, Primitive.Inquiries,
            "询单有效期内下单、付款有效期内付款", "ordered within the inquiry window and paid within the payment window",
            ["询单->最终付款成功率", "询单->最终付款转化率", "询单最终付款转化率", "询单转化率"], ["询单->最终付款人数", "最终付款人数", "最终成团人数"]),
        .. Step("ordered-paid-same-day", "下单→当日付款", "Ordered paid the same day", Maturity.Inquiry, Primitive.OrderedThenPaidSameDay, Primitive.OrderedFinal,
            "下单当日付款", "paid on the day of ordering", ["下单->当日付款成功率"], ["下单->当日付款人数"]),
        .. Step("ordered-paid-final", "下单→最终付款", "Ordered paid in the end", Maturity.InquiryAndPayment, Primitive.OrderedThenPaidFinal, Primitive.OrderedFinal,
            "付款有效期内付款", "paid within the payment window", ["下单->最终付款成功率"], ["下单->最终付款人数"]),
        .. Loss("inquiry-lost", "询单流失", "Inquiry lost", Maturity.Inquiry, Primitive.Inquiries, Primitive.OrderedFinal,
            "最终没有下单的询单", "inquiries that ordered nothing in the end", ["询单流失率"], ["询单流失人数"]),
        .. Loss("inquiry-unpaid", "询单未成交", "Inquiry not sold", Maturity.InquiryAndPayment, Primitive.Inquiries, Primitive.PaidFinal,
            "最终没有付款的询单", "inquiries that paid nothing in the end", [], []),
        .. Loss("ordered-lost", "下单流失", "Order lost", Maturity.InquiryAndPayment, Primitive.OrderedFinal, Primitive.OrderedThenPaidFinal,
            "下单而最终没有付款的接待", "receptions that ordered and did not pay in the end", ["下单流失率"], ["下单流失人数"]),
    ];

    private static Metric[] Step(string id, string zh, string en, Maturity maturity, Primitive step, Primitive whole, string did, string didEn,
        string[] rates, string[] counts)
    {
        var (of, ofEn) = whole == Primitive.Inquiries ? ("询单人数", "inquiries") : ("最终下单人数", "receptions that ordered in the end");
        return
        [
            Rate(id, $"{zh}转化率", en, maturity, Ratio(step, whole), $"{did}的接待（落实下单在本接待）÷ {of}。", $"Receptions that hold the placing and {didEn} ÷ {ofEn}.",
                rates),
            Count($"{id}-count", $"{zh}人数", $"{en}, receptions", maturity, step, $"{did}的接待（落实下单在本接待），每个接待计一次。",
                $"Receptions that hold the placing and {didEn}; each counts once.", counts),
        ];
    }

    private static Metric[] Loss(string id, string zh, string en, Maturity maturity, Primitive whole, Primitive kept, string lost, string lostEn,
        string[] rates, string[] counts) =>
    [
        Rate(id, $"{zh}率", $"{en}, rate", maturity, new RatioOf(Less(whole, kept), Of(whole)), $"{lost} ÷ 全部。", $"The {lostEn} ÷ all.",
            rates) with { Better = Better.Lower },
        Metric(Source.ChatAndOrders, maturity, $"{id}-count", $"{zh}人数", $"{en}, receptions", Unit.People, Better.Lower, new Total(Less(whole, kept)),
            $"{lost}。", $"The {lostEn}.", counts),
    ];

    private static Metric Rate(string id, string zh, string en, Maturity maturity, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.ChatAndOrders, maturity, id, zh, en, Unit.Rate, Better.Higher, formula, meaning, definition, aliases);

    private static Metric Count(string id, string zh, string en, Maturity maturity, Primitive step, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.ChatAndOrders, maturity, id, zh, en, Unit.People, id == "inquiries" ? Better.None : Better.Higher, Sum(step), meaning, definition,
            aliases);
}
