using Heng.Engine.Explanation;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>What plans may name and no source brings yet: quality, duty, growth, and the shop's own counters. Always missing, never zero.</summary>
internal static class AwaitedMetrics
{
    public static IReadOnlyList<Metric> Quality =>
    [
        Awaited("质检", "qa-score", "质检分", "QA score", Unit.Points, Better.Higher),
        Awaited("质检", "fatal-findings", "致命错误", "Fatal findings", Unit.Times, Better.Lower),
        Awaited("质检", "non-fatal-findings", "非致命错误", "Non-fatal findings", Unit.Times, Better.Lower),
        Awaited("质检", "praised-findings", "服务提倡", "Praised findings", Unit.Times, Better.Higher),
        Awaited("质检", "taboo-hits", "禁忌项", "Taboo hits", Unit.Times, Better.Lower),
        Awaited("快捷短语库", "expired-phrase-hits", "过期短语", "Expired phrase hits", Unit.Times, Better.Lower),
        Awaited("差错记录", "operation-errors", "操作差错", "Operation errors", Unit.Times, Better.Lower),
        Awaited("差错记录", "operation-error-cost", "操作差错损失", "Cost of operation errors", Unit.Yuan, Better.Lower),
        Awaited("工单", "remark-completeness", "备注完整率", "Remark completeness", Unit.Rate, Better.Higher),
        Awaited("行为记录", "conduct-incidents", "行为事件", "Conduct incidents", Unit.Times, Better.Lower),
    ];

    public static IReadOnlyList<Metric> Duty =>
    [
        Awaited("交接", "handovers-made", "已交接", "Handovers made", Unit.Times, Better.Higher),
        Awaited("交接", "handovers-missed", "漏交接", "Handovers missed", Unit.Times, Better.Lower),
        Awaited("话务", "answered-within-3-rings", "三声内接听率", "Answered within three rings", Unit.Rate, Better.Higher),
    ];

    public static IReadOnlyList<Metric> Growth =>
    [
        Awaited("培训", "training-attendance", "培训出勤率", "Training attendance", Unit.Rate, Better.Higher),
        Awaited("培训", "exam-score", "考试成绩", "Exam score", Unit.Points, Better.Higher),
        Awaited("培训", "simulated-dialogue-score", "模拟对话得分", "Simulated-dialogue score", Unit.Points, Better.Higher),
        Awaited("互评", "peer-rating", "同事评分", "Peer rating", Unit.Points, Better.Higher),
        Awaited("建议", "suggestions", "建议数", "Suggestions", Unit.Times, Better.Higher),
        Awaited("建议", "adopted-suggestions", "采纳建议数", "Adopted suggestions", Unit.Times, Better.Higher),
        Awaited("活动", "sharing-sessions", "分享会", "Sharing sessions", Unit.Times, Better.Higher),
        Awaited("活动", "team-projects", "团队项目", "Team projects", Unit.Times, Better.Higher),
        Awaited("任务", "tasks-done", "完成任务", "Tasks done", Unit.Times, Better.Higher),
        Awaited("周报", "weekly-reports-on-time", "周报准时率", "Weekly reports on time", Unit.Rate, Better.Higher),
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

    private static Metric Shops(string id, string zh, string en, Unit unit, Better better = Better.Higher) => Awaited("店铺计数", id, zh, en, unit, better);
}
