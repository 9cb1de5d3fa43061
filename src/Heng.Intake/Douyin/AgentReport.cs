using Heng.Intake.Reports;
using static Heng.Intake.Reports.ReportColumns;

namespace Heng.Intake.Douyin;

/// <summary>抖店客服数据.</summary>
internal static class AgentReport
{
    public static readonly Format Format = ReportSheet.Format("douyin-agents", "抖店客服数据", "Douyin agents", new(new("客服账号", true), new("日期", false)),
    [
        Of("inquiries", "询单人数"), Of("inquiry-ordered-final-count", "下单人数"), Needed("sales", "客服询单支付额"), Of("average-response", "工作时间平响时长"),
        Needed("sessions", "接待会话量"),
    ]);
}
