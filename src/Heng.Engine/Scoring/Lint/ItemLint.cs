using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>One item: its metric, direction and unit, what its method covers, and the points it can come to.</summary>
internal static class ItemLint
{
    public static IReadOnlyList<Finding> Of(Item item, string place, Func<string, Metric?> metrics)
    {
        var unknown = MetricLint.Unknown(AskedBy(item, place), metrics).ToArray();
        if (unknown.Length > 0) return unknown;
        var metric = item.Source is FromMetric from ? metrics(from.Metric) : null;
        List<Finding> found = [];
        if (item.Source is FromRaters raters) found.AddRange(WeightLint.SumTo100($"{place}/source/raters", raters.Raters.Sum(r => r.Weight)));
        if (metric is not null) found.AddRange(FormulaLint.Of($"{place}/source/metric", metric));
        found.AddRange(MetricLint.Direction(place, DirectionOf(item), metric));
        found.AddRange(Methods(item, $"{place}/method", metric));
        if (item.Sample is { AtLeast: <= 0m } none)
            found.Add(Finding.Error(LintRules.SampleZero, $"{place}/min-sample/at-least", new("最小样本应大于 0，否则什么也不拦", "a minimum sample is above 0: this one keeps nothing out"),
                new("写 1 或更多，或删去 min-sample", "write 1 or more, or leave min-sample out"), new Interval(none.AtLeast, true, none.AtLeast, true)));
        return found;
    }

    private static IEnumerable<(string Place, string Metric)> AskedBy(Item item, string place)
    {
        if (item.Source is FromMetric source) yield return ($"{place}/source/metric", source.Metric);
        if (item.Sample?.Metric is { } of) yield return ($"{place}/min-sample/of", of);
        if (item.Source is FromCards { Of: PartOf.Metric, Id: { } rolled }) yield return ($"{place}/source/cards/metric", rolled);
        if (item.Source is FromCauses causes)
            foreach (var (cause, i) in causes.Causes.Select((cause, i) => (cause, i)).Where(c => Asking.Parse(c.cause.Asked) is null))
                yield return ($"{place}/source/causes/{i}/metric", cause.Asked);
    }

    /// <summary>The side that the method itself takes, else the one that the plan names; null where neither says anything.</summary>
    private static Better? DirectionOf(Item item) => item.Method switch { Proportional p => p.Better, ByRank r => r.Better, PerStep s => s.Better, _ => item.Better };

    private static IEnumerable<Finding> Methods(Item item, string place, Metric? metric)
    {
        var unit = Domain.UnitOf(item, metric);
        if (item.Source is FromMetric or FromCounter && unit is { } known
            && MetricLint.Unit(item.Method.Thresholds.Select(t => ($"{place}/{t.Place}", t.Value)), metric?.Name ?? item.Name, known) is { } clash) return [clash];
        return item.Method switch
        {
            Proportional p => Target(place, p),
            Bands bands => OfBands(item, bands, $"{place}/bands", metric),
            Linear linear => [.. Within(item, $"{place}/linear", linear.Knots.Select(k => k.Points)), .. Monotone(item, $"{place}/linear", metric, [.. linear.Knots.Select((k, i) => ($"{i}", Told.Value(k.At, unit), k.Points))])],
            ByRank rank => [.. Within(item, $"{place}/rank/points", rank.Places), .. Within(item, $"{place}/rank/rest", [rank.Rest]).Select(f => f with { Place = $"{place}/rank/rest" }), .. Places(item, place, rank), .. Noise(item, place, rank, metric)],
            ByGoal goal => [.. Within(item, $"{place}/goal", [goal.NotMet, goal.Partly, goal.Met]), .. StepDown($"{place}/goal", item.Monotone, LintRules.PointsNotMonotone,
                [("not", "not", goal.NotMet), ("partly", "partly", goal.Partly), ("met", "met", goal.Met)])],
            ByCount { FullAbove: false, To: { } to } => [Above(place, to, item.Weight)],
            _ => [],
        };
    }

    /// <summary>The plan says it, and so does the linter.</summary>
    private static Finding Above(string place, decimal to, decimal full) => Finding.Warning(LintRules.PointsNotMonotone, $"{place}/count/above",
        new($"超过 {Shown.Number(to)} 反而得 0，不到 {Shown.Number(full)}", $"more than {Shown.Number(to)} gives 0, less than {Shown.Number(full)}"),
        new("若超过也算完成，写 above: full", "where more is as good, write above: full"), new Interval(to, false, null, false));

    private static IEnumerable<Finding> Target(string place, Proportional p)
    {
        if (p.Target > 0m) yield break;
        if (p is { Target: 0m, Better: Better.Lower })
        {
            if (p.Aim is null)
                yield return Finding.Warning(LintRules.TargetZero, $"{place}/proportional/target",
                    new($"目标为 0：只有 0 得满分，多一点就只有下限", "the target is 0: only 0 is full, and anything above it gives the floor alone"),
                    new("写一个可以容许的目标；若要逐步扣分，用 per-step 或 bands", "write the target that is still good; to take points step by step use per-step or bands"), new Interval(0m, true, 0m, true));
            yield break;
        }
        yield return Finding.Error(LintRules.TargetZero, $"{place}/proportional/target", new("目标应大于 0", "the target is above 0: nothing can be divided by it"),
            new("写一个大于 0 的目标；若越少越好，写 better: lower", "write a target above 0; where less is better, write better: lower"), new Interval(p.Target, true, p.Target, true));
    }

    private static IEnumerable<Finding> OfBands(Item item, Bands bands, string place, Metric? metric)
    {
        var (domain, unit, values) = (Domain.Of(item, metric), Domain.UnitOf(item, metric), bands.Steps.Select(s => s.Values).ToArray());
        List<Finding> found = [.. BandLint.Of(place, values, domain, unit), .. Within(item, place, bands.Steps.Select(s => s.Points))];
        found.AddRange(BandLint.Unreachable(values, domain).Select(i => Finding.Error(LintRules.BandUnreachable, $"{place}/{i}",
            new($"没有数值会落在 {Told.Interval(values[i], unit)}：取值在 {Told.Interval(domain, unit)}", $"no value comes to {Told.Interval(values[i], unit)}: values lie in {Told.Interval(domain, unit)}"),
            new("删去这一档，或改它的界线", "remove this band, or move its edges"), values[i], domain)));
        if (found.Count > 0) return found;
        var ascending = bands.Steps.Select((s, i) => (Index: i, s.Values, s.Points)).OrderBy(s => s.Values.From ?? decimal.MinValue).ThenByDescending(s => s.Values.OwnsFrom);
        return Monotone(item, place, metric, [.. ascending.Select(s => ($"{s.Index}", Told.Interval(s.Values, unit), s.Points))]);
    }

    private static IEnumerable<Finding> Within(Item item, string place, IEnumerable<decimal> points) =>
        points.Select((p, i) => (p, i)).Where(x => x.p < 0m || x.p > item.Weight).Select(x => Finding.Error(LintRules.PointsOutsideWeight, $"{place}/{x.i}",
            new($"分值应在 0 与权重之间：{Shown.Number(x.p)} 不在 0–{Shown.Number(item.Weight)}", $"points lie between 0 and the item's weight: {Shown.Number(x.p)} is not within 0–{Shown.Number(item.Weight)}"),
            new($"改为 0 至 {Shown.Number(item.Weight)}", $"write 0 to {Shown.Number(item.Weight)}"), new Interval(x.p, true, x.p, true)));

    private static IEnumerable<Finding> Places(Item item, string place, ByRank rank) =>
        StepDown($"{place}/rank/points", item.Monotone, LintRules.PointsNotMonotone, [.. rank.Places.Append(rank.Rest).Select((p, i) => ($"{i}", $"{i + 1}", p)).Reverse()]);

    /// <summary>Only a rate of outcomes has noise that is known; and without a minimum sample one chat can make everybody's rates alike.</summary>
    private static IEnumerable<Finding> Noise(Item item, string place, ByRank rank, Metric? metric)
    {
        if (rank.Noise == RankNoise.ByValue) yield break;
        if (metric is null || !Proportions.Tells(metric) || item.Source is FromMetric { Reported: true })
            yield return Finding.Error(LintRules.NoiseWithoutRate, $"{place}/rank/noise", new("只有按次数统计的比率（如满意率、转化率）才知道误差", "only rates of counted outcomes, such as satisfaction or conversion, have a known noise"),
                new("删去 noise，或换成这样的比率", "remove noise, or rank by such a rate"));
        else if (item.Sample is null)
            yield return Finding.Warning(LintRules.NoiseWithoutSample, $"{place}/rank/noise", new("没有最小样本：只有几次的人与谁都难分高下，会让大家同名次", "without a minimum sample somebody with a few cases can be told apart from nobody and brings everybody to one place"),
                new("写 min-sample，例如 { of: received, at-least: 30 }", "write a min-sample, such as { of: received, at-least: 30 }"));
    }

    /// <summary>Ascending values; the better ones must not give less. Where nobody says which side is better, points may go one way only.</summary>
    private static IEnumerable<Finding> Monotone(Item item, string place, Metric? metric, (string Key, string Values, decimal Points)[] ascending)
    {
        var better = item.Better ?? metric?.Better ?? (item.Source is FromCounter or FromCards ? Better.None : item.Source is FromCauses ? Better.Lower : Better.Higher);
        if (better == Better.None) better = ascending is [.., var last] && last.Points < ascending[0].Points ? Better.Lower : Better.Higher;
        return StepDown(place, item.Monotone, LintRules.PointsNotMonotone, better == Better.Lower ? [.. ascending.Reverse()] : ascending);
    }

    /// <summary>From worse to better; each that gives less than one before it is a finding, a warning where the plan says that it is meant.</summary>
    public static IEnumerable<Finding> StepDown(string place, bool monotone, string rule, (string Key, string Values, decimal Gives)[] worseToBetter)
    {
        for (var i = 1; i < worseToBetter.Length; i++)
        {
            var (worse, better) = (worseToBetter[i - 1], worseToBetter[i]);
            if (better.Gives >= worse.Gives) continue;
            yield return new(rule, monotone ? Severity.Error : Severity.Warning, $"{place}/{better.Key}",
                new($"{better.Values} 比 {worse.Values} 好，却只有 {Shown.Number(better.Gives)}，不到 {Shown.Number(worse.Gives)}",
                    $"{better.Values} is better than {worse.Values} and gives {Shown.Number(better.Gives)}, less than {Shown.Number(worse.Gives)}"),
                new($"给它至少 {Shown.Number(worse.Gives)}；若确有此意，写 monotone: false", $"let it give {Shown.Number(worse.Gives)} or more; where it is meant so, write monotone: false"))
            {
                Values = [new(worse.Gives, true, worse.Gives, true), new(better.Gives, true, better.Gives, true)],
            };
        }
    }

    /// <summary>Full points that no value gives, and a cap that none lifts to.</summary>
    public static IEnumerable<Finding> FullPoints(Item item, string place, Func<string, Metric?> metrics)
    {
        if (item.Source is NoneYet || item.Bonus) yield break;
        var metric = item.Source is FromMetric from ? metrics(from.Metric) : null;
        var range = item.Method.Range(Domain.Of(item, metric), item.Weight);
        if (range.High < item.Weight)
            yield return Finding.Error(LintRules.RangeNotDeclared, $"{place}/method",
                new($"分值在 {Told.Bounds(range)}，到不了满分 {Shown.Number(item.Weight)}", $"points come to {Told.Bounds(range)} and never to the full {Shown.Number(item.Weight)}"),
                new($"让最好的一档得 {Shown.Number(item.Weight)}，或把权重改为 {Shown.Number(range.High.Value)}", $"let the best give {Shown.Number(item.Weight)}, or make the weight {Shown.Number(range.High.Value)}"),
                range.Interval, new Interval(0m, true, item.Weight, true));
        else if (item.Method is Proportional { Cap: > 1m } p && range.High < item.Weight * p.Cap)
            yield return Finding.Warning(LintRules.CapUnreachable, $"{place}/method/proportional/cap",
                new($"上限 {Shown.Number(p.Cap)} 到不了：最多 {Shown.Number(range.High.Value / item.Weight)}", $"the cap of {Shown.Number(p.Cap)} is out of reach: {Shown.Number(range.High.Value / item.Weight)} at most"),
                new("删去 cap，或降低目标", "leave the cap out, or lower the target"), range.Interval);
    }
}
