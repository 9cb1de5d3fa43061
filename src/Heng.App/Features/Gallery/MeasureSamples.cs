using Heng.App.Features.Consequences;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class MeasureSamples
{
    private static readonly Wording Plan = new("网络销售月度考核", "Online sales, monthly"), Weak = new("连续偏弱", "Weak in a row"), Strong = new("连续优秀", "Strong in a row");

    public static MeasuresView Full(Month month) => new(month, true,
        [
            Row(0, 96.4m, "A", MeasureKind.Award, 1, new($"{Strong.Zh}，连续 1 期", $"{Strong.En}, 1 in a row")),
            Row(21, 58.25m, "E", MeasureKind.Coaching, 3, new($"{Weak.Zh}，连续 3 期；劝退建议须先有「辅导」记录，先辅导", $"{Weak.En}, 3 in a row; exit proposal needs coaching on record first")),
            Row(23, 61m, "D", MeasureKind.Transfer, 3, new($"{Weak.Zh}，连续 3 期", $"{Weak.En}, 3 in a row")),
        ],
        [new(new(2026, 9, 10), Names[23], MeasureKind.Coaching, "谈了响应时间与备注"), new(new(2026, 8, 3), Names[0], MeasureKind.Award, null)], true);

    public static MeasuresView None(Month month) => new(month, false, [], [], false);

    private static ProposedRow Row(int agent, decimal score, string grade, MeasureKind measure, int running, Wording why) =>
        new(Names[agent], Group(agent), Plan, new(score, Unit.Points), grade, measure, why, running, Links.Agent(October, Names[agent]));
}
