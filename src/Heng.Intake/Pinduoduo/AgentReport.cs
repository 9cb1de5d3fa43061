using Heng.Intake.Reports;
using static Heng.Intake.Reports.ReportColumns;

namespace Heng.Intake.Pinduoduo;

/// <summary>拼多多客服数据报表 <c>csReportDetail</c> (sheet Sheet0). 平均人工响应时长 is in minutes.</summary>
internal static class AgentReport
{
    public static readonly Format Format = ReportSheet.Format("pdd-agents", "拼多多客服数据报表", "Pinduoduo agents", new(new("客服账号", true), new("日期", true)),
    [
        Of("consulted", "咨询人数"), Of("inquiries", "询单人数"), Needed("inquiry-paid-final-count", "最终成团人数"), Of("inquiry-unpaid-count", "询单流失人数"),
        Of("inquiry-paid-final", "询单转化率"), Of("sales", "客服销售额(元)", "客服销售额"), Of("sales-net", "去退销售额(元)", "去退销售额"), Of("received", "人工接待人数"),
        Counter("需要人工回复的咨询人数"), Counter("3分钟未回复人数"), Of("pdd-3min", "3分钟人工回复率(8-23点)"),
        new("average-response", "平均人工响应时长(分钟)") { How = Told.Minutes }, Counter("30秒应答率(8-23点)", Told.Rate), Counter("评分≤3订单数"), Counter("评分数"),
        Counter("评分≤3率", Told.Rate), Counter("纠纷退款数"), Of("complaints", "投诉数"), Of("within-180s", "3分钟人工回复率(全天)"), Of("within-30s", "30秒应答率(全天)"),
    ]);
}
