using System.Globalization;
using System.Text;
using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Choosing;

/// <summary>
/// A signed choice as the draft of a plan: a dimension for each chapter of the catalogue, and for each indicator a method to begin with, in the metric's unit and
/// direction. What the people had in the middle stands as the target, marked as ours, until somebody sets one.
/// </summary>
public static class ChoiceDraft
{
    public static string Of(KeptChoice kept, string scheme, CatalogueOfRule metrics, ChoiceFigures figures)
    {
        var (choice, text) = (kept.Choice, new StringBuilder());
        text.Append(Written($"""
            # 依据指标选择第 {kept.Id} 号：{Line(choice.Title)}，{Line(choice.Owner!)} 签字。目标取近几个月的中位数，发布前请逐项核定。
            # Rests on the choice of indicators {kept.Id}. Targets are the medians of the last months; settle each before publishing.
            scheme: {scheme}
            version: 1
            choice: {kept.Id}
            title: {Words(new(choice.Title, choice.Title))}
            plans:
              - id: agent
                title: {Words(new(choice.Title, choice.Title))}
                positions: [{Quoted(choice.Position)}]
                cycle: month
                dimensions:

            """));
        foreach (var group in metrics.Groups)
        {
            var chosen = choice.Kept.Where(c => group.Metrics.Any(m => m.Id == c.Metric)).ToArray();
            if (chosen.Length == 0) continue;
            text.Append(Written($"      - id: {group.Id}\n        name: {Words(group.Name)}\n        items:\n"));
            foreach (var one in chosen) Item(text, one, metrics.Find(one.Metric)!, figures);
        }
        return text.ToString();
    }

    private static void Item(StringBuilder text, Considered one, Metric metric, ChoiceFigures figures)
    {
        var better = metric.Better == Better.None ? one.Better : metric.Better;
        var (method, note) = MethodOf(metric, better, one.Weight!.Value, figures);
        text.Append(Written($$"""
                      - id: {{IdOf(metric.Id)}}
                        name: {{Words(metric.Name)}}
                        weight: {{one.Weight.Value}}
                        source: { metric: {{Quoted(metric.Id)}} }
                        method: { {{method}} } # {{note}}

            """));
        if (metric.Better == Better.None) text.Append(Written($"            better: {(better == Better.Lower ? "lower" : "higher")}\n"));
        text.Append("            ours: [weight, method, target]\n");
    }

    private static (string Method, string Note) MethodOf(Metric metric, Better better, decimal weight, ChoiceFigures figures)
    {
        var between = figures.ByMetric.GetValueOrDefault(metric.Id)?.Between;
        if (between is { Median: { } median } && (median > 0 || better == Better.Lower && median == 0)) return (Target(metric, Standard(metric, median), Basis(figures)), "中位数 median");
        // Nothing can be divided by a middle that is not above 0: from the lowest to the highest then.
        if (between is { Lowest: { } lowest, Highest: { } highest } && Ends(metric, lowest, highest) is var (low, high) && low < high)
            return (Written($$"""linear: [{ at: {{Number(metric, low)}}, points: {{(better == Better.Lower ? weight : 0m)}} }, { at: {{Number(metric, high)}}, points: {{(better == Better.Lower ? 0m : weight)}} }]"""), "最低到最高 lowest to highest");
        if (TradePresets.TargetOf(metric.Id) is { Target: { } usual } preset) return (Target(metric, usual), preset.Scheme is { } scheme ? $"没有数据，常见目标 no data, a usual target: {scheme}" : "没有数据，经验值 no data, a rule of thumb");
        return (Target(metric, 1m), "没有数据，目标待定 no data, set a target");
    }

    /// <summary>A part of a time or of a second is no standard, and above all of it there is none.</summary>
    private static decimal Standard(Metric metric, decimal value) => metric.Unit == Unit.Rate ? Math.Min(1m, value) : Counts(metric) && value is > 0 and < 1 ? 1m : value;

    private static (decimal Low, decimal High) Ends(Metric metric, decimal low, decimal high) =>
        metric.Unit == Unit.Rate ? (Math.Min(1m, low), Math.Min(1m, high)) : Counts(metric) ? (Math.Floor(low), Math.Ceiling(high)) : (low, high);

    private static bool Counts(Metric metric) => metric.Unit is Unit.Seconds or Unit.People or Unit.Times or Unit.Orders or Unit.Pieces or Unit.Characters;

    private static string Target(Metric metric, decimal target, string basis = "") => Written($$"""proportional: { target: {{Number(metric, target)}}{{basis}} }""");

    private static string Basis(ChoiceFigures figures) => Written($$""", basis: { history: median, months: {{figures.Months[0]}}..{{figures.Months[^1]}} }""");

    private static string Number(Metric metric, decimal value) => metric.Unit == Unit.Rate ? Written($"{value * 100m:0.####}%") : Written($"{value:0.####}");

    /// <summary>An item's id has no at-sign.</summary>
    private static string IdOf(string metric) => metric.Replace('@', '-');
    private static string Words(Wording words) => $"{{ zh: {Quoted(words.Zh)}, en: {Quoted(words.En)} }}";
    private static string Quoted(string text) => "\"" + Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>On one line, whatever was typed.</summary>
    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' ? ' ' : c));
    private static string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
