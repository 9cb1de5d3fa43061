using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Metrics.Custom;

/// <summary>A shop's own formula over the values of its inputs, in their order.</summary>
public sealed record Calculated(Expression Expression) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => new Evaluation(inputs).Number(Expression);
    /// <summary>What the inputs are called, for the formula in words.</summary>
    public IReadOnlyList<Wording> Names { get; init; } = [];
    public override Wording Formula => Names.Count == 0 ? new("自定义公式", "own formula") : new(Text(i => Names[i].Zh), Text(i => Names[i].En));

    /// <summary>The formula with these words for its inputs.</summary>
    public string Text(Func<int, string> input) => FormulaWords.Of(Expression, input);

    /// <summary>Why there is no value; null where there is one.</summary>
    public Lack? Lack(IReadOnlyList<decimal?> inputs)
    {
        var evaluation = new Evaluation(inputs);
        return evaluation.Number(Expression) is null ? evaluation.Lack : null;
    }
}

/// <summary>Reads a computed metric off the totals: its inputs by the same reading, each as if it stood alone.</summary>
internal static class ComputedReading
{
    public static MetricValue Of(Metric metric, Computed computed, Totals own, Totals shop, RuleSet rules, Instant asOf)
    {
        MetricValue[] inputs = [.. computed.Inputs.Select(input => Reading.Of(input, own, shop, rules, asOf))];
        decimal?[] values = [.. inputs.Select(input => input.Value)];
        var evaluation = new Evaluation(values);
        var value = evaluation.Number(computed.Expression);
        var (part, whole) = Halves(computed.Expression, values);
        if (value is null) return new(metric, null, part, whole, ValueState.Missing, null);
        // Only what the value rests on can still move it: the branch that an if left aside does not.
        var moving = inputs.Where((input, i) => evaluation.Used.Contains(i) && input.State == ValueState.Provisional).ToArray();
        return moving.Length == 0
            ? new(metric, value, part, whole, ValueState.Final, null)
            : new(metric, value, part, whole, ValueState.Provisional, moving.Max(input => input.FinalOn));
    }

    private static (decimal? Part, decimal? Whole) Halves(Expression expression, IReadOnlyList<decimal?> values) => expression is Arithmetic { Sign: '/' } ratio
        ? (new Evaluation(values).Number(ratio.Left), new Evaluation(values).Number(ratio.Right))
        : (null, null);
}
