using Heng.App.Features.Facts;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>
/// Spooled messages into the kept days: each shop-day is merged, folded and written whole in one transaction.
/// While a day is packed and written, the next is merged and folded, unless the two together would fill the memory.
/// </summary>
public sealed class MessageImport(Database database, Roster roster)
{
    /// <summary>Bytes of the spool; a day in hand takes about eight times as many.</summary>
    private const long SmallDay = 12 << 20;
    private readonly Lazy<QualityBook> book = new(() => new(database));

    /// <summary>A day whose kept messages give way to the file's, none where the file has none of it.</summary>
    public (string Shop, DateOnly Day)? Replaced { get; init; }

    public MergeCounts Absorb(MessageSpool spool, ImportSource source, Changes changes, Action<long, long> progress)
    {
        var counts = default(MergeCounts);
        var days = spool.Days.ToList();
        if (Replaced is { } gone && !days.Contains(gone)) Remove(gone, changes);
        var writing = Task.CompletedTask;
        try
        {
            for (var i = 0; i < days.Count; i++)
            {
                progress(i, days.Count);
                var key = days[i];
                MergedDay? merged = Merged(spool, key, source);
                counts += merged.Counts;
                writing.GetAwaiter().GetResult();
                if (!merged.Changed) continue;
                // Before the day is written, so that a failure elsewhere can't leave it written and not settled.
                changes.Touch(key.Shop, key.Day);
                writing = Writing(merged, spool, key, source);
                if (spool.BytesOf(key) <= SmallDay) continue;
                writing.GetAwaiter().GetResult();
                // Large arrays of a large day would else lie about until the collector finds time.
                (merged, writing) = (null, Task.CompletedTask);
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
        finally
        {
            writing.GetAwaiter().GetResult();
        }
        return counts;
    }

    /// <summary>What <see cref="Absorb"/> would answer, with nothing written: no new numbers are given to names, which the comparison has no need of.</summary>
    public MergeCounts Compare(MessageSpool spool, ImportSource source)
    {
        var counts = default(MergeCounts);
        foreach (var key in spool.Days)
        {
            var shop = key == Replaced ? null : database.Shops.Find(key.Shop);
            var rules = shop is null ? RuleSet.Default : database.RuleSets.Current(shop.Id, key.Day);
            var start = rules.Clock.StartOf(key.Day);
            var kept = shop is null ? DayRecords.Empty(key.Day, start) : database.Days.LoadOrEmpty(shop.Id, key.Day, rules.Clock);
            counts += MergeDay.Apply(kept, shop is null ? [] : database.Days.LoadSuperseded(shop.Id, key.Day), Gathered(spool, key, start, source).Build()).Counts;
        }
        return counts;
    }

    /// <summary>A day ready to be written; without anything folded when nothing of it changed.</summary>
    private sealed record MergedDay(Shop Shop, RuleSet Rules, MergeCounts Counts, PackedDay? Packed, FoldedDay? Folded)
    {
        public bool Changed => Folded is not null;
    }

    private MergedDay Merged(MessageSpool spool, (string Shop, DateOnly Day) key, ImportSource source)
    {
        var (shop, rules) = Of(key.Shop, key.Day);
        var kept = key == Replaced ? database.Days.Cleared(shop.Id, key.Day, rules.Clock) : database.Days.LoadOrEmpty(shop.Id, key.Day, rules.Clock);
        var superseded = key == Replaced ? [] : database.Days.LoadSuperseded(shop.Id, key.Day);
        var outcome = MergeDay.Apply(kept, superseded, Columns(spool, key, shop, rules, source));
        if (!outcome.Changed) return new(shop, rules, outcome.Counts, null, null);
        var packing = Task.Run(() => Store.Days.Pack(outcome.Records, outcome.Superseded));
        var folded = Folding.Checked(database, shop, roster, rules, outcome.Records, book.Value);
        return new(shop, rules, outcome.Counts, packing.GetAwaiter().GetResult(), folded);
    }

    private Task Writing(MergedDay merged, MessageSpool spool, (string Shop, DateOnly Day) key, ImportSource source) => Task.Run(() => Write(merged, spool, key, source));

    private void Write(MergedDay merged, MessageSpool spool, (string Shop, DateOnly Day) key, ImportSource source)
    {
        while (merged.Changed)
        {
            try
            {
                database.Days.Save(merged.Shop.Id, merged.Packed!, merged.Folded!.Facts, merged.Rules.Version, merged.Folded.Quality);
                return;
            }
            catch (DayChangedException)
            {
                merged = Merged(spool, key, source);
            }
        }
    }

    private void Remove((string Shop, DateOnly Day) key, Changes changes)
    {
        var (shop, rules) = Of(key.Shop, key.Day);
        var empty = database.Days.Cleared(shop.Id, key.Day, rules.Clock);
        if (empty.Revision == 0) return;
        changes.Touch(key.Shop, key.Day);
        database.Days.Save(shop.Id, empty, [], Folding.Of(database, shop, roster, rules, empty), rules.Version);
    }

    private DayRecords Columns(MessageSpool spool, (string Shop, DateOnly Day) key, Shop shop, RuleSet rules, ImportSource source) =>
        Gathered(spool, key, rules.Clock.StartOf(key.Day), source).Build(buyers => database.Names.Buyers.Intern(shop.Id, buyers), accounts => database.Names.Accounts.Intern(shop.Id, accounts));

    private static DayGathering Gathered(MessageSpool spool, (string Shop, DateOnly Day) key, Instant start, ImportSource source)
    {
        var day = new DayGathering(key.Day, start, source, spool.CountOf(key));
        spool.Read(key, day.Add);
        return day;
    }

    private (Shop Shop, RuleSet Rules) Of(string name, DateOnly day)
    {
        var shop = database.Shops.GetOrAdd(name);
        return (shop, database.RuleSets.Current(shop.Id, day));
    }
}
