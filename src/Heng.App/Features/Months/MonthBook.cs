using Heng.App.Features.Closing;
using Heng.App.Features.Cycles;
using Heng.App.Features.Guard;
using Heng.App.Features.Pay;
using Heng.App.Features.Plans;
using Heng.Engine;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>One person's month: who they were in it, their card and their pay. Null where no plan or scheme is for their position.</summary>
public sealed record PersonMonth(Person Person, Employment Employment, Totals Totals, Scorecard? Card, Payslip? Pay, Attendance? Attendance);

/// <summary>How a pool of a file was divided over those whom the file pays.</summary>
public sealed record DividedPool(PlanFileContent File, PoolDivision Division);

/// <summary>
/// A month worked out: metrics → cards → payslips, each from the one before. Nothing here is stored;
/// the same records, rules and plans give the same book.
/// </summary>
public sealed class MonthBook
{
    private readonly Lazy<IReadOnlyList<PersonMonth>> people;
    private readonly Lazy<Dictionary<string, PersonMonth>> byName;
    private readonly LongerCards longer;
    private readonly IReadOnlyDictionary<string, Scorecard> cards;
    private readonly AskedNumbers numbers;
    private readonly Lates lates;
    private readonly Func<PersonMonth, PersonMonth?> alone;

    private MonthBook(
        Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, AskedNumbers numbers, LongerCards longer, IReadOnlyDictionary<string, Scorecard> cards, Lazy<IReadOnlyList<PersonMonth>> people,
        IReadOnlyList<Subject> subjects, IReadOnlyList<DividedPool> pools, Lates lates, Func<PersonMonth, PersonMonth?> alone)
    {
        (Pools, this.alone) = (pools, alone);
        (Month, Facts, Files, this.numbers, this.longer, this.cards, this.people, this.lates) = (month, facts, files, numbers, longer, cards, people, lates);
        // Pay that rests on nothing but missing values is no pay: a month of which nothing came pays nobody, and one that has not begun neither.
        Rehearsed = new(month, subjects, Pays(facts));
        byName = new(() => People.ToDictionary(p => p.Person.Name, StringComparer.Ordinal));
    }

    public Month Month { get; }
    public PeriodFacts Facts { get; }
    /// <summary>The plan files in force, the one published last first.</summary>
    public IReadOnlyList<PlanFileContent> Files { get; }
    /// <summary>Everybody employed in the month, and who left before it and is still paid for earlier ones, by name.</summary>
    public IReadOnlyList<PersonMonth> People => people.Value;
    /// <summary>The month's pools, those of the file published last first.</summary>
    public IReadOnlyList<DividedPool> Pools { get; }
    /// <summary>What scoring and pay read of the month, for trying other plans on it.</summary>
    public SimulatedMonth Rehearsed { get; }

    /// <summary>Everybody with a card: by rank, who has none last, then by name.</summary>
    public IEnumerable<PersonMonth> ByRank => People.Where(p => p.Card is not null)
        .OrderBy(p => p.Card!.Rank ?? int.MaxValue).ThenBy(p => p.Person.Name, StringComparer.Ordinal);

    /// <summary>Who worked in the month and is paid by no scheme in force.</summary>
    public IEnumerable<PersonMonth> Unpaid => Files.Any(f => f.Pay is not null) ? People.Where(p => p.Pay is null) : [];

    /// <summary>Payslips of the month that were sealed before it; none where other plans or single shops are tried.</summary>
    public IReadOnlyDictionary<string, SealedMonth> Alone { get; private set; } = new Dictionary<string, SealedMonth>(StringComparer.Ordinal);

    /// <summary>Somebody with what can be paid before the month ends, and with what settles closed months; null where no scheme pays them.</summary>
    public PersonMonth? PaidAlone(string agent) => Find(agent) is { } person ? alone(person) : null;

    /// <summary>What settles closed months in this one.</summary>
    public LateLines Late => lates(null);

    /// <summary>Cards of the longer cycles that end with this month, by plan and rank.</summary>
    public IReadOnlyList<CycleCard> Cycles => longer.Ending;

    /// <summary>The first day whose numbers the results rest on.</summary>
    public DateOnly RestsOn => longer.From;

    /// <summary>Any number of a person's month by the name under which plans ask for it.</summary>
    public Explained Number(Person person, string asked) => numbers.Of(person, null)(asked);

    /// <summary>Somebody's card alone, without working out pay.</summary>
    public Scorecard? CardOf(string name) => cards.GetValueOrDefault(name);

    public PersonMonth? Find(string name) => byName.Value.GetValueOrDefault(name);

    /// <summary>
    /// The last business day on which anything of this month can still move, its maturity day (成熟日).
    /// </summary>
    public Instant MaturesAt => Facts.Rules.Clock.EndOf(MaturityDay.Of(Maturity.InquiryAndPayment, Month.Last, Facts.Rules));

    /// <param name="files">The plans to use, first fitting one wins; null uses those published, or those that a closed month was closed under.</param>
    /// <param name="opened">These people's metrics are opened down to facts, so that their cards and payslips explain all the way.</param>
    /// <param name="late">What settles closed months; null looks for it where all shops' pay under the plans that count is asked for, and only there.</param>
    /// <param name="corrected">Closed months that a longer cycle reads are as the records have them now: for what settles this month.</param>
    public static MonthBook Load(
        Database database, Month month, IReadOnlyList<Shop> shops, Instant? asOf, IReadOnlyList<PlanFileContent>? files = null, Func<string, bool>? opened = null, LateFacts? late = null, bool corrected = false)
    {
        var facts = PeriodFacts.Load(database, shops, month.First, month.Last, asOf);
        var counts = files is null && shops.Count == database.Shops.All.Count;
        late ??= counts ? new(database) : null;
        files ??= SealedMonth.Find(database, month) is { } closed ? PublishedPlans.Of(database, facts.Metrics, closed.Plans) : PublishedPlans.InForce(database, facts.Metrics);
        var book = Of(database, month, facts, files, opened, who => late?.Of(month, who) ?? LateLines.None, corrected);
        return counts ? book.With(SealedMonth.Alone(database, month)) : book;
    }

    /// <summary>The same month with these people's metrics opened down to facts.</summary>
    public MonthBook Opened(Database database, Func<string, bool> opened) => Of(database, Month, Facts, Files, opened, lates).With(Alone);

    /// <summary>The same people under other facts or plans.</summary>
    public MonthBook Under(Database database, PeriodFacts facts, IReadOnlyList<PlanFileContent> files) => Of(database, Month, facts, files, null, lates);

    private MonthBook With(IReadOnlyDictionary<string, SealedMonth> sealedAlone)
    {
        Alone = sealedAlone;
        return this;
    }

    private delegate LateLines Lates(Func<string, bool>? opened);

    private static MonthBook Of(Database database, Month month, PeriodFacts facts, IReadOnlyList<PlanFileContent> files, Func<string, bool>? opened, Lates lates, bool corrected = false)
    {
        var longer = new LongerCards(database, month, facts, files, opened, corrected);
        var records = new PeopleRecords(database, facts.Roster, new(month, month)) { Tried = facts.TriedCorrections };
        var attendance = records.Attendances;
        var (numbers, days) = (new AskedNumbers(facts, new(database, facts), new(database, facts)), new MonthDays(database, facts));
        var (entries, adjustments, moves) = (records.Entries, records.Adjustments, PoolClaims.Moves(database.PoolClaims.Of(month)));
        var (taxYears, guard) = (TaxYears.Of(database, month, facts.Roster, files), database.Guard.Setting);
        Worker WorkerOf(Person person, Employment employment)
        {
            var (metric, own) = (numbers.Of(person, opened), attendance.GetValueOrDefault(person.Name));
            IReadOnlyList<Employment> stretches = [.. facts.Roster.HistoryOf(person.Id).Where(e => e.From <= month.Last && (e.To is not { } to || to >= month.First))];
            var employed = own is null ? PartMonths.Employed(month, person.Name, stretches, days.IsPaid) : null;
            var scored = new Candidate(person.Name, employment.Group, employment.Position, metric, [.. entries[person.Name]], own?.PaidDays, own?.DueDays) { Goals = numbers.GoalsOf(person), QaCards = numbers.QaCardsOf(person) };
            return new(person, employment, facts.TotalsOf(person.Id), own, new(scored,
                new(person.Name, employment.BasePay, own ?? employed, null, metric, [.. adjustments[person.Name]]) 
                {
                    ByEmployment = employed is not null, Caveats = [.. PartMonths.Caveats(month, stretches, employed)], Bases = PartMonths.Bases(month, stretches, days.DueOf(person, own)),
                    Hours = employment.Hours ?? HoursRegime.Standard, FlexibleHolidays = guard.PaysFlexibleHolidays(employment.Place ?? guard.Place),
                    Place = employment.Place ?? guard.Place, Tax = taxYears?.Of(person),
                    Tenure = PartMonths.TenureOf(month, facts.Roster.HistoryOf(person.Id)), Moves = moves, Longer = (cycle, last) => longer.Find(person.Name, cycle, last),
                })
            {
                Posts = days.PostsOf(person), Due = days.DueOf(person, own),
                On = span => scored with { Metric = days.NumbersOn(span).Of(person, opened), Goals = days.NumbersOn(span).GoalsOf(person), QaCards = days.NumbersOn(span).QaCardsOf(person) },
            });
        }
        List<Worker> people = [.. facts.Roster.People.Select(p => (Person: p, Employment: facts.Roster.In(p.Id, month))).Where(p => p.Employment is not null).Select(p => WorkerOf(p.Person, p.Employment!))];
        var cards = Pipeline.Score(PlanChoice.RegimeOf(files), month, [.. people.Select(w => w.Subject)]).ToDictionary(card => card.Agent, StringComparer.Ordinal);
        var paid = PaidBy(files, month, people, cards);
        PersonMonth[] Worked()
        {
            var slips = Pays(facts) ? paid.SelectMany(p => Pipeline.Pay(p.File.Pay!, month, p.Payees)).ToDictionary(slip => slip.Agent, StringComparer.Ordinal) : [];
            return [.. people.Select(w => new PersonMonth(w.Person, w.Employment, w.Totals, cards.GetValueOrDefault(w.Person.Name), slips.GetValueOrDefault(w.Person.Name), w.Attendance))];
        }
        var least = new LeastPay(database, facts.Roster, month);
        // Pay may read cards of longer cycles, which read this month's, and closed months are worked out again for it: so only where people are asked for.
        var settled = new Lazy<IReadOnlyList<PersonMonth>>(() => Pays(facts) ? LateSlips.Settle(Worked(), lates(opened), least, facts, month) : Worked());
        DividedPool[] pools = [.. paid.SelectMany(p => PayRun.Pools(p.File.Pay!, month, p.Payees).Select(division => new DividedPool(p.File, division)))];
        return new(month, facts, files, numbers, longer, cards, settled, [.. people.Select(w => w.Subject)], pools, lates,
            person => Pays(facts) && paid.Select(p => PayRun.Alone(p.File.Pay!, month, p.Payees, person.Person.Name)).FirstOrDefault(slip => slip is not null) is { } slip
                ? LateSlips.Settled(person with { Pay = slip }, lates(null), least) : null);
    }

    private static bool Pays(PeriodFacts facts) => facts.Coverage.Spans.Count > 0;

    private sealed record Worker(Person Person, Employment Employment, Totals Totals, Attendance? Attendance, Subject Subject);

    /// <summary>Whom each file pays, with their cards.</summary>
    private static IReadOnlyList<(PlanFileContent File, Payee[] Payees)> PaidBy(IReadOnlyList<PlanFileContent> files, Month month, List<Worker> people, Dictionary<string, Scorecard> cards)
    {
        var regime = PlanChoice.RegimeOf(files);
        var paid = from worker in people
                   let last = regime.LastOf(worker.Subject, month)
                   let file = PlanChoice.PayOf(files, worker.Person.Name, last.Position, month.Last)
                   where file is not null
                   group (worker.Person.Name, worker.Subject, Last: last) by file;
        return [.. paid.Select(group => (File: group.Key!, (Payee[])[.. group.Select(w => w.Subject.Paid with
        {
            Card = cards.GetValueOrDefault(w.Name),
            Asker = Asker.Of(w.Name, w.Last.Group, w.Last.Position, new(month, month), group.Key!.Promotions),
        })])).OrderBy(p => files.ToList().IndexOf(p.File))];
    }
}
