using Heng.Engine.Records;

namespace Heng.App.Features.ScoringPages;

/// <summary>What peers, or subordinates, gave as those see it who may not know who gave what: a mean and comments, in no order of theirs, from the threshold on.</summary>
public sealed record Unnamed(int Count, decimal? Mean, IReadOnlyList<string> Comments)
{
    public static Unnamed? Of(IEnumerable<Entry> entries, string kind, int threshold)
    {
        var given = entries.Where(e => e.Rater == kind).ToArray();
        if (given.Length == 0) return null;
        return given.Length < threshold ? new(given.Length, null, [])
            : new(given.Length, given.Average(e => e.Points), [.. given.Select(e => e.Comment).OfType<string>().Where(c => c.Trim().Length > 0).Order(StringComparer.Ordinal)]);
    }
}
