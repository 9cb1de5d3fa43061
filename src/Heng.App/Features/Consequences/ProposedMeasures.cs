using Heng.App.Features.Months;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Consequences;

/// <summary>What a plan proposes for somebody after a card (后续措施建议). It proposes; a person decides.</summary>
public sealed record ProposedMeasure(string Agent, string Group, Plan Plan, decimal? Score, string? Grade, Proposal Proposal);

/// <summary>
/// The consequences that plans in force draw from everybody's consecutive cards, up to a month. A closed month's card is the sealed one. Cards of longer cycles are looked at
/// in the months in which they end.
/// </summary>
public sealed class ProposedMeasures
{
    private const int MostMonths = 36, MostPeriods = Consequence.MostInARow;
    private readonly Database database;
    private readonly Func<Month, KeptMonth> months;
    private readonly KeptMonth now;

    public ProposedMeasures(Database database, Func<Month, KeptMonth> months, Month month)
    {
        (this.database, this.months, now) = (database, months, months(month));
        Taken = [.. database.Records(RecordKinds.Measures).Between(Shops.Company.Id, month.Plus(1 - MostMonths).First, month.Last)
            .Select(m => (Record: m, Person: now.Book.Facts.Roster.PersonOf(m.Agent, m.Day))).OrderByDescending(m => m.Record.Day).ThenBy(m => m.Record.Agent, StringComparer.Ordinal)];
    }

    /// <summary>Measures on record, the latest first, each with the person it was taken with; 0 where nobody of that name or account is known.</summary>
    public IReadOnlyList<(MeasureTaken Record, int Person)> Taken { get; }

    /// <summary>Whether any plan in force draws consequences at all.</summary>
    public bool Any => Plans.Any();

    public int? PersonOf(string agent) => now.Book.Facts.Roster.Find(agent)?.Id;

    private IEnumerable<Plan> Plans => now.Book.Files.SelectMany(f => f.Plans).Where(p => p.Consequences.Count > 0);

    public IReadOnlyList<ProposedMeasure> All =>
        [.. Plans.Where(p => p.Cycle.EndsIn(now.Month)).SelectMany(Of).OrderBy(p => p.Agent, StringComparer.Ordinal).ThenBy(p => p.Plan.Id, StringComparer.Ordinal).ThenBy(p => p.Proposal.Rule, StringComparer.Ordinal)];

    private IEnumerable<ProposedMeasure> Of(Plan plan)
    {
        var periods = Ends(plan.Cycle).Select(m => CardsOf(months(m), plan)).ToArray();
        foreach (var (agent, card) in periods[0])
        {
            var history = periods.Select(p => p.GetValueOrDefault(agent)).OfType<CardBefore>().ToArray();
            var person = PersonOf(agent);
            MeasureTaken[] taken = [.. Taken.Where(t => t.Person == person).Select(t => t.Record)];
            foreach (var proposal in ConsequenceRules.Of(plan, history, taken))
                yield return new(agent, now.Find(agent)?.Group ?? "", plan, card.Score, card.Grade, proposal);
        }
    }

    /// <summary>This month and the earlier ends of the cycle, back to when nobody worked here.</summary>
    private IEnumerable<Month> Ends(Cycle cycle)
    {
        for (var (period, back) = (0, 0); period < MostPeriods && back < MostMonths; (period, back) = (period + 1, back + cycle.Months()))
        {
            var month = now.Month.Plus(-back);
            if (back > 0 && months(month).People.Count == 0) yield break;
            yield return month;
        }
    }

    private static Dictionary<string, CardBefore> CardsOf(KeptMonth month, Plan plan)
    {
        var bars = new BarsBefore(month, plan);
        if (plan.Cycle == Cycle.Month)
            return month.People.Select(p => (Person: p, Result: month.ResultOf(p))).Where(r => r.Result.Plan == plan.Id)
                .ToDictionary(r => r.Person.Name, r => new CardBefore(month.Month, r.Result.Score, r.Result.Grade, LeaderGrade(month, r.Person))
                    { Rank = r.Result.Rank, Bars = month.Sealed is null ? bars.On(r.Person.Live?.Card) : bars.On(r.Person.SealedCard) }, StringComparer.Ordinal);
        return month.Sealed is { } closed
            ? closed.Cycles.Where(c => c.Card.Plan == plan.Id).ToDictionary(c => c.Agent, c => new CardBefore(month.Month, c.Card.Score, c.Card.Grade) { Rank = c.Card.Rank, Bars = bars.On(c.Card) }, StringComparer.Ordinal)
            : month.Book.Cycles.Where(c => c.Card.Plan == plan.Id).ToDictionary(c => c.Card.Agent, c => new CardBefore(month.Month, c.Card.Score, c.Card.Grade) { Rank = c.Card.Rank, Bars = bars.On(c.Card) }, StringComparer.Ordinal);
    }

    private static string? LeaderGrade(KeptMonth month, MonthPerson person) =>
        month.People.Where(p => p.Position == "leader" && p.Group == person.Group && p.Name != person.Name).Select(p => month.ResultOf(p).Grade).FirstOrDefault(g => g is not null);
}
