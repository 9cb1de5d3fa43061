using System.Collections.Concurrent;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.PersonReports;

/// <summary>
/// Somebody's cards of earlier months: those of closed months from their seals, which never change and are read once; of open months only the three last ones, since each has to be
/// worked out whole.
/// </summary>
public sealed class PastCards(Database database, Func<Month, KeptMonth> months)
{
    public const int Most = 12, OpenMost = 3;
    private readonly ConcurrentDictionary<Month, IReadOnlyDictionary<string, ReadCard>> closed = new();

    /// <summary>The twelve months before, the latest first; null where a month has no card.</summary>
    public IReadOnlyList<(Month Month, ReadCard? Card)> Before(Month month, string agent) =>
        [.. Enumerable.Range(1, Most).Select(back => (month.Plus(-back), CardOf(month.Plus(-back), agent, back <= OpenMost)))];

    private ReadCard? CardOf(Month month, string agent, bool near)
    {
        if (closed.TryGetValue(month, out var known)) return known.GetValueOrDefault(agent);
        if (SealedMonth.Find(database, month) is { } seal)
        {
            var results = new SealedResults(seal);
            known = closed[month] = results.Agents.Select(a => (a, Card: ReadCard.Of(results.Card(a)))).Where(c => c.Card is not null).ToDictionary(c => c.a, c => c.Card!, StringComparer.Ordinal);
            return known.GetValueOrDefault(agent);
        }
        // A month of which nothing came is not worked out.
        if (!near || !Covered(month)) return null;
        var kept = months(month);
        return kept.Find(agent) is { } person ? ReadCard.Of(kept, person) : null;
    }

    private bool Covered(Month month) => database.Shops.All.Any(s => database.Coverage.Between(s.Id, month.First, month.Last).Count > 0);
}
