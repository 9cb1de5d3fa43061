using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads one item: its source, its method, and what stands around them.</summary>
internal sealed class ItemReader(PlanErrors errors, SourceReader sources, Cycle cycle)
{
    public Item Read(YamlNode node)
    {
        var item = new YamlFields(node, errors, ItemKeys.Item);
        var (weight, bonus) = (item.Number("weight"), item.Flag("bonus", false));
        var read = sources.Read(item);
        CheckWeight(item, weight, read.Kind);
        var (name, method) = MethodReader.Read(item, weight, read);
        if (read.Kind == "manual" && !bonus) errors.Add(node, "manual 是加减分，须写 bonus: true", "manual adds and takes points: write bonus: true");
        if (read.Kind == "cards" && cycle == Cycle.Month)
            errors.Add(item.Find("source")!, "cards 汇总各期评分卡，只用于两月、季、年的方案", "cards rolls up the cards of a longer cycle; this plan's cycle is month");
        return new(item.Id("id"), item.Words("name"), weight, SourceOf(item, read.Source, name, weight), method, item.Choice("missing", ItemKeys.MissingRules, MissingRule.Redistribute))
        {
            Sample = Sample(item, read),
            ScaledByDays = item.Flag("scaled-by-days", read.Sums && method is not ByRank),
            Bonus = bonus,
            Better = item.Has("better") ? item.Choice("better", ItemKeys.Directions, Better.None) : null,
            Monotone = item.Flag("monotone", true),
            Bars = RuleReader.Bars(item, method.Standard is not null),
            Ours = item.Texts("ours", required: false),
        };
    }

    /// <summary>Trend and spread say how the parts become one value; a superior's range ends at the weight.</summary>
    private ItemSource SourceOf(YamlFields item, ItemSource source, string method, decimal weight) => (source, method) switch
    {
        (FromCards cards, "trend") => cards with { By = RollUp.Trend },
        (FromCards cards, "spread") => cards with { By = RollUp.Spread },
        (FromSuperior superior, "manual") => superior with { From = LeastOf(item), To = weight },
        _ => source,
    };

    private decimal LeastOf(YamlFields item)
    {
        var manual = new YamlFields(item.Find("method")!, errors, ItemKeys.Method).Find("manual")!;
        return new YamlFields(manual, errors, ItemKeys.Manual).Number("from");
    }

    private void CheckWeight(YamlFields item, decimal weight, string kind)
    {
        if (item.Find("weight") is not { } at) return;
        if (kind == "manual" && weight < 0) errors.Add(at, "加减分的权重是最多可加的分，不应为负", "the weight of added and taken points is the most that is added; it is not negative");
        else if (kind != "manual" && weight <= 0) errors.Add(at, "权重应大于 0", "a weight is above 0");
    }

    private MinimumSample? Sample(YamlFields item, SourceRead source)
    {
        if (item.Find("min-sample") is not { } node) return null;
        var sample = new YamlFields(node, errors, ItemKeys.Sample);
        // Entries and inspections are counted by themselves; a metric names what its sample is.
        var of = source.Kind is "metric" or "counter" ? sample.Text("of") : null;
        return new(of, sample.Number("at-least"));
    }
}
