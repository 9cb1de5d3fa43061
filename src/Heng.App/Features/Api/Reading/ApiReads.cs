using Heng.App.CommandLine;
using Heng.App.Features.Api.Document;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Api.Reading;

/// <summary>Everything that can be read.</summary>
public static class ApiReads
{
    private static readonly ApiParameter MonthNeeded = ApiParameter.Month with { Required = true };

    public static IReadOnlyList<ApiRead> All { get; } =
    [
        new("/months", ApiScope.ReadMetrics, "months", MonthsCommand.Build, new("有数据的月份，已结账的带封存的哈希", "The months that the records speak of; of closed ones the seal's hash"), []) { Examples = [new("usual", "/months")] },
        new("/metrics", ApiScope.ReadMetrics, "metrics", MetricsCommand.Build, new("指标，按客服、小组、店铺、日或小时", "What was measured, by agent, group, shop, day or hour"),
        [
            ApiParameter.Month, Param("from", "从这天", "First day"), Param("to", "到这天，含", "Last day, included"), Param("by", "每行是什么", "What the rows are") with { OneOf = ["agent", "group", "shop", "day", "hour", "all"] },
            Param("metric", "指标 id，逗号分隔；all 为全部", "Metric ids, separated by commas; all for every one"), Param("source", "衡算的，或平台报的", "Counted by Heng, or as a platform reported it") with { OneOf = ["computed", "reported"] },
            Param("reconcile", "两者对照", "Counted beside reported") with { Flag = true }, ApiParameter.AsOf,
        ])
        { OfShops = true, Examples = [new("usual", "/metrics?month=2026-10&metric=consulted,average-response,satisfaction"), new("by-group", "/metrics?month=2026-10&by=group"), No("bad-month", "/metrics?month=2026-13", 400, "month-unreadable"), No("bad-metric", "/metrics?month=2026-10&metric=none", 400, "metric-unknown")] },
        new("/receptions", ApiScope.ReadMetrics, "receptions", ReceptionsCommand.Build, new("接待，最近的在前；买家名打码，没有聊天原文", "Receptions, the latest first; buyers masked, no chat"),
            [MonthNeeded, ApiParameter.Agent, Param("day", "这一天", "Of this day"), Param("until", "从那天到这天", "From that day to this, included")])
        { OfShops = true, RowKey = ["id"], PagesItself = true, Examples = [new("usual", "/receptions?month=2026-10&limit=2"), No("nobody", "/receptions?month=2026-10&agent=nobody", 404, "reception-unknown")] },
        new("/orders", ApiScope.ReadOrders, "orders", OrdersCommand.Build, new("订单归属：每单归谁、依据哪条", "The ledger: who each order is credited to, by which clause"), [ApiParameter.Month, Param("order", "这一单", "One order")])
        { OfShops = true, RowKey = ["shop", "createdAt", "order"], PagesItself = true, Examples = [new("usual", "/orders?month=2026-10&limit=2"), No("no-order", "/orders?order=none", 404, "order-unknown"), No("no-month", "/orders", 400, "period-missing")] },
        new("/score", ApiScope.ReadScores, "score", ScoreCommand.Score, new("成绩卡", "Scorecards"), [MonthNeeded]) { RowKey = ["agent", "plan", "cycle"], Examples = [new("usual", "/score?month=2026-10&limit=1"), No("no-month", "/score", 400, "month-missing")] },
        new("/pay", ApiScope.ReadPay, "pay", ScoreCommand.Pay, new("工资条：逐行合计等于实发", "Payslips: net is the sum of its lines"), [MonthNeeded, ApiParameter.Agent]) { RowKey = ["agent"], Examples = [new("usual", "/pay?month=2026-10&limit=1"), No("not-begun", "/pay?month=2031-01", 409, "month-not-begun")] },
        new("/explain", ApiScope.ReadScores, "explain", ExplainCommand.Build, new("一个数是怎么来的，直到每次接待、每单", "Why a number is what it is, down to its facts"),
        [
            MonthNeeded, ApiParameter.Agent with { Required = true }, Param("metric", "指标 id", "A metric id") with { Scope = ApiScope.ReadMetrics }, Param("item", "评分项；不给则是总分", "An item of the scorecard; without any, the whole score"),
            Param("line", "工资条的一行", "A line of the payslip") with { Scope = ApiScope.ReadPay }, Param("cycle", "哪张卡", "Whose card the item is of"), Param("since", "更早的月份：为什么变了", "An earlier month: why it changed"), ApiParameter.AsOf,
        ])
        { Examples = [new("usual", "/explain?month=2026-10&agent=王雨桐&metric=average-response"), No("nobody", "/explain?month=2026-10&agent=nobody", 404, "agent-unknown")] },
        new("/findings", ApiScope.ReadQuality, "qa", QaCommand.Build, new("质检发现", "What quality rules found"), [MonthNeeded, ApiParameter.Agent, Param("rule", "这条规则的", "Of this rule")])
        { OfShops = true, RowKey = ["day", "agent", "reception", "severity", "rule", "finding", "version"], PagesItself = true, Examples = [new("usual", "/findings?month=2026-10")] },
        new("/decisions", ApiScope.ReadAudit, "audit list", AuditCommand.Build, new("决定记录，最早的在前", "The log of decisions, oldest first"), [Param("area", "主题的第一段", "The first part of the subject"), Param("who", "谁", "By whom"), Param("text", "含这些字", "What stands in it")])
        { RowKey = ["seq"], PagesItself = true, Examples = [new("usual", "/decisions?limit=1")] },
        new("/today", ApiScope.ReadMetrics, "today", TodayCommand.Build, new("今日看板：现在的数字、每个人的今天、谁在等、刚刚的发现；买家名打码，没有聊天原文", "Today's board: the numbers now, everybody's day, who waits, what was just found; buyers masked, no chat"), [Param("group", "一个小组", "One group alone")])
        { OfShops = true, Examples = [new("usual", "/today"), No("no-group", "/today?group=none", 404, "group-unknown")] },
        new("/warnings", ApiScope.ReadMetrics, "warnings", WarningsCommand.Build, new("预警和经过，最近的在前", "Warnings and what became of each, the newest first"),
            [Param("from", "从这天发出的", "Raised on this day or later"), Param("to", "到这天，含", "To this day, included"), Param("state", "到了哪一步；merged 为并入小组一条", "How far they are; merged: part of the group's") with { OneOf = ["open", "taken", "solved", "ended", "merged"] }])
        { OfShops = true, RowKey = ["id"], PagesItself = true, Examples = [new("usual", "/warnings?limit=2"), No("bad-state", "/warnings?state=none", 400, "value-unknown"), No("bad-day", "/warnings?from=2026-13-01", 400, "day-unreadable")] },
        new("/inspections", ApiScope.ReadQuality, "qa inspections", QaCommand.Build, new("人工质检：到了哪一步，和看得到的成绩", "Inspections by people: how far each is, and the result as far as it may be seen"), [MonthNeeded, ApiParameter.Agent])
        { RowKey = ["id"], Examples = [new("usual", "/inspections?month=2026-10&limit=2"), No("nobody", "/inspections?month=2026-10&agent=nobody", 400, "agent-unknown")] },
        new("/assessments", ApiScope.ReadScores, "appraisal show", AssessmentCommand.Build, new("一个月的考核：到哪一步、等谁、自己的部分、是否公布", "A month's assessments: how far, who is waited for, one's own part, whether published"), [MonthNeeded, Param("scheme", "这个方案的", "Of this scheme"), Param("cycle", "这个周期的", "Of this cycle")])
        { Examples = [new("usual", "/assessments?month=2026-10"), No("bad-month", "/assessments?month=x", 400, "month-unreadable")] },
        new("/run", ApiScope.ReadPay, "run show", RunCommand.Build, new("一个月的发薪：到哪一步，和上月对照的合计", "A month's pay run: how far, and its totals beside the month before"), [MonthNeeded, Param("over", "变动超过上月的这个比例就列出，默认 20%", "Point out who moved by more than this share, 20% where it is not given")])
        { Examples = [new("usual", "/run?month=2026-10"), No("bad-share", "/run?month=2026-10&over=x", 400, "value-unknown")] },
        new("/leavers", ApiScope.ReadPay, "run leaver show", RunCommand.Build, new("一个月的离职结算", "Who left in a month, and their own pay"), [MonthNeeded, ApiParameter.Agent])
        { RowKey = ["agent"], Examples = [new("usual", "/leavers?month=2026-10"), No("nobody", "/leavers?month=2026-10&agent=nobody", 409, "not-leaving")] },
        new("/deadlines", ApiScope.ReadOwn, "deadlines", DeadlinesCommand.Build, new("账号自己的截止日、培训、考试：和日历订阅一样", "The account's own last days, trainings and exams: those of its calendar"), []) { RowKey = ["id"], Examples = [new("usual", "/deadlines")] },
        new("/notices", ApiScope.ReadOwn, "notices list", NoticesCommand.Build, new("账号自己的提醒，最近的 100 条", "The account's own notices, the newest 100"), []) { Examples = [new("usual", "/notices")] },
        new("/report", ApiScope.ReadScores, "report", ReportCommand.Build, new("店铺或一个小组的月报", "A month's report of the shop or of one group"), [MonthNeeded, Param("group", "一个小组", "One group alone")])
        { Examples = [new("usual", "/report?month=2026-10"), No("no-group", "/report?month=2026-10&group=none", 404, "group-unknown")] },
        new("/measures", ApiScope.ReadScores, "measures", MeasuresCommand.Build, new("方案提出的后续措施", "What the plans propose after a month's cards"), [MonthNeeded]) { Examples = [new("usual", "/measures?month=2026-10")] },
        new("/raters", ApiScope.ReadScores, "raters", RatersCommand.Build, new("评分人分析", "How each rater rates"), [MonthNeeded]) { Examples = [new("usual", "/raters?month=2026-10")] },
        new("/pools", ApiScope.ReadPay, "pool show", PoolCommand.Build, new("奖金池怎么分", "How a month's pools are divided"), [MonthNeeded]) { Examples = [new("usual", "/pools?month=2026-10")] },
        new("/funds", ApiScope.ReadPay, "fund list", FundCommand.Build, new("基金余额", "Funds and what they hold"), []) { Examples = [new("usual", "/funds")] },
        new("/guard", ApiScope.ReadPay, "guard list", GuardCommand.Build, new("合规提示", "What the law is against in a month's pay"), [MonthNeeded, ApiParameter.Agent]) { Examples = [new("usual", "/guard?month=2026-10")] },
        new("/unmatched", ApiScope.ReadMetrics, "unmatched", UnmatchedCommand.Build, new("没有匹配到人的账号和名字", "Accounts and names that no person has"), [ApiParameter.Month]) { Examples = [new("usual", "/unmatched?month=2026-10")] },
        new("/quality-rules", ApiScope.ReadQuality, "qa rules list", QaCommand.Build, new("质检规则：到哪一步，准不准", "Quality rules: how each stands and how well it does"), []) { Examples = [new("usual", "/quality-rules")] },
    ];

    private static ApiExample No(string name, string address, int status, string code) => new(name, address, status) { Code = code };
    private static ApiParameter Param(string name, string zh, string en) => new(name, new Wording(zh, en));
}
