using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// What somebody's next steps pay: another value of one number is put through their plan and pay scheme as a whole, everybody else as they are. A number that only colleagues' numbers
/// give a meaning to is left out: its next step would tell what they have.
/// </summary>
public sealed class NextSteps
{
    private const decimal WorthTelling = 1m, Least = 0.01m;
    private const int OfItsOwn = 10;
    private readonly SimulatedMonth month;
    private readonly Regime regime;
    private readonly Subject person;
    private readonly Plan? plan;
    private readonly SchemeVersion? pay;
    private readonly Func<string, MetricValue?> readings;
    private readonly Func<string, Explained> numbers;
    private readonly Lazy<Outcome> now;
    /// <summary>The month in numbers alone; null where it needs its explanations.</summary>
    private readonly MonthColumns? columns;
    private readonly int place;

    private NextSteps(SimulatedMonth month, Regime regime, Subject person, Func<string, MetricValue?> readings)
    {
        (this.readings, this.person) = (readings, Kept(person));
        numbers = this.person.Scored.Metric;
        (plan, pay) = (regime.PlanFor(person, month.Month), regime.PayFor(person, month.Month));
        this.regime = new([.. regime.Schemes.Select(Counted)]);
        this.month = month with { People = [.. month.People.Where(p => p.Agent == person.Agent || IsAmongOthers).Select(p => p.Agent == person.Agent ? this.person : Kept(p))] };
        columns = MonthRun.InNumbers(this.regime) && this.regime.Divided(this.month).Count == 0 ? new(this.month) : null;
        place = columns is null ? -1 : Array.FindIndex(columns.People, p => p.Agent == person.Agent);
        now = new(() => columns is null ? OutcomeOf(this.person) : MonthRun.Of(columns, this.regime, place));
    }

    /// <param name="readings">A metric as it is read for the person, with both halves of a ratio; null for what is none.</param>
    public static StepsSoFar Of(SimulatedMonth month, Regime regime, string agent, Func<string, MetricValue?> readings) =>
        month.People.FirstOrDefault(p => p.Agent == agent) is { } person ? new NextSteps(month, regime, person, readings).All() : StepsSoFar.None;

    /// <summary>
    /// What another value of one number would bring somebody, everything else as it is: pay before insurance, tax and awards, and points. Null halves are unpaid or unscored; null is a month
    /// in stretches, or somebody who is not there.
    /// </summary>
    public static Func<string, decimal, (decimal? Pay, decimal? Score)>? Tries(SimulatedMonth month, Regime regime, string agent, Func<string, MetricValue?> readings)
    {
        if (month.People.FirstOrDefault(p => p.Agent == agent) is not { } person || regime.StretchesOf(person, month.Month) is not null) return null;
        var steps = new NextSteps(month, regime, person, readings);
        return (asked, value) => steps.OutcomeOf(asked, value) is var then ? (then.Net - steps.now.Value.Net, then.Score - steps.now.Value.Score) : default;
    }

    private IReadOnlyList<PayComponent> Components => pay?.Pay?.Components ?? [];

    private bool ByPlace => plan is not null && (plan.Forced.Count > 0 || plan.Items.Any(i => i.Method is ByRank)) || Components.Any(c => c is RankAward);

    /// <summary>Whether the person's own points or pay need everybody else's.</summary>
    private bool IsAmongOthers => plan is not null && (plan.Forced.Count > 0 || plan.Items.Any(i => i.Method is ByRank || i.Missing == MissingRule.Neutral)) || Components.Any(c => c is Pool);

    /// <summary>Before insurance and tax, whose share of a step depends on the year, and without awards, which move with colleagues or follow a longer cycle.</summary>
    private static SchemeVersion Counted(SchemeVersion scheme) =>
        scheme.Pay is { } own ? scheme with { Pay = own with { Components = [.. own.Components.Where(c => !c.ReadsLines && c is not RankAward and not CycleAward)] } } : scheme;

    private StepsSoFar All()
    {
        var items = plan?.Items.ToArray() ?? [];
        var asked = items.Select(i => i.Source).OfType<FromMetric>().Concat(Components.SelectMany(MetricsOf)).DistinctBy(m => m.Asked, StringComparer.Ordinal).Where(m => Asking.Parse(m.Asked) is null);
        var byPeople = items.Where(i => i.Source is not FromMetric).Select(i => new NextStep("", i.Name, Unit.Points, null) { Feeds = [i.Name], Without = NoStep.ByPeople });
        return new([.. asked.Select(Of), .. byPeople], ByPlace, Components.Any(c => c is Pool), Components.Any(c => c.ReadsLines));
    }

    // Overtime, attendance and the like are no goals to be told to go for.
    private static IEnumerable<FromMetric> MetricsOf(PayComponent component) => component is Ksf or PerPoint or Commission ? component.Metrics : [];

    private NextStep Of(FromMetric metric)
    {
        var (number, reading) = (Scaling.Scoring(numbers(metric.Asked)), metric.Reported ? null : readings(metric.Asked));
        Item[] items = [.. plan?.Items.Where(i => metric.Equals(i.Source)) ?? []];
        var lines = Components.Where(c => MetricsOf(c).Contains(metric)).SelectMany(c => c is Ksf ksf ? ksf.Indicators.Where(i => metric.Equals(i.Source.Metric)).Select(i => i.Name) : [c.Label]);
        var step = new NextStep(metric.Asked, reading?.Metric.Name ?? number.Label, number.Unit, number.Value) { Feeds = [.. items.Select(i => i.Name).Concat(lines).Distinct()] };
        var better = BetterOf(metric, items, reading);
        NoStep? without = number.Value is null ? NoStep.NoData
            : items.Length > 0 && Array.TrueForAll(items, i => i.Method is ByRank) && !Components.Any(c => MetricsOf(c).Contains(metric)) ? NoStep.Compared
            : better == Better.None ? NoStep.NoSide
            : regime.StretchesOf(person, month.Month) is not null ? NoStep.Stretches
            : null;
        return without is not null ? step with { Without = without } : Searched(step, new(number.Value!.Value, number.Unit, better, reading), MarksOf(metric, items, better, number.Value.Value));
    }

    private Better BetterOf(FromMetric metric, Item[] items, MetricValue? reading)
    {
        var own = items.Select(i => i.Better ?? i.Method.Standard?.Better ?? Better.None).Concat(Components.SelectMany(c => c switch
        {
            Ksf ksf => ksf.Indicators.Where(i => metric.Equals(i.Source.Metric)).Select(i => i.Better),
            PerPoint points when points.Source == metric => [points.Better],
            Commission commission when commission.Source == metric => [Better.Higher],
            _ => [],
        }));
        return own.Append(reading?.Metric.Better ?? Better.None).FirstOrDefault(b => b != Better.None);
    }

    /// <summary>The values beyond which something may be gained: what methods and components compare with, and a step or two from here.</summary>
    private IEnumerable<decimal> MarksOf(FromMetric metric, Item[] items, Better better, decimal value)
    {
        var toward = better == Better.Lower ? -1m : 1m;
        foreach (var method in items.Select(MethodOf))
        {
            foreach (var threshold in method.Thresholds) yield return threshold.Value;
            if (method is PerStep by) foreach (var at in new[] { value, by.Start }) yield return at + toward * 2m * by.Step;
            if (method is Proportional { Cap: > 1m } to) yield return better == Better.Lower ? to.Target / to.Cap : to.Target * to.Cap;
        }
        foreach (var slab in Components.OfType<Commission>().Where(c => c.Source == metric).SelectMany(c => c.Slabs))
            if ((slab.Values.From ?? slab.Values.To) is { } edge) yield return edge;
        var stepped = Components.OfType<Ksf>().SelectMany(k => k.Indicators).Where(i => metric.Equals(i.Source.Metric)).Select(i => (From: i.Balance, i.Step))
            .Concat(Components.OfType<PerPoint>().Where(p => p.Source == metric).Select(p => (From: p.Start, p.Step)));
        foreach (var (from, step) in stepped)
            foreach (var at in new[] { value, from }) yield return at + toward * 2m * step;
    }

    private Method MethodOf(Item item)
    {
        var own = OwnAim.Of(plan!, item, person.Scored, Period.Ending(Cycle.Month, month.Month));
        return own.Lacking is null ? own.Item.Method : item.Method;
    }

    private NextStep Searched(NextStep step, StepGrid grid, IEnumerable<decimal> marks)
    {
        var seen = new Dictionary<int, Outcome>();
        Outcome At(int steps) => seen.TryGetValue(steps, out var known) ? known : seen[steps] = OutcomeOf(step.Asked, grid.At(steps));
        decimal? Pay(int steps) => At(steps).Net - now.Value.Net;
        decimal? Score(int steps) => At(steps).Score - now.Value.Score;
        int[] ends = [.. marks.Where(grid.IsBeyond).Select(grid.Past).Append(Math.Min(OfItsOwn, grid.Most)).Where(n => n > 0).Distinct().Order()];
        foreach (var (gain, least) in new (Func<int, decimal?>, decimal)[] { (Pay, WorthTelling), (Pay, Least), (Score, Least) })
        {
            if (Array.Find(ends, n => gain(n) >= least) is not (> 0 and var end)) continue;
            var first = First(end, n => gain(n) >= least);
            return step with { To = grid.At(first), Counted = grid.What is { } what ? new(what, first) : null, Pay = Pay(first), Score = Score(first) };
        }
        return step with { Without = NoStep.Nothing };
    }

    /// <summary>Of so many steps, the last of which gains, one that gains while the one before it does not.</summary>
    private static int First(int end, Func<int, bool> gains)
    {
        var (none, some) = (0, end);
        while (some - none > 1)
        {
            var middle = none + (some - none) / 2;
            if (gains(middle)) some = middle;
            else none = middle;
        }
        return some;
    }

    // What a minimum sample is counted by decides whether there is a value at all: that is read anew.
    private Outcome OutcomeOf(string asked, decimal value) => now.Value is not null && columns is not null && plan?.Items.Any(i => i.Sample?.Metric == asked) != true
        ? MonthRun.Of(columns.With(asked, place, value), regime, place) : OutcomeOf(With(asked, value));

    private Subject With(string asked, decimal value)
    {
        Explained Number(string of) => of == asked && numbers(of) is var own ? Explained.Leaf(of, own.Label, value, own.Unit) : numbers(of);
        return person with { Scored = person.Scored with { Metric = Number }, Paid = person.Paid with { Metric = Number } };
    }

    private Outcome OutcomeOf(Subject tried) =>
        MonthRun.Of(month with { People = [.. month.People.Select(p => p.Agent == tried.Agent ? tried : p)] }, regime).First(o => o.Agent == tried.Agent);

    /// <summary>Each number is read once, however many values of another are tried.</summary>
    private static Subject Kept(Subject of)
    {
        var kept = new Dictionary<string, Explained>(StringComparer.Ordinal);
        Explained Number(string asked) => kept.TryGetValue(asked, out var known) ? known : kept[asked] = of.Scored.Metric(asked);
        return of with { Scored = of.Scored with { Metric = Number }, Paid = of.Paid with { Metric = Number } };
    }
}
