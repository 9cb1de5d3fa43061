using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using static Heng.Engine.Metrics.Formulas;

namespace Heng.Engine.Metrics;

/// <summary>What people do beside the chats, from plain tables: calls, cases, complaints, errors, conduct, handovers.</summary>
internal static class WorkMetrics
{
    private const decimal PerHour = 3600m;

    public static IReadOnlyList<Metric> Load =>
    [
        Of(Source.Phrases, "quick-phrase-use", "快捷短语使用率", "Quick phrase use", Unit.Rate, Better.Higher, Ratio(Primitive.PhraseUses, Primitive.PhraseMessages),
            "话术使用次数 ÷ 客服文字消息；话术库生效之前没有这个数。", "Phrase uses ÷ the agent's text messages; missing before a library is in force.", "话术使用率"),
        Of(Source.ChatAndStatus, "throughput", "每小时接待量", "Receptions per hour", Unit.PerHour, Better.Higher, Hourly(Primitive.Received),
            "接待人数 ÷ 服务小时（在线且未挂起）。", "Received ÷ serving hours (online and not suspended)."),
        Of(Source.ChatAndStatus, "saturation", "饱和度", "Saturation", Unit.Rate, Better.None, Ratio(Primitive.BusySeconds, Primitive.ServingSeconds),
            "至少有一个会话打开的时间 ÷ 服务时长。", "Time with at least one open session ÷ serving time."),
        Of(Source.Cases, "cases", "工单量", "Cases", Unit.Times, Better.None, Sum(Primitive.Cases), "经手的工单，记在建单日。", "Cases held, on the day they were opened."),
        Of(Source.CasesAndStatus, "cases-per-hour", "每小时工单量", "Cases per hour", Unit.PerHour, Better.Higher, Hourly(Primitive.Cases), "工单量 ÷ 服务小时。", "Cases ÷ serving hours."),
        Of(Source.Cases, "overdue-cases", "逾期工单", "Overdue cases", Unit.Times, Better.Lower, Sum(Primitive.CasesOverdue),
            "超过时限才解决，或到数据截止时已过时限仍未解决的工单；正好在时限解决不算。", "Cases solved after they were due, or due by the end of the data and unsolved; solved exactly when due is in time."),
        Of(Source.Cases, "unregistered-cases", "未登记工单", "Unregistered cases", Unit.Times, Better.Lower, Sum(Primitive.CasesUnregistered), "标明没有登记的工单。", "Cases marked as not registered."),
        Of(Source.Calls, "calls", "来电量", "Calls", Unit.Times, Better.None, Sum(Primitive.Calls), "打进来的电话，接没接都算。", "Calls that came in, answered or not."),
        Of(Source.Calls, "calls-handled", "话务量", "Calls handled", Unit.Times, Better.Higher, Sum(Primitive.CallsAnswered), "接听的电话。", "Calls answered."),
        Of(Source.CallsAndStatus, "calls-per-hour", "每小时话务量", "Calls per hour", Unit.PerHour, Better.Higher, Hourly(Primitive.CallsAnswered), "话务量 ÷ 服务小时。", "Calls handled ÷ serving hours."),
    ];

    public static IReadOnlyList<Metric> Speed =>
    [
        Of(Source.Cases, "solve-time", "问题解决时间", "Time to solve", Unit.Seconds, Better.Lower, Ratio(Primitive.CaseSolveSeconds, Primitive.CasesSolved),
            "Σ（解决 − 建单）÷ 已解决工单。", "Σ (solved − opened) ÷ cases solved."),
        Of(Source.Calls, "call-answer-time", "电话应答时间", "Time to answer calls", Unit.Seconds, Better.Lower, Ratio(Primitive.CallAnswerSeconds, Primitive.CallsTimed),
            "接听电话的平均等待；没写时间的不算。", "Mean wait of answered calls whose wait is known."),
        Of(Source.Calls, "calls-within-20s", "20秒接听率", "Calls answered within 20 s", Unit.Rate, Better.Higher, Ratio(Primitive.CallsWithin20, Primitive.Calls),
            "20 秒内接听（含 20 秒）÷ 来电量。", "Answered within 20 s, that edge included ÷ calls."),
    ];

    public static IReadOnlyList<Metric> Satisfaction =>
    [
        Of(Source.ReviewWork, "reviews-answered", "评价回复数", "Reviews answered", Unit.Times, Better.Higher, Sum(Primitive.ReviewsAnswered), "已回复的评价，记在评价日。", "Reviews answered, on the review's day."),
        Of(Source.ReviewWork, "reviews-turned", "评价转好数", "Reviews turned", Unit.Times, Better.Higher, Sum(Primitive.ReviewsTurned), "处理后转好的评价。", "Reviews that turned to the better."),
        Of(Source.ReviewWork, "review-handling-time", "评价处理时长", "Review handling time", Unit.Seconds, Better.Lower, Ratio(Primitive.ReviewHandlingSeconds, Primitive.ReviewsAnswered),
            "Σ（回复 − 评价）÷ 已回复评价。", "Σ (answered − reviewed) ÷ reviews answered."),
        Of(Source.ReviewWork, "review-reply-rate", "评价回复率", "Review reply rate", Unit.Rate, Better.Higher, Ratio(Primitive.ReviewsAnswered, Primitive.ReviewsToHandle), "已回复 ÷ 应处理的评价。", "Answered ÷ reviews to handle."),
        Of(Source.Surveys, "survey-score", "问卷得分", "Survey score", Unit.Points, Better.Higher, Mean(Primitive.SurveyPoints, Primitive.SurveyAnswers), "买家问卷得分的平均。", "Mean of buyers' survey points."),
        Of(Source.CasesOrRefunds, "after-sales-handled", "售后处理量", "After-sales cases handled", Unit.Times, Better.Higher, Sum(Primitive.AfterSalesHandled),
            "已解决的售后类工单（售后、退款、退货、换货）与由其审核或退款的退款单。", "After-sales cases solved, and refunds that the agent reviewed or paid."),
        Of(Source.CasesOrRefunds, "after-sales-time", "售后处理时长", "After-sales handling time", Unit.Seconds, Better.Lower, Ratio(Primitive.AfterSalesSeconds, Primitive.AfterSalesHandled), "Σ 处理时长 ÷ 售后处理量。", "Σ handling time ÷ after-sales handled."),
        Of(Source.ChatOrCases, "one-contact-resolution", "一次性解决率", "One-contact resolution", Unit.Rate, Better.Higher,
            new RatioOf(Formulas.Of(Primitive.CasesOnce, Primitive.ReceptionsOnce), Formulas.Of(Primitive.CasesJudgedOnce, Primitive.ReceptionsJudgedOnce)),
            "（标明一次解决，或解决后 72 小时内（含）同一买家没有再建工单的工单 + 有回复，且到最后一条消息后 72 小时内（含）同一买家没有再发起接待、也没有建工单的接待）÷（工单量 + 当日没有建工单、没有转出的咨询接待）。",
            "(Cases marked so, or solved with no other case of the same buyer within 72 hours, that edge included + replied receptions whose buyer begins no other reception and has no case opened until 72 hours after the last message, that edge included) ÷ (cases + consulted receptions that were not passed on and had no case opened that day).")
            with { Maturity = Maturity.Return },
        Of(Source.Cases, "resolution-rate", "解决率", "Resolution rate", Unit.Rate, Better.Higher, Ratio(Primitive.CasesSolved, Primitive.Cases), "已解决 ÷ 工单量。", "Solved ÷ cases."),
        Of(Source.Complaints, "complaints", "投诉数", "Complaints", Unit.Times, Better.Lower, Sum(Primitive.Complaints), "收到的投诉。", "Complaints received.", "投诉数"),
        Of(Source.ChatAndComplaints, "complaint-rate", "投诉率", "Complaint rate", Unit.Rate, Better.Lower, Ratio(Primitive.Complaints, Primitive.Received), "投诉数 ÷ 接待人数。", "Complaints ÷ received."),
        Of(Source.Complaints, "complaint-time", "投诉处理时长", "Complaint handling time", Unit.Seconds, Better.Lower, Ratio(Primitive.ComplaintSeconds, Primitive.Complaints), "Σ 处理时长 ÷ 投诉数。", "Σ handling time ÷ complaints."),
        Of(Source.Complaints, "complaint-satisfaction", "投诉满意率", "Complaint satisfaction", Unit.Rate, Better.Higher, Ratio(Primitive.ComplaintsSatisfied, Primitive.Complaints), "对处理满意 ÷ 投诉数。", "Satisfied with the handling ÷ complaints."),
        Of(Source.Calls, "call-answer-rate", "电话接听率", "Call answer rate", Unit.Rate, Better.Higher, Ratio(Primitive.CallsAnswered, Primitive.Calls), "接听 ÷ 来电量。", "Answered ÷ calls."),
        Of(Source.Calls, "call-talk-time", "通话时长", "Call talk time", Unit.Seconds, Better.None, Ratio(Primitive.CallTalkSeconds, Primitive.CallsTalked), "接听电话的平均通话时长。", "Mean talk time of answered calls."),
        Of(Source.Calls, "call-resolution-rate", "电话解决率", "Call resolution rate", Unit.Rate, Better.Higher, Ratio(Primitive.CallsResolved, Primitive.CallsJudged), "已解决 ÷ 写明是否解决的接听电话。", "Resolved ÷ answered calls that say whether."),
        Of(Source.Calls, "call-rating", "电话评分", "Call rating", Unit.Points, Better.Higher, Mean(Primitive.CallRatingPoints, Primitive.CallRatings), "通话评分的平均。", "Mean rating of calls."),
        Of(Source.Calls, "call-satisfaction", "电话满意率", "Call satisfaction", Unit.Rate, Better.Higher, Ratio(Primitive.CallsSatisfied, Primitive.CallRatings), "4 分及以上 ÷ 有评分的通话。", "Rated 4 and above ÷ rated calls."),
    ];

    public static IReadOnlyList<Metric> Quality =>
    [
        Of(Source.Errors, "operation-errors", "操作差错", "Operation errors", Unit.Times, Better.Lower, Sum(Primitive.OperationErrors), "订单信息、地址、退款等操作差错。", "Errors in order data, addresses, refunds and the like."),
        Of(Source.Errors, "operation-error-cost", "操作差错损失", "Cost of operation errors", Unit.Yuan, Better.Lower, new Total(Formulas.Of(Primitive.OperationErrorFen), Yuan), "操作差错造成的损失。", "What operation errors cost."),
        Of(Source.Cases, "remark-completeness", "备注完整率", "Remark completeness", Unit.Rate, Better.Higher, Ratio(Primitive.CasesRemarked, Primitive.Cases), "有备注的工单 ÷ 工单量。", "Cases with a remark ÷ cases."),
        Of(Source.Incidents, "conduct-incidents", "行为事件", "Conduct incidents", Unit.Times, Better.Lower, Sum(Primitive.ConductIncidents), "记录在案的行为事件。", "Conduct incidents on record."),
    ];

    public static IReadOnlyList<Metric> Phrases =>
    [
        Of(Source.Phrases, "phrase-uses", "话术使用次数", "Phrase uses", Unit.Times, Better.None, Sum(Primitive.PhraseUses),
            "客服消息等于当日有效的话术，或八字以上的话术有 85% 的相邻字对相同；话术库生效之前没有这个数。", "Agent messages that are a phrase valid that day, or share 85 % of the neighbouring characters with one of eight characters and more; missing before a library is in force."),
        Of(Source.Phrases, "expired-phrase-hits", "过期话术使用", "Expired phrase uses", Unit.Times, Better.Lower, Sum(Primitive.ExpiredPhraseUses),
            "客服消息用的是已过有效期、已被新版本替换或已停用的话术。", "Agent messages that use a phrase past its last day, replaced by a newer version or ended.", "过期短语"),
    ];

    public static IReadOnlyList<Metric> Duty =>
    [
        Of(Source.Handovers, "handovers-made", "已交接", "Handovers made", Unit.Times, Better.Higher, Sum(Primitive.HandoversMade), "做了的交接。", "Handovers made."),
        Of(Source.Handovers, "handovers-missed", "漏交接", "Handovers missed", Unit.Times, Better.Lower, Sum(Primitive.HandoversMissed), "漏了的交接。", "Handovers missed."),
        Of(Source.Calls, "answered-within-3-rings", "三声内接听率", "Answered within three rings", Unit.Rate, Better.Higher, Ratio(Primitive.CallsWithin3Rings, Primitive.CallsRung),
            "三声内接听 ÷ 知道响了多久的来电，没接的也在内；没写响铃数时 15 秒算三声。", "Answered within three rings ÷ calls known to have rung how long, unanswered ones too; without a count 15 s are three rings."),
    ];

    public static IReadOnlyList<Metric> Growth =>
    [
        Of(Source.Training, "training-attendance", "培训出勤率", "Training attendance", Unit.Rate, Better.Higher, Ratio(Primitive.TrainingAttended, Primitive.TrainingSeats), "参加 ÷ 应参加的培训。", "Attended ÷ seats."),
        Of(Source.Exams, "exam-score", "考试成绩", "Exam score", Unit.Points, Better.Higher, Mean(Primitive.ExamPoints, Primitive.Exams), "各次考试按百分制的平均。", "Mean of the exams, out of a hundred."),
        Of(Source.Exams, "simulated-dialogue-score", "模拟对话得分", "Simulated-dialogue score", Unit.Points, Better.Higher, Mean(Primitive.DialoguePoints, Primitive.Dialogues), "模拟对话按百分制的平均。", "Mean of simulated dialogues, out of a hundred."),
        Of(Source.Suggestions, "suggestions", "建议数", "Suggestions", Unit.Times, Better.Higher, Sum(Primitive.Suggestions), "提出的建议。", "Suggestions made."),
        Of(Source.Suggestions, "adopted-suggestions", "采纳建议数", "Adopted suggestions", Unit.Times, Better.Higher, Sum(Primitive.AdoptedSuggestions), "被采纳的建议，记在提出日。", "Suggestions adopted, on the day they were made."),
        Of(Source.Activities, "sharing-sessions", "分享会", "Sharing sessions", Unit.Times, Better.Higher, Sum(Primitive.SharingSessions), "主讲的分享会。", "Sharing sessions held."),
        Of(Source.Activities, "team-projects", "团队项目", "Team projects", Unit.Times, Better.Higher, Sum(Primitive.TeamProjects), "参与的团队项目。", "Team projects taken part in."),
        Of(Source.Tasks, "tasks-done", "完成任务", "Tasks done", Unit.Times, Better.Higher, Sum(Primitive.TasksDone), "完成的任务，记在完成日。", "Tasks done, on the day they were done."),
        Of(Source.Tasks, "weekly-reports-on-time", "周报准时率", "Weekly reports on time", Unit.Rate, Better.Higher, new RatioOf(Formulas.Of(Primitive.ReportsOnTime), new((Primitive.ReportsDue, 1), (Primitive.ReportsAwaited, 1))), "截止日当天或之前交的周报 ÷ 应交周报；没交的要等截止日过完才算应交。", "Reports in by the day they were due ÷ reports due; one that is not in is due once its day is over."),
    ];

    private static RatioOf Hourly(Primitive part) => new(Formulas.Of(part), Formulas.Of(Primitive.ServingSeconds), PerHour);

    private static RatioOf Mean(Primitive hundredths, Primitive count) => new(Formulas.Of(hundredths), Formulas.Of(count), 0.01m);

    private static Metric Of(Source source, string id, string zh, string en, Unit unit, Better better, Formula formula, string meaning, string definition, params IReadOnlyList<string> aliases) =>
        Metric(source, Maturity.AtOnce, id, zh, en, unit, better, formula, meaning, definition, aliases);
}
