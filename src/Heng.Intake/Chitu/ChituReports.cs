using Heng.Intake.Reports;
using static Heng.Intake.Reports.ReportColumns;

namespace Heng.Intake.Chitu;

/// <summary>The sheets of 赤兔, under the names of all years. 成功率 became 转化率, 评价发送率 became 服务满意度评价参与率, which is another number: ratings ÷ invitations.</summary>
internal static class ChituReports
{
    private static readonly Column Agent = new("客服", true, "客服昵称", "旺旺昵称", "账户名", "旺旺");
    private static readonly Column AgentNick = new("客服昵称", true, "旺旺昵称");
    private static readonly Column Date = new("日期", true);
    private static readonly Column DateIfAny = new("日期", false);

    /// <summary>售前明细: columns are the shop's choice, so few are needed.</summary>
    public static readonly Format PreSale = ReportSheet.Format("chitu-pre-sale", "赤兔 售前明细", "Chitu pre-sale detail", new(Agent, DateIfAny),
    [
        Needed("inquiries", "询单人数"), .. Workload,
        Needed("inquiry-paid-final-count", "询单->最终付款人数"), Of("inquiry-paid-final", "询单->最终付款成功率", "询单->最终付款转化率"),
        Of("items-per-buyer", "客件数"), Of("average-order-value", "客单价"), Of("postage", "邮费总额"), Counter("手工折扣率", Told.Rate),
        Counter("静默下单本人落实付款-人数"), Counter("静默下单本人落实付款-金额"), Of("sales", "销售额"),
        Of("inquiry-ordered-final-count", "询单->最终下单人数"), Of("inquiry-ordered-final", "询单->最终下单成功率", "询单->最终下单转化率"),
        Of("ordered-paid-final", "下单->最终付款成功率", "下单->最终付款转化率"), Counter("全静默单本人跟进-人数"),
        Of("inquiry-paid-next-day-count", "询单->次日付款人数"), Of("inquiry-paid-next-day", "询单->次日付款成功率", "询单->次日付款转化率"),
        Of("assisted-follow", "协助跟进人数"), Of("assisted-order", "协助下单人数"), Of("refund-rate", "退款率"),
    ]);

    public static readonly Format Duty = ReportSheet.Format("chitu-duty", "赤兔 遵时率（值班）", "Chitu duty", new(Agent, DateIfAny),
    [
        Needed("workdays", "上班天数"), Needed("online", "在线总时长(秒)", "在线总时长"), Of("serving", "服务总时长(秒)", "服务总时长"), Of("suspended", "挂起总时长(秒)", "挂起总时长"),
        Of("first-online", "最早上线"), Of("last-online", "最晚在线"), Counter("平均上线时间", Told.Duration), Counter("平均最后在线时间", Told.Duration),
        Counter("总登录次数"), Counter("日均登录次数"), Counter("平均日在线时长", Told.Duration, "平均日在线时长(秒)"),
        Counter("平均日服务时长", Told.Duration, "平均日服务时长(秒)"), Counter("平均日挂起时长", Told.Duration, "平均日挂起时长(秒)"),
    ]);

    public static readonly Format Hourly = ReportSheet.Format("chitu-hourly", "赤兔 分时接待", "Chitu receptions by hour", new(null, Date),
        [.. Enumerable.Range(0, 24).Select(HourColumn), Of("received", "全天")]);

    public static readonly Format WorkloadSheet = ReportSheet.Format("chitu-workload", "赤兔 工作量分析", "Chitu workload", new(Agent, Date),
        [Consulted.AsRequired(), Received.AsRequired(), .. Workload.Skip(2), .. Ratings()]);

    public static readonly Format Agents = ReportSheet.Format("chitu-agents", "赤兔 客服数据", "Chitu agents", new(AgentNick, null),
        [Consulted.AsRequired(), Received.AsRequired(), .. Workload.Skip(2).Select(c => c == Characters || c == MostAtOnce ? c.AsRequired() : c)]);

    public static readonly Format DailyAverage = ReportSheet.Format("chitu-daily-average", "赤兔 人均日接入", "Chitu receptions per person and day", new(AgentNick, null),
    [
        Received.AsRequired(), AverageResponse, ReplyRate, Of("inquiry-paid-final", "询单->最终付款转化率", "询单->最终付款成功率"), Needed("workdays", "上班天数"),
        Of("return-rate", "服务满意度评价参与率"), .. Ratings().Where(c => c.Metric is not ("return-rate" or "invite-rate" or "服务度")),
    ]);

    public static readonly Format Weekly = ReportSheet.Format("chitu-weekly", "赤兔 每周店铺个人数据", "Chitu weekly", new(AgentNick, null),
    [
        Consulted.AsRequired(), Received, Of("inquiries", "询单人数"), Needed("sales", "销售额"), Of("items", "销售量"), Of("buyers", "销售人数"), Needed("orders", "销售订单数"),
    ]);

    private static ReportColumn HourColumn(int hour)
    {
        var name = hour.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Needed("hourly-" + name, name, name + "点", name + "时");
    }

    public static IReadOnlyList<Format> All => [PreSale, Duty, Hourly, WorkloadSheet, Agents, DailyAverage, Weekly];
}
