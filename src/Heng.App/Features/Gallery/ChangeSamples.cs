using Heng.App.Features.WhyChanged;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class ChangeSamples
{
    private static readonly ChangeCause[] All = [ChangeCause.Corrections, ChangeCause.Rules, ChangeCause.Plan, ChangeCause.Figures];

    public static ChangeView Full(string agent) => new(October.Plus(-1), October, agent, Score, Pay, true);
    public static ChangeView None(string agent) => new(October.Plus(-1), October, agent, null, null, false);

    private static Change Score => Of(All,
        Part("first-response", "首次响应", "First response", 13.21m, 15m, Unit.Seconds, 28.4m, 24.3m, 0m, 0m, 0m, 1.79m),
        Part("consult-conversion", "咨询转化率", "Conversion", 20.04m, 21.81m, Unit.Rate, 0.2505m, 0.2726m, 0m, 0.62m, 0m, 1.15m),
        Part("satisfaction", "满意率", "Satisfaction", 18.9m, 17.14m, Unit.Rate, 0.961m, 0.9455m, 0.3m, 0m, -1m, -1.06m),
        Part("qa-score", "质检分（本月没有抽检，权重分给其他项）", "Quality (nobody was inspected)", 13.5m, null, Unit.Points, 90m, null, 0m, 0m, 0m, -13.5m),
        Part("teamwork", "团队协作", "Teamwork", null, 9m, Unit.Points, null, 9m, 0m, 0m, 8.5m, 0.5m));

    private static Change Pay => Of([ChangeCause.Plan, ChangeCause.Figures],
        Part("base", "底薪", "Base pay", 4500m, 4500m, Unit.None, null, null, 0m, 0m),
        Part("performance", "绩效工资", "Performance pay", 1246.95m, 1311.75m, Unit.None, null, null, 100m, -35.2m),
        Part("penalty", "扣减", "Penalties", null, -50m, Unit.None, null, null, 0m, -50m));

    private static Change Of(ChangeCause[] causes, params PartChange[] parts) =>
        new(parts.Sum(p => p.Before?.Amount ?? 0m), parts.Sum(p => p.After?.Amount ?? 0m), causes, parts);

    private static PartChange Part(string id, string zh, string en, decimal? before, decimal? after, Unit unit, decimal? was, decimal? now, params decimal[] by) => new(
        id, new(zh, en), before is { } b ? new(id, new(zh, en), b, was, unit) : null, after is { } a ? new(id, new(zh, en), a, now, unit) : null, by);
}
