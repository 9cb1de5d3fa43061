using Heng.App.Features.Closing;
using Heng.App.Features.Plans;
using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// Cards of two months, quarters and years (长周期考核), made of the cards of their parts and of the metrics of all their days. A closed part answers with what it was closed
/// with. A person is scored under the plan of the position that they had last.
/// </summary>
internal sealed class CycleCards
{
    private static readonly Cycle[] Longer = [Cycle.TwoMonths, Cycle.Quarter, Cycle.Year];
    private readonly Database database;
    private readonly IReadOnlyList<Shop> shops;
    private readonly Instant asOf;
    private readonly IReadOnlyList<PlanFileContent> files;
    private readonly Dictionary<Month, MonthPart> months = [];

    private CycleCards(Database database, IReadOnlyList<Shop> shops, Instant asOf, IReadOnlyList<PlanFileContent> files) =>
        (this.database, this.shops, this.asOf, this.files) = (database, shops, asOf, files);

    public static IReadOnlyList<Scorecard> EndingIn(Database database, Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files)
    {
        var cycles = Longer.Where(c => c.EndsIn(month) && files.SelectMany(f => f.Plans).Any(p => p.Cycle == c)).ToArray();
        if (cycles.Length == 0) return [];
        var run = new CycleCards(database, facts.Shops, facts.AsOf, files);
        return [.. cycles.SelectMany(c => run.Of(c, month).OrderBy(card => card.Plan, StringComparer.Ordinal).ThenBy(card => card.Rank ?? int.MaxValue).ThenBy(card => card.Agent, StringComparer.Ordinal))];
    }

    private IReadOnlyList<Scorecard> Of(Cycle cycle, Month last)
    {
        var period = Period.Ending(cycle, last);
        var facts = PeriodFacts.Load(database, shops, period.First.First, last.Last, asOf);
        var (numbers, records) = (new AskedNumbers(facts, new(database, facts), new(database, facts)), new PeopleRecords(database, facts.Roster, period));
        var (entries, attendance) = (records.Entries, records.Attendances);
        var parts = Period.PartsOf(cycle, last).Select(p => PartOf(cycle, p)).ToArray();
        var scored = from person in facts.Roster.People
                     let employment = facts.Roster.In(person.Id, last)
                     where employment is not null
                     let plan = PlanChoice.Of(files, person.Name, employment.Position, last.Last, cycle)
                     where plan is not null
                     group (Person: person, Employment: employment) by plan;
        return [.. scored.SelectMany(group => Pipeline.Score(group.Key, last, [.. group.Select(p =>
        {
            var days = attendance.GetValueOrDefault(p.Person.Name);
            return new Candidate(p.Person.Name, p.Employment.Group, p.Employment.Position, numbers.Of(p.Person, null), [.. entries[p.Person.Name]], days?.PaidDays, days?.DueDays)
            {
                Goals = numbers.GoalsOf(p.Person), Parts = [.. parts.Select(part => part(p.Person))],
            };
        })]))];
    }

    private Func<Person, CardPart> PartOf(Cycle cycle, Period part)
    {
        if (cycle != Cycle.Year) return MonthOf(part.Last).Part;
        var name = new Wording($"{part.Last.Year}年第{part.Last.Number / 3}季度", $"{part.Last.Year} Q{part.Last.Number / 3}");
        var cards = (SealedMonth.Find(database, part.Last) is { } closed ? new SealedResults(closed).Cycles.Where(c => PlanOf(c.Card.Plan)?.Cycle is null or Cycle.Quarter)
            .Select(c => ClosedCard.Of(c.Agent, c.Card)) : Of(Cycle.Quarter, part.Last)).ToLookup(c => c.Agent, StringComparer.Ordinal);
        var facts = PeriodFacts.Load(database, shops, part.First.First, part.Last.Last, asOf);
        var numbers = new AskedNumbers(facts, new(database, facts), new(database, facts));
        return person => new(name, cards[person.Name].FirstOrDefault(), numbers.Of(person, null));
    }

    private Plan? PlanOf(string id) => files.SelectMany(f => f.Plans).FirstOrDefault(p => p.Id == id);

    private MonthPart MonthOf(Month month)
    {
        if (!months.TryGetValue(month, out var part)) months.Add(month, part = new(database, month, shops, asOf, files));
        return part;
    }
}

/// <summary>A month as a part of something longer: as it was closed, else as the records and plans have it now.</summary>
internal sealed class MonthPart
{
    private readonly MonthBook book;
    private readonly SealedMonth? closed;
    private readonly SealedResults? results;

    public MonthPart(Database database, Month month, IReadOnlyList<Shop> shops, Instant asOf, IReadOnlyList<PlanFileContent> files)
    {
        closed = SealedMonth.Find(database, month);
        results = closed is null ? null : new(closed);
        book = MonthBook.Load(database, month, shops, asOf, closed is null ? files : null);
    }

    public CardPart Part(Person person)
    {
        var name = new Wording($"{book.Month.Year}年{book.Month.Number}月", book.Month.ToString());
        if (results is null) return new(name, book.Find(person.Name)?.Card, asked => book.Number(person, asked));
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
