using Heng.Engine.Statistics;

namespace Heng.Engine.Quality.Meaning;

/// <summary>What a model proposed and what people decided of the same criterion of the same inspection.</summary>
public readonly record struct MeaningPair(string Criterion, bool Proposed, bool Decided);

/// <summary>How often a model and people agree on a criterion, measured as two inspectors are.</summary>
public sealed record MeaningAgreement(string Criterion, Agreement With)
{
    public static IReadOnlyList<MeaningAgreement> Of(IEnumerable<MeaningPair> pairs) =>
        [.. pairs.GroupBy(p => p.Criterion, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new MeaningAgreement(g.Key, Agreement.Of([.. g.Select(p => (p.Proposed, p.Decided))])))];
}
