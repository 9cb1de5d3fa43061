using Heng.Engine.Explanation;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>What plans may name and nothing counts: peers' marks, and the shop's own counters, which come as reported numbers. Counted, always missing, never zero.</summary>
internal static class AwaitedMetrics
{
    public static IReadOnlyList<Metric> Growth =>
    [
        Awaited("互评", "peer-rating", "同事评分", "Peer rating", Unit.Points, Better.Higher),
    ];

    public static IReadOnlyList<Metric> Shop =>
    [
        Shops("gmv", "成交总额", "GMV", Unit.Yuan), Shops("shop-orders", "店铺订单", "Shop orders", Unit.Orders),
        Shops("uv", "访客数", "Visitors", Unit.People), Shops("pv", "浏览量", "Page views", Unit.Times),
        Shops("shop-conversion", "店铺转化率", "Shop conversion", Unit.Rate), Shops("payment-success", "支付成功率", "Payment success", Unit.Rate),
        Shops("traffic-sources", "流量来源", "Traffic sources", Unit.Times), Shops("campaign-views", "活动页浏览量", "Campaign views", Unit.Times),
        Shops("campaign-return", "活动投入产出比", "Campaign return", Unit.Ratio), Shops("gross-margin", "毛利率", "Gross margin", Unit.Rate),
        Shops("net-profit", "净利润", "Net profit", Unit.Yuan), Shops("operating-cost", "运营成本", "Operating cost", Unit.Yuan, Better.Lower),
        Shops("operating-cost-share", "运营成本占比", "Operating cost share", Unit.Rate, Better.Lower), Shops("repurchase", "复购率", "Repurchase", Unit.Rate),
        Shops("retention", "留存率", "Retention", Unit.Rate), Shops("new-buyers", "新客数", "New buyers", Unit.People),
        Shops("listing-speed", "上新速度", "Listing speed", Unit.PerHour), Shops("stock-turnover", "库存周转", "Stock turnover", Unit.Ratio),
        Shops("order-handling-time", "订单处理时长", "Order-handling time", Unit.Seconds, Better.Lower),
            Shops("delivery-time", "物流时长", "Delivery time", Unit.Seconds, Better.Lower),
        Shops("search-rank", "搜索排名", "Search rank", Unit.None, Better.Lower),
            Shops("return-handling-time", "退货处理时长", "Return-handling time", Unit.Seconds, Better.Lower),
        Shops("product-rating", "商品评分", "Product rating", Unit.Points), Shops("followers", "粉丝数", "Followers", Unit.People),
            Shops("listings", "上新数", "Listings", Unit.Times),
    ];

    private static Metric Shops(string id, string zh, string en, Unit unit, Better better = Better.Higher) => Awaited("店铺数", id, zh, en, unit, better) with
    {
        Definition = new($"{zh}。由导入的店铺数给出（报表数）；自算恒为“暂无数据”。", $"{en}. Told by imported shop numbers (reported); counted, it is always missing."),
    };
}
