using Heng.App.Features.Closing;
using Heng.App.Features.Plans;
using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>One person's month: who they were in it, their card and their pay. Null where no plan or scheme is for their position.</summary>
public sealed record PersonMonth(Person Person, Employment Employment, Totals Totals, Scorecard? Card, Payslip? Pay, Attendance? Attendance);

/// <summary>
/// A month worked out: metrics → cards → payslips, each from the one before. Nothing here is stored;
/// the same records, rules and plans give the same book.
/// </summary>
public sealed class MonthBook
{
    private readonly Dictionary<string, PersonMonth> byName;

    private readonly Lazy<IReadOnlyList<Scorecard>> cycles;
    private readonly AskedNumbers numbers;

    private MonthBook(
        Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, AskedNumbers numbers, Lazy<IReadOnlyList<Scorecard>> cycles, IReadOnlyList<PersonMonth> people)
    {
        (Month, Facts, Files, this.numbers, this.cycles, People) = (month, facts, files, numbers, cycles, people);
        byName = people.ToDictionary(p => p.Person.Name, StringComparer.Ordinal);
    }

    public Month Month { get; }
    public PeriodFacts Facts { get; }
    /// <summary>The plan files in force, the one published last first.</summary>
    public IReadOnlyList<PlanFileContent> Files { get; }
    /// <summary>Everybody employed in the month, by name.</summary>
    public IReadOnlyList<PersonMonth> People { get; }

    /// <summary>Everybody with a card: by rank, who has none last, then by name.</summary>
    public IEnumerable<PersonMonth> ByRank => People.Where(p => p.Card is not null)
        .OrderBy(p => p.Card!.Rank ?? int.MaxValue).ThenBy(p => p.Person.Name, StringComparer.Ordinal);

    /// <summary>Who worked in the month and is paid by no scheme in force.</summary>
    public IEnumerable<PersonMonth> Unpaid => Files.Any(f => f.Pay is not null) ? People.Where(p => p.Pay is null) : [];

    /// <summary>Cards of the longer cycles that end with this month, by plan and rank.</summary>
    public IReadOnlyList<Scorecard> Cycles => cycles.Value;

    /// <summary>Any number of a person's month by the name under which plans ask for it.</summary>
    public Explained Number(Person person, string asked) => numbers.Of(person, null)(asked);

    public PersonMonth? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>
    /// The last business day on which anything of this month can still move, its maturity day (成熟日).
    /// </summary>
    public Instant MaturesAt => Facts.Rules.Clock.EndOf(MaturityDay.Of(Maturity.InquiryAndPayment, Month.Last, Facts.Rules));

    /// <param name="files">The plans to use, first fitting one wins; null uses those published, or those that a closed month was closed under.</param>
    /// <param name="opened">These people's metrics are opened down to facts, so that their cards and payslips explain all the way.</param>
    public static MonthBook Load(
        Database database, Month month, IReadOnlyList<Shop> shops, Instant? asOf, IReadOnlyList<PlanFileContent>? files = null, Func<string, bool>? opened = null)
    {
        var facts = PeriodFacts.Load(database, shops, month.First, month.Last, asOf);
        files ??= SealedMonth.Find(database, month) is { } closed ? PublishedPlans.Of(database, facts.Metrics, closed.Plans) : PublishedPlans.InForce(database, facts.Metrics);
        return Of(database, month, facts, files, opened);
    }

    /// <summary>The same month with these people's metrics opened down to facts.</summary>
    public MonthBook Opened(Database database, Func<string, bool> opened) => Of(database, Month, Facts, Files, opened);

    /// <summary>The same people under other facts or plans.</summary>
    public MonthBook Under(Database database, PeriodFacts facts, IReadOnlyList<PlanFileContent> files) => Of(database, Month, facts, files, null);

    private static MonthBook Of(Database database, Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened)
    {
        var records = new PeopleRecords(database, facts.Roster, new(month, month));
        var attendance = records.Attendances;
        var numbers = new AskedNumbers(facts, new(database, facts), new(database, facts));
        var people = facts.Roster.People
            .Select(p => (Person: p, Employment: facts.Roster.In(p.Id, month)))
            .Where(p => p.Employment is not null)
            .Select(p => new Worker(p.Person, p.Employment!, facts.TotalsOf(p.Person.Id), numbers.Of(p.Person, opened), attendance.GetValueOrDefault(p.Person.Name),
                [.. facts.Roster.HistoryOf(p.Person.Id).Where(e => e.From <= month.Last && (e.To is not { } to || to >= month.First))], numbers.GoalsOf(p.Person)))
            .ToList();
        var cards = Cards(files, month, people, records.Entries);
        // Pay that rests on nothing but missing values is no pay: a month of which nothing came pays nobody, and one that has not begun neither.
        var slips = facts.Coverage.Spans.Count == 0 ? [] : Slips(files, month, people, cards, records.Adjustments);
        return new(month, facts, files, numbers, new(() => CycleCards.EndingIn(database, month, facts, files)), [.. people.Select(w =>
            new PersonMonth(w.Person, w.Employment, w.Totals, cards.GetValueOrDefault(w.Person.Name), slips.GetValueOrDefault(w.Person.Name), w.Attendance))]);
    }

    private sealed record Worker(Person Person, Employment Employment, Totals Totals, Func<string, Explained> Metric, Attendance? Attendance, IReadOnlyList<Employment> Stretches, IReadOnlyList<Goal> Goals);

    private static Dictionary<string, Scorecard> Cards(IReadOnlyList<PlanFileContent> files, Month month, List<Worker> people, ILookup<string, Entry> entries)
    {
        var scored = from worker in people
                     let plan = PlanChoice.Of(files, worker.Person.Name, worker.Employment.Position, month.Last)
                     where plan is not null
                     group worker by plan;
        return scored
            .SelectMany(group => Pipeline.Score(group.Key, month, [.. group.Select(w => new Candidate(
                w.Person.Name, w.Employment.Group, w.Employment.Position, w.Metric, [.. entries[w.Person.Name]], w.Attendance?.PaidDays, w.Attendance?.DueDays) { Goals = w.Goals })]))
            .ToDictionary(card => card.Agent, StringComparer.Ordinal);
    }

    private static Dictionary<string, Payslip> Slips(
        IReadOnlyList<PlanFileContent> files, Month month, List<Worker> people, Dictionary<string, Scorecard> cards, ILookup<string, Adjustment> adjustments)
    {
        var paid = from worker in people
                   let file = PlanChoice.PayOf(files, worker.Person.Name, worker.Employment.Position, month.Last)
                   where file is not null
                   group worker by file;
        return paid
            .SelectMany(group => Pipeline.Pay(group.Key.Pay!, month, [.. group.Select(w => new Payee(
                w.Person.Name, w.Employment.BasePay, w.Attendance, cards.GetValueOrDefault(w.Person.Name), w.Metric, [.. adjustments[w.Person.Name]])
                {
                    Caveats = [.. PartMonths.Caveats(month, w.Stretches, w.Attendance)],
                    Asker = Asker.Of(w.Person.Name, w.Employment.Group, w.Employment.Position, new(month, month), group.Key.Promotions),
                })]))
            .ToDictionary(slip => slip.Agent, StringComparer.Ordinal);
    }
}
