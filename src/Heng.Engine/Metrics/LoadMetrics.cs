using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>Load (接待量): how much was talked, and with how many.</summary>
internal static class LoadMetrics
{
    public static IReadOnlyList<Metric> All =>
    [
        .. People,
        .. SessionCounts,
        .. MessageCounts,
        .. Enumerable.Range(0, 24).Select(Hourly),
    ];

    private static Metric[] People =>
    [
        Chat("consulted", "咨询人数", "Consulted", Unit.People, Better.None, Sum(Primitive.Consulted),
            "有买家消息的接待，或转入时带着未答问题的接待。人次：按客服、买家、营业日计。", "Receptions with a buyer message, or with an open round passed in. One per agent, buyer and business day.",
            "咨询人数", "聊天人数", "聊天人数(原咨询人数)", "咨询客服人次"),
        Chat("received", "接待人数", "Received", Unit.People, Better.None, Sum(Primitive.Received),
            "有人工客服消息的接待。", "Receptions with a human agent message.", "接待人数", "人工接待人数", "接待量", "客服回复人次"),
        Chat("received-direct", "直接接待人数", "Received directly", Unit.People, Better.None, Sum(Primitive.ReceivedDirect),
            "有人工消息且不是转入的接待。", "Received and not transferred in.", "直接接待人数", "直接接入人数"),
        Chat("transferred-in", "转入人数", "Transferred in", Unit.People, Better.None, Sum(Primitive.TransferredIn),
            "由他人转入的接待。", "Receptions that were passed on to the agent.", "转入人数", "转发接入人数"),
        Chat("transferred-out", "转出人数", "Transferred out", Unit.People, Better.None, Sum(Primitive.TransferredOut),
            "转给他人的接待。", "Receptions that the agent passed on.", "转出人数"),
        Chat("buyer-initiated", "买家发起", "Buyer-initiated", Unit.People, Better.None, Sum(Primitive.BuyerInitiated),
            "第一句（买家或人工）来自买家的接待。", "Receptions whose first buyer or human message is the buyer's.", "买家发起", "买家发起人数"),
        Chat("agent-initiated", "客服主动跟进", "Agent-initiated", Unit.People, Better.None, Sum(Primitive.AgentInitiated),
            "第一句（买家或人工）来自客服的接待。", "Receptions whose first buyer or human message is the agent's.", "客服主动跟进", "客服主动跟进人数"),
        Chat("unreplied", "未回复人数", "Unreplied", Unit.People, Better.Lower, Sum(Primitive.Unreplied),
            "咨询而没有人工回复的接待。", "Consulted receptions without a human reply.", "未回复人数", "客服未回复人次"),
        Chat("reply-rate", "回复率", "Reply rate", Unit.Rate, Better.Higher, new RatioOf(Less(Primitive.Consulted, Primitive.Unreplied), Of(Primitive.Consulted)),
            "（咨询人数 − 未回复人数）÷ 咨询人数。", "(Consulted − unreplied) ÷ consulted.", "回复率", "旺旺回复率", "客服回复率"),
        Chat("consulted-people", "咨询买家数（去重）", "Distinct buyers who consulted", Unit.People, Better.None, new ShopDay(Primitive.ConsultedPeople),
            "全店当日去重的咨询买家；不可相加，只有单日有值。", "Distinct buyers of the shop on one day; never summed, so only a single day has it."),
        Chat("received-people", "接待买家数（去重）", "Distinct buyers received", Unit.People, Better.None, new ShopDay(Primitive.ReceivedPeople),
            "全店当日去重的接待买家；不可相加，只有单日有值。", "Distinct buyers received by the shop on one day; never summed, so only a single day has it."),
    ];

    private static Metric[] SessionCounts =>
    [
        Chat("sessions", "会话量", "Sessions", Unit.Times, Better.None, Sum(Primitive.Sessions), "会话数：静默超过最长等待时间即切开。",
            "Sessions, cut by a silence longer than the session gap.", "接待会话量"),
        Chat("replied-sessions", "已回复会话量", "Replied sessions", Unit.Times, Better.None, Sum(Primitive.RepliedSessions),
            "有人工回复的会话。", "Sessions with a human reply.", "已回复会话量", "人工接待会话量"),
        Chat("transferred-sessions", "转接会话量", "Transferred sessions", Unit.Times, Better.None, Sum(Primitive.TransferredSessions),
            "由转接结束或开始的会话。", "Sessions that a transfer ended or began.", "转接会话量"),
        Chat("invalid-sessions", "无效会话量", "Invalid sessions", Unit.Times, Better.None, Sum(Primitive.InvalidSessions),
            "被过滤规则排除的会话。", "Sessions caught by a filter.", "无效会话量"),
        Chat("unreplied-session-rate", "未回复率", "Unreplied session rate", Unit.Rate, Better.Lower,
            Ratio(Primitive.UnrepliedSessions, Primitive.SessionsWithBuyer),
            "没有回复的会话 ÷ 有买家消息的会话。", "Sessions without a reply ÷ sessions with a buyer message.", "未回复率"),
        Chat("offline-handled", "留言处理量", "Offline messages handled", Unit.Times, Better.Higher, Sum(Primitive.OfflineHandled),
            "由留言开启并得到回复的回合。", "Rounds opened by an offline message and answered.", "留言处理量"),
        Chat("max-concurrent", "最大同时接待", "Most open at once", Unit.People, Better.None, new LargestOf(Primitive.MaxConcurrent),
            "同一时刻打开的会话数的最大值；多日、多人取最大。", "The largest number of sessions open at one instant; the maximum over days and people.", "最大同时接待", "最大同时聊天数"),
    ];

    private static Metric[] MessageCounts =>
    [
        Chat("messages", "总消息数", "Messages", Unit.Times, Better.None, Sum(Primitive.BuyerMessages, Primitive.AgentMessages),
            "买家消息与人工客服消息之和。", "Buyer and human agent messages.", "总消息", "总消息数"),
        Chat("buyer-messages", "买家消息数", "Buyer messages", Unit.Times, Better.None, Sum(Primitive.BuyerMessages), "买家消息条数。", "Messages by buyers.",
            "买家消息", "买家消息数", "买家消息条数", "客户总消息数"),
        Chat("agent-messages", "客服消息数", "Agent messages", Unit.Times, Better.None, Sum(Primitive.AgentMessages), "人工客服消息条数。", "Messages by human agents.",
            "客服消息", "客服消息数", "客服消息条数", "客服总消息数"),
        Chat("auto-messages", "自动消息数", "Automatic messages", Unit.Times, Better.None, Sum(Primitive.AutoMessages),
            "机器人、自动回复和群发消息条数，单独统计。", "Messages by robots, auto-replies and broadcasts, counted apart."),
        Chat("answer-question-ratio", "答问比", "Answer-question ratio", Unit.Ratio, Better.Higher, Ratio(Primitive.AgentMessages, Primitive.BuyerMessages),
            "客服消息 ÷ 买家消息。", "Agent messages ÷ buyer messages.", "答问比", "客服答问比"),
        Chat("agent-characters", "客服字数", "Agent characters", Unit.Characters, Better.None, Sum(Primitive.AgentCharacters), "人工客服消息的字数。",
            "Characters of human agent messages.", "客服字数"),
        Chat("typing-speed", "打字速度", "Typing speed", Unit.PerMinute, Better.Higher, new RatioOf(Of(Primitive.TypedCharacters), Of(Primitive.TypedSeconds), 60m),
            "十字及以上的回复：字数 ÷ 从买家消息到回复的分钟数。", "Replies of ten characters and more: characters ÷ minutes from the buyer's message to the reply.", "打字速度"),
    ];

    private static Metric Hourly(int hour)
    {
        var h = hour.ToString(CultureInfo.InvariantCulture);
        return Chat($"hourly-{h}", $"{h}点接待", $"Receptions in hour {h}", Unit.People, Better.None, Sum((Primitive)((short)Primitive.Hour0 + hour)),
            $"第一条消息在 {h} 点的接待（分时接待）。", $"Receptions whose first message came in hour {h} of the shop's clock.", $"{h}点");
    }

    private static Metric Chat(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.Chat, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases);
}
