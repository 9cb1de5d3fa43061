using Heng.App.Features.Importing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>Folds every kept day again, after people or rules changed. Records stay as they are; texts are opened only where a rule looks at words.</summary>
public static class Refold
{
    public static void All(Database database, Roster roster, Changes changes, Action<long, long> progress)
    {
        var days = database.Shops.All.SelectMany(s => database.Days.All(s.Id).Select(d => (Shop: s, d.Day))).ToList();
        for (var i = 0; i < days.Count; i++)
        {
            progress(i, days.Count);
            Day(database, days[i].Shop, roster, database.RuleSets.Current(days[i].Shop.Id, days[i].Day), days[i].Day);
        }
        Touch(database, changes);
    }

    public static void Day(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly day)
    {
        var records = database.Days.Load(shop.Id, day, Folding.NeedsText(rules))!;
        database.Days.SaveFacts(shop.Id, Folding.Of(database, shop, roster, rules, records), rules.Version);
    }

    /// <summary>Marks every day that is kept or covered as changed.</summary>
    public static void Touch(Database database, Changes changes)
    {
        foreach (var shop in database.Shops.All.Append(Shops.Company))
            foreach (var source in Enum.GetValues<Source>())
                if (database.Coverage.Span(shop.Id, source) is { } span)
                {
                    changes.Touch(shop.Name, span.First);
                    changes.Touch(shop.Name, span.Last);
                }
    }
}
