using Heng.Engine.Explanation;

namespace Heng.Engine.Statistics;

/// <summary>The mean of marks given in whole steps, how many there are, and where the true one lies (95 %); no interval where there is one mark, or all are the same.</summary>
public readonly record struct MarkMean(decimal? Mean, int N, Confidence? Within)
{
    // Student's t, two-sided 95 %, by degrees of freedom from 1; beyond them the normal distribution's.
    private static readonly decimal[] T =
    [
        12.706m, 4.303m, 3.182m, 2.776m, 2.571m, 2.447m, 2.365m, 2.306m, 2.262m, 2.228m, 2.201m, 2.179m, 2.160m, 2.145m, 2.131m, 2.120m, 2.110m, 2.101m, 2.093m, 2.086m,
        2.080m, 2.074m, 2.069m, 2.064m, 2.060m, 2.056m, 2.052m, 2.048m, 2.045m, 2.042m,
    ];

    /// <param name="counts">How many gave 1, 2, 3 and so on.</param>
    public static MarkMean Of(IReadOnlyList<int> counts)
    {
        var n = counts.Sum();
        if (n == 0) return new(null, 0, null);
        var mean = counts.Select((count, i) => (i + 1m) * count).Sum() / n;
        if (n == 1 || counts.Count(c => c > 0) == 1) return new(mean, n, null);
        var variance = counts.Select((count, i) => (i + 1m - mean) * (i + 1m - mean) * count).Sum() / (n - 1);
        var reach = Student(n - 1) * (decimal)Math.Sqrt((double)(variance / n));
        return new(mean, n, new(Math.Round(Math.Max(1m, mean - reach), 4, MidpointRounding.AwayFromZero), Math.Round(Math.Min(counts.Count, mean + reach), 4, MidpointRounding.AwayFromZero)));
    }

    internal static decimal Student(int freedom) => freedom <= T.Length ? T[freedom - 1] : 1.96m;
}
