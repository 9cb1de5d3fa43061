namespace Heng.Engine.Statistics;

/// <summary>
/// How often two who judged the same thing said the same (一致性): raw, and Cohen's κ (J. Cohen, 1960), which takes off what chance alone would give: (raw − chance) ÷ (1 − chance). Both to 6 places;
/// no κ where chance alone would make them agree on everything, and nothing at all without a pair.
/// </summary>
public readonly record struct Agreement(int Pairs, int Same, decimal? Raw, decimal? Kappa)
{
    /// <summary>Under so many pairs a κ says little, and is to be shown so.</summary>
    public const int Enough = 20;

    public bool IsTooFew => Pairs < Enough;

    public static Agreement Of<T>(IReadOnlyList<(T First, T Second)> pairs) where T : notnull
    {
        if (pairs.Count == 0) return new(0, 0, null, null);
        var same = pairs.Count(p => p.First.Equals(p.Second));
        var whole = (decimal)pairs.Count * pairs.Count;
        var chance = pairs.Select(p => p.First).Distinct().Sum(v => (decimal)pairs.Count(p => p.First.Equals(v)) * pairs.Count(p => p.Second.Equals(v))) / whole;
        var raw = (decimal)same / pairs.Count;
        return new(pairs.Count, same, Rounded(raw), chance == 1m ? null : Rounded((raw - chance) / (1m - chance)));
    }

    private static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
