using Heng.Engine.Explanation;

namespace Heng.Engine.Statistics;

/// <summary>One inspection's share of its points, by whom and in which stratum.</summary>
public readonly record struct InspectedShare(string Inspector, string Stratum, decimal Share);

public enum StrictnessVerdict : byte { TooFew, Usual, Strict, Lenient }

/// <summary>
/// How strict an inspector is (质检员尺度): the mean of own shares − the others' in the same strata, each stratum weighing by the own inspections in it, so that who was given harder ones is not
/// called strict for it. Within is Student's 95 % interval from the variance pooled within strata; none where it can't be known. N counts the own inspections in strata that others inspected too.
/// </summary>
public sealed record Strictness(string Inspector, int All, int N, decimal? Mean, decimal? Others, decimal? Difference, Confidence? Within, StrictnessVerdict Verdict)
{
    public const int Enough = 10;

    public static IReadOnlyList<Strictness> Of(IReadOnlyList<InspectedShare> shares) =>
        [.. shares.GroupBy(s => s.Inspector, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => One(g.Key, shares))];

    private static Strictness One(string inspector, IReadOnlyList<InspectedShare> shares)
    {
        var cells = shares.GroupBy(s => s.Stratum, StringComparer.Ordinal)
            .Select(s => (Own: s.Where(x => x.Inspector == inspector).Select(x => x.Share).ToArray(), Others: s.Where(x => x.Inspector != inspector).Select(x => x.Share).ToArray()))
            .Where(c => c.Own.Length > 0 && c.Others.Length > 0).ToArray();
        var (all, n) = (shares.Count(s => s.Inspector == inspector), cells.Sum(c => c.Own.Length));
        if (n == 0) return new(inspector, all, 0, null, null, null, null, StrictnessVerdict.TooFew);
        var mean = cells.Sum(c => c.Own.Sum()) / n;
        var others = cells.Sum(c => c.Own.Length * c.Others.Average()) / n;
        var within = Interval(cells, n, mean - others);
        return new(inspector, all, n, Rounded(mean), Rounded(others), Rounded(mean - others), within,
            n < Enough ? StrictnessVerdict.TooFew : within is { High: < 0m } ? StrictnessVerdict.Strict : within is { Low: > 0m } ? StrictnessVerdict.Lenient : StrictnessVerdict.Usual);
    }

    private static Confidence? Interval((decimal[] Own, decimal[] Others)[] cells, int n, decimal difference)
    {
        var freedom = cells.Sum(c => c.Own.Length + c.Others.Length - 2);
        if (freedom < 1) return null;
        var variance = cells.Sum(c => Squares(c.Own) + Squares(c.Others)) / freedom;
        var spread = variance * cells.Sum(c => (decimal)c.Own.Length / n * c.Own.Length / n * (1m / c.Own.Length + 1m / c.Others.Length));
        var reach = MarkMean.Student(freedom) * (decimal)Math.Sqrt((double)spread);
        return spread == 0m ? null : new(Rounded(difference - reach), Rounded(difference + reach));
    }

    private static decimal Squares(decimal[] values) => values.Average() is var mean ? values.Sum(v => (v - mean) * (v - mean)) : 0m;
    private static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
