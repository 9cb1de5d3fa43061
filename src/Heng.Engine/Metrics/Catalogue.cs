using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics;

/// <summary>
/// Every metric (指标目录), written out. A sales id without a rule, such as <c>sales</c>, is that metric under the paying rule;
/// without naming one, the default rule set's. Ids never change.
/// </summary>
public static class Catalogue
{
    private static readonly CatalogueOfRule[] Rules = [new(Judgement.OrderPlaced), new(Judgement.Payment), new(Judgement.OrderFirst)];

    public static IReadOnlyList<MetricGroup> Groups => Under(RuleSet.Default.Paying).Groups;
    public static IReadOnlyList<Metric> All => Under(RuleSet.Default.Paying).All;
    public static Metric? Find(string id) => Find(id, RuleSet.Default.Paying);
    public static Metric? Find(string id, Judgement paying) => Under(paying).Find(id);

    /// <summary>Every metric, the plain sales ids standing for the rule that pays.</summary>
    public static CatalogueOfRule Under(Judgement paying) => Rules[(int)paying];
}

/// <summary>The catalogue as a shop with this paying rule reads it.</summary>
public sealed class CatalogueOfRule
{
    private readonly Dictionary<string, Metric> byId;

    internal CatalogueOfRule(Judgement paying) : this(
        [
            new("load", new("接待量", "Load"), [.. LoadMetrics.All, .. WorkMetrics.Load]),
            new("speed", new("响应", "Speed"), [.. SpeedMetrics.All, .. WorkMetrics.Speed]),
            new("sales", new("销售", "Sales"), SalesMetrics.All(paying)),
            new("conversion", new("转化", "Conversion"), ConversionMetrics.All),
            new("satisfaction", new("满意度", "Satisfaction"), [.. SatisfactionMetrics.All, .. WorkMetrics.Satisfaction]),
            new("quality", new("质检", "Quality"), [.. QualityMetrics.All, .. WorkMetrics.Quality, .. WorkMetrics.Phrases]),
            new("duty", new("出勤", "Duty"), [.. DutyMetrics.All, .. WorkMetrics.Duty]),
            new("growth", new("成长", "Growth"), [.. AwaitedMetrics.Growth, .. WorkMetrics.Growth]),
            new("shop", new("店铺与运营", "Shop and operations"), AwaitedMetrics.Shop),
        ])
    {
    }

    private CatalogueOfRule(IReadOnlyList<MetricGroup> groups)
    {
        Groups = groups;
        All = [.. Groups.SelectMany(group => group.Metrics)];
        byId = All.ToDictionary(metric => metric.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<MetricGroup> Groups { get; }
    public IReadOnlyList<Metric> All { get; }
    public Metric? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>With the shop's own metrics (自定义指标) behind it. An id that the catalogue came to use after the shop did stays the shop's.</summary>
    public CatalogueOfRule With(IReadOnlyList<Metric> customs)
    {
        var own = customs.Select(metric => metric.Id).ToHashSet(StringComparer.Ordinal);
        return new([.. Groups.Select(group => group.Metrics.Any(m => own.Contains(m.Id)) ? group with { Metrics = [.. group.Metrics.Where(m => !own.Contains(m.Id))] } : group),
            new("custom", new("自定义", "Custom"), customs)]);
    }
}
