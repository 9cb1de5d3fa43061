using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Simulation;

/// <summary>
/// How steep a draft is. Cliffs are found at the values that its methods, grades and coefficients compare with, on both sides of each, not by trying values at random;
/// how much they move is then seen on everybody of the months.
/// </summary>
internal sealed class Steps(IReadOnlyList<(MonthColumns Month, Regime Regime)> months, SchemeVersion draft, SimulationResult result)
{
    /// <summary>Less than this many points between neighbouring values is a slope and no edge.</summary>
    private const decimal Edge = 0.5m;

    private IEnumerable<Plan> Monthly => draft.Plans.Where(p => p.Cycle == Cycle.Month);

    public IEnumerable<Cliff> Cliffs(decimal share) =>
        Monthly.SelectMany(p => p.Items.SelectMany(i => AtThresholds(p, i, share)).Concat(AtScores(p, share))).Concat(OfIndicators(share)).Concat(OfCommissions(share))
            .OrderBy(c => c.Near == 0).ThenByDescending(c => c.Jump).ThenBy(c => c.Plan, StringComparer.Ordinal).ThenBy(c => c.Item, StringComparer.Ordinal).ThenBy(c => c.At);

    public IEnumerable<Sensitivity> Sensitivities() => Monthly.SelectMany(p => p.Items.Where(i => i.Source is not NoneYet).Select(i => Moved(p, i)));

    private IEnumerable<Cliff> AtThresholds(Plan plan, Item item, decimal share)
    {
        var unit = UnitOf(item);
        var grain = Grain(unit);
        IEnumerable<decimal> steps = item.Method is PerStep p ? [p.Start - p.Step, p.Start + p.Step] : [];
        decimal[] vetoes = [.. Gate.Of(plan).Where(g => LooksAt(g.Subject, item)).SelectMany(g => new[] { g.When.From, g.When.To }).OfType<decimal>()];
        foreach (var at in item.Method.Thresholds.Select(t => t.Value).Concat(steps).Concat(vetoes).Distinct().Order())
        {
            var sides = new[] { (From: at - grain, To: at), (From: at, To: at + grain) }
                .Where(s => vetoes.Contains(at) || Math.Abs((item.Method.Points(s.To, item.Weight) ?? 0m) - (item.Method.Points(s.From, item.Weight) ?? 0m)) >= Edge).ToArray();
            if (sides.Length == 0 || Largest(plan, item, sides[0].From, sides[^1].To) is not { } jump || jump.Share < share) continue;
            var step = StepOf(item, unit);
            var near = months.Sum(m => m.Month.Of(item).Values.Where((v, who) => v is { } value && Math.Abs(value - at) <= step && m.Regime.PlanFor(m.Month.People[who], m.Month.Month)?.Id == plan.Id).Count());
            yield return new(plan.Id, item.Id, item.Name, unit, at, grain, jump.Yuan, jump.Share, near);
        }
    }

    private static bool LooksAt(GateSubject subject, Item item) => subject is OfItem { Points: false } own && own.Item == item.Id || subject is OfAsked asked && item.Source is FromMetric metric && metric.Asked == asked.Asked;

    /// <summary>Everybody's pay just before an edge and just behind it; null where nobody is paid.</summary>
    private (decimal Yuan, decimal Share)? Largest(Plan plan, Item item, decimal from, decimal to)
    {
        (decimal Yuan, decimal Share)? largest = null;
        foreach (var (month, regime) in months)
        {
            var (before, behind) = (MonthRun.Of(month.With(item, _ => from), regime), MonthRun.Of(month.With(item, _ => to), regime));
            foreach (var (a, b) in before.Zip(behind).Where(x => x.First.Plan == plan.Id))
                if (a.Net is { } one && b.Net is { } other && ShareOf(Math.Abs(other - one), Math.Max(one, other)) is var share && !(share <= largest?.Share))
                    largest = (Math.Abs(other - one), share);
        }
        return largest;
    }

    /// <summary>Edges of grades and of bands of coefficients: what a hundredth of a point is worth there in a whole month.</summary>
    private IEnumerable<Cliff> AtScores(Plan plan, decimal share)
    {
        var cards = result.People.SelectMany(p => p.Months).Select(m => m.After).Where(o => o.Plan == plan.Id && o.Net is not null).ToArray();
        if (cards.Length == 0 || draft.Pay is not { } pay) yield break;
        var mean = cards.Average(c => c.Net!.Value);
        foreach (var performance in pay.Components.OfType<PerformancePay>())
            foreach (var at in EdgesOf(plan, performance.Coefficient).Distinct().Order())
            {
                decimal Worth(decimal score) => performance.Coefficient.At(Unvoided(plan, score), plan.Grades.FirstOrDefault(g => g.Scores.Contains(Unvoided(plan, score)))?.Id) ?? 0m;
                var jump = Scaling.Round(performance.Base * Math.Abs(Worth(at + 0.01m) - Worth(at - 0.01m)));
                if (ShareOf(jump, mean) >= share)
                    yield return new(plan.Id, null, new("总分", "Score"), Unit.Points, at, 0.01m, jump, ShareOf(jump, mean), cards.Count(c => c.Score is { } s && Math.Abs(s - at) <= 1m));
            }
    }

    private static IEnumerable<decimal> EdgesOf(Plan plan, Coefficient coefficient)
    {
        var bands = OnScore(plan).Select(g => g.When).Concat(coefficient switch { GradeCoefficient => plan.Grades.Select(g => g.Scores), BandCoefficient own => own.Bands.Select(b => b.Values), _ => [] });
        return bands.SelectMany(b => new[] { b.From, b.To }).OfType<decimal>().Where(e => e is > 0m and < 100m);
    }

    private static IEnumerable<Gate> OnScore(Plan plan) => plan.Gates.Where(g => g is { Subject: OfScore, Reach: VoidReach.Card });

    private static decimal Unvoided(Plan plan, decimal score) => OnScore(plan).Any(g => g.When.Contains(score)) ? 0m : score;

    /// <summary>Every whole step of an indicator is an edge; only one that pays much is a cliff.</summary>
    private IEnumerable<Cliff> OfIndicators(decimal share)
    {
        var paid = result.People.SelectMany(p => p.Months).Select(m => m.After.Net).OfType<decimal>().ToArray();
        if (paid.Length == 0 || draft.Pay is not { } pay) return [];
        var mean = paid.Average();
        return pay.Components.OfType<Ksf>().SelectMany(k => k.Indicators).Where(i => ShareOf(i.PerStep, mean) >= share)
            .Select(i => new Cliff(pay.Id, i.Id, i.Name, UnitOf(i), i.Balance, i.Step, i.PerStep, ShareOf(i.PerStep, mean), NearAStep(i)));
    }

    private int NearAStep(KsfIndicator indicator) => Runs.Sum(run => run.Pays.Where((pay, person) => pay is not null && pay.IsNearAStep(indicator, person, run.Cards[person])).Count());

    private NumberRun[] Runs => runs ??= [.. months.Select(m => new NumberRun(m.Month, m.Regime))];
    private NumberRun[]? runs;

    /// <summary>Edges of commission on the whole amount, where one more grain moves the rate of all of it.</summary>
    private IEnumerable<Cliff> OfCommissions(decimal share)
    {
        var paid = result.People.SelectMany(p => p.Months).Select(m => m.After.Net).OfType<decimal>().ToArray();
        if (paid.Length == 0 || draft.Pay is not { } pay || months.Count == 0) yield break;
        var mean = paid.Average();
        foreach (var commission in pay.Components.OfType<Commission>().Where(c => c.Way == CommissionWay.Whole))
            foreach (var at in commission.Slabs.Select(s => s.Values.To).OfType<decimal>().Distinct().Order())
            {
                var unit = months[0].Month.Of(commission.Source).Unit;
                decimal Worth(decimal value) => value * (commission.Slabs.FirstOrDefault(s => s.Values.Contains(value))?.Points ?? 0m);
                var jump = Scaling.Round(Math.Abs(Worth(at + Grain(unit)) - Worth(at - Grain(unit))));
                var near = months.Sum(m => m.Month.Of(commission.Source).Values.Count(v => v is { } value && Math.Abs(value - at) <= OneOf(unit)));
                if (ShareOf(jump, mean) >= share) yield return new(pay.Id, commission.Id, commission.Label, unit, at, Grain(unit), jump, ShareOf(jump, mean), near);
            }
    }

    private Sensitivity Moved(Plan plan, Item item)
    {
        var unit = UnitOf(item);
        var step = StepOf(item, unit);
        var (up, down) = (With(plan, item, unit, step), With(plan, item, unit, -step));
        return new(plan.Id, item.Id, item.Name, unit, step, up.Score, down.Score, up.Pay, down.Pay);
    }

    /// <summary>The same people of each month unmoved, for steps to stand beside: places and shares among all of the month are others'.</summary>
    private IReadOnlyList<Outcome>[] Unmoved => unmoved ??= [.. months.Select(m => MonthRun.Of(m.Month, m.Regime))];
    private IReadOnlyList<Outcome>[]? unmoved;

    private (decimal? Score, decimal? Pay) With(Plan plan, Item item, Unit unit, decimal by)
    {
        var (scores, pay, cards) = (0m, (decimal?)null, 0);
        var values = item.Method is OnScale scale ? new Interval(scale.Low, true, scale.High, true) : Domain.Of(unit);
        foreach (var ((month, regime), own) in months.Zip(Unmoved))
        {
            var moved = MonthRun.Of(month.With(item, v => Math.Min(Math.Max(v + by, values.From ?? decimal.MinValue), values.To ?? decimal.MaxValue)), regime).ToDictionary(o => o.Agent, StringComparer.Ordinal);
            foreach (var was in own.Where(o => o.Plan == plan.Id))
            {
                if (was.Score is { } score && moved[was.Agent].Score is { } other) (scores, cards) = (scores + other - score, cards + 1);
                if (was.Net is { } net && moved[was.Agent].Net is { } paid) pay = (pay ?? 0m) + paid - net;
            }
        }
        return (cards == 0 ? null : Scaling.Round(scores / cards, 4), pay);
    }

    /// <summary>An indicator's own step where one pays by the same number, else one of its unit.</summary>
    private decimal StepOf(Item item, Unit unit)
    {
        var indicator = draft.Pay?.Components.OfType<Ksf>().SelectMany(k => k.Indicators)
            .FirstOrDefault(i => i.Source.Item == item.Id || (i.Source.Metric is { } metric && metric.Equals(item.Source)));
        return indicator?.Step ?? (item.Method is OnScale scale && scale.High - scale.Low < 5m ? 0.1m : OneOf(unit));
    }

    private static decimal OneOf(Unit unit) => unit switch { Unit.Rate or Unit.Ratio => 0.01m, Unit.Yuan => 100m, _ => 1m };

    private Unit UnitOf(Item item) => months.Select(m => m.Month.Of(item)).FirstOrDefault(c => Array.Exists(c.Values, v => v is not null))?.Unit ?? Unit.None;
    private Unit UnitOf(KsfIndicator indicator) => indicator.Source.Metric is { } metric && months.Count > 0 ? months[0].Month.Of(metric).Unit : Unit.Points;

    private static decimal Grain(Unit unit) => Scaling.Digits(unit) switch { 4 => 0.0001m, 3 => 0.001m, _ => 0.01m };
    private static decimal ShareOf(decimal part, decimal whole) => whole > 0m ? Scaling.Round(part / whole, 4) : 0m;
}
