using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics;

/// <summary>What each primitive (原始量) is called. Sales primitives carry their judgement rule.</summary>
public static class PrimitiveWords
{
    private static readonly string[] RuleIds = ["order-placed", "payment", "order-first"];
    private static readonly Wording[] RuleNames = [new("下单判定", "order placed"), new("付款判定", "payment"), new("下单优先", "order first")];

    /// <summary>The name in code, with <c>@rule</c> where there is one for each rule.</summary>
    public static string CodeOf(Primitive primitive) => RuleOf(primitive) is { } rule ? $"{BaseOf(primitive)}@{RuleIds[rule]}" : HourOf(primitive) is { } hour ? $"Hour{hour}" : primitive.ToString();

    public static Wording Of(Primitive primitive)
    {
        if (HourOf(primitive) is { } hour) return new($"{hour}点接待", $"receptions in hour {hour}");
        if (RuleOf(primitive) is not { } rule) return Words[primitive];
        var name = Words[BaseOf(primitive)];
        return new($"{name.Zh}（{RuleNames[rule].Zh}）", $"{name.En} ({RuleNames[rule].En})");
    }

    /// <summary>What a primitive counts; fen, people and events are bare numbers whose names say it.</summary>
    public static Unit UnitOf(Primitive primitive) => (RuleOf(primitive) is null ? primitive : BaseOf(primitive)) switch
    {
        Primitive.OfflineWaitSeconds or Primitive.TypedSeconds or Primitive.FirstResponseSeconds or Primitive.RoundSeconds or Primitive.SessionSeconds
            or Primitive.TaobaoAverageSeconds or Primitive.RosteredSeconds or Primitive.WorkedSeconds or Primitive.LateSeconds or Primitive.EarlySeconds
            or Primitive.OvertimeWorkdaySeconds or Primitive.OvertimeRestSeconds or Primitive.OvertimeStatutorySeconds or Primitive.OnlineSeconds
            or Primitive.ServingSeconds or Primitive.SuspendedSeconds or Primitive.FirstOnlineSeconds or Primitive.LastOnlineSeconds => Unit.Seconds,
        Primitive.DutyDays or Primitive.WorkedDays or Primitive.RosteredDays or Primitive.AbsentDays or Primitive.OnlineDays => Unit.Days,
        Primitive.AgentCharacters or Primitive.TypedCharacters => Unit.Characters,
        Primitive.Orders or Primitive.CrossOrders or Primitive.OrdersWithKinds or Primitive.RefundedOrders or Primitive.OrdersWithPieces or Primitive.OrdersWithRefund
            or Primitive.OrdersWithPostage or Primitive.Urged or Primitive.UrgedPaid or Primitive.OrdersCreated => Unit.Orders,
        Primitive.Items or Primitive.RefundedItems => Unit.Pieces,
        Primitive.Rounds or Primitive.UnansweredRounds or Primitive.Within15 or Primitive.Within30 or Primitive.Within60 or Primitive.Within180
            or Primitive.TaobaoAverageRounds => Unit.Times,
        _ => Unit.None,
    };

    /// <summary>The same amount once it stands in yuan.</summary>
    public static Wording InYuan(Wording fen) =>
        new(fen.Zh.Replace("（分）", "", StringComparison.Ordinal), fen.En.Replace(" in fen", "", StringComparison.Ordinal));

    private static int? RuleOf(Primitive primitive) => (short)primitive is >= 300 and < 360 ? ((short)primitive - 300) / 20 : null;
    private static int? HourOf(Primitive primitive) => primitive is >= Primitive.Hour0 and <= Primitive.Hour23 ? (short)primitive - (short)Primitive.Hour0 : null;
    private static Primitive BaseOf(Primitive primitive) => (Primitive)(300 + ((short)primitive - 300) % 20);

    private static readonly Dictionary<Primitive, Wording> Words = new()
    {
        [Primitive.Consulted] = new("咨询人数", "consulted"),
        [Primitive.Received] = new("接待人数", "received"),
        [Primitive.ReceivedDirect] = new("直接接待人数", "received directly"),
        [Primitive.TransferredIn] = new("转入人数", "transferred in"),
        [Primitive.TransferredOut] = new("转出人数", "transferred out"),
        [Primitive.BuyerInitiated] = new("买家发起", "buyer-initiated"),
        [Primitive.AgentInitiated] = new("客服主动跟进", "agent-initiated"),
        [Primitive.Unreplied] = new("未回复人数", "unreplied"),
        [Primitive.Sessions] = new("会话量", "sessions"),
        [Primitive.SessionsWithBuyer] = new("有买家消息的会话", "sessions with a buyer message"),
        [Primitive.RepliedSessions] = new("已回复会话", "replied sessions"),
        [Primitive.TransferredSessions] = new("转接会话", "transferred sessions"),
        [Primitive.InvalidSessions] = new("无效会话", "invalid sessions"),
        [Primitive.UnrepliedSessions] = new("未回复会话", "unreplied sessions"),
        [Primitive.OfflineHandled] = new("已处理留言", "offline messages handled"),
        [Primitive.OfflineWaitSeconds] = new("留言等待秒数", "seconds offline messages waited"),
        [Primitive.BuyerMessages] = new("买家消息", "buyer messages"),
        [Primitive.AgentMessages] = new("客服消息", "agent messages"),
        [Primitive.AutoMessages] = new("自动消息", "automatic messages"),
        [Primitive.AgentCharacters] = new("客服字数", "agent characters"),
        [Primitive.TypedCharacters] = new("打字字数", "characters typed"),
        [Primitive.TypedSeconds] = new("打字秒数", "seconds typed in"),
        [Primitive.MaxConcurrent] = new("同时打开的会话", "sessions open at once"),
        [Primitive.FirstResponses] = new("有首次响应的接待", "receptions with a first response"),
        [Primitive.FirstResponseSeconds] = new("首次响应秒数", "seconds to the first response"),
        [Primitive.Rounds] = new("已回复回合", "answered rounds"),
        [Primitive.RoundSeconds] = new("回合等待秒数", "seconds that answered rounds waited"),
        [Primitive.UnansweredRounds] = new("未回复回合", "unanswered rounds"),
        [Primitive.Within15] = new("15 秒内回复的回合", "rounds answered within 15 s"),
        [Primitive.Within30] = new("30 秒内回复的回合", "rounds answered within 30 s"),
        [Primitive.Within60] = new("60 秒内回复的回合", "rounds answered within 60 s"),
        [Primitive.Within180] = new("180 秒内回复的回合", "rounds answered within 180 s"),
        [Primitive.SlowReceptions] = new("慢响应接待", "slow receptions"),
        [Primitive.LongReceptions] = new("长接待", "long receptions"),
        [Primitive.SessionSeconds] = new("会话秒数", "seconds of sessions"),
        [Primitive.FilteredMessages] = new("被过滤的消息", "filtered messages"),
        [Primitive.ReceptionsAll] = new("全部接待", "all receptions"),
        [Primitive.Taobao3MinMet] = new("淘宝 3 分钟达标回合", "Taobao rounds within 3 min"),
        [Primitive.Taobao3MinAll] = new("淘宝计入回合", "Taobao rounds counted"),
        [Primitive.TaobaoAverageSeconds] = new("淘宝等待秒数", "Taobao seconds waited"),
        [Primitive.TaobaoAverageRounds] = new("淘宝平均响应回合", "Taobao rounds averaged"),
        [Primitive.JdFirst30Met] = new("京东 30 秒达标会话", "JD sessions within 30 s"),
        [Primitive.JdFirst30All] = new("京东计入会话", "JD sessions counted"),
        [Primitive.Pdd3MinMet] = new("拼多多达标买家", "Pinduoduo buyers answered in time"),
        [Primitive.Pdd3MinAll] = new("拼多多计入买家", "Pinduoduo buyers counted"),
        [Primitive.DouyinMessage3MinMet] = new("抖店达标消息", "Douyin messages within 3 min"),
        [Primitive.DouyinMessage3MinAll] = new("抖店计入消息", "Douyin messages counted"),
        [Primitive.DouyinSession3MinMet] = new("抖店达标会话", "Douyin sessions within 3 min"),
        [Primitive.DouyinSession3MinAll] = new("抖店计入会话", "Douyin sessions counted"),
        [Primitive.ConsultedPeople] = new("咨询买家（去重）", "distinct buyers who consulted"),
        [Primitive.ReceivedPeople] = new("接待买家（去重）", "distinct buyers received"),
        [Primitive.Inquiries] = new("询单人数", "inquiries"),
        [Primitive.OrderedSameDay] = new("当日下单的接待", "receptions that ordered the same day"),
        [Primitive.OrderedFinal] = new("最终下单的接待", "receptions that ordered in the end"),
        [Primitive.PaidSameDay] = new("当日付款的接待", "receptions that paid the same day"),
        [Primitive.PaidNextDay] = new("次日内付款的接待", "receptions that paid by the next day"),
        [Primitive.PaidFinal] = new("最终付款的接待", "receptions that paid in the end"),
        [Primitive.OrderedThenPaidSameDay] = new("下单当日付款的接待", "receptions that paid on the day of ordering"),
        [Primitive.OrderedThenPaidFinal] = new("下单后最终付款的接待", "receptions that ordered and paid in the end"),
        [Primitive.ConsultPaid] = new("咨询成交的接待", "consulted receptions that paid"),
        [Primitive.SalesFen] = new("销售额（分）", "sales in fen"),
        [Primitive.PostageFen] = new("邮费（分）", "postage in fen"),
        [Primitive.RefundFen] = new("退款（分）", "refunds in fen"),
        [Primitive.Orders] = new("订单", "orders"),
        [Primitive.Buyers] = new("销售人数", "buyers"),
        [Primitive.Items] = new("件数", "items"),
        [Primitive.CrossOrders] = new("多种宝贝的订单", "orders with two kinds or more"),
        [Primitive.OrdersWithKinds] = new("知道种类的订单", "orders whose kinds are known"),
        [Primitive.RefundedItems] = new("全额退款的件数", "items refunded in full"),
        [Primitive.RefundedOrders] = new("全额退款的订单", "orders refunded in full"),
        [Primitive.OrdersWithPieces] = new("知道件数的订单", "orders whose pieces are known"),
        [Primitive.OrdersWithRefund] = new("知道退款的订单", "orders whose refund is known"),
        [Primitive.OrdersWithPostage] = new("知道邮费的订单", "orders whose postage is known"),
        [Primitive.AssistedOrder] = new("协助下单", "assisted placing"),
        [Primitive.AssistedPayment] = new("协助付款", "assisted paying"),
        [Primitive.AssistedFollow] = new("协助跟进", "assisted following up"),
        [Primitive.Urged] = new("催付订单", "orders urged"),
        [Primitive.UrgedPaid] = new("催付成功的订单", "orders urged and paid"),
        [Primitive.OrdersCreated] = new("落实下单", "orders placed"),
        [Primitive.OrdersCreatedFen] = new("落实下单金额（分）", "amount of orders placed in fen"),
        [Primitive.Invited] = new("邀评", "invited to rate"),
        [Primitive.Rated] = new("评价", "ratings"),
        [Primitive.RatedVerySatisfied] = new("很满意", "very satisfied"),
        [Primitive.RatedSatisfied] = new("满意", "satisfied"),
        [Primitive.RatedNeutral] = new("一般", "neutral"),
        [Primitive.RatedDissatisfied] = new("不满意", "dissatisfied"),
        [Primitive.RatedVeryDissatisfied] = new("很不满意", "very dissatisfied"),
        [Primitive.ReviewsGood] = new("好评", "good reviews"),
        [Primitive.ReviewsNeutral] = new("中评", "neutral reviews"),
        [Primitive.ReviewsBad] = new("差评", "bad reviews"),
        [Primitive.DutyDays] = new("有考勤的天数", "days with attendance"),
        [Primitive.WorkedDays] = new("上班天数", "days worked"),
        [Primitive.RosteredDays] = new("排班天数", "days rostered"),
        [Primitive.RosteredSeconds] = new("排班秒数", "seconds rostered"),
        [Primitive.WorkedSeconds] = new("工作秒数", "seconds worked"),
        [Primitive.LateTimes] = new("迟到次数", "times late"),
        [Primitive.LateSeconds] = new("迟到秒数", "seconds late"),
        [Primitive.SevereLateTimes] = new("严重迟到次数", "times severely late"),
        [Primitive.EarlyTimes] = new("早退次数", "times left early"),
        [Primitive.EarlySeconds] = new("早退秒数", "seconds left early"),
        [Primitive.AbsentDays] = new("旷工天数", "days absent"),
        [Primitive.LeaveThousandths] = new("请假（千分之一天）", "leave in thousandths of a day"),
        [Primitive.MissingPunches] = new("缺卡次数", "missing punches"),
        [Primitive.FullMonths] = new("全勤月数", "months of full attendance"),
        [Primitive.JudgedMonths] = new("有排班的月数", "months with shifts"),
        [Primitive.OvertimeWorkdaySeconds] = new("工作日加班秒数", "seconds of overtime on workdays"),
        [Primitive.OvertimeRestSeconds] = new("休息日加班秒数", "seconds of overtime on rest days"),
        [Primitive.OvertimeStatutorySeconds] = new("法定节假日加班秒数", "seconds of overtime on statutory holidays"),
        [Primitive.OnlineDays] = new("在线天数", "days online"),
        [Primitive.OnlineSeconds] = new("在线秒数", "seconds online"),
        [Primitive.ServingSeconds] = new("服务秒数", "seconds serving"),
        [Primitive.SuspendedSeconds] = new("挂起秒数", "seconds suspended"),
        [Primitive.FirstOnlineSeconds] = new("上线时刻秒数", "seconds of the day at first online"),
        [Primitive.LastOnlineSeconds] = new("离线时刻秒数", "seconds of the day at last online"),
    };
}
