using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>A pay scheme beside the plans whose cards it pays (薪酬检查).</summary>
public static class PayLint
{
    private const string Components = "pay/components";

    public static IReadOnlyList<Finding> Of(PayScheme scheme, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        List<Finding> found = [];
        foreach (var component in scheme.Components)
            found.AddRange(component switch
            {
                PerformancePay performance => CoefficientLint.Of($"{Components}/{component.Id}/coefficient", performance.Coefficient, plans, metrics),
                Ksf ksf => KsfLint.Of($"{Components}/{component.Id}", ksf, plans, metrics),
                Pool pool => PoolLint.OfPool($"{Components}/{component.Id}", pool, scheme.Funds, plans, metrics),
                CycleAward award => CycleAwardLint.Of($"{Components}/{component.Id}", award, plans, metrics),
                _ => ComponentLint.Of($"{Components}/{component.Id}", component, metrics),
            });
        found.AddRange(TaxLint.Of(Components, scheme));
        found.AddRange(ComponentLint.BothRefundWays(Components, scheme, metrics));
        found.AddRange(PunishedTwice(scheme, plans, metrics));
        return found;
    }

    /// <summary>A fault that lowers a line of pay, and lowers another or the score that is paid as well.</summary>
    private static IEnumerable<Finding> PunishedTwice(PayScheme scheme, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        FactReader[] direct =
        [
            .. scheme.Components.OfType<Ksf>().SelectMany(k => k.Indicators.Select(i => Reader($"{Components}/{k.Id}/indicators/{i.Id}", i.Name, i.Source.Metric, metrics))),
            .. scheme.Components.Where(c => c is FullAttendancePay or PerPoint or RankAward).SelectMany(c => c.Metrics.Select(m => Reader($"{Components}/{c.Id}", c.Label, m, metrics))),
        ];
        var scored = scheme.Components.Any(c => c is PerformancePay or Pool)
            ? plans.SelectMany(p => p.Dimensions.SelectMany(d => d.Items.Select(i => FactReader.Of(PlanLint.PlaceOf(p, d, i), i, metrics)))).ToArray() : [];
        return FactLint.Pairs(direct, direct).Concat(FactLint.Pairs(scored, direct));
    }

    private static FactReader Reader(string place, Wording name, FromMetric? source, Func<string, Metric?> metrics) =>
        new(place, name, source is not null && metrics(source.Metric) is { } metric ? FactReader.FaultsOf(metric) : FactReader.None);
}

/// <summary>What scores are worth: covered from 0 to 100, reached, and never less for a better score.</summary>
internal static class CoefficientLint
{
    private static readonly Interval Scores = new(0m, true, 100m, true);

    public static IReadOnlyList<Finding> Of(string place, Coefficient coefficient, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        List<Finding> found = [];
        if (coefficient is BandCoefficient { Bands: var bands }) found.AddRange(BandLint.Of($"{place}/bands", [.. bands.Select(b => b.Values)], Scores, null));
        if (found.Count > 0) return found;
        found.AddRange(WorseToBetter(coefficient, plans).SelectMany(steps => ItemLint.StepDown($"{place}/{steps.Key}", true, LintRules.PayNotMonotone, steps.Steps)).DistinctBy(f => (f.Place, f.Reason)));
        if (plans.Count == 0) return found;
        var scores = plans.Select(p => CardRange.Of(p, metrics)).Aggregate((a, b) => a.Or(b));
        if (coefficient is BandCoefficient { Bands: var steps })
            found.AddRange(BandLint.Unreachable([.. steps.Select(b => b.Values)], scores.Interval).Select(i => Finding.Warning(LintRules.BandUnreachable, $"{place}/bands/{i}",
                new($"没有总分会落在 {steps[i].Values}：总分在 {Told.Bounds(scores)}", $"no score comes to {steps[i].Values}: scores come to {Told.Bounds(scores)}"),
                new("删去这一档，或改它的界线", "remove this band, or move its edges"), steps[i].Values, scores.Interval)));
        if (coefficient.Cap is { } cap && coefficient.Range(scores).High is { } high && high < cap)
            found.Add(Finding.Warning(LintRules.CapUnreachable, $"{place}/cap",
                new($"上限 {Shown.Number(cap)} 到不了：最多 {Shown.Number(high)}", $"the cap of {Shown.Number(cap)} is out of reach: {Shown.Number(high)} at most"), new("删去 cap", "leave the cap out"), coefficient.Range(scores).Interval));
        return found;
    }

    /// <summary>The steps of a coefficient by score, from the lowest; grades in the order of the scores that each plan gives them.</summary>
    private static IEnumerable<(string Key, (string, string, decimal)[] Steps)> WorseToBetter(Coefficient coefficient, IReadOnlyList<Plan> plans) => coefficient switch
    {
        LinearCoefficient line => [("linear", [.. line.Knots.Select((k, i) => ($"{i}", Shown.Number(k.At), line.At(k.At)))])],
        BandCoefficient bands => [("bands", [.. bands.Bands.Select((b, i) => (Index: i, Band: b)).OrderBy(b => b.Band.Values.From ?? decimal.MinValue).Select(b => ($"{b.Index}", $"{b.Band.Values}", b.Band.Points))])],
        GradeCoefficient grades => plans.Select(p => ("grades", Steps(p, grades))),
        _ => [],
    };

    private static (string, string, decimal)[] Steps(Plan plan, GradeCoefficient grades) =>
        [.. plan.Grades.OrderBy(g => g.Scores.From ?? decimal.MinValue).Where(g => grades.Table.ContainsKey(g.Id)).Select(g => (g.Id, g.Id, grades.Table[g.Id]))];
}

/// <summary>KSF: weights of 100, a direction and a unit that are the metric's, and exactly its part at each balance point.</summary>
internal static class KsfLint
{
    private const decimal TooLight = 5m, TooHeavy = 40m;

    public static IEnumerable<Finding> Of(string place, Ksf ksf, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        List<Finding> found = [.. WeightLint.SumTo100($"{place}/indicators", ksf.Indicators.Sum(i => i.Weight))];
        if (ksf.Standard == 0m)
            found.Add(Finding.Error(LintRules.StandardZero, $"{place}/standard", new("绩效标准为 0，平衡点什么也不发", "a standard of 0: at the balance points nothing is paid"),
                new("写绩效标准的金额", "write the amount that is at stake"), new Interval(0m, true, 0m, true)));
        DaySpan[] promotions = [.. plans.SelectMany(p => p.Promotions)];
        found.AddRange(ksf.Indicators.SelectMany(i => AimLint.Of($"{place}/indicators/{i.Id}/balance", i.BalanceBy, plans.Count == 0 ? [new(default, default)] : promotions)));
        found.AddRange(WeightLint.Extreme(ksf.Indicators.Select(i => ($"{place}/indicators/{i.Id}", i.Weight)), TooLight, TooHeavy));
        var parts = Split.Of(ksf.Standard * ksf.AtStake, [.. ksf.Indicators.Select(i => (i.Id, i.Weight))]);
        found.AddRange(ksf.Indicators.SelectMany((indicator, i) => Indicator($"{place}/indicators/{indicator.Id}", indicator, parts[i], plans, metrics)));
        return found;
    }

    private static IEnumerable<Finding> Indicator(string place, KsfIndicator indicator, decimal part, IReadOnlyList<Plan> plans, Func<string, Metric?> metrics)
    {
        var unknown = MetricLint.Unknown(indicator.Source.Metric is { } asked ? [($"{place}/source/metric", asked.Metric)] : [], metrics).ToArray();
        if (unknown.Length > 0) return unknown;
        var metric = indicator.Source.Metric is { } from ? metrics(from.Metric) : null;
        List<Finding> found = [.. MetricLint.Direction(place, indicator.Better, metric)];
        if (metric is not null && MetricLint.Unit([($"{place}/balance", indicator.Balance), ($"{place}/step", indicator.Step)], metric.Name, metric.Unit) is { } clash) found.Add(clash);
        found.AddRange(AtBalance(place, indicator, part));
        if (metric is not null && indicator.Balance <= 0m && Domain.Of(metric.Unit).From >= 0m) found.Add(NoBalance(place, indicator, metric));
        if (found.Count == 0 && indicator.Step > 0m) found.AddRange(Cap(place, indicator, part, DomainOf(indicator, metric, plans)));
        return found;
    }

    private static Finding NoBalance(string place, KsfIndicator indicator, Metric metric)
    {
        var (zh, en) = indicator.Better == Better.Lower ? ("没有人能更好，只会少发", "nobody can be better, and pay only falls from it") : ("没有人会更差，只会多发", "nobody can be worse, and pay only rises from it");
        return Finding.Warning(LintRules.BalanceZero, $"{place}/balance",
            new($"平衡点 {Told.Value(indicator.Balance, metric.Unit)}：{metric.Name.Zh}不会低于 0，{zh}", $"a balance point of {Told.Value(indicator.Balance, metric.Unit)}: {metric.Name.En} is never below 0, so {en}"),
            new("写一般水平的数", "write what is usual"), new Interval(indicator.Balance, true, indicator.Balance, true));
    }

    private static IEnumerable<Finding> AtBalance(string place, KsfIndicator indicator, decimal part)
    {
        if (!(part < indicator.Low) && !(part > indicator.High)) yield break;
        var key = part < indicator.Low ? "low" : "high";
        yield return Finding.Warning(LintRules.BalanceNotPaid, $"{place}/{key}",
            new($"平衡点应发 {Shown.Number(part)}，却被 {key} 限为 {Shown.Number((key == "low" ? indicator.Low : indicator.High)!.Value)}",
                $"at its balance point it should pay {Shown.Number(part)}; {key} holds it at {Shown.Number((key == "low" ? indicator.Low : indicator.High)!.Value)}"),
            new($"让 {key} 不{(key == "low" ? "高于" : "低于")} {Shown.Number(part)}", $"let {key} be no {(key == "low" ? "higher" : "lower")} than {Shown.Number(part)}"), new Interval(part, true, part, true));
    }

    private static IEnumerable<Finding> Cap(string place, KsfIndicator indicator, decimal part, Interval values)
    {
        if (indicator.High is not { } cap || PayRange.Of(indicator, part, values).High is not { } most || most >= cap) yield break;
        yield return Finding.Warning(LintRules.CapUnreachable, $"{place}/high",
            new($"上限 {Shown.Number(cap)} 到不了：最多 {Shown.Number(most)}", $"the cap of {Shown.Number(cap)} is out of reach: {Shown.Number(most)} at most"),
            new("删去 high，或加大 per-step", "leave high out, or raise per-step"), new Interval(most, true, cap, true));
    }

    private static Interval DomainOf(KsfIndicator indicator, Metric? metric, IReadOnlyList<Plan> plans) =>
        plans.SelectMany(p => p.Items).FirstOrDefault(i => i.Id == indicator.Source.Item) is { } item ? Domain.Of(item, null) : Domain.Of(metric?.Unit);
}
