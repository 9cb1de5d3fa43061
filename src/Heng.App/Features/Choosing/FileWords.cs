using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Choosing;

/// <summary>What would have to be imported for a metric, in words; of a metric that needs several kinds of files each is asked for by itself.</summary>
public static class FileWords
{
    private static readonly Wording Chat = new("聊天记录", "chats"), Cases = new("工单", "cases"), Refunds = new("退款", "refunds");

    public static Wording Of(Source source) => source switch
    {
        Source.Chat => Chat,
        Source.Orders => new("订单", "orders"),
        Source.Ratings => new("服务评价", "ratings"),
        Source.Reviews => new("商品评价", "reviews"),
        Source.Refunds => Refunds,
        Source.Items => new("宝贝明细", "order items"),
        Source.Duty => new("考勤", "attendance"),
        Source.Status => new("在线状态", "the status log"),
        Source.Calls => new("通话", "calls"),
        Source.Cases => Cases,
        Source.Complaints => new("投诉", "complaints"),
        Source.Errors => new("操作差错", "operation errors"),
        Source.Incidents => new("行为事件", "conduct incidents"),
        Source.Training => new("培训", "training"),
        Source.Exams => new("考试", "exams"),
        Source.Tasks => new("任务", "tasks"),
        Source.Suggestions => new("建议", "suggestions"),
        Source.Surveys => new("问卷", "surveys"),
        Source.ReviewWork => new("评价处理", "review handling"),
        Source.Activities => new("分享会与团队项目", "sharing sessions and projects"),
        Source.Quality => new("聊天记录与生效的质检规则", "chats, and quality rules that count"),
        Source.Handovers => new("交接", "handovers"),
        Source.CasesOrRefunds => new($"{Cases.Zh}或{Refunds.Zh}", $"{Cases.En} or {Refunds.En}"),
        Source.Phrases => new("聊天记录与话术库", "chats and the phrase library"),
        Source.ChatOrCases => new($"{Chat.Zh}或{Cases.Zh}", $"{Chat.En} or {Cases.En}"),
        _ => new("平台报表", "a platform's report"),
    };
}
