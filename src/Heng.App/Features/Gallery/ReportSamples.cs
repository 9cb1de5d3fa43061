using Heng.App.Features.PersonReports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Targets;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class ReportSamples
{
    private static readonly ReportItem Conversion = new(
        "consult-conversion", new("咨询转化率", "Conversion"), Unit.Rate, Better.Higher, new(0.2726m, Unit.Rate, ValueState.Provisional), new("≥ 30%", "≥ 30%"), new(21.81m, Unit.Points), 25,
        0.2691m, 0.2610m, 0.2584m, [0.25m, null, 0.258m, 0.262m, 0.27m, 0.2726m]) { Cases = 1104, GroupShare = 0.81m };

    private static readonly ReportItem Speed = new(
        "average-response", new("平均响应", "Average response"), Unit.Seconds, Better.Lower, new(41.07m, Unit.Seconds), new("≤ 40 秒", "≤ 40 s"), new(12.5m, Unit.Points), 15,
        39.8m, 42.3m, 38.1m, [44m, 43m, 41m, 39m, 39.8m, 41.07m]) { Cases = 5210, GroupShare = 0.86m };

    private static readonly ReportItem Solved = new(
        "resolution-rate", new("一次解决率", "Solved once"), Unit.Rate, Better.Higher, new(0.75m, Unit.Rate) { Part = 9, Whole = 12, Within = new(0.468m, 0.911m) }, new("≥ 85%", "≥ 85%"), new(8m, Unit.Points), 10,
        null, null, null, [null, null, 0.75m]) { Cases = 12 };

    private static readonly ReportItem Team = new(
        "teamwork", new("团队协作", "Teamwork"), Unit.Points, Better.Higher, new(9m, Unit.Points), null, new(9m, Unit.Points), 10, 8.5m, 8.4m, 8.2m, [8m, 8.5m, 8.5m, 9m]) { GroupShare = 0.82m };

    private static ReportExamples Chats(string good, string bad) => new(
        [new("棉**7", new("10 月 3 日 09:41 · 6 回合", "3 Oct 09:41 · 6 rounds"), new(good, good), Links.Reception("r0001")), new("林**2", new("10 月 12 日 20:05 · 3 回合", "12 Oct 20:05 · 3 rounds"), new(good, good), Links.Reception("r0001"))],
        [new("o**9", new("10 月 19 日 13:30 · 11 回合", "19 Oct 13:30 · 11 rounds"), new(bad, bad), Links.Reception("r0001"))]);

    public static PersonReportView Full(string agent) => new(
        October, agent, Groups[0], "金牌客服", "售前前线考核", new(new(87.45m, Unit.Points, ValueState.Provisional), 100, "B", 4, 23, new(3, 7), 86.2m, 84.1m, 82.6m),
        [.. new[] { 81.2m, 83.4m, (decimal?)null, 84.9m, 85.1m, 88.6m, 87.45m }.Select((s, i) => new ReportMonth(October.Plus(i - 6), s))], [Conversion, Speed, Solved, Team],
        [new(new("业绩", "Results"), 0.87m, 0.81m, 21.81m, 25), new(new("响应", "Speed"), 0.83m, 0.86m, 12.5m, 15), new(new("服务与解决问题的质量", "Quality of service"), 0.8m, 0.78m, 8m, 10), new(new("协作", "Teamwork"), 0.9m, 0.82m, 9m, 10)],
        [new(Team, 0.08m, ReportExamples.None), new(Conversion, 0.0624m, ReportExamples.None)],
        [new(Conversion, 0.291m, StepTo.OwnBest, 318.6m, 1.47m, Chats("1", "0")), new(Speed, 38m, StepTo.GroupQuartile, 62m, 1.1m, Chats("6.5 s", "412.0 s"))],
        [new("带 * 的数字为暂定值。", "Numbers with * are provisional.")]) { PayVisible = true };

    public static PersonReportView None(string agent) => new(October, agent, Groups[0], null, null, new(Figure.Missing(Unit.Points), 100, null, null, 0, null, null, null, null), [new(October, null)], [], [], [], [], []);
}
