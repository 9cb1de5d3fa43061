using System.Collections.Concurrent;
using Heng.App.Features.Floor;
using Heng.App.Features.Plans;
using Heng.App.Features.CustomMetrics;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>
/// What today is to come to (今日目标): the month's imported targets of people and of the shop, and where there is none what the plans in force ask for. A sum is shared out over the days
/// (<see cref="DayTarget"/>). Read once, and again when the records change.
/// </summary>
public sealed class BoardTargets(Database database, BoardVersion version)
{
    private readonly ConcurrentDictionary<int, TargetsToday> kept = [];

    public TargetsToday Of(Shop shop, DateOnly day, Instant now)
    {
        var stamp = version.Of(now);
        if (kept.TryGetValue(shop.Id, out var known) && known.Day == day && known.Stamp == stamp) return known;
        return kept[shop.Id] = Load(shop, day, stamp);
    }

    private TargetsToday Load(Shop shop, DateOnly day, string stamp)
    {
        var (month, metrics) = (Month.Of(day), ShopCatalogue.On(database, database.RuleSets.Current(shop.Id, day).Paying, day));
        var floor = new FloorPlan(database, month.First, month.Last);
        var people = new Dictionary<(int, string), DayTarget>();
        var rostered = new Dictionary<int, IReadOnlySet<DateOnly>>();
        HashSet<(int, string)> asked = [];
        IReadOnlySet<DateOnly> DaysOf(int person) => rostered.TryGetValue(person, out var days) ? days : rostered[person] = Rostered(floor, person, month);
        void Ask(int person, string id, decimal target)
        {
            if (metrics.Find(id) is { } metric && asked.Add((person, id)) && DayTarget.Of(metric, target, day, DaysOf(person)) is { } of) people[(person, id)] = of;
        }

        var records = Records(shop, month);
        foreach (var of in records.Where(t => t.Agent.Length > 0).GroupBy(t => (Person: floor.People.PersonOf(t.Agent, month.Last), t.Metric)).Where(g => g.Key.Person != 0))
            Ask(of.Key.Person, of.Key.Metric, metrics.Find(of.Key.Metric)?.Formula is Total ? of.Sum(t => t.Value) : of.Average(t => t.Value));
        Plan[] plans = [.. PublishedPlans.InForce(database, metrics).SelectMany(f => f.Plans).Where(p => p.Cycle == Cycle.Month && p.Effective.Holds(day))];
        foreach (var person in floor.People.People)
            if (floor.People.On(person.Id, day)?.Position is { } position && plans.FirstOrDefault(p => p.Positions.Contains(position, StringComparer.Ordinal)) is { } plan)
                foreach (var (metric, target) in Stated(plan)) Ask(person.Id, metric, target);

        var whole = new Dictionary<string, DayTarget>(StringComparer.Ordinal);
        foreach (var target in records.Where(t => t.Agent.Length == 0))
            if (metrics.Find(target.Metric) is { } metric && DayTarget.Of(metric, target.Value, day, new HashSet<DateOnly>()) is { } of) whole[target.Metric] = of;
        return new(day, stamp, people, whole, Agreed(plans, metrics, day));
    }

    /// <summary>The company's targets are a shop's own where there is no other shop; the shop's stand over them.</summary>
    private List<Target> Records(Shop shop, Month month)
    {
        var alone = database.Shops.All.Count == 1;
        return [.. (alone ? new[] { Shops.Company, shop } : [shop]).SelectMany(s => database.Records(RecordKinds.Targets).Between(s.Id, month.First, month.Last)).Where(t => t.Month == month)];
    }

    /// <summary>Days with a shift that granted leave does not take whole.</summary>
    private static HashSet<DateOnly> Rostered(FloorPlan floor, int person, Month month)
    {
        var days = new HashSet<DateOnly>();
        for (var day = month.First; day <= month.Last; day = day.AddDays(1))
            if (floor.ShiftOf(person, day) is { } shift && !floor.IsAway(person, shift)) days.Add(day);
        return days;
    }

    /// <summary>Of a group or the shop a plan says only what all plans in force agree on, and nothing of sums: a person's is not the shop's.</summary>
    private static Dictionary<string, DayTarget> Agreed(IReadOnlyList<Plan> plans, CatalogueOfRule metrics, DateOnly day) => plans.SelectMany(Stated).GroupBy(t => t.Metric, t => t.Target, StringComparer.Ordinal)
        .Where(g => g.Distinct().Count() == 1 && metrics.Find(g.Key)?.Formula is RatioOf).ToDictionary(g => g.Key, g => DayTarget.Of(metrics.Find(g.Key)!, g.First(), day, new HashSet<DateOnly>())!, StringComparer.Ordinal);

    private static IEnumerable<(string Metric, decimal Target)> Stated(Plan plan) =>
        plan.Items.Where(i => i.Method is Proportional { Aim: null } && i.Source is FromMetric).Select(i => (((FromMetric)i.Source).Metric, ((Proportional)i.Method).Target)).DistinctBy(t => t.Item1, StringComparer.Ordinal);
}

/// <param name="People">By person and metric.</param>
/// <param name="Whole">The shop's own.</param>
/// <param name="Agreed">What every plan that asks for the metric asks for, as its id has it.</param>
public sealed record TargetsToday(DateOnly Day, string Stamp, IReadOnlyDictionary<(int Person, string Metric), DayTarget> People, IReadOnlyDictionary<string, DayTarget> Whole, IReadOnlyDictionary<string, DayTarget> Agreed)
{
    public DayTarget? OfPerson(int person, string metric) => People.GetValueOrDefault((person, metric));

    /// <summary>Of several people: of a sum their parts together, of anything else what is agreed on.</summary>
    public DayTarget? OfSome(Metric metric, Func<int, bool> sees) => metric.Formula is Total
        ? DayTarget.Together([.. People.Where(t => t.Key.Metric == metric.Id && sees(t.Key.Person)).Select(t => t.Value)]) : Agreed.GetValueOrDefault(metric.Id);

    /// <summary>How many of those who have a target of a sum or a row today have a target; null where all have one.</summary>
    public (int Having, int Of)? PartOf(Metric metric, SeenToday seen)
    {
        if (metric.Formula is not Total) return null;
        var having = People.Keys.Where(k => k.Metric == metric.Id && seen.Sees(k.Person)).Select(k => k.Person).ToHashSet();
        var all = having.Union(seen.Rows).Count();
        return having.Count < all ? (having.Count, all) : null;
    }

    /// <summary>The shop's own stands; without one it is that of everybody together.</summary>
    public DayTarget? OfShop(Metric metric) => Whole.GetValueOrDefault(metric.Id) ?? OfSome(metric, _ => true);
}
