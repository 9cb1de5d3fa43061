using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring.Lint;

/// <summary>Whether a metric is what the plan takes it for: that it exists, which side is better, and in which unit its values come.</summary>
public static class MetricLint
{
    public static IEnumerable<Finding> Unknown(IEnumerable<(string Place, string Metric)> asked, Func<string, Metric?> metrics) =>
        asked.Where(a => a.Metric.Length > 0 && metrics(a.Metric) is null).Select(a => Finding.Error(LintRules.MetricUnknown, a.Place,
            new($"没有指标 {a.Metric}", $"there is no metric {a.Metric}"), new("见 docs/metric-catalogue.md，或用 heng metric define 定义", "see docs/metric-catalogue.md, or define it with heng metric define")));

    /// <param name="taken">The side that the plan takes; null where it asks for none.</param>
    public static IEnumerable<Finding> Direction(string place, Better? taken, Metric? metric)
    {
        if (taken == Better.None)
            yield return Finding.Error(LintRules.DirectionMissing, place, new("该指标没有方向，请写 better: higher 或 lower", "the metric has no better side: write better: higher or lower"),
                new("写 better: higher 或 better: lower", "write better: higher or better: lower"));
        if (taken is not (Better.Higher or Better.Lower) || metric is not { Better: Better.Higher or Better.Lower } || taken == metric.Better) yield break;
        var own = metric.Better == Better.Lower ? new Wording("越低越好", "better lower") : new("越高越好", "better higher");
        yield return Finding.Error(LintRules.DirectionClash, place,
            new($"方向相反：{metric.Name.Zh} {own.Zh}，方案却反过来", $"the wrong way round: {metric.Name.En} is {own.En}, the plan takes it the other way"),
            new($"写 better: {(metric.Better == Better.Lower ? "lower" : "higher")}，或换一个指标", $"write better: {(metric.Better == Better.Lower ? "lower" : "higher")}, or take another metric"));
    }

    /// <summary>A rate compared with 70 where 70% is meant, or seconds and counts compared with fractions where a percentage was meant. One finding for all of them.</summary>
    public static Finding? Unit(IEnumerable<(string Place, decimal Value)> thresholds, Wording name, Unit unit)
    {
        var all = thresholds.Where(t => t.Value != 0m).ToArray();
        var clashing = unit == Explanation.Unit.Rate ? [.. all.Where(t => t.Value > 1m)] : all.Length > 0 && all.All(t => IsFraction(t.Value, unit)) ? all : [];
        if (clashing.Length == 0) return null;
        var (place, value) = clashing[0];
        var values = clashing.Select(c => new Interval(c.Value, true, c.Value, true)).ToArray();
        if (unit != Explanation.Unit.Rate)
            return Finding.Error(LintRules.UnitClash, place,
                new($"单位不符：{name.Zh} 不是百分比，却与 {Shown.Number(value * 100m)}% 比较", $"the units clash: {name.En} is no percentage and is compared with {Shown.Number(value * 100m)}%"),
                new("按指标的单位写（如秒、次），或换成一个比率指标", "write it in the metric's unit (seconds, times), or take a rate"), values);
        return Finding.Error(LintRules.UnitClash, place,
            new($"单位不符：{name.Zh} 是百分比，最高 100%，却与 {Shown.Number(value * 100m)}% 比较", $"the units clash: {name.En} is a rate of at most 100% and is compared with {Shown.Number(value * 100m)}%"),
            value is >= 2m and <= 100m
                ? new($"写 {Shown.Number(value)}%", $"write {Shown.Number(value)}%")
                : new("写 100% 以内的数", "write at most 100%"), values);
    }

    private static bool IsFraction(decimal value, Unit unit) => unit switch
    {
        Explanation.Unit.Seconds or Explanation.Unit.People or Explanation.Unit.Times or Explanation.Unit.Orders or Explanation.Unit.Pieces or Explanation.Unit.Characters => Math.Abs(value) < 1m,
        _ => false,
    };
}
