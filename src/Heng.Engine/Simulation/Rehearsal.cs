using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Simulation;

/// <summary>
/// Past months, ready to try drafts on: they are laid out once, and what counts now is worked out once, so that a further draft costs only itself.
/// Not for several threads at a time.
/// </summary>
public sealed class Rehearsal
{
    private readonly SimulatedMonth[] months;
    private readonly MonthColumns[] columns;
    private readonly Regime[] current;
    private readonly Regime? inForce;
    private readonly IReadOnlyList<Outcome>[] before;

    /// <param name="months">Each with what counted in it.</param>
    /// <param name="inForce">What a draft joins once it is published; null where that is what counted in each month.</param>
    public Rehearsal(IReadOnlyList<(SimulatedMonth Month, Regime Current)> months, Regime? inForce = null)
    {
        this.inForce = inForce;
        var ordered = months.OrderBy(m => m.Month.Month).ToArray();
        (this.months, current) = ([.. ordered.Select(m => m.Month)], [.. ordered.Select(m => m.Current)]);
        columns = [.. this.months.Select((m, i) => new MonthColumns(MonthRun.Without(m, current[i].Divided(m))))];
        before = Run(current);
    }

    /// <summary>Everybody's before and after, by name; nothing further is looked for.</summary>
    public SimulationResult Changes(SchemeVersion draft, SimulationAsk ask)
    {
        var after = Run(With(draft));
        var people = Enumerable.Range(0, after.Length).SelectMany(m => before[m].Zip(after[m], (b, a) => new MonthChange(months[m].Month, b, a)))
            .GroupBy(c => c.After.Agent, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new PersonChange(g.Key, [.. g])).ToArray();
        return new([.. months.Select(m => m.Month)], people, GradesOf(people), ask.Budget);
    }

    /// <summary>The whole rehearsal, with its cliffs, what a step of each item moves, and what never distinguishes anybody.</summary>
    public SimulationResult Try(SchemeVersion draft, SimulationAsk ask)
    {
        var (changes, regimes) = (Changes(draft, ask), With(draft));
        changes = changes with { Undistinguishing = [.. draft.Plans.Where(p => p.Cycle == Cycle.Month).SelectMany(p => SameForAll(p, changes))] };
        // Where pay is between people, those whose month is divided stand among them.
        if (regimes.Where((regime, m) => !MonthRun.InNumbers(regime) || MonthRun.PaysBetweenPeople(regime) && regime.Divided(months[m]).Count > 0).Any()) return changes with { LookedForCliffs = false };
        var steps = new Steps([.. regimes.Select((regime, m) => (Undivided(m, regime), regime))], draft, changes);
        return changes with { Cliffs = [.. steps.Cliffs(ask.CliffShare)], Sensitivities = [.. steps.Sensitivities()] };
    }

    private Regime[] With(SchemeVersion draft) => [.. current.Select((counted, m) => (inForce ?? counted).With(Succession.TriedFrom(draft, months[m].Month.First)))];

    /// <summary>The columns of those whose month is in one stretch under the regime; mostly it is the same people under every one.</summary>
    private MonthColumns Undivided(int month, Regime regime)
    {
        var others = MonthRun.Without(months[month], regime.Divided(months[month]));
        if (ReferenceEquals(others, months[month]) && columns[month].People.Length == others.People.Count) return columns[month];
        return columns[month] is { } kept && kept.People.Select(p => p.Agent).ToHashSet(StringComparer.Ordinal).SetEquals(others.People.Select(p => p.Agent)) ? kept : new(others);
    }

    private IReadOnlyList<Outcome>[] Run(Regime[] regimes) =>
        [.. regimes.Select((regime, m) => MonthRun.InNumbers(regime) ? MonthRun.Of(months[m], Undivided(m, regime), regime) : MonthRun.Explained(months[m], regime))];

    private static GradeCount[] GradesOf(IReadOnlyList<PersonChange> people)
    {
        var cards = people.SelectMany(p => p.Months).ToArray();
        int Count(string? grade, Func<MonthChange, Outcome> of) => cards.Count(c => of(c) is { Plan: not null } outcome && outcome.Grade == grade);
        return [.. cards.SelectMany(c => new[] { c.Before, c.After }).Where(o => o.Plan is not null).Select(o => o.Grade).Distinct(StringComparer.Ordinal)
            .OrderBy(g => g is null).ThenBy(g => g, StringComparer.Ordinal).Select(g => new GradeCount(g, Count(g, c => c.Before), Count(g, c => c.After)))];
    }

    /// <summary>Over two cards or more; with one nobody could be told apart anyway.</summary>
    private static IEnumerable<Undistinguishing> SameForAll(Plan plan, SimulationResult changes)
    {
        var cards = changes.People.SelectMany(p => p.Months).Select(m => m.After).Where(o => o.Plan == plan.Id).ToArray();
        foreach (var (item, i) in plan.Items.Select((item, i) => (item, i)))
        {
            decimal[] points = [.. cards.Select(c => c.Points[i]).OfType<decimal>()];
            if (points.Length > 1 && Array.TrueForAll(points, p => p == points[0])) yield return new(plan.Id, item.Id, item.Name, points[0], points.Length);
        }
    }
}
