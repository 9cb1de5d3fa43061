namespace Heng.Intake.Reports;

/// <summary>Columns that several reports share, under every name that they have had.</summary>
internal static class ReportColumns
{
    public static ReportColumn Of(string metric, string name, params IReadOnlyList<string> aliases) => new(metric, name, aliases);

    public static ReportColumn Needed(string metric, string name, params IReadOnlyList<string> aliases) => new(metric, name, aliases) { Required = true };

    /// <summary>What no metric of the catalogue counts stays under its own name, for plans that want it.</summary>
    public static ReportColumn Counter(string name, Told how = Told.Number, params IReadOnlyList<string> aliases) => new(name, name, aliases) { How = how };

    public static readonly ReportColumn Consulted = Of("consulted", "咨询人数", "聊天人数", "聊天人数(原咨询人数)");
    public static readonly ReportColumn Received = Of("received", "接待人数", "人工接待人数");
    public static readonly ReportColumn Direct = Of("received-direct", "直接接待人数", "直接接入人数");
    public static readonly ReportColumn TransferredIn = Of("transferred-in", "转入人数", "转发接入人数");
    public static readonly ReportColumn TransferredOut = Of("transferred-out", "转出人数");
    public static readonly ReportColumn BuyerInitiated = Of("buyer-initiated", "买家发起", "买家发起人数");
    public static readonly ReportColumn AgentInitiated = Of("agent-initiated", "客服主动跟进", "客服主动跟进人数");
    public static readonly ReportColumn Messages = Of("messages", "总消息数", "总消息");
    public static readonly ReportColumn BuyerMessages = Of("buyer-messages", "买家消息数", "买家消息", "买家消息条数");
    public static readonly ReportColumn AgentMessages = Of("agent-messages", "客服消息数", "客服消息", "客服消息条数");
    public static readonly ReportColumn AnswerQuestion = Of("answer-question-ratio", "答问比", "客服答问比");
    public static readonly ReportColumn Characters = Of("agent-characters", "客服字数");
    public static readonly ReportColumn MostAtOnce = Of("max-concurrent", "最大同时聊天数", "最大同时接待", "最大同时接待数");
    public static readonly ReportColumn Unreplied = Of("unreplied", "未回复人数");
    public static readonly ReportColumn ReplyRate = Of("reply-rate", "回复率", "旺旺回复率", "客服回复率");
    public static readonly ReportColumn Slow = Of("slow", "慢接待人数", "慢响应人数");
    public static readonly ReportColumn Long = Of("long", "长接待人数");
    public static readonly ReportColumn FirstResponse = Of("first-response", "首次响应(秒)", "首次响应时间", "首次响应时长", "首次响应时长(秒)", "首次响应");
    public static readonly ReportColumn AverageResponse = Of("average-response", "平均响应(秒)", "平均响应时间", "平均响应时长", "平均响应时长(秒)", "平均响应");
    public static readonly ReportColumn ReceptionDuration = Of("reception-duration", "平均接待时长", "平均接待时长(秒)");

    /// <summary>Who talked and how fast: the body of most reports.</summary>
    public static readonly IReadOnlyList<ReportColumn> Workload =
    [
        Consulted, Received, Direct, TransferredIn, TransferredOut, BuyerInitiated, AgentInitiated, Messages, BuyerMessages, AgentMessages, AnswerQuestion,
        Characters, MostAtOnce, Unreplied, ReplyRate, Slow, Long, FirstResponse, AverageResponse, ReceptionDuration,
    ];

    /// <summary>Invitations and ratings, each name behind a prefix that a report of groups puts before it.</summary>
    public static IReadOnlyList<ReportColumn> Ratings(string group = "") =>
    [
        Of("invited", group + "发出评价数"), Of("ratings", group + "收到评价数"),
        Of("rated-very-satisfied", group + "很满意", "服务满意度评价很满意"), Of("rated-satisfied", group + "满意", "服务满意度评价满意"),
        Of("rated-neutral", group + "一般", "服务满意度评价一般"), Of("rated-dissatisfied", group + "不满", "服务满意度评价不满"),
        Of("rated-very-dissatisfied", group + "很不满", "服务满意度评价很不满"),
        Of("invite-rate", group + "发送率", "评价发送率"), Of("return-rate", group + "返回率", "评价返回率"),
        Of("satisfaction", group + "满意率", "客户满意率", "客户满意比"), Counter(group + "服务度", Told.Rate, "客服服务满意度"),
    ];

    public static ReportColumn AsRequired(this ReportColumn column) => column with { Required = true };
}
