using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Cycles;

/// <summary>
/// Cards of two months, quarters and years (长周期考核), made of the cards of their parts and of the metrics of all their days. A closed part answers with what it was closed
/// with, but where a closed month is worked out anew: then it is what the records come to now. A person is scored under the plan of the position that they had last.
/// </summary>
internal sealed class CycleCards
{
    private static readonly Cycle[] Longer = [Cycle.TwoMonths, Cycle.Quarter, Cycle.Year];
    private readonly Database database;
    private readonly IReadOnlyList<Shop> shops;
    private readonly Instant asOf;
    private readonly IReadOnlyList<PlanFileContent> files;
    private readonly Func<string, bool>? opened;
    private readonly bool corrected;
    private readonly Dictionary<Month, MonthPart> months = [];

    private CycleCards(Database database, IReadOnlyList<Shop> shops, Instant asOf, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened, bool corrected) =>
        (this.database, this.shops, this.asOf, this.files, this.opened, this.corrected) = (database, shops, asOf, files, opened, corrected);

    /// <param name="corrected">Closed parts as the records have them now.</param>
    public static IReadOnlyList<CycleCard> EndingIn(Database database, Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened, bool corrected = false)
    {
        var cycles = Longer.Where(c => c.EndsIn(month) && files.SelectMany(f => f.Plans).Any(p => p.Cycle == c)).ToArray();
        if (cycles.Length == 0) return [];
        var run = new CycleCards(database, facts.Shops, facts.AsOf, files, opened, corrected);
        return [.. cycles.SelectMany(c => run.Of(c, month).OrderBy(c => c.Card.Plan, StringComparer.Ordinal).ThenBy(c => c.Card.Rank ?? int.MaxValue).ThenBy(c => c.Card.Agent, StringComparer.Ordinal))];
    }

    private IReadOnlyList<CycleCard> Of(Cycle cycle, Month last)
    {
        var period = Period.Ending(cycle, last);
        var facts = PeriodFacts.Load(database, shops, period.First.First, last.Last, asOf);
        var (numbers, records) = (new AskedNumbers(facts, new(database, facts), new(database, facts)), new PeopleRecords(database, facts.Roster, period) { Tried = facts.TriedCorrections });
        var (entries, attendance) = (records.Entries, records.Attendances);
        var parts = Period.PartsOf(cycle, last).Select(p => PartOf(cycle, p)).ToArray();
        var scored = from person in facts.Roster.People
                     let employment = facts.Roster.In(person.Id, last)
                     where employment is not null
                     let plan = PlanChoice.Of(files, person.Name, employment.Position, last.Last, cycle)
                     where plan is not null
                     group (Person: person, Employment: employment) by plan;
        return [.. scored.SelectMany(group =>
        {
            var candidates = group.Select(p => Candidate(p.Person, p.Employment)).ToDictionary(c => c.Agent, StringComparer.Ordinal);
            return Pipeline.Score(group.Key, last, [.. candidates.Values]).Select(card => new CycleCard(cycle, period, card, candidates[card.Agent].Parts));
        })];

        Candidate Candidate(Person person, Employment employment)
        {
            var days = attendance.GetValueOrDefault(person.Name);
            return new(person.Name, employment.Group, employment.Position, numbers.Of(person, opened), [.. entries[person.Name]], days?.PaidDays, days?.DueDays)
            {
                Goals = numbers.GoalsOf(person), QaCards = numbers.QaCardsOf(person), Parts = [.. parts.Select(part => part(person))],
            };
        }
    }

    private Func<Person, CardPart> PartOf(Cycle cycle, Period part)
    {
        if (cycle != Cycle.Year) return MonthOf(part.Last).Part;
        var name = CycleWords.Of(Cycle.Quarter, part.Last);
        var cards = (!corrected && SealedMonth.Find(database, part.Last) is { } closed ? new SealedResults(closed).Cycles.Where(c => PlanOf(c.Card.Plan)?.Cycle is null or Cycle.Quarter)
            .Select(c => ClosedCard.Of(c.Agent, c.Card)) : Of(Cycle.Quarter, part.Last).Select(c => c.Card)).ToLookup(c => c.Agent, StringComparer.Ordinal);
        var facts = PeriodFacts.Load(database, shops, part.First.First, part.Last.Last, asOf);
        var numbers = new AskedNumbers(facts, new(database, facts), new(database, facts));
        return person => new(name, cards[person.Name].FirstOrDefault(), numbers.Of(person, null));
    }

    private Plan? PlanOf(string id) => files.SelectMany(f => f.Plans).FirstOrDefault(p => p.Id == id);

    private MonthPart MonthOf(Month month)
    {
        if (!months.TryGetValue(month, out var part)) months.Add(month, part = new(database, month, shops, asOf, files, opened, corrected));
        return part;
    }
}

/// <summary>A month as a part of something longer: as it was closed, else as the records and plans have it now.</summary>
internal sealed class MonthPart
{
    private readonly MonthBook book;
    private readonly SealedMonth? closed;
    private readonly SealedResults? results;

    public MonthPart(Database database, Month month, IReadOnlyList<Shop> shops, Instant asOf, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened, bool corrected)
    {
        var seal = SealedMonth.Find(database, month);
        closed = corrected ? null : seal;
        results = closed is null ? null : new(closed);
        book = MonthBook.Load(database, month, shops, asOf, seal is null ? files : null, opened);
    }

    public CardPart Part(Person person)
    {
        var name = CycleWords.Of(Cycle.Month, book.Month);
        if (results is null) return new(name, book.CardOf(person.Name), asked => book.Number(person, asked));
        return new(name, results.Card(person.Name) is { } card ? ClosedCard.Of(person.Name, card) : null, asked => SealedNumber(person, asked));
    }

    /// <summary>A metric as it was closed; what was not sealed is looked up in the records.</summary>
    private Explained SealedNumber(Person person, string asked) => book.Facts.Metrics.Find(asked) is { Formula: not NoSource } metric
        ? Explained.Leaf(asked, metric.Name, closed!.MetricOf(person.Name, asked), metric.Unit)
        : book.Number(person, asked);
}

/// <summary>A sealed card as scoring reads it: the numbers, without what stood under them.</summary>
internal static class ClosedCard
{
    public static Scorecard Of(string agent, SealedCard card) => new(agent, card.Plan, card.Version, card.Score, card.Grade, card.Rank,
        [.. card.Items.Select(i => new ItemResult(i.Item, i.Name, "", i.Full, Explained.Leaf("value", i.Name, i.Value, Unit.None), i.Points, i.CountedFull, i.Counted,
            Explained.Leaf(i.Item, i.Name, i.Points, Unit.Points), i.Notes))],
        Explained.Leaf("score", new("总分", "Score"), card.Score, Unit.Points))
    {
        Notes = card.Notes,
    };
}
