using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;

namespace Heng.Engine.Scoring.Lint;

/// <summary>Interval arithmetic over a formula of the shop's own: the range of what it can come to, given the ranges of its inputs.</summary>
public static class FormulaLint
{
    /// <summary>A shop's own rate that can never be 100 %, although its inputs can.</summary>
    public static IEnumerable<Finding> Of(string place, Metric metric)
    {
        if (metric is not { Formula: Computed own, Unit: Unit.Rate }) return [];
        return Of(place, own.Expression, i => Domain.Of(own.Inputs[i].Unit) is var d ? new Bounds(d.From, d.To) : default, new(0m, 1m), Unit.Rate);
    }

    /// <summary>
    /// A composite is declared to run from one end to the other; weights that already add up and are divided once more leave it short:
    /// (self × 30% + peer × 50% + manager × 20%) ÷ 3 over 0 to 100 ends at 33.3.
    /// </summary>
    public static IEnumerable<Finding> Of(string place, Expression formula, Func<int, Bounds> inputs, Bounds declared, Unit? unit = null)
    {
        var range = RangeOf(formula, inputs);
        if (range.High is not { } high || !(high < declared.High)) yield break;
        var (shown, meant) = (Told.Bounds(range, unit), Told.Bounds(declared, unit));
        if (formula is Arithmetic { Sign: '/' or '*' } again && RangeOf(again.Left, inputs) == declared && RangeOf(again.Right, inputs) is { Low: { } by } right && by == right.High)
            yield return Finding.Error(LintRules.CompositeDividedAgain, place,
                new($"权重已合计 100%，又{(again.Sign == '/' ? "除以" : "乘以")} {Shown.Number(by)}：结果在 {shown}，不是 {meant}",
                    $"the weights add up already and are {(again.Sign == '/' ? "divided" : "multiplied")} again by {Shown.Number(by)}: it comes to {shown}, not {meant}"),
                new("去掉最后一步，加权平均已是结果", "leave the last step out: the weighted mean is the result"), range.Interval, declared.Interval);
        else
            yield return Finding.Warning(LintRules.RangeNotDeclared, place, new($"结果在 {shown}，不是 {meant}", $"it comes to {shown}, not {meant}"),
                new("让各项权重合计 100%，或改指标的单位", "let the weights add up to 100%, or give the metric another unit"), range.Interval, declared.Interval);
    }

    public static Bounds RangeOf(Expression formula, Func<int, Bounds> inputs)
    {
        try
        {
            return Worked(formula, inputs);
        }
        catch (OverflowException)
        {
            return Bounds.Any;
        }
    }

    private static Bounds Worked(Expression of, Func<int, Bounds> inputs) => of switch
    {
        Written written => Bounds.Of(written.Value),
        InputOf input => inputs(input.Input),
        Negative negative => Worked(negative.Of, inputs).Negated,
        Arithmetic { Sign: '+' } a => Worked(a.Left, inputs).Plus(Worked(a.Right, inputs)),
        Arithmetic { Sign: '-' } a => Worked(a.Left, inputs).Plus(Worked(a.Right, inputs).Negated),
        Arithmetic { Sign: '*' } a => Worked(a.Left, inputs).Times(Worked(a.Right, inputs)),
        Arithmetic a => Worked(a.Left, inputs).Over(Worked(a.Right, inputs)),
        Call call => Called(call.Function, [.. call.Arguments.Select(a => Worked(a, inputs))]),
        _ => Bounds.Any,
    };

    private static Bounds Called(Function function, IReadOnlyList<Bounds> arguments) => function switch
    {
        Function.If => arguments[1].Or(arguments[2]),
        Function.Coalesce => arguments.Aggregate((a, b) => a.Or(b)),
        Function.Min => arguments.Aggregate((a, b) => a.Least(b)),
        Function.Max => arguments.Aggregate((a, b) => a.Most(b)),
        Function.Abs => arguments[0].Most(arguments[0].Negated).Most(Bounds.Of(0m)),
        Function.Clamp => arguments[0].Most(arguments[1]).Least(arguments[2]),
        // Rounding moves an end by less than its last place, which no finding hangs on.
        Function.Round => arguments[0],
        _ => Bounds.Any,
    };
}
