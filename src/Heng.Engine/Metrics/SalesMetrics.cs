using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>Sales (销售): each metric under every judgement rule as <c>id@rule</c>, and under the paying rule as <c>id</c>.</summary>
internal static class SalesMetrics
{
    public static IReadOnlyList<Metric> All(Judgement paying) =>
    [
        .. new SalesOfRule(paying, "", new("", "")).All,
        .. new SalesOfRule(Judgement.OrderPlaced, "@order-placed", new("（下单判定）", " (order placed)")).All,
        .. new SalesOfRule(Judgement.Payment, "@payment", new("（付款判定）", " (payment)")).All,
        .. new SalesOfRule(Judgement.OrderFirst, "@order-first", new("（下单优先判定）", " (order first)")).All,
        .. Beside,
        Metric(Source.ChatAndOrders, Maturity.AtOnce, "target-completion", "销售指标完成率", "Sales target completion", Unit.Rate, Better.Higher,
            Ratio(Primitive.SalesFen.Under(paying), Primitive.TargetSalesFen), "销售额 ÷ 销售目标；目标记在当月第一天。", "Sales ÷ the sales target, which stands on the month's first day.")
            with { Needs = new(Primitive.TargetSalesFen) },
    ];

    private static Metric[] Beside =>
    [
        Placed("orders-created", "落实下单数", "Orders placed", Unit.Orders, Sum(Primitive.OrdersCreated), "由该客服落实下单的订单，付款与否，按下单日。",
            "Orders whose placing landed on the agent, paid or not, on the day of creation."),
        Placed("orders-created-amount", "落实下单金额", "Amount of orders placed", Unit.Yuan, new Total(Of(Primitive.OrdersCreatedFen), Yuan), "落实下单订单的总金额，付款与否。",
            "Gross amount of the orders placed, paid or not.", "促成下单商品金额"),
        Placed("urged", "催付数", "Urged", Unit.Orders, Sum(Primitive.Urged), "下单后未付款期间客服又与买家说过话的订单（付款有效期内）。",
            "Orders to whose buyer the agent wrote after the placing while unpaid, within the payment window."),
        Late("urged-paid", "催付成功数", "Urged and paid", Unit.Orders, Sum(Primitive.UrgedPaid), "催付后在付款有效期内付款的订单。",
            "Urged orders that were then paid within the payment window."),
        Late("urge-success", "催付成功率", "Urging success", Unit.Rate, Ratio(Primitive.UrgedPaid, Primitive.Urged), "催付成功数 ÷ 催付数。", "Urged and paid ÷ urged."),
        Placed("assisted", "协助数", "Assisted", Unit.Orders, Sum(Primitive.AssistedOrder, Primitive.AssistedPayment, Primitive.AssistedFollow),
            "协助下单、协助付款与协助跟进之和。", "Orders assisted in placing, paying or following up."),
        Placed("assisted-order", "协助下单", "Assisted placing", Unit.Orders, Sum(Primitive.AssistedOrder), "下单前有效期内服务过买家、而订单未落实给他的订单。",
            "Orders before which the agent served the buyer within the window and that landed on others.", "协助下单人数"),
        Placed("assisted-payment", "协助付款", "Assisted paying", Unit.Orders, Sum(Primitive.AssistedPayment), "付款前有效期内服务过买家、而订单未落实给他的订单。",
            "Orders before whose payment the agent served the buyer within the window and that landed on others."),
        Placed("assisted-follow", "协助跟进", "Assisted following up", Unit.Orders, Sum(Primitive.AssistedFollow), "付款（未付款则下单）后有效期内才与买家说话的订单。",
            "Orders whose buyer the agent first served after the payment (unpaid: the placing), within the window.", "协助跟进人数"),
    ];

    /// <summary>What is counted on the day of the order moves until it is paid or its window is over: who paid whom is then known, and who followed up.</summary>
    private static Metric Placed(string id, string zh, string en, Unit unit, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.ChatAndOrders, id.StartsWith("orders", StringComparison.Ordinal) || id == "assisted-payment" ? Maturity.AtOnce : Maturity.PaymentWindow,
            id, zh, en, unit, Better.Higher, formula, meaning, definition, aliases);

    private static Metric Late(string id, string zh, string en, Unit unit, Formula formula, string meaning, string definition) =>
        Metric(Source.ChatAndOrders, Maturity.PaymentWindow, id, zh, en, unit, Better.Higher, formula, meaning, definition);
}
