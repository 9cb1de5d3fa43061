using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.App.Ui;

namespace Heng.App.Features.Choosing;

/// <summary>Where a long list may start from: what a trade usually measures, what a published plan measures, or the whole catalogue.</summary>
public static class ChoiceStart
{
    public const string Catalogue = "catalogue", Trade = "trade:", Plan = "plan:";

    private static readonly Wording Listed = new("列入全部指标，逐项看", "everything there is, looked at one by one");

    /// <summary>Empty where there is no such start.</summary>
    public static IReadOnlyList<Considered> Of(string from, CatalogueOfRule metrics, CurrentUses uses) => from switch
    {
        // A metric under a rule that doesn't pay is the same one told otherwise, and an hour of the day is nobody's indicator.
        Catalogue => [.. metrics.All.Where(m => !m.Id.Contains('@', StringComparison.Ordinal) && !m.Id.StartsWith("hourly-", StringComparison.Ordinal)).Select(m => new Considered(m.Id, Listed))],
        _ when from.StartsWith(Trade, StringComparison.Ordinal) => TradePresets.Find(from[Trade.Length..]) is { } trade ? [.. trade.Indicators.Select(i => Of(i, metrics))] : [],
        _ when from.StartsWith(Plan, StringComparison.Ordinal) => uses.Plans.FirstOrDefault(p => p.Plan.Id == from[Plan.Length..]) is { } plan
            ? [.. plan.Measured.DistinctBy(m => m.Metric).Select(m => new Considered(m.Metric, new($"现行方案“{plan.Plan.Title.Zh}”的考核项，权重 {Show.Trimmed(m.Item.Weight)}", $"an item of the plan {plan.Plan.Title.En}, weight {Show.Trimmed(m.Item.Weight)}")) { Weight = m.Item.Weight, Better = m.Item.Better ?? Better.None })]
            : [],
        _ => [],
    };

    private static Considered Of(PresetIndicator indicator, CatalogueOfRule metrics) => new(indicator.Metric, WithTarget(indicator, metrics)) { Weight = indicator.Weight, Better = indicator.Better };

    private static Wording WithTarget(PresetIndicator one, CatalogueOfRule metrics)
    {
        if (one.Target is not { } target || metrics.Find(one.Metric) is not { } metric) return one.Why;
        var (zh, en) = one.Scheme is { } scheme ? ($"常见目标，见 {scheme}", $"a usual target, see {scheme}") : ("经验值", "a rule of thumb");
        return new($"{one.Why.Zh}（{Show.GoalWithUnit(target, metric.Unit, Language.Zh)}，{zh}）", $"{one.Why.En} ({Show.GoalWithUnit(target, metric.Unit, Language.En)}, {en})");
    }
}
