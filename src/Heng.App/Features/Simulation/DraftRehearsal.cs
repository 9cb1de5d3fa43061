using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.Simulation;

/// <summary>
/// A draft tried on months as the records have them now, among what is published today. It stands beside what counts in each month: what is published, or what a closed
/// month was closed under.
/// </summary>
public static class DraftRehearsal
{
    /// <summary>As many months are enough to publish on, where there are so many.</summary>
    public const int MonthsToPublish = 3;

    /// <summary>Null where nothing came in any of the months.</summary>
    public static SimulationResult? Run(Database database, IReadOnlyList<Shop> shops, PlanFileContent draft, IReadOnlyList<Month> months, SimulationAsk ask, Instant? asOf)
    {
        var books = months.Select(m => MonthBook.Load(database, m, shops, asOf)).Where(b => b.Rehearsed.Pays).ToArray();
        if (books.Length == 0) return null;
        var inForce = PlanChoice.RegimeOf(PublishedPlans.InForce(database, ShopCatalogue.Latest(database)));
        return new Rehearsal([.. books.Select(b => (b.Rehearsed, PlanChoice.RegimeOf(b.Files)))], inForce).Try(draft.Counting, ask);
    }

    /// <summary>The latest months that the shops' chats and orders cover whole, in a shop without either its other records; where none is whole, the one that has begun.</summary>
    public static IReadOnlyList<Month> Available(Database database, IReadOnlyList<Shop> shops, int most)
    {
        var spans = Covering.Of(database, shops).SelectMany(source => shops.Select(s => database.Coverage.Span(s.Id, source))).OfType<(DateOnly First, DateOnly Last)>().ToArray();
        if (spans.Length == 0) return [];
        var (first, last) = (spans.Min(s => s.First), spans.Max(s => s.Last));
        var begun = Enumerable.Range(0, 1200).Select(Month.Of(first).Plus).TakeWhile(m => m.First <= last).ToArray();
        var whole = begun.Where(m => m.First >= first && m.Last <= last).TakeLast(most).ToArray();
        return whole.Length > 0 ? whole : [begun[^1]];
    }
}
