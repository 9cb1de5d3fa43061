namespace Heng.Engine.Quality.Meaning;

/// <summary>What a model proposed and what people decided of the same criterion of the same inspection.</summary>
public readonly record struct MeaningPair(string Criterion, bool Proposed, bool Decided);

/// <summary>
/// How often a model and people agree on a criterion: raw, and beyond what chance would give (Cohen's κ = (observed − chance) ÷ (1 − chance)). κ is null where chance alone agrees always, as
/// when both always say no; under <see cref="Few"/> pairs it says little.
/// </summary>
public sealed record MeaningAgreement(string Criterion, int Pairs, int Agreed, decimal? Kappa)
{
    public const int Few = 20;

    public decimal Raw => (decimal)Agreed / Pairs;
    public bool TooFew => Pairs < Few;

    public static IReadOnlyList<MeaningAgreement> Of(IEnumerable<MeaningPair> pairs) =>
        [.. pairs.GroupBy(p => p.Criterion, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g]))];

    private static MeaningAgreement Of(string criterion, IReadOnlyList<MeaningPair> pairs)
    {
        decimal all = pairs.Count;
        var (agreed, proposed, decided) = (pairs.Count(p => p.Proposed == p.Decided), pairs.Count(p => p.Proposed), pairs.Count(p => p.Decided));
        // Both times all², so that nothing is rounded before the division.
        var chance = proposed * (decimal)decided + (all - proposed) * (all - decided);
        var beyond = all * all - chance;
        return new(criterion, pairs.Count, agreed, beyond == 0 ? null : (agreed * all - chance) / beyond);
    }
}
