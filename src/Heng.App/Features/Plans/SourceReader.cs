using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>A source as it was read: its kind's key, its unit and better side where they are known, and whether it is a sum over days.</summary>
internal sealed record SourceRead(ItemSource Source, string Kind, Unit? Unit, Better Better, bool Sums)
{
    /// <summary>The metric that imported targets would be of.</summary>
    public string? Metric => (Source as FromMetric)?.Metric;
}

/// <summary>Reads where an item's value comes from.</summary>
internal sealed class SourceReader(PlanErrors errors, Func<string, Metric?> metrics)
{
    public SourceRead Read(YamlFields item)
    {
        var nothing = new SourceRead(new NoneYet(default), "none-yet", null, Better.Higher, false);
        if (item.Required("source") is not { } node) return nothing;
        var source = new YamlFields(node, errors, ItemKeys.Source);
        if (source.Keys.Where(ItemKeys.SourceKinds.Contains).ToArray() is not [var kind])
        {
            if (node is YamlMappingNode)
                errors.Add(node, $"source 应为 {string.Join("、", ItemKeys.SourceKinds)} 之一", $"a source is one of {string.Join(", ", ItemKeys.SourceKinds)}");
            return nothing;
        }
        CheckCompany(source, kind);
        var at = source.Find(kind)!;
        if (kind == "metric") return OfMetric(source, at);
        var (read, unit, better) = kind switch
        {
            "counter" => (new FromCounter(source.TextOf(at), source.Choice("unit", ItemKeys.Units, Unit.Times)), source.Choice("unit", ItemKeys.Units, Unit.Times), Better.None),
            "raters" => (Raters(source, at), Unit.Points, Better.Higher),
            "causes" => (new FromCauses([.. source.List("causes").Select(Cause)]), Unit.Points, Better.Lower),
            "qa" => (Qa(at), Unit.Rate, Better.Higher),
            "goals" => (Goals(at), Unit.Rate, Better.Higher),
            "manual" => (new FromSuperior([.. source.List("manual").Select(n => Rater(source, n))], 0m, 0m), Unit.Points, Better.Higher),
            "cards" => Cards(at),
            _ => ((ItemSource)new NoneYet(source.WordsOf(at)), (Unit?)null, Better.Higher),
        };
        return new(read, kind, unit, better, false);
    }

    /// <summary>The metric that a source names, counted by Heng or as reports tell it.</summary>
    internal static FromMetric Metric(YamlFields source, YamlNode id) => new(source.TextOf(id)) { Reported = source.Choice("by", ItemKeys.Tellers, false) };

    public Metric? Known(YamlNode at, string id)
    {
        var metric = metrics(id);
        foreach (var unknown in MetricLint.Unknown([("", id)], metrics)) errors.Add(at, at, unknown);
        return metric;
    }

    private SourceRead OfMetric(YamlFields source, YamlNode at)
    {
        var metric = Known(at, source.TextOf(at));
        return new(Metric(source, at), "metric", metric?.Unit, metric?.Better ?? Better.Higher, metric?.Formula is Total);
    }

    /// <summary>What belongs to one kind of source stands beside no other.</summary>
    private void CheckCompany(YamlFields source, string kind)
    {
        foreach (var (key, owner) in new[] { ("by", "metric"), ("unit", "counter"), ("missing-rater", "raters"), ("peers-at-least", "raters"), ("mean", "raters") })
            if (owner != kind && source.Find(key) is { } stray) errors.Add(stray, $"{key} 只用于 {owner}", $"{key} belongs to {owner}");
    }

    private FromRaters Raters(YamlFields source, YamlNode at)
    {
        var raters = new YamlFields(at, errors, ItemKeys.Raters);
        var shares = raters.Keys.Where(RaterWords.Kinds.Contains).Select(k => new RaterShare(k, raters.Number(k))).ToArray();
        foreach (var share in shares.Where(s => s.Weight <= 0)) errors.Add(raters.Find(share.Rater)!, "权重应大于 0", "a weight is above 0");
        if (source.Find("peers-at-least") is { } peers && shares.All(s => s.Rater != "peer"))
            errors.Add(peers, "评分人中没有同事", "there are no peers among the raters");
        return new(shares, source.Choice("missing-rater", ItemKeys.MissingRaters, MissingRater.Redistribute))
        {
            PeersAtLeast = source.Has("peers-at-least") ? source.WholeNumber("peers-at-least", 1) : 0,
            Plain = source.Choice("mean", ItemKeys.Means, false),
        };
    }

    private string Rater(YamlFields source, YamlNode node)
    {
        var rater = source.TextOf(node);
        if (rater.Length > 0 && !RaterWords.Kinds.Contains(rater))
            errors.Add(node, $"评分人可用：{string.Join("、", RaterWords.Kinds)}", $"a rater is one of {string.Join(", ", RaterWords.Kinds)}");
        return rater;
    }

    private Cause Cause(YamlNode node)
    {
        var cause = new YamlFields(node, errors, ItemKeys.Cause);
        var points = cause.Number("points");
        if (points < 0) errors.Add(cause.Find("points")!, "扣分应写正数", "points off are written without a sign");
        var (asked, name) = Occurrences(cause);
        return new(asked, cause.Has("name") ? cause.Words("name") : name, points, cause.Has("fatal") ? cause.Choice<VoidReach>("fatal", ItemKeys.Reaches) : null, cause.Flag("optional", false));
    }

    /// <summary>What is counted by one of metric, incident, error and finding, and what it is called.</summary>
    public (string Asked, Wording Name) Occurrences(YamlFields of)
    {
        if (of.Keys.Where(k => k is "metric" or "incident" or "error" or "finding").ToArray() is not [var kind])
        {
            errors.Add(of.Node, "应为 metric、incident、error、finding 之一", "one of metric, incident, error and finding belongs here");
            return ("", default);
        }
        var (node, name) = (of.Find(kind)!, of.Text(kind));
        if (kind == "metric") return (name, Known(node, name)?.Name ?? default);
        return (Asking.For(kind switch { "incident" => Beside.Incident, "error" => Beside.Error, _ => Beside.Finding }, name), new(name, name));
    }

    private FromQa Qa(YamlNode at)
    {
        var qa = new YamlFields(at, errors, ItemKeys.Qa);
        return new(qa.Choice("by", ItemKeys.Inspectors, QaBy.Anyone), qa.Flag("pooled", false));
    }

    private FromGoals Goals(YamlNode at)
    {
        var goals = new YamlFields(at, errors, ItemKeys.GoalsOf);
        var weights = new[] { "time", "quality", "attainment" }.Select(k => goals.OptionalNumber(k)).ToArray();
        if (weights.Any(w => w is not null))
            foreach (var off in WeightLint.SumTo100("", weights.Sum(w => w ?? 0m))) errors.Add(at, at, off);
        if (weights.Any(w => w < 0)) errors.Add(at, "权重不应为负", "a weight is not negative");
        return new(goals.Has("kind") ? goals.Choice<Engine.Records.GoalKind>("kind", ItemKeys.Goals) : null, goals.Has("name") ? goals.Text("name") : null,
            weights[0] ?? 0m, weights[1] ?? 0m, weights.Any(w => w is not null) ? weights[2] ?? 0m : 100m);
    }

    private (ItemSource, Unit?, Better) Cards(YamlNode at)
    {
        var cards = new YamlFields(at, errors, ItemKeys.Cards);
        var weighted = cards.Find("weighted") is { } weight ? cards.TextOf(weight) : null;
        if (weighted is not null) Known(cards.Find("weighted")!, weighted);
        FromCards Of(PartOf part, string? id) => new(part, id, RollUp.Mean, weighted);
        switch (cards.Keys.Where(k => k is "of" or "item" or "metric").ToArray())
        {
            case ["of"]:
                cards.Choice("of", new Dictionary<string, bool> { ["score"] = true }, true);
                return (Of(PartOf.Score, null), Unit.Points, Better.Higher);
            case ["item"]:
                return (Of(PartOf.Item, cards.Text("item")), null, Better.None);
            case ["metric"]:
                var metric = Known(cards.Find("metric")!, cards.Text("metric"));
                return (Of(PartOf.Metric, metric?.Id), metric?.Unit, metric?.Better ?? Better.Higher);
            default:
                errors.Add(at, "cards 应为 of: score、item、metric 之一", "cards is one of of: score, item and metric");
                return (Of(PartOf.Score, null), Unit.Points, Better.Higher);
        }
    }
}
