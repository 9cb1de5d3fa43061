using Heng.App.Features.Exports;
using Heng.App.Features.Overview;
using Heng.App.Ui;
using Heng.App.Ui.Parts;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Statistics;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class OverviewSamples
{
    private static readonly MetricColumn[] Columns =
    [
        new("consulted", new("咨询人数", "Consulted"), Unit.People, Better.Higher),
        new("first-response", new("首次响应", "First response"), Unit.Seconds, Better.Lower),
        new("satisfaction", new("满意率", "Satisfaction"), Unit.Rate, Better.Higher),
        new("consult-conversion", new("咨询转化率", "Conversion"), Unit.Rate, Better.Higher),
        new("sales", new("销售额", "Sales"), Unit.Yuan, Better.Higher),
    ];

    public static OverviewView Full(OverviewAsk ask, bool pay = true)
    {
        var all = Enumerable.Range(0, Names.Length).Select(i => Row(i, pay)).ToArray();
        var found = all.Where(r => (ask.Group is null || r.Group == ask.Group) && (ask.Search is null || r.Agent.Contains(ask.Search, StringComparison.OrdinalIgnoreCase))).ToArray();
        var sorted = ask.Descending ? found.OrderByDescending(r => Key(r, ask.Sort)).ToArray() : [.. found.OrderBy(r => Key(r, ask.Sort))];
        return new(ask, Stats, new(Columns, [.. sorted.Skip((ask.Page - 1) * OverviewAsk.PageSize).Take(OverviewAsk.PageSize)], found.Length, Groups, pay), Chart(31), Hours,
        [
            new("数据覆盖 10 月 1 日至 10 月 31 日；评价数据缺 10 月 9 日至 11 日。", "Data covers 1–31 Oct; ratings are missing for 9–11 Oct."),
            new("带 * 的数字为暂定值：付款期限未到，11 月 9 日定稿。", "Numbers with * are provisional: the payment window is open until 9 Nov."),
        ]);
    }

    public static OverviewView Empty(OverviewAsk ask) => new(ask,
        [.. Stats.Select(s => s with { Figure = Figure.Missing(s.Figure.Unit), Previous = null, Trend = [] })],
        new(Columns, [], 0, [], true), new([], []), new([.. Enumerable.Range(0, 7).Select(_ => (IReadOnlyList<int?>)new int?[24])], new("咨询量", "Chats")),
        [new("这个月没有任何数据来过。没有数据不是 0。", "No data came for this month. No data is not zero.")]);

    public static ExportSheet File(OverviewAsk ask) => new($"ranking-{ask.Month}", ["客服", "得分"], [.. Enumerable.Range(0, Names.Length).Select(i => Row(i, true)).Select(r => (IReadOnlyList<object?>)[r.Agent, r.Score.Value])]);

    private static IComparable Key(RankingRow row, string sort) => sort switch
    {
        "agent" => row.Agent,
        "group" => row.Group,
        "score" => row.Score.Value ?? -1m,
        "pay" => row.NetPay?.Value ?? -1m,
        "rank" => row.Rank ?? int.MaxValue,
        _ => Array.FindIndex(Columns, c => c.Id == sort) is >= 0 and var at ? row.Figures[at].Value ?? -1m : row.Rank ?? int.MaxValue,
    };

    private static RankingRow Row(int i, bool pay)
    {
        string Why(string metric) => Links.ExplainMetric(October, Names[i], metric);
        var (newcomer, score) = (i == 22, Math.Round(97.6m - i * 1.43m - Between(0, 0.9m, i), 2));
        return new(newcomer ? null : i + 1, i is 5 or 22 ? null : Math.Max(1, i + 1 + (i * 7 % 5) - 2), Names[i], Group(i),
            newcomer ? Figure.Missing(Unit.Points) : new(score, Unit.Points, ExplainHref: Links.ExplainItem(October, Names[i], "total")), 100m,
            newcomer ? null : score >= 90 ? "A" : score >= 80 ? "B" : score >= 70 ? "C" : "D",
            pay ? new(Math.Round(8200m - i * 143.37m, 2), Unit.Yuan, ExplainHref: Links.Pay(October, Names[i])) : null,
            [
                new(Math.Round(Between(640, 1900, i + 3)), Unit.People, ExplainHref: Why("consulted")),
                new(Math.Round(Between(16, 48, i + 11), 2), Unit.Seconds, ExplainHref: Why("first-response")),
                i is 3 or 22 ? Figure.Missing(Unit.Rate, Why("satisfaction")) : new(Between(0.89m, 0.985m, i + 5), Unit.Rate, ExplainHref: Why("satisfaction")) { Part = 312 - i, Whole = 330 },
                Conversion(i) with { ExplainHref = Why("consult-conversion") },
                new(Math.Round(Between(21000, 98000, i + 13), 2), Unit.Yuan, ValueState.Provisional, Why("sales")) { FinalOn = new(2026, 11, 9) },
            ], Links.Agent(October, Names[i])) { Within = newcomer || i % 3 == 0 ? null : new(Math.Max(1, i - 1), i + 3) };
    }

    /// <summary>Every fifth had so few inquiries that the rate says little.</summary>
    private static Figure Conversion(int i)
    {
        var (rate, whole) = (Between(0.19m, 0.37m, i + 7), i % 5 == 2 ? 24m : 1104m);
        return new(rate, Unit.Rate, ValueState.Provisional) { FinalOn = new(2026, 11, 9), Part = Math.Round(rate * whole), Whole = whole, Within = Wilson.Of(Math.Round(rate * whole), whole) };
    }

    public static IReadOnlyList<StatFigure> Stats { get; } =
    [
        new(new("咨询人数", "Consulted"), new(28614, Unit.People, ExplainHref: Links.ExplainMetric(October, null, "consulted")), Better.Higher, null, 26950, Trend(820, 1100, 1)),
        new(new("平均响应", "Average response"), new(38.42m, Unit.Seconds, ExplainHref: Links.ExplainMetric(October, null, "average-response")), Better.Lower, 40, 41.85m, Trend(33, 46, 2)),
        new(new("咨询转化率", "Conversion"), new(0.2871m, Unit.Rate, ValueState.Provisional, Links.ExplainMetric(October, null, "consult-conversion")) { FinalOn = new(2026, 11, 9), Part = 8215, Whole = 28614 }, Better.Higher, 0.27m, 0.2803m, Trend(0.24m, 0.33m, 3)),
        new(new("满意率", "Satisfaction"), new(0.9528m, Unit.Rate, ExplainHref: Links.ExplainMetric(October, null, "satisfaction")) { Part = 7402, Whole = 7769 }, Better.Higher, 0.96m, 0.9601m, [.. Trend(0.93m, 0.97m, 4).Select((v, i) => i is >= 8 and <= 10 ? null : v)]),
        new(new("客服销售额", "Sales"), new(1284306.58m, Unit.Yuan, ValueState.Provisional, Links.ExplainMetric(October, null, "sales")) { FinalOn = new(2026, 11, 9) }, Better.Higher, 1200000, 1315240.10m, Trend(32000, 54000, 5)),
    ];

    public static DailyChart Chart(int days, string? agent = null) => new([.. Enumerable.Range(0, days).Select(i => October.First.AddDays(i))],
    [
        new(new("咨询人数", "Consulted"), Unit.People, Trend(agent is null ? 780 : 28, agent is null ? 1150 : 61, 6), true, Hrefs("consulted", days, agent)),
        new(new("平均响应", "Average response"), Unit.Seconds, Trend(31, 47, 2), false, Hrefs("average-response", days, agent)),
    ]);

    private static string?[] Hrefs(string metric, int days, string? agent) => [.. Enumerable.Range(0, days).Select(i => Links.ExplainMetric(October, agent, metric, October.First.AddDays(i)))];

    private static HourMap Hours => new([.. Enumerable.Range(0, 7).Select(day => (IReadOnlyList<int?>)[.. Enumerable.Range(0, 24).Select(hour => hour is >= 2 and <= 5 ? (int?)null : Count(day, hour))])], new("咨询量", "Chats"));

    private static int Count(int day, int hour) => (int)((hour is < 8 ? 12m : hour is >= 19 and <= 22 ? 260m : hour is 10 or 11 or 14 or 15 ? 170m : 95m) * (day >= 5 ? 1.35m : 1m) * Between(0.8m, 1.15m, day * 31 + hour));

    private static decimal?[] Trend(decimal low, decimal high, int seed) => [.. Enumerable.Range(0, 31).Select(i => (decimal?)Math.Round((Between(low, high, seed * 97 + i) + Between(low, high, seed * 97 + i + 1) + Between(low, high, seed * 97 + i + 2)) / 3m, 4))];
}
