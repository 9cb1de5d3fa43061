using Heng.Intake.Reports;
using static Heng.Intake.Reports.ReportColumns;

namespace Heng.Intake.Jd;

/// <summary>京东客服管家: reception data by agent (sheet 整体数据).</summary>
internal static class AgentReport
{
    public static readonly Format Format = ReportSheet.Format("jd-agents", "京东客服管家 接待数据", "JD agents", new(new("客服", true, "客服账号", "客服ID", "UID"), new("日期", false)),
    [
        Needed("received", "接待量"), Needed("inquiries", "售前接待人数"), Of("inquiry-ordered-final-count", "促成下单人数"), Of("orders-created-amount", "促成下单商品金额"),
        Of("jd-first-30s", "30s应答率"), Of("average-response", "平均响应时长(新)", "平均响应时间", "平均响应时长"), Of("within-180s", "客服3分钟人工回复率"),
        Of("first-response", "首次平均响应时间"), Of("rated-very-satisfied", "好评量"), Of("ratings", "评价量"), Of("rated-very-dissatisfied", "差评量"),
        Of("agent-messages", "客服总消息数"), Of("buyer-messages", "客户总消息数"),
    ]);
}
