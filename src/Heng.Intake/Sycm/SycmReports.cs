using Heng.Intake.Reports;
using static Heng.Intake.Reports.ReportColumns;

namespace Heng.Intake.Sycm;

/// <summary>The customer-service exports of 生意参谋, and the two sheets of the seller back office that are laid out alike (sheet 数据信息).</summary>
internal static class SycmReports
{
    private static readonly Column Nick = new("旺旺昵称", true);
    private static readonly Column AccountName = new("旺旺账号名称", true);
    private static readonly Column Date = new("日期", true, "统计日期");
    private static readonly Column DateIfAny = new("日期", false, "统计日期");
    private static readonly Column GroupDate = new("日期", true, "日期/日期", "统计日期");

    public static readonly Format AgentReception = ReportSheet.Format("sycm-agents", "生意参谋 咨询接待（客服）", "Sycm reception by agent", new(Nick, DateIfAny),
    [
        Consulted.AsRequired(), Received, Unreplied, Counter("有效接待人数"), Needed("average-response", "平均响应时长(秒)", "平均响应时长"), Of("taobao-3min", "3分钟人工响应率"),
        ReplyRate, FirstResponse, Slow, AnswerQuestion,
    ]);

    public static readonly Format ShopReception = ReportSheet.Format("sycm-shop-reception", "生意参谋 咨询接待（店铺）", "Sycm reception by day", new(null, Date),
    [
        Counter("咨询人数"), Counter("接待人数"), Of("taobao-3min", "3分钟人工响应率"), Needed("consulted", "咨询客服人次"), Of("received", "客服回复人次"), Of("unreplied", "客服未回复人次"),
        Counter("未回复人数"), Counter("有效接待人数"), .. Workload.Where(c => c != Consulted && c != Received && c != Unreplied),
    ]);

    public static readonly Format Inquiry = ReportSheet.Format("sycm-inquiry", "生意参谋 业绩询单", "Sycm inquiries by day", new(null, Date), Funnel(needed: true));

    public static readonly Format OrderValue = ReportSheet.Format("sycm-order-value", "生意参谋 客单价", "Sycm order value by day", new(null, Date),
    [
        Needed("sales", "销售额"), Of("items", "销售量"), Needed("buyers", "销售人数"), Needed("average-order-value", "客单价"), Of("items-per-buyer", "客件数"), Of("price-per-item", "件均价"),
    ]);

    /// <summary>Three groups stand side by side; 总 is what they add up to.</summary>
    public static readonly Format RatingGroups = ReportSheet.Format("sycm-ratings", "生意参谋 接待评价", "Sycm ratings by day", new(null, GroupDate),
        [.. Ratings("总/").Take(2).Select(c => c.AsRequired()), .. Ratings("总/").Skip(2)]) with { HeaderRows = 2 };

    public static readonly Format Items = ReportSheet.Format("sycm-items", "生意参谋 商品询单", "Sycm inquiries by item",
        new(null, DateIfAny, new("商品编号", true, "商品ID")), [Needed("consulted", "咨询人数"), .. Funnel(needed: false), Counter("最终付款件数")]);

    public static readonly Format AgentSessions = ReportSheet.Format("taobao-agents", "千牛 按客服查看", "Qianniu by agent", new(AccountName, DateIfAny),
        [Needed("average-response", "平均响应时长"), Needed("replied-sessions", "人工接待会话量")]);

    public static readonly Format AgentSales = ReportSheet.Format("taobao-agent-sales", "千牛 客服绩效", "Qianniu agent sales", new(Nick, DateIfAny),
        [Needed("sales-net", "净销售额"), Of("inquiries", "询单人数"), Of("inquiry-ordered-final-count", "下单人数")]);

    public static IReadOnlyList<Format> All => [AgentReception, ShopReception, Inquiry, OrderValue, RatingGroups, Items, AgentSessions, AgentSales];

    private static IReadOnlyList<ReportColumn> Funnel(bool needed) =>
    [
        Needed("inquiries", "询单人数"), Counter("当日询单人数"), Of("inquiry-paid-same-day-count", "当日付款人数"), Counter("当日付款金额"),
        Of("inquiry-paid-final-count", "最终付款人数") with { Required = needed }, Counter("最终付款金额"),
        Of("inquiry-paid-same-day", "询单当日付款转化率", "当日询单转化率"), Of("inquiry-paid-final", "询单最终付款转化率", "询单转化率"),
    ];
}
