namespace Heng.Engine.Statistics;

/// <summary>How a fit was judged: by the chi-square distribution, by going through every outcome, or not at all because there is too little to judge by.</summary>
public enum FitBy : byte { ChiSquare, Exact, TooFew }

/// <summary>
/// How well counts agree with the shares that were due (适合度检验). P is how often chance alone comes out at least as uneven, to 6 places; null where there is too little to say.
/// Statistic is Pearson's Σ (seen − due)² ÷ due, Freedom the number of cells less one.
/// </summary>
public sealed record Fit(FitBy By, decimal? Statistic, int Freedom, decimal? P);

/// <summary>
/// Pearson's test of goodness of fit (K. Pearson, 1900). Where every cell is due at least 5, the chi-square distribution is near enough (Cochran, 1954); below that every outcome of
/// the multinomial is gone through, where there are not too many, and otherwise nothing is said. No random number is drawn, so the same counts give the same p.
/// </summary>
public static class GoodnessOfFit
{
    private const decimal EnoughDue = 5m;
    private const int MostOutcomes = 20_000;

    /// <param name="shares">What each cell should get, above 0; they need not add up to 1.</param>
    public static Fit Of(IReadOnlyList<int> seen, IReadOnlyList<decimal> shares)
    {
        if (seen.Count != shares.Count || shares.Any(s => s <= 0m) || seen.Any(s => s < 0)) throw new ArgumentException("a count of at least 0 and a share above 0 for each cell", nameof(shares));
        var (all, whole, freedom) = (seen.Sum(), shares.Sum(), seen.Count - 1);
        if (freedom < 1 || all == 0) return new(FitBy.TooFew, null, Math.Max(0, freedom), null);
        decimal[] due = [.. shares.Select(s => all * s / whole)];
        var statistic = seen.Zip(due, (count, at) => (count - at) * (count - at) / at).Sum();
        if (due.Min() >= EnoughDue) return new(FitBy.ChiSquare, Rounded(statistic), freedom, Rounded(Gamma.Upper(freedom / 2d, (double)statistic / 2d)));
        return Outcomes(all, seen.Count) is { } count && count <= MostOutcomes
            ? new(FitBy.Exact, Rounded(statistic), freedom, Rounded(Exact([.. seen], [.. shares.Select(s => (double)(s / whole))])))
            : new(FitBy.TooFew, Rounded(statistic), freedom, null);
    }

    /// <summary>In how many ways so many fall into the cells; null above what is gone through.</summary>
    private static long? Outcomes(int all, int cells)
    {
        var ways = 1L;
        for (var i = 1; i < cells; i++)
            if ((ways = ways * (all + i) / i) > MostOutcomes) return null;
        return ways;
    }

    /// <summary>The chance of all outcomes that are no likelier than the one seen.</summary>
    private static double Exact(int[] seen, double[] shares)
    {
        var all = seen.Sum();
        double Term(int cell, int count) => count * Math.Log(shares[cell]) - Gamma.LogOf(count + 1d);
        var start = Gamma.LogOf(all + 1d);
        // Outcomes of equal chance differ in the last bits by the order of their terms.
        var limit = start + seen.Select((count, cell) => Term(cell, count)).Sum() + 1e-9;
        double From(int cell, int left, double log)
        {
            if (cell == shares.Length - 1) return log + Term(cell, left) is var whole && whole <= limit ? Math.Exp(whole) : 0d;
            var sum = 0d;
            for (var count = 0; count <= left; count++) sum += From(cell + 1, left - count, log + Term(cell, count));
            return sum;
        }
        return Math.Min(1d, From(0, all, start));
    }

    private static decimal Rounded(double value) => Rounded((decimal)value);
    private static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
