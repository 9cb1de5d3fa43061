using Heng.App.Features.AgentMonth;
using Heng.App.Features.Pay;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.SoFar;
using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Simulation;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class AgentSamples
{
    public static AgentMonthView Full(string agent) => new(October, agent, Group(Math.Max(0, Array.IndexOf(Names, agent))), "金牌客服", Card(agent), Stats, Metrics(agent), OverviewSamples.Chart(31, agent), true,
        [new("满意率缺 10 月 9 日至 11 日的数据；当天不计 0，也不计满分。", "Ratings are missing for 9–11 Oct; those days count as neither zero nor full.")])
    { ChangeHref = Links.Change(October, agent), SoFar = SoFar(agent) };

    public static AgentMonthView Empty(string agent) => Full(agent) with { Card = null, Stats = [.. OverviewSamples.Stats.Take(4).Select(s => s with { Figure = Figure.Missing(s.Figure.Unit), Previous = null, Trend = [] })], Chart = new([], []) };

    private static SoFarView SoFar(string agent) => new(October, agent, 5820.35m, new(2026, 11, 9), [],
    [
        new("consult-conversion", new("咨询转化率", "Conversion"), Unit.Rate, 0.2726m) { Feeds = [new("转化", "conversion")], To = 0.2753m, Counted = new(new("咨询成交人数", "people who bought after consulting"), 3), Pay = 120m, Score = 2m },
        new("first-response", new("首次响应", "First response"), Unit.Seconds, 24.3m) { To = 22m, Pay = 36.5m, Score = 0.5m },
        new("satisfaction", new("满意率", "Satisfaction"), Unit.Rate, 0.9455m) { To = 0.9460m, Pay = 0m, Score = 0.01m },
        new("", new("团队协作", "Teamwork"), Unit.Points, null) { Without = NoStep.ByPeople },
    ],
    [new("数据到 10 月 20 日为止，这个月还没完。", "Records reach 20 Oct: the month goes on."), new("退款、申诉与更正会改变它所依据的数字。", "Refunds, appeals and corrections change the numbers that it rests on.")], Links.Pay(October, agent));

    private static StatFigure[] Stats =>
    [
        OverviewSamples.Stats[0] with { Figure = new(1104, Unit.People), Previous = 1042 },
        OverviewSamples.Stats[1] with { Figure = new(41.07m, Unit.Seconds), Previous = 39.80m },
        OverviewSamples.Stats[2] with { Figure = new(0.2726m, Unit.Rate, ValueState.Provisional), Previous = 0.2681m },
        OverviewSamples.Stats[3] with { Figure = new(0.9455m, Unit.Rate), Previous = 0.9610m },
    ];

    private static ScoreCard Card(string agent) => new("售前前线考核", 3, new(87.45m, Unit.Points, ValueState.Provisional, Links.ExplainItem(October, agent, "total")), 100, "B", 4, 23,
    [
        Item("first-response", "首次响应", "First response", 24.3m, Unit.Seconds, "≤ 25 秒", "≤ 25 s", 15, 15, ItemState.Scored),
        Item("average-response", "平均响应", "Average response", 41.07m, Unit.Seconds, "≤ 40 秒", "≤ 40 s", 12.5m, 15, ItemState.Scored),
        Item("consult-conversion", "咨询转化率", "Conversion", 0.2726m, Unit.Rate, "≥ 30%", "≥ 30%", 21.81m, 25, ItemState.Provisional),
        Item("satisfaction", "满意率", "Satisfaction", 0.9455m, Unit.Rate, "≥ 95%", "≥ 95%", 17.14m, 20, ItemState.Scored),
        Item("qa-score", "质检分", "Quality", null, Unit.Points, "≥ 90 分", "≥ 90 pts", null, 15, ItemState.Redistributed, new("本月没有抽检，15 分的权重按比例分给其余各项。", "Nobody was inspected; its 15 points were spread over the other items.")),
        new("teamwork", new("团队协作", "Teamwork"), null, null, new(9, Unit.Points, ExplainHref: Links.ExplainItem(October, agent, "teamwork")), 10, ItemState.Scored, new("组长：国庆大促主动带新人。", "Lead: coached newcomers through the holiday peak.")),
    ]);

    private static ScoreItem Item(string id, string zh, string en, decimal? reading, Unit unit, string target, string targetEn, decimal? points, decimal full, ItemState state, Wording? note = null) =>
        new(id, new(zh, en), new(reading, unit, state == ItemState.Provisional ? ValueState.Provisional : reading is null ? ValueState.Missing : ValueState.Final, Links.ExplainMetric(October, Names[0], id)), new(target, targetEn),
            new(points, Unit.Points, points is null ? ValueState.Missing : ValueState.Final, Links.ExplainItem(October, Names[0], id)), full, state, note);

    private static IReadOnlyList<MetricGroup> Metrics(string agent) =>
    [
        new(new("接待", "Load"), [Of(agent, "consulted", "咨询人数", "Consulted", 1104, Unit.People), Of(agent, "received", "接待人数", "Received", 1098, Unit.People), Of(agent, "unreplied", "未回复人数", "Unreplied", 6, Unit.People), Of(agent, "reply-rate", "回复率", "Reply rate", 0.99457m, Unit.Rate), Of(agent, "answer-question-ratio", "答问比", "Answers per question", 1.31m, Unit.Ratio)]),
        new(new("速度", "Speed"), [Of(agent, "first-response", "首次响应", "First response", 24.31m, Unit.Seconds), Of(agent, "average-response", "平均响应", "Average response", 41.07m, Unit.Seconds), Of(agent, "within-30s", "30 秒应答率", "Within 30 s", 0.6412m, Unit.Rate), Of(agent, "slow", "慢响应人数", "Slow", 17, Unit.People), Of(agent, "typing-speed", "打字速度", "Typing speed", null, Unit.PerMinute)]),
        new(new("销售与转化", "Sales"), [Of(agent, "sales", "销售额", "Sales", 81400.77m, Unit.Yuan), Of(agent, "orders", "订单数", "Orders", 318, Unit.Orders), Of(agent, "average-order-value", "客单价", "Average order", 270.43m, Unit.Yuan), Of(agent, "consult-conversion", "咨询转化率", "Conversion", 0.2726m, Unit.Rate), Of(agent, "refund-rate", "退款率", "Refund rate", 0.0381m, Unit.Rate)]),
        new(new("满意度", "Satisfaction"), [Of(agent, "invite-rate", "邀评发送率", "Invited", 0.812m, Unit.Rate), Of(agent, "satisfaction", "满意率", "Satisfaction", 0.9455m, Unit.Rate), Of(agent, "good-review-rate", "好评率", "Good reviews", null, Unit.Rate), Of(agent, "complaints", "投诉", "Complaints", 0, Unit.Times)]),
    ];

    private static NamedFigure Of(string agent, string id, string zh, string en, decimal? value, Unit unit) =>
        new(id, new(zh, en), new(value, unit, value is null ? ValueState.Missing : id is "sales" or "consult-conversion" ? ValueState.Provisional : ValueState.Final, Links.ExplainMetric(October, agent, id)));

    public static PayslipView Payslip(string agent)
    {
        PayslipLine Line(string id, string zh, string en, string how, string howEn, decimal amount, ValueState state = ValueState.Final, params IReadOnlyList<Wording> notes) =>
            new(id, new(zh, en), new(how, howEn), amount, state, Links.ExplainLine(October, agent, id), notes);
        PayslipLine[] lines =
        [
            Line("base", "底薪", "Base pay", "4,500.00 × 22 ÷ 22 天", "4,500.00 × 22 ÷ 22 days", 4500m, ValueState.Final, new Wording("本月没有考勤数据：应出勤即实出勤。", "No attendance was given: days due count as worked.")),
            Line("performance", "绩效工资", "Performance pay", "1,500.00 × 87.45 分 ÷ 100", "1,500.00 × 87.45 pts ÷ 100", 1311.75m),
            Line("commission", "销售提成", "Commission", "81,400.77 × 1.2%（第二档）", "81,400.77 × 1.2% (second tier)", 976.81m, ValueState.Provisional),
            Line("night", "夜班补贴", "Night allowance", "4 次 × 30.00", "4 × 30.00", 120m),
            Line("refund", "退款冲回", "Refunds taken back", "−3,102.40 × 1.2%", "−3,102.40 × 1.2%", -37.23m),
            Line("late", "九月差额", "September difference", "9 月定稿后重算：+2 单", "recomputed once September was final: +2 orders", 8.64m),
        ];
        return new(October, agent, Groups[0], "售前底薪 + 绩效 + 提成", lines.Sum(l => l.Amount), lines,
            [new("实发合计为各项四舍五入到分后之和；税和社保不在此处计算。", "Net pay is the sum of the lines, each rounded to the fen; tax and social insurance are not worked out here.")], false, Links.Agent(October, agent))
        { Score = 87.45m, Grade = "B", PaidDays = 22, DueDays = 22, WorkbookHref = Links.PayWorkbook(October, agent), ArchiveHref = Links.Payslips(October) };
    }

    /// <summary>The same payslip to take away; its amounts rest on nothing.</summary>
    public static SlipContent Slip(string agent)
    {
        var shown = Payslip(agent);
        return new(October, agent, shown.Group, "衡裳旗舰店", new(shown.Scheme, shown.Scheme), false, shown.PaidDays, shown.DueDays, shown.Net,
            [.. shown.Lines.Select(l => new SlipLine(l.Id, l.Label, l.Amount, Explained.Leaf(l.Id, l.Label, l.Amount, Unit.Yuan), l.Formula, l.Notes))]);
    }
}
