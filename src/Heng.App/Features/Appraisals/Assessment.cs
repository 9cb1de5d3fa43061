using Heng.App.Features.Appeals;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.Engine.Appraisal;
using Heng.Engine.Duty;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Appraisals;

/// <summary>One assessment as it stands (一次考核): of a scheme, for those whose cards it makes in the period that ends with the month.</summary>
public sealed class Assessment
{
    private readonly Database database;
    private readonly KeptMonth kept;
    private readonly Instant now;
    private readonly IReadOnlyList<Appraisee> drawn;

    private Assessment(Database database, KeptMonth kept, Instant now, AppraisalOf of, PlanFileContent file, AppraisalLog log, IReadOnlyList<Appraisee> drawn, IReadOnlyDictionary<string, Plan> plans, ILookup<string, Entry> entries)
    {
        (this.database, this.kept, this.now, this.drawn, Of, File, Log, Plans, Entries) = (database, kept, now, drawn, of, file, log, plans, entries);
        var interviews = database.Interviews.In(of.Month).Where(i => i.About.Scheme == of.Scheme && i.About.Cycle == of.Cycle && i.State.IsDone).ToLookup(i => i.State.With);
        var talked = file.CourseOf(of.Cycle).Stages.Where(s => s.Work == StageWork.Interview).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        Situation = new(kept.Book.Facts.AsOf, kept.Book.MaturesAt, PeerInvitations.Invited(drawn, log.Happened)) { Entered = part => talked.Contains(part.Stage) ? interviews[part.About!].Select(i => part.As == Filler.Self ? i.State.With : i.State.By).LastOrDefault() : EnteredBy(part, plans[part.About!], entries[part.About!]), Clock = now, Appealing = AppealSituations.Appealing(database, Period.Ending(of.Cycle, kept.Month).First, kept.Month) };
        Kept = AppraisalState.Of(file.CourseOf(of.Cycle), log.Happened);
        State = AppraisalCycle.Entered(Kept, Situation).Aggregate(Kept, (state, happening) => state.After(happening));
    }

    public AppraisalOf Of { get; }
    /// <summary>The version of the scheme under which it began: its course does not change while it runs.</summary>
    public PlanFileContent File { get; }
    public AppraisalLog Log { get; }
    /// <summary>By whose card each is assessed.</summary>
    public IReadOnlyDictionary<string, Plan> Plans { get; }
    /// <summary>The points entered in the period, by the person they are about.</summary>
    public ILookup<string, Entry> Entries { get; }
    public KeptMonth Month => kept;
    public AppraisalSituation Situation { get; }
    public AppraisalState Kept { get; }
    /// <summary>With what the entries alone have done since.</summary>
    public AppraisalState State { get; }
    public IReadOnlyList<Appraisee> People => Situation.People;

    /// <summary>The assessments that end with the month, those of the file published last first. What had not begun when the month was sealed is not made up for.</summary>
    public static IReadOnlyList<Assessment> All(Database database, KeptMonth kept, Instant now)
    {
        var plans = kept.Book.Files.SelectMany(f => f.Plans.Select(p => (File: f, Plan: p))).DistinctBy(p => p.Plan.Id).ToDictionary(p => p.Plan.Id, StringComparer.Ordinal);
        var longer = kept.Sealed is { } closed ? closed.Cycles.Select(c => (Name: c.Agent, Plan: (string?)c.Card.Plan)) : kept.Book.Cycles.Select(c => (Name: c.Card.Agent, Plan: (string?)c.Card.Plan));
        var cards = kept.People.Select(p => (p.Name, Plan: kept.ResultOf(p).Plan)).Concat(longer);
        var assessed = from card in cards
                       where card.Plan is not null && plans.ContainsKey(card.Plan)
                       let plan = plans[card.Plan]
                       group (card.Name, plan.Plan) by (plan.File, plan.Plan.Cycle);
        var fillers = new Fillers(database, kept);
        return [.. assessed.OrderBy(g => kept.Book.Files.ToList().IndexOf(g.Key.File)).ThenBy(g => g.Key.Cycle).Select(g => One(g.Key.File, g.Key.Cycle, [.. g])).Where(a => kept.Sealed is null || a.Log.Happened.Count > 0)];

        Assessment One(PlanFileContent file, Cycle cycle, (string Name, Plan Plan)[] people)
        {
            var of = new AppraisalOf(file.Scheme, cycle, kept.Month);
            var log = database.Appraisals.Of(of);
            // The whole file: of one that a later version follows, only what still counts is in the book.
            var begun = PublishedPlans.Content(database.Plans.Find(file.Scheme, log.Version == 0 ? file.Version : log.Version)!, kept.Book.Facts.Metrics);
            var entries = new PeopleRecords(database, kept.Book.Facts.Roster, Period.Ending(cycle, kept.Month)).Entries;
            var plan = people.ToDictionary(p => p.Name, p => p.Plan, StringComparer.Ordinal);
            return new(database, kept, now, of, begun, log, fillers.Of(people, begun.CourseOf(cycle).Peers.Count), plan, entries);
        }
    }

    /// <summary>The same with what others did meanwhile.</summary>
    public Assessment Again() => new(database, kept, now, Of, File, database.Appraisals.Of(Of), drawn, Plans, Entries);

    /// <summary>The same with the points that were entered meanwhile too.</summary>
    public Assessment WithEntries() => new(database, kept, now, Of, File, database.Appraisals.Of(Of), drawn, Plans, new PeopleRecords(database, kept.Book.Facts.Roster, Period.Ending(Of.Cycle, kept.Month)).Entries);

    /// <summary>The last day of the present stage; null where it has none.</summary>
    public DateOnly? LastDay => State.Now?.Due?.LastDay(new(kept.Month.Last, MaturesOn, State.Began is { } began ? Clock.DayOf(began) : kept.Month.Last), Calendar);

    /// <summary>How many days past its last day the present stage is; 0 where it is in time.</summary>
    public int Late => LastDay is { } last ? Math.Max(0, Clock.DayOf(now).DayNumber - last.DayNumber) : 0;

    private ShopClock Clock => kept.Book.Facts.Rules.Clock;
    private DateOnly MaturesOn => MaturityDay.Of(Maturity.InquiryAndPayment, kept.Month.Last, kept.Book.Facts.Rules);
    private WorkCalendar Calendar => WorkCalendar.China.With(database.Records(RecordKinds.Calendar).All(Shops.Company.Id));

    /// <summary>Who entered the points of a part, once every item that asks this kind has some. Of peers and subordinates there are several: theirs count by name.</summary>
    private static string? EnteredBy(ToDo part, Plan plan, IEnumerable<Entry> entries)
    {
        var items = plan.Items.Where(i => i.Source is FromRaters raters && raters.Raters.Any(r => r.Rater == part.As)).Select(i => i.Id).ToArray();
        var own = entries.Where(e => e.Rater == part.As && (part.As is not (Filler.Peer or Filler.Subordinate) || e.By == part.By)).ToArray();
        return items.Length > 0 && items.All(i => own.Any(e => e.Item == i)) ? own[0].By ?? part.By ?? part.As : null;
    }
}
