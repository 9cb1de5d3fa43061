using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.Engine.Scoring;

/// <summary>The best and the worst place that somebody's true score may deserve; one who is told apart from everybody has the same twice.</summary>
public readonly record struct RankSpan(int Best, int Worst);

/// <summary>
/// How much of a score may be chance (误差). Each item that rests on a rate of outcomes may have come to other points within the rate's interval; all other items count as
/// exact, and items as independent of each other, so the noise is rather under- than overstated.
/// </summary>
public static class ScoreNoise
{
    /// <summary>Null without a score. A voided card is what it is.</summary>
    /// <param name="score">The score to place the noise around, where it is not the card's own.</param>
    public static Estimate? Of(Scorecard card, decimal? score = null)
    {
        if ((score ?? card.Score) is not { } value) return null;
        var exact = new Estimate(value, 0m, 0m);
        return card.Vetoes.Any(v => v.Reach == VoidReach.Card) ? exact : card.Items.Aggregate(exact, Add);
    }

    private static Estimate Add(Estimate score, ItemResult item)
    {
        if (item is not { Points: { } points, CountedFull: { } share, Explanation: { How: Method method, Inputs: [{ Confidence: { } seen }, ..] } } || item.Full == 0m) return score;
        var (bounds, weight) = (method.PointsWithin(seen, item.Full), share / item.Full);
        decimal Distance(decimal? end) => Math.Max(0m, end ?? 0m) * weight;
        var (below, above) = (Distance(points - bounds.Low), Distance(bounds.High - points));
        return new(score.Value, score.BelowSquared + below * below, score.AboveSquared + above * above);
    }

    /// <summary>Of people whose scores are compared, by name.</summary>
    public static IReadOnlyDictionary<string, RankSpan> Spans(IReadOnlyList<(string Agent, Estimate Score)> people) => people.ToDictionary(
        p => p.Agent, p => new RankSpan(1 + people.Count(o => o.Score.ClearlyAbove(p.Score)), people.Count - people.Count(o => p.Score.ClearlyAbove(o.Score))), StringComparer.Ordinal);
}
