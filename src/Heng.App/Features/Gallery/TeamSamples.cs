using Heng.App.Features.TeamReports;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Work;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class TeamSamples
{
    private static Figure[] Each(decimal first, decimal step, Unit unit) => [.. Groups.Select((_, i) => new Figure(first + step * i, unit))];

    private static TeamWeek Week(string id, DateOnly from, int[] buyers, params AllocationCorrection[] made) => new(id, from, from.AddDays(6), Groups[0], "front-line", Allocation.Of([.. buyers.Select((b, i) =>
        new LineWork(Names[i], new Measures().Add(Primitive.Consulted, b).Add(Primitive.WorkedSeconds, 28_800 * (i == 2 ? 3 : 6)), 6))])!, made);

    public static TeamReportView Full(Month month) => new(month, Groups, true,
    [
        new(new("咨询人数", "Consulted"), Unit.People, Better.None, Each(4100, -520, Unit.People), new(11_020, Unit.People)),
        new(new("平均响应", "Average response"), Unit.Seconds, Better.Lower, Each(34.2m, 3.6m, Unit.Seconds), new(38.9m, Unit.Seconds)),
        new(new("咨询转化率", "Conversion"), Unit.Rate, Better.Higher, Each(0.3012m, -0.02m, Unit.Rate), new(0.281m, Unit.Rate, ValueState.Provisional)),
        new(new("满意率", "Satisfaction"), Unit.Rate, Better.Higher, [.. Groups.Select((_, i) => i == 1 ? Figure.Missing(Unit.Rate) : new Figure(0.94m, Unit.Rate))], new(0.939m, Unit.Rate)),
    ],
    [
        new(new("售前前线考核", "Front line"), 100, [new(new("总分", "Score"), 100, [.. Groups.Select((_, i) => i == 1 ? null : (decimal?)(84.2m - i))], 83.1m), new(new("平均响应", "Average response"), 15, [.. Groups.Select((_, i) => i == 1 ? null : (decimal?)12.4m)], 12.2m)],
            [new(60, 1), new(70, 4), new(80, 11), new(90, 6)], [("A", 6), ("B", 11), ("C", 4), ("D", 1)], 22, 1),
    ],
    [new(Names[3], Groups[1], 78.2m, 86.9m, new("咨询转化率", "Conversion"), 6.1m, Links.Change(month, Names[3])), new(Names[1], Groups[0], 90.1m, 84.4m, new("平均响应", "Average response"), -4.5m, Links.Change(month, Names[1]))],
    OverviewSamples.Full(new(month)).Hours,
    [
        Week("2026-W41", new(2026, 10, 5), [120, 118, 61, 125]), Week("2026-W42", new(2026, 10, 12), [171, 110, 40, 96], new AllocationCorrection(new(2026, 10, 19, 9, 20, 0), "苏明哲", "王雨桐的分流权重从 2 调回 1")),
        Week("2026-W43", new(2026, 10, 19), [3, 1, 0, 1]),
    ], [new("带 * 的数字为暂定值。", "Numbers with * are provisional.")]) { MayCorrect = true };

    public static TeamReportView None(Month month) => Full(month) with { Groups = [], Weeks = [], Refused = CorrectionRefusal.WeekUnknown };
}
