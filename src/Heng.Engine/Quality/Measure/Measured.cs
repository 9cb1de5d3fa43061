using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.Engine.Quality.Measure;

/// <summary>
/// How well a rule does, on the places that people labelled. Precision (准确率): of its hits the share that is right. Recall (召回率): of what is truly there, in receptions that were read
/// whole, the share that it hit. Null where nothing was labelled; intervals are Wilson's, 95 %.
/// </summary>
public sealed record Measured(int Right, int Wrong, int Found, int Missed)
{
    public int Hits => Right + Wrong;
    public int There => Found + Missed;
    public decimal? Precision => Hits == 0 ? null : Right / (decimal)Hits;
    public decimal? Recall => There == 0 ? null : Found / (decimal)There;
    public Confidence? PrecisionWithin => Hits == 0 ? null : Wilson.Of(Right, Hits);
    public Confidence? RecallWithin => There == 0 ? null : Wilson.Of(Found, There);

    /// <param name="truths">The last word on each place counts, an objection's on none.</param>
    /// <param name="hits">Whether this version of the rule has a finding there.</param>
    public static Measured Of(IEnumerable<Truth> truths, Predicate<string> hits)
    {
        int right = 0, wrong = 0, found = 0, missed = 0;
        foreach (var place in truths.Where(t => t.Source != TruthSource.Objection).GroupBy(t => t.Place, StringComparer.Ordinal))
        {
            var (last, isHit) = (place.Last(), hits(place.Key));
            if (isHit && last.IsThere) right++;
            if (isHit && !last.IsThere) wrong++;
            if (!last.IsThere || !place.Any(t => t.Whole)) continue;
            if (isHit) found++;
            else missed++;
        }
        return new(right, wrong, found, missed);
    }
}
