using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>Everything but messages: small enough to hold, merged by natural key in one transaction a table.</summary>
public sealed class RecordImport(Database database)
{
    public MergeCounts Merge(Holding holding, IReadOnlyList<object> records, ImportSource source, Changes changes) => holding switch
    {
        Holding.Orders => ByShop(records.Cast<Order>(), o => o.Shop, (shop, some) => database.Orders.Merge(shop, some, source.Exported, source.Import), Source.Orders, changes, DaysOf),
        Holding.Ratings => ByShop(records.Cast<Rating>(), r => r.Shop, (shop, some) => database.Ratings.Merge(shop, some, source.Exported, source.Import), Source.Ratings, changes,
            r => r.RatedAt is { } rated ? [r.SentAt, rated] : [r.SentAt]),
        Holding.Reviews => ByShop(records.Cast<Engine.Records.Review>(), r => r.Shop, (shop, some) => database.Reviews.Merge(shop, some, source.Exported, source.Import), Source.Reviews, changes, r => [r.At]),
        Holding.People => People(records.Cast<Employment>().ToList(), source, changes),
        Holding.Entries => database.Entries.Merge(records.Cast<Entry>(), source.Exported, source.Import),
        Holding.Attendance => database.Attendances.Merge(records.Cast<Attendance>(), source.Exported, source.Import),
        Holding.Adjustments => database.Adjustments.Merge(records.Cast<Adjustment>(), source.Exported, source.Import),
        _ => throw new ArgumentOutOfRangeException(nameof(holding)),
    };

    private static Instant[] DaysOf(Order order) => order.PaidAt is { } paid ? [order.Created, paid] : [order.Created];

    private MergeCounts People(List<Employment> employments, ImportSource source, Changes changes)
    {
        var counts = database.People.Import(employments, source.Exported, source.Import);
        changes.People |= counts.Accepted > 0;
        return counts;
    }

    // A file covers every day from its first to its last, also the days on which nothing happened.
    private MergeCounts ByShop<T>(
        IEnumerable<T> records, Func<T, string> shopOf, Func<int, List<T>, MergeCounts> merge, Source source, Changes changes, Func<T, Instant[]> instantsOf)
    {
        var counts = default(MergeCounts);
        foreach (var some in records.GroupBy(shopOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var shop = database.Shops.GetOrAdd(some.Key);
            var clock = database.RuleSets.Current(shop.Id, DateOnly.MaxValue).Clock;
            var list = some.ToList();
            var merged = merge(shop.Id, list);
            counts += merged;
            var days = list.SelectMany(instantsOf).Select(clock.DayOf).ToList();
            database.Coverage.Add(shop.Id, source, days.Min(), days.Max());
            if (merged.Accepted == 0) continue;
            changes.Touch(some.Key, days.Min());
            changes.Touch(some.Key, days.Max());
        }
        return counts;
    }
}
