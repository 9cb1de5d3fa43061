using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Explain;

/// <summary>A fact at the end of a number and what it adds there. Under is the leaf of the tree that holds it.</summary>
public sealed record LeafFact(FactKind Kind, string Id, DateOnly? Day, decimal Value, Explained Under);

/// <summary>
/// The facts that a number ends in. Of a ratio they are those of its part, and their sum is the part; a fact that stands in the whole alone adds 0.
/// A number that follows from several others, such as a score, has no facts of its own: its inputs have. Sum is null where values do not add up, as in a maximum.
/// </summary>
public sealed record LeafFacts(IReadOnlyList<LeafFact> Facts, decimal? Sum, Unit Unit)
{
    public static readonly LeafFacts None = new([], null, Unit.None);

    /// <param name="isMetric">Whether an id is a metric's: of several inputs with facts the one that holds a metric is followed.</param>
    public static LeafFacts Of(Explained tree, Func<string, bool> isMetric)
    {
        if (PartOf(tree, null, isMetric) is not { } found) return None;
        var (part, ratio) = found;
        var sum = new Dictionary<(FactKind, string, DateOnly?), LeafFact>();
        Gather(part, 1m, sum);
        if (ratio is { Inputs: [_, { Id: "whole" } whole] }) Gather(whole, 0m, sum);
        if (sum.Count == 0) return None;
        var unit = part.Unit != Unit.None ? part.Unit : ratio?.Unit == Unit.Seconds ? Unit.Seconds : part.How is QuantileOfCounts ? Unit.Times : Unit.None;
        return new(
            [.. sum.Values.OrderByDescending(f => Math.Abs(f.Value)).ThenBy(f => f.Day).ThenBy(f => f.Id, StringComparer.Ordinal)],
            part.How is Largest ? null : sum.Values.Sum(f => f.Value), part.How is QuantileOfCounts ? Unit.Times : unit);
    }

    /// <summary>The deepest number that its facts add up to, and the ratio that it is the part of.</summary>
    private static (Explained Part, Explained? Ratio)? PartOf(Explained node, Explained? ratio, Func<string, bool> isMetric)
    {
        if (!HasEvidence(node)) return null;
        if (AddsUp(node) || node.How is Largest or QuantileOfCounts or Mean or RaterMean) return (node, ratio);
        if (node.How is Heng.Engine.Explanation.Sum) return null;
        if (node.How is Quotient) return PartOf(node.Inputs[0], node, isMetric);
        var held = node.Inputs.Where(HasEvidence).ToList();
        if (node.How is Calculated && held.Count > 1) return null;
        return PartOf(held.FirstOrDefault(i => HoldsMetric(i, isMetric)) ?? held[0], null, isMetric);
    }

    private static bool AddsUp(Explained node) => node.How is Given || node.How is Heng.Engine.Explanation.Sum or Difference or Times && node.Inputs.All(AddsUp);

    private static bool HasEvidence(Explained node) => node.Evidence.Count > 0 || node.Inputs.Any(HasEvidence);

    private static bool HoldsMetric(Explained node, Func<string, bool> isMetric) => isMetric(node.Id) || node.Inputs.Any(i => HoldsMetric(i, isMetric));

    private static void Gather(Explained node, decimal factor, Dictionary<(FactKind, string, DateOnly?), LeafFact> sum)
    {
        foreach (var evidence in node.Evidence)
        {
            var key = (evidence.Kind, evidence.Id, evidence.Day);
            var value = evidence.Value * factor;
            sum[key] = sum.TryGetValue(key, out var known) ? known with { Value = known.Value + value } : new(evidence.Kind, evidence.Id, evidence.Day, value, node);
        }
        for (var i = 0; i < node.Inputs.Count; i++)
            Gather(node.Inputs[i], node.How switch { Times times => factor * times.Factor, Difference when i > 0 => -factor, _ => factor }, sum);
    }
}
