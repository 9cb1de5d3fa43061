using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>Speed (响应): how long buyers waited, by our rules and by the platforms'.</summary>
internal static class SpeedMetrics
{
    public static IReadOnlyList<Metric> All =>
    [
        .. Waits.Select(AtAnyHour),
        OfflineResponse,
        .. Shares.Select(AtAnyHour),
        .. Rounds,
        .. Lengths,
        .. Presets,
    ];

    private static Metric[] Waits =>
    [
        Seconds("first-response", "首次响应", "First response", Ratio(Primitive.FirstResponseSeconds, Primitive.FirstResponses),
            "每次接待：买家第一句（或转入时刻）到第一条人工回复，取平均。", "Per reception: the buyer's first message (or the transfer in) to the first human reply; the mean.",
            "首次响应", "首次响应时间", "首次响应(秒)", "首次响应时长", "首次响应时长（秒)", "首次平均响应时间"),
        Seconds("average-response", "平均响应", "Average response", Ratio(Primitive.RoundSeconds, Primitive.Rounds),
            "Σ等待 ÷ 已回复回合；当日未回复的回合另计。", "Σ waits ÷ answered rounds; a round still open at the end of the day is counted apart.",
            "平均响应", "平均响应时间", "平均响应(秒)", "平均响应时长", "平均响应时长（秒)", "平均响应时长（新）", "工作时间平响时长"),
        Seconds("median-first-response", "首次响应中位数", "Median first response", new QuantileOf(true, 50), "首次响应的中位数；偶数个取中间两个的平均。",
            "The median; of an even count the mean of the two middle ones."),
        Seconds("p90-first-response", "首次响应 P90", "p90 of first response", new QuantileOf(true, 90), "首次响应的第 90 百分位（最近秩）。",
            "The 90th percentile, nearest rank."),
        Seconds("median-response", "平均响应中位数", "Median response", new QuantileOf(false, 50), "回合等待的中位数。", "The median wait of answered rounds."),
        Seconds("p90-response", "响应 P90", "p90 of response", new QuantileOf(false, 90), "回合等待的第 90 百分位（最近秩）。",
            "The 90th percentile of the waits of answered rounds, nearest rank."),
    ];

    private static Metric OfflineResponse => Seconds("offline-response", "留言响应", "Offline response", Ratio(Primitive.OfflineWaitSeconds, Primitive.OfflineHandled),
        "留言到回复的平均等待。", "The mean wait from an offline message to its reply.", "留言响应");

    // No rule leaves messages out by the hour, and platforms' own figures do: without this sentence a larger number looks wrong.
    private static Metric AtAnyHour(Metric metric) => metric with
    {
        Definition = new(metric.Definition.Zh + "夜间无人值班时的留言同样计入，除非规则另有规定。",
            metric.Definition.En + " Messages left at night, while nobody is on duty, count too unless the rules say otherwise."),
    };

    private static Metric[] Shares =>
    [
        Within("within-15s", 15, Primitive.Within15),
        Within("within-30s", 30, Primitive.Within30, "30秒应答率", "30秒应答率(全天)"),
        Within("within-60s", 60, Primitive.Within60),
        Within("within-180s", 180, Primitive.Within180, "3分钟人工回复率", "3分钟人工回复率(全天)", "客服3分钟人工回复率"),
    ];

    private static Metric[] Rounds =>
    [
        Chat("rounds", "回合数", "Rounds", Unit.Times, Better.None, Sum(Primitive.Rounds, Primitive.UnansweredRounds), "已回复与未回复回合之和。",
            "Answered and unanswered rounds."),
        Chat("unanswered-rounds", "未回复回合", "Unanswered rounds", Unit.Times, Better.Lower, Sum(Primitive.UnansweredRounds),
            "营业日结束时仍未回复的回合。", "Rounds still open at the end of the business day."),
    ];

    private static Metric[] Lengths =>
    [
        Chat("slow", "慢响应人数", "Slow receptions", Unit.People, Better.Lower, Sum(Primitive.SlowReceptions),
            "慢回复（默认超过 120 秒）达到次数（默认 3 次）的接待。", "Receptions with at least so many (3) replies that waited longer than so many (120) seconds.", "慢响应人数", "慢接待人数"),
        Chat("long", "长接待人数", "Long receptions", Unit.People, Better.Lower, Sum(Primitive.LongReceptions),
            "接待时长超过界限（默认 30 分钟）的接待。", "Receptions that lasted longer than the limit (30 minutes).", "长接待人数"),
        Seconds("session-duration", "平均会话时长", "Session duration", Ratio(Primitive.SessionSeconds, Primitive.Sessions),
            "Σ（最后一条 − 第一条）÷ 会话量。", "Σ (last − first message) ÷ sessions.", "平均会话时长") with { Better = Better.None },
        Seconds("reception-duration", "平均接待时长", "Reception duration", Ratio(Primitive.SessionSeconds, Primitive.ReceptionsAll),
            "接待内各会话时长之和的平均。", "The mean over receptions of the sum of their sessions' durations.", "平均接待时长", "平均接待时长(秒)") with { Better = Better.None },
    ];

    private static Metric[] Presets =>
    [
        Rate("taobao-3min", "淘宝3分钟响应率", "Taobao 3-minute rate", Ratio(Primitive.Taobao3MinMet, Primitive.Taobao3MinAll),
            "按回合，8–23 点，3 分钟内人工回复。", "By round, 08–23 h, answered by a person within three minutes.", "3分钟人工响应率"),
        Seconds("taobao-average", "淘宝平均响应", "Taobao average response", Ratio(Primitive.TaobaoAverageSeconds, Primitive.TaobaoAverageRounds),
            "每回合封顶 600 秒，未回复按 600 秒，子账号分开。", "A round counts at most 600 s, an unanswered one 600 s; sub-accounts separate."),
        Rate("jd-first-30s", "京东30秒应答率", "JD 30-second first reply", Ratio(Primitive.JdFirst30Met, Primitive.JdFirst30All),
            "9–23 点开始的会话，首条回复在 30 秒内；10 分钟内返回算同一会话。", "Sessions started 09–23 h whose first reply came within 30 s; a return within ten minutes continues the session.", "30s应答率"),
        Rate("pdd-3min", "拼多多3分钟回复率", "Pinduoduo 3-minute rate", Ratio(Primitive.Pdd3MinMet, Primitive.Pdd3MinAll),
            "按买家，8–23 点；有一次超时该买家即不达标。", "By buyer, 08–23 h; one late answer fails the buyer.", "3分钟人工回复率(8-23点)"),
        Rate("douyin-3min", "抖店3分钟回复率（消息）", "Douyin 3-minute rate by message", Ratio(Primitive.DouyinMessage3MinMet, Primitive.DouyinMessage3MinAll),
            "按消息，3 分钟内人工回复。", "By message, answered by a person within three minutes."),
        Rate("douyin-3min-session", "抖店3分钟回复率（会话）", "Douyin 3-minute rate by session", Ratio(Primitive.DouyinSession3MinMet, Primitive.DouyinSession3MinAll),
            "按会话，3 分钟内人工回复。", "By session, answered by a person within three minutes."),
    ];

    private static Metric Within(string id, int seconds, Primitive met, params IReadOnlyList<string> aliases) =>
        Rate(id, $"{seconds}秒应答率", $"Answered within {seconds} s", Ratio(met, Primitive.Rounds, Primitive.UnansweredRounds),
            $"等待不超过 {seconds} 秒（含）的回合 ÷ 全部回合，未回复的也算在内。", $"Rounds that waited at most {seconds} s ÷ all rounds, unanswered ones too.", aliases);

    private static Metric Seconds(string id, string zh, string en, Formula formula, string meaning, string definition, params IReadOnlyList<string> aliases) =>
        Chat(id, zh, en, Unit.Seconds, Better.Lower, formula, meaning, definition, aliases);

    private static Metric Rate(string id, string zh, string en, Formula formula, string meaning, string definition, params IReadOnlyList<string> aliases) =>
        Chat(id, zh, en, Unit.Rate, Better.Higher, formula, meaning, definition, aliases);

    private static Metric Chat(string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition,
        params IReadOnlyList<string> aliases) =>
        Metric(Source.Chat, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases);
}
