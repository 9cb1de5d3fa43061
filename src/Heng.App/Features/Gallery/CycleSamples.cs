using Heng.App.Features.AgentMonth;
using Heng.App.Features.Cycles;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class CycleSamples
{
    private static readonly Month Last = new(2026, 9);

    public static CyclesView Full(Month month) => new(month, [new(Cycle.Quarter, CycleWords.Of(Cycle.Quarter, Last), "售前季度考核", [.. Names.Take(6).Select(Row)])],
        [.. CycleWords.Later([], month)]);

    public static CyclesView None(Month month) => new(month, [], [new($"季度考核的考核表随 2026-12 出（2026年第4季度），{month} 还没有", $"cards of 2026 Q4 come with 2026-12; {month} has none yet")])
    {
        Others = [(CycleWords.Of(Cycle.Quarter, Last), Last)],
    };

    private static CycleRow Row(string agent, int i) => new(agent, Group(i), new("售前季度考核", 2, new(90m - 2 * i, Unit.Points, ExplainHref: Links.ExplainItem(Last, agent, "total", "quarter")), 100m, i < 3 ? "A" : "B", i + 1, 6,
        [
            new("results", new("三月成绩", "Three months"), new(91.25m - 2 * i, Unit.Points), new("≥ 100 分", "≥ 100 pts"), new(54.75m - i, Unit.Points), 60m, ItemState.Scored),
            new("growth", new("成长", "Growth"), new(4.5m, Unit.Points), null, new(18m - i, Unit.Points), 20m, ItemState.Scored),
            new("stability", new("稳定", "Stability"), null, null, new(null, Unit.Points), 20m, ItemState.Redistributed, new("没有数据：2026年8月", "no data: 2026-08")),
        ]),
        [new(CycleWords.Of(Cycle.Month, new(2026, 7)), 88.1m - i, "B", Links.Agent(new(2026, 7), agent)), new(CycleWords.Of(Cycle.Month, new(2026, 8)), null, null, Links.Agent(new(2026, 8), agent)),
            new(CycleWords.Of(Cycle.Month, Last), 94.4m - i, "A", Links.Agent(Last, agent))]);

    /// <summary>A card of two stretches: (80 × 10 + 94 × 21) ÷ 31 = 89.48.</summary>
    public static AgentMonthView Stretched(string agent)
    {
        var view = AgentSamples.Full(agent);
        var whole = view.Card!;
        ScoreStretch Of(int from, int to, string where, decimal worked, decimal score) => new(new(new(2026, 10, from), new(2026, 10, to)), where, worked, whole with { Score = new(score, Unit.Points), Rank = null });
        return view with
        {
            Card = whole with { Score = new(89.48m, Unit.Points, ExplainHref: whole.Score.ExplainHref), Stretches = [Of(1, 10, "售前一组 · 一线客服", 10m, 80m), Of(11, 31, "售后组 · 售后客服", 21m, 94m)] },
        };
    }
}
