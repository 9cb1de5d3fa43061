using Heng.App.Features.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>Spooled messages into the kept days: each shop-day is merged, folded and written whole in one transaction.</summary>
public sealed class MessageImport(Database database, Roster roster)
{
    public MergeCounts Absorb(MessageSpool spool, ImportSource source, bool dryRun, Changes changes, Action<long, long> progress)
    {
        var counts = default(MergeCounts);
        var days = spool.Days.ToList();
        for (var i = 0; i < days.Count; i++)
        {
            progress(i, days.Count);
            counts += dryRun ? Compare(spool.Read(days[i]), days[i], source) : Absorb(spool.Read(days[i]), days[i], source, changes);
        }
        return counts;
    }

    /// <summary>Forgets a day's messages and what they superseded.</summary>
    public void Remove(string shopName, DateOnly day, Changes changes)
    {
        var (shop, rules) = Of(shopName, day);
        if (database.Days.Load(shop.Id, day, withText: false) is not { } kept) return;
        var empty = new MergeDayColumns(day, rules.Clock.StartOf(day), kept.Revision).Build();
        database.Days.Save(shop.Id, empty, [], Folding.Of(database, shop, roster, rules, empty), rules.Version);
        changes.Touch(shopName, day);
    }

    private MergeCounts Absorb(List<Message> messages, (string Shop, DateOnly Day) key, ImportSource source, Changes changes)
    {
        var (shop, rules) = Of(key.Shop, key.Day);
        while (true)
        {
            var kept = database.Days.LoadOrEmpty(shop.Id, key.Day, rules.Clock);
            var outcome = MergeDay.Apply(kept, database.Days.LoadSuperseded(shop.Id, key.Day), Columns(messages, shop, key.Day, rules, source));
            if (outcome.Counts.Accepted == 0) return outcome.Counts;
            try
            {
                database.Days.Save(shop.Id, outcome.Records, outcome.Superseded, Folding.Of(database, shop, roster, rules, outcome.Records), rules.Version);
            }
            catch (DayChangedException)
            {
                continue;
            }
            database.Coverage.Add(shop.Id, Source.Chat, key.Day, key.Day);
            changes.Touch(key.Shop, key.Day);
            return outcome.Counts;
        }
    }

    // A dry run gives no new numbers to names, so a day that is not kept yet is compared with nothing.
    private MergeCounts Compare(List<Message> messages, (string Shop, DateOnly Day) key, ImportSource source)
    {
        var shop = database.Shops.Find(key.Shop);
        var rules = shop is null ? RuleSet.Default : database.RuleSets.Current(shop.Id, key.Day);
        var start = rules.Clock.StartOf(key.Day);
        var kept = shop is null ? DayRecords.Empty(key.Day, start) : database.Days.LoadOrEmpty(shop.Id, key.Day, rules.Clock);
        var columns = new MergeDayColumns(key.Day, start);
        foreach (var message in messages) columns.Add(message, 0, 0, 0, source);
        return MergeDay.Apply(kept, shop is null ? [] : database.Days.LoadSuperseded(shop.Id, key.Day), columns.Build()).Counts;
    }

    private DayRecords Columns(List<Message> messages, Shop shop, DateOnly day, RuleSet rules, ImportSource source)
    {
        var buyers = Numbers(database.Names.Buyers, shop, messages.Select(m => m.Buyer));
        var accounts = Numbers(database.Names.Accounts, shop, messages.Select(m => m.Account).Concat(messages.Where(m => m.To is not null).Select(m => m.To!)));
        var columns = new MergeDayColumns(day, rules.Clock.StartOf(day));
        foreach (var m in messages)
        {
            var (buyer, account) = (buyers[m.Buyer], accounts[m.Account]);
            var target = m.To is null ? (0, 0UL) : accounts[m.To];
            columns.Add(m, buyer.Id, account.Id, target.Item1, source, buyer.Hash, account.Hash, target.Item2);
        }
        return columns.Build();
    }

    private static Dictionary<string, (int Id, ulong Hash)> Numbers(NameTable table, Shop shop, IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Zip(table.Intern(shop.Id, distinct)).ToDictionary(p => p.First, p => (p.Second, MergeHash.OfName(p.First)), StringComparer.Ordinal);
    }

    private (Shop Shop, RuleSet Rules) Of(string name, DateOnly day)
    {
        var shop = database.Shops.GetOrAdd(name);
        return (shop, database.RuleSets.Current(shop.Id, day));
    }
}
