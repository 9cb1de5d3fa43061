using Heng.Engine.Explanation;
using Heng.Engine.Records;
using static Heng.Engine.Rules.SettingKinds;

namespace Heng.Engine.Rules;

/// <summary>Every setting of a rule set, written out in the groups of the page. Ids never change.</summary>
public static class RuleSettings
{
    private const int Day = 86_400;

    public static IReadOnlyList<RuleSettingGroup> Groups { get; } =
    [
        new("sessions", new("会话与计时", "Sessions and clock"),
        [
            Whole("business-day-cut", new("营业日切分", "Business-day cut"), Hour, 0, 23, r => r.Clock.CutHour, (r, v) => r with { Clock = r.Clock with { CutHour = v } })
                with { Hint = new("只能在导入第一批记录之前设定", "only before the shop's first records are imported") },
            Whole("session-gap", new("最长等待时间", "Session gap"), Minutes, 1, 120, r => r.SessionGapSeconds / 60, (r, v) => r with { SessionGapSeconds = v * 60 })
                with { Hint = new("静默超过它才拆成两个会话，恰好等于不拆", "a longer silence splits a session; exactly as long does not") },
            Opening("working-hours", new("按营业时间计时", "Working-hours clock")) with { Hint = new("打烊期间的等待不计", "waiting while the shop is closed does not count") },
        ]),
        new("speed", new("响应与接待", "Replies and receptions"),
        [
            WholeOrOff("response-cap", new("响应封顶", "Response cap"), Seconds, 1, 3600, r => r.ResponseCapSeconds, (r, v) => r with { ResponseCapSeconds = v }),
            Whole("slow-seconds", new("慢响应时长", "Slow reply"), Seconds, 1, 3600, r => r.SlowReplySeconds, (r, v) => r with { SlowReplySeconds = v })
                with { Hint = new("超过才算慢，恰好等于不算", "longer is slow; exactly as long is not") },
            Whole("slow-times", new("慢响应次数", "Slow replies to be slow"), Times, 1, 20, r => r.SlowRepliesToBeSlow, (r, v) => r with { SlowRepliesToBeSlow = v }),
            Whole("quick-reply", new("快速应答", "Quick reply"), Seconds, 1, 600, r => r.QuickReplySeconds, (r, v) => r with { QuickReplySeconds = v })
                with { Moves = Moves.Nothing, Hint = new("接待页按它标记；15、30、60、180 秒的比例始终都有", "marked on receptions; the shares within 15, 30, 60 and 180 s are always there") },
            Whole("long-reception", new("长接待", "Long reception"), Minutes, 1, 600, r => r.LongReceptionSeconds / 60, (r, v) => r with { LongReceptionSeconds = v * 60 }),
            Choice("transfer-wait", new("转接后的等待", "Wait after a transfer"), r => r.TransferWaitRunsFromQuestion, (r, v) => r with { TransferWaitRunsFromQuestion = v },
                ("from-transfer", false, new("从转接算起", "runs from the transfer")), ("from-question", true, new("从买家提问算起", "runs from the buyer's question"))),
        ]),
        new("auto-replies", new("自动回复", "Auto-replies"),
        [
            List("robot-accounts", new("机器人账号", "Robot accounts"), r => r.RobotAccounts, (r, v) => r with { RobotAccounts = v }),
            List("auto-reply-texts", new("自动回复全文", "Auto-reply texts"), r => r.AutoReplyTexts, (r, v) => r with { AutoReplyTexts = v }),
            List("auto-reply-prefixes", new("自动回复开头", "Auto-reply beginnings"), r => r.AutoReplyPrefixes, (r, v) => r with { AutoReplyPrefixes = v }),
        ]),
        new("orders", new("订单归属", "Orders"), Moving(Moves.Orders,
        [
            Choice("judgement", new("绩效判定", "Judgement rule"), r => r.Paying, (r, v) => r with { Paying = v },
                ("order-first", Judgement.OrderFirst, new("下单优先判定", "order first")), ("order-placed", Judgement.OrderPlaced, new("下单判定", "order placed")), ("payment", Judgement.Payment, new("付款判定", "payment")))
                with { Moves = Moves.Reviews },
            Choice("tie-break", new("多人接待归属", "Tie-break"), r => r.TieBreak, (r, v) => r with { TieBreak = v },
                ("last-to-talk", TieBreak.LastToTalk, new("最后结束会话的人", "last to talk")), ("most-rounds", TieBreak.MostRounds, new("回合最多的人", "most rounds"))),
            Whole("attribution-window", new("归属有效期", "Attribution window"), Days, 1, 15, r => r.AttributionSeconds / Day, (r, v) => r with { AttributionSeconds = v * Day })
                with { Hint = new("从会话最后一条消息算起，每天 24 小时", "24 hours each, from the session's last message") },
            Whole("payment-window", new("付款有效期", "Payment window"), Days, 1, 30, r => r.PaymentDays, (r, v) => r with { PaymentDays = v }),
            List("flagged-orders", new("不计人的插旗", "Flags that credit nobody"), r => r.FlagsThatCreditNobody, (r, v) => r with { FlagsThatCreditNobody = v }),
            WholeOrOff("silent-follow-up", new("静默订单跟进时限", "Silent follow-up limit"), Minutes, 1, 60, r => r.SilentFollowUpSeconds / 60, (r, v) => r with { SilentFollowUpSeconds = v * 60 }),
            WholeOrOff("silent-urging", new("静默订单催付时限", "Silent urging limit"), Minutes, 1, 60, r => r.SilentUrgingSeconds / 60, (r, v) => r with { SilentUrgingSeconds = v * 60 }),
        ])),
        new("inquiries", new("询单", "Inquiries"), Moving(Moves.Orders,
        [
            Whole("inquiry-window", new("询单有效期", "Inquiry window"), Days, 2, 15, r => r.InquiryDays, (r, v) => r with { InquiryDays = v }) with { Hint = new("2 天是今天和明天", "2 is today and tomorrow") },
            Whole("after-sales-days", new("售后天数", "After-sales days"), Days, 3, 180, r => r.AfterSalesDays, (r, v) => r with { AfterSalesDays = v }),
            Choice("transferred-out", new("转出的接待", "Transferred-out receptions"), r => r.TransferredOutIsInquiry, (r, v) => r with { TransferredOutIsInquiry = v },
                ("no-inquiry", false, new("不算转出人的询单", "no inquiry of the one who passed on")), ("inquiry", true, new("仍算询单", "still an inquiry"))),
        ])),
        FilterSettings.Group,
        new("appeals", new("申诉", "Appeals"), Moving(Moves.Nothing,
        [
            Whole("appeal-window", new("申诉期限", "Appeal window"), Days, 1, 60, r => r.AppealDays, (r, v) => r with { AppealDays = v })
                with { Hint = new("成绩公布（否则封存）之后多少个自然日内可以申诉、驳回之后多少日内可以再申诉一次", "calendar days after the month is published (else sealed) in which one may appeal, and after a refusal escalate") },
        ])),
        DutySettings.Group with { Settings = Moving(Moves.Attendance, DutySettings.Group.Settings) },
    ];

    private static IReadOnlyList<RuleSetting> Moving(Moves moves, IReadOnlyList<RuleSetting> settings) => [.. settings.Select(s => s.Moves == default ? s with { Moves = moves } : s)];

    public static IReadOnlyList<RuleSetting> All { get; } = [.. Groups.SelectMany(g => g.Settings)];

    public static RuleSetting? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>The rules with all changes made, or what is wrong with any of them; then the rules are as they were.</summary>
    public static (RuleSet Rules, IReadOnlyList<RuleFault> Faults) Change(RuleSet rules, IEnumerable<KeyValuePair<string, string>> changes)
    {
        var (changed, faults) = (rules, new List<RuleFault>());
        foreach (var (id, value) in changes)
        {
            if (Find(id) is not { } setting) faults.Add(new("setting-unknown", id, value, new($"没有设置“{id}”", $"There is no setting '{id}'")));
            else if (setting.Write(changed, value.Trim()) is { } next) changed = next;
            else faults.Add(new("setting-out-of-range", id, value, new($"{setting.Name.Zh}（{id}）不能是“{value}”：可为 {setting.Range.Zh}", $"{setting.Name.En} ({id}) cannot be '{value}': {setting.Range.En}")));
        }
        return (faults.Count == 0 ? changed : rules, faults);
    }

    /// <summary>What is different, in the order of the settings.</summary>
    public static IReadOnlyList<(RuleSetting Setting, string Before, string After)> Differences(RuleSet before, RuleSet after) =>
        [.. All.Select(s => (s, s.Read(before), s.Read(after))).Where(d => d.Item2 != d.Item3)];
}
