namespace Heng.Engine.Statistics;

/// <summary>The gamma function where tests of fit need it, to some twelve places.</summary>
internal static class Gamma
{
    private static readonly double[] Lanczos =
        [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

    /// <summary>ln Γ(x) for x above 0, by Lanczos's series (g = 7).</summary>
    public static double LogOf(double x)
    {
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogOf(1d - x);
        var (z, sum) = (x - 1d, Lanczos[0]);
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (z + i);
        var t = z + 7.5;
        return 0.5 * Math.Log(2d * Math.PI) + (z + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>Q(a, x), the upper part of the incomplete gamma function: the chance that chi-square with 2a degrees of freedom exceeds 2x.</summary>
    public static double Upper(double a, double x) => x <= 0d ? 1d : x < a + 1d ? 1d - LowerSeries(a, x) : UpperFraction(a, x);

    private static double LowerSeries(double a, double x)
    {
        var (term, sum) = (1d / a, 1d / a);
        for (var n = 1; n < 10_000 && Math.Abs(term) > Math.Abs(sum) * 1e-15; n++) sum += term *= x / (a + n);
        return sum * Math.Exp(a * Math.Log(x) - x - LogOf(a));
    }

    /// <summary>Lentz's continued fraction.</summary>
    private static double UpperFraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1d - a;
        var (c, d) = (1d / tiny, 1d / b);
        var h = d;
        for (var i = 1; i < 10_000; i++)
        {
            var an = -i * (i - a);
            b += 2d;
            d = an * d + b is var under && Math.Abs(under) < tiny ? 1d / tiny : 1d / under;
            c = b + an / c is var over && Math.Abs(over) < tiny ? tiny : over;
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1d) < 1e-15) break;
        }
        return h * Math.Exp(a * Math.Log(x) - x - LogOf(a));
    }
}
