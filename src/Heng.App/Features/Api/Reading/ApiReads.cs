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
    ];

    private static ApiExample No(string name, string address, int status, string code) => new(name, address, status) { Code = code };
    private static ApiParameter Param(string name, string zh, string en) => new(name, new Wording(zh, en));
}
