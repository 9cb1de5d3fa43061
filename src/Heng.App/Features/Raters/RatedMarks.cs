using Heng.App.Features.Cycles;
using Heng.App.Features.Months;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Statistics;
using Heng.Store;

namespace Heng.App.Features.Raters;

/// <summary>An entry with the item of the person's card that it counts for.</summary>
public sealed record RatedMark(Entry Entry, Item Item)
{
    private OnScale Scale => (OnScale)Item.Method;
    /// <summary>Who gave it; of oneself that is known without a name, and else an entry without one is nobody's in particular.</summary>
    public string Rater => Entry.By ?? (Entry.Rater == "self" ? Entry.Agent : "");
    public RatedShare Share => new(Rater, Entry.Rater, Entry.Agent, Entry.Item, (Entry.Points - Scale.Low) / (Scale.High - Scale.Low), Scale.High - Scale.Low);

    /// <summary>The month's marks that count on the cards of the month and of the longer cycles that end with it.</summary>
    public static IReadOnlyList<RatedMark> Of(Database database, KeptMonth kept)
    {
        var plans = kept.Book.Files.SelectMany(f => f.Plans).DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var longer = kept.Sealed is { } closed ? closed.Cycles.Select(c => (Name: c.Agent, Plan: (string?)c.Card.Plan)) : kept.Book.Cycles.Select(c => (Name: c.Card.Agent, Plan: (string?)c.Card.Plan));
        var items = kept.People.Select(p => (p.Name, Plan: kept.ResultOf(p).Plan)).Concat(longer).Where(c => c.Plan is not null && plans.ContainsKey(c.Plan))
            .SelectMany(c => plans[c.Plan!].Items.Where(i => i.Source is FromRaters).Select(i => (c.Name, Item: i))).DistinctBy(c => (c.Name, c.Item.Id)).ToLookup(c => c.Name, c => c.Item, StringComparer.Ordinal);
        var entries = new PeopleRecords(database, kept.Book.Facts.Roster, new(kept.Month, kept.Month)).Entries;
        return [.. from person in items
                   from item in person
                   from entry in entries[person.Key]
                   where entry.Item == item.Id && ((FromRaters)item.Source).Raters.Any(r => r.Rater == entry.Rater) && ((OnScale)item.Method).Holds(entry.Points)
                   select new RatedMark(entry, item)];
    }
}
