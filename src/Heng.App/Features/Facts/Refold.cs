using Heng.App.Features.Importing;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Facts;

/// <summary>Folds kept days again, after people, shifts, aliases or rules changed, and checks their receptions again. Records stay as they are; texts are opened only where a rule looks at words.</summary>
public static class Refold
{
    /// <summary>The days that the changes ask for, whose other facts are then to be settled too.</summary>
    public static void Run(Database database, Roster roster, Changes changes, Action<long, long> progress)
    {
        if (changes.Folds.Count == 0) return;
        var days = database.Shops.All.SelectMany(s => database.Days.All(s.Id).Where(d => changes.Folds.Any(f => f.Holds(s.Name, d.Day))).Select(d => (Shop: s, d.Day))).ToList();
        var book = new QualityBook(database);
        for (var i = 0; i < days.Count; i++)
        {
            progress(i, days.Count);
            Day(database, days[i].Shop, roster, database.RuleSets.Current(days[i].Shop.Id, days[i].Day), days[i].Day, book);
        }
        foreach (var fold in changes.Folds) Touch(database, changes, fold);
    }

    public static void Day(Database database, Shop shop, Roster roster, RuleSet rules, DateOnly day, QualityBook? book = null)
    {
        book ??= new(database);
        var records = database.Days.Load(shop.Id, day, Folding.NeedsText(database, shop, rules, day, book))!;
        var folded = Folding.Checked(database, shop, roster, rules, records, book);
        database.Days.SaveFacts(shop.Id, folded.Facts, rules.Version, folded.Quality);
    }

    /// <summary>Marks every day that is kept or covered as changed.</summary>
    public static void Touch(Database database, Changes changes) => Touch(database, changes, Fold.Everything);

    private static void Touch(Database database, Changes changes, Fold fold)
    {
        foreach (var shop in database.Shops.All.Append(Shops.Company))
            foreach (var source in Enum.GetValues<Source>())
                if (database.Coverage.Span(shop.Id, source) is var (first, last) && fold.Within(shop.Name, first, last) is var (from, to))
                {
                    changes.Touch(shop.Name, from);
                    changes.Touch(shop.Name, to);
                }
    }
}
