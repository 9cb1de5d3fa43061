using Heng.App.Features.Consequences;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class MeasureSamples
{
    private static readonly Wording Plan = new("网络销售月度考核", "Online sales, monthly"), Weak = new("连续偏弱", "Weak in a row"), Strong = new("连续优秀", "Strong in a row");

    public static MeasuresView Full(Month month) => new(month, true,
        [
            Row(21, 58.25m, "E", MeasureKind.Coaching, 3, new($"{Weak.Zh}，连续 3 期；劝退建议须先有「辅导」记录，先辅导", $"{Weak.En}, 3 in a row; exit proposal needs coaching on record first")) with { MayDecide = true },
            Row(23, 61m, "D", MeasureKind.Transfer, 3, new($"{Weak.Zh}，连续 3 期", $"{Weak.En}, 3 in a row")) with
            {
                MayConfirm = true, State = new(MeasureKind.Transfer, [new(MeasureEvent.Accepted, "周倩", new(1793610000), new(2026, 11, 10), "辅导和培训之后仍没有起色，转到售后更合适")]),
            },
            Row(2, 93.1m, "A", MeasureKind.Promotion, 3, new($"{Strong.Zh}，连续 3 期", $"{Strong.En}, 3 in a row")) with { State = new(MeasureKind.Promotion, [new(MeasureEvent.Accepted, "周倩", new(1793610000), new(2026, 11, 10), "")]) },
            Row(0, 96.4m, "A", MeasureKind.Award, 1, new($"{Strong.Zh}，连续 1 期", $"{Strong.En}, 1 in a row")) with { State = new(MeasureKind.Award, [new(MeasureEvent.Refused, "周倩", new(1793610000), null, "本月已另有奖励")]) },
        ],
        [new(new(2026, 9, 10), Names[23], MeasureKind.Coaching, "谈了响应时间与备注"), new(new(2026, 8, 3), Names[0], MeasureKind.Award, null)], true) { Today = new(2026, 11, 5) };

    public static MeasuresView Refused(Month month) => Full(month) with { Refused = MeasureCaseWords.Of(MeasureRefusal.CoachingFirst) };

    public static MeasuresView None(Month month) => new(month, false, [], [], false);

    private static ProposedRow Row(int agent, decimal score, string grade, MeasureKind measure, int running, Wording why) =>
        new(Names[agent], Group(agent), Plan, new(score, Unit.Points), grade, measure, why, running, Links.Agent(October, Names[agent]))
        {
            Of = new(October, "s11-online-sales/agent", "weak", Names[agent], measure), State = MeasureState.New(measure),
            Evidence = [.. Enumerable.Range(0, running).Reverse().Select(back => new CardBefore(October.Plus(-back), score + back, grade))],
            Lost = score > 90m ? [] : [(new("平均响应时间", "Average response"), 4.5m, 15m), (new("询单转化率", "Conversion"), 11.25m, 20m)],
        };
}
