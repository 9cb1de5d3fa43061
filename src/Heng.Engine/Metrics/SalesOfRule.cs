using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>The sales metrics under one judgement rule (绩效判定). Sales sit on the business day of payment.</summary>
internal sealed class SalesOfRule(Judgement rule, string suffix, Wording name)
{
    public IReadOnlyList<Metric> All => [.. Money, .. Counts, .. Values, .. Shares, .. Refunds];

    private Metric[] Money =>
    [
        One("sales", "销售额", "Sales", Unit.Yuan, Better.Higher, new Total(Of(P(Primitive.SalesFen)), Yuan), "归属该客服的已付款订单总金额，含邮费，未扣退款。",
            "Gross amount of the paid orders credited to the agent, postage included, refunds not taken off.", "销售额", "客服销售额（元）", "客服询单支付额"),
        Refund("sales-net", "净销售额", "Net sales", Unit.Yuan, Better.Higher, new Total(Less(P(Primitive.SalesFen), P(Primitive.RefundFen)), Yuan), "销售额 − 退款额；退款在完结日扣除，可以为负。",
            "Sales − refunds, each taken off on its own day; may be negative.", "净销售额", "去退销售额（元）"),
        Refund("sales-net-by-sale-month", "净销售额（退款归销售月）", "Net sales, refunds with their sale", Unit.Yuan, Better.Higher, new Total(Less(P(Primitive.SalesFen), P(Primitive.SoldRefundFen)), Yuan),
            "销售额 − 这些订单的退款，不论何时完结；结账后完结的退款成为下一未结账月份的差额。",
            "Sales − the refunds of these orders, whenever they were finished; one finished after the closing becomes a difference in the next open month."),
        Postage("sales-without-postage", "销售额（不含邮费）", "Sales without postage", new Total(Less(P(Primitive.SalesFen), P(Primitive.PostageFen)), Yuan),
            "销售额 − 邮费。", "Sales − postage."),
        Postage("postage", "邮费总额", "Postage", new Total(Of(P(Primitive.PostageFen)), Yuan), "已付款订单的邮费。", "Postage of the credited orders.", "邮费总额"),
    ];

    private Metric[] Counts =>
    [
        One("orders", "销售订单数", "Orders", Unit.Orders, Better.Higher, Sum(P(Primitive.Orders)), "归属该客服的已付款订单。", "Paid orders credited to the agent.", "销售订单数"),
        One("buyers", "销售人数", "Buyers", Unit.People, Better.Higher, Sum(P(Primitive.Buyers)), "付款买家，按客服与付款日去重；没有买家名的订单各算一人。",
            "Buyers who paid, distinct for each agent and pay day; an order without a buyer's name counts as one.", "销售人数"),
        Pieces("items", "销售量", "Items", Unit.Pieces, Better.Higher, Sum(P(Primitive.Items)), "已付款订单的件数。", "Pieces of the credited orders.", "销售量"),
    ];

    private Metric[] Values =>
    [
        One("average-order-value", "客单价", "Average order value", Unit.Yuan, Better.Higher, PerBuyer, "销售额 ÷ 销售人数。", "Sales ÷ buyers.", "客单价"),
        Refund("effective-order-value", "有效客单价", "Effective order value", Unit.Yuan, Better.Higher,
            new RatioOf(Less(P(Primitive.SalesFen), P(Primitive.RefundFen)), Of(P(Primitive.Buyers)), Yuan), "净销售额 ÷ 销售人数。", "Net sales ÷ buyers.", "有效客单价"),
        One("average-order-value-uplift", "客单价提升", "Uplift of order value", Unit.Yuan, Better.Higher, new OverSilent(PerBuyer, PerBuyer),
            "客单价 − 同期全店静默订单的客单价；有多家店铺时，只看本期干过活的店铺。",
            "Average order value − that of the shop's silent orders of the period; of several shops, those worked in."),
        Pieces("items-per-buyer", "客件数", "Items per buyer", Unit.PerPerson, Better.Higher, Ratio(P(Primitive.Items), P(Primitive.Buyers)), "销售量 ÷ 销售人数。",
            "Items ÷ buyers.", "客件数"),
        Pieces("price-per-item", "件均价", "Price per item", Unit.Yuan, Better.Higher, new RatioOf(Of(P(Primitive.SalesFen)), Of(P(Primitive.Items)), Yuan),
            "销售额 ÷ 销售量。", "Sales ÷ items.", "件均价"),
    ];

    private Metric[] Shares =>
    [
        One("share-of-shop", "客服销售占比", "Share of the shop's sales", Unit.Rate, Better.Higher,
            new ShareOfShop(Of(P(Primitive.SalesFen)), Of(P(Primitive.SalesFen)), Yuan), "销售额 ÷ 全店已付款金额（含静默、插旗、逾期）；有多家店铺时，只看本期干过活的店铺。",
            "Sales ÷ all that the shop was paid, silent, flagged and late orders included; of several shops, those worked in.", "客服销售占比"),
        One("silent-sales", "静默销售额", "Silent sales", Unit.Yuan, Better.None, new OfSilent(Of(P(Primitive.SalesFen)), Yuan), "没有归属任何客服的已付款金额；只有店铺有值。",
            "What the shop was paid without any agent's credit; only the shop has it.", "静默销售额"),
        One("cross-sell", "关联销售", "Cross-selling", Unit.Rate, Better.Higher, Ratio(P(Primitive.CrossOrders), P(Primitive.OrdersWithKinds)),
            "含两种及以上宝贝的订单 ÷ 知道种类的订单。", "Orders with two or more different items ÷ orders whose kinds are known.", "关联销售"),
    ];

    private Metric[] Refunds =>
    [
        Refund("refund-amount", "退款额", "Refunds", Unit.Yuan, Better.Lower, new Total(Of(P(Primitive.RefundFen)), Yuan), "在本期完结的归属订单退款，不论订单何时付款；未注明日期的退款记在付款日。",
            "Refunds of credited orders that were finished in the period, whenever the order was paid; an undated refund sits on the pay day.", "退款金额"),
        Refund("refund-rate", "退款率（件）", "Refund rate by pieces", Unit.Rate, Better.Lower, Ratio(P(Primitive.RefundedItems), P(Primitive.Items)),
            "全额退款的订单或宝贝的件数 ÷ 销售量。", "Pieces of orders, or of items, refunded in full ÷ items.", "退款率"),
        Refund("refund-rate-amount", "退款率（金额）", "Refund rate by amount", Unit.Rate, Better.Lower, Ratio(P(Primitive.RefundFen), P(Primitive.SalesFen)),
            "退款额 ÷ 销售额。", "Refunds ÷ sales."),
        Refund("refunded-orders", "全额退款订单", "Fully refunded orders", Unit.Orders, Better.Lower, Sum(P(Primitive.RefundedOrders)), "全额退款的订单数。",
            "Orders refunded in full."),
        One("return-and-exchange-rate", "退换货率", "Return and exchange rate", Unit.Rate, Better.Lower, Ratio(P(Primitive.ReturnedOrders), P(Primitive.Orders)),
            "有退货或换货的订单（记在第一次完结的日子）÷ 销售订单数；需要退款记录。", "Orders with a return or an exchange, on the day the first was finished ÷ orders; needs refund records.") with
        { Source = Source.ChatOrdersAndRefunds },
    ];

    private RatioOf PerBuyer => new(Of(P(Primitive.SalesFen)), Of(P(Primitive.Buyers)), Yuan);

    private Primitive P(Primitive salesBase) => salesBase.Under(rule);

    private Metric Pieces(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        One(id, zh, en, unit, better, formula, meaning, definition, aliases) with { Needs = new(P(Primitive.OrdersWithPieces), P(Primitive.Orders)) };

    private Metric Postage(string id, string zh, string en, Formula formula, string meaning, string definition, params IReadOnlyList<string> aliases) =>
        One(id, zh, en, Unit.Yuan, Better.None, formula, meaning, definition,
            aliases) with { Needs = new(P(Primitive.OrdersWithPostage), P(Primitive.Orders)) };

    private Metric Refund(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        One(id, zh, en, unit, better, formula, meaning, definition, aliases) with { Needs = new(P(Primitive.OrdersWithRefund), P(Primitive.Orders)) };

    private Metric One(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.ChatAndOrders, Maturity.AtOnce, id + suffix, zh + name.Zh, en + name.En, unit, better, formula, meaning, definition,
            suffix == "" ? aliases : []);
}
