using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.Engine.Metrics;

/// <summary>Times a fixed factor: 0.01 turns fen into yuan, −1 takes away.</summary>
public sealed record Times(decimal Factor) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] * Factor;
    public override Wording Formula => new(FormattableString.Invariant($"× {Factor}"), FormattableString.Invariant($"× {Factor}"));
}

/// <summary>First minus second; without either there is nothing to compare.</summary>
public sealed record Uplift : Operation
{
    public static readonly Uplift Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] - inputs[1];
    public override Wording Formula => new("自己 − 静默", "own − silent");
}

/// <summary>The median (50) or a percentile of waits: input i is how many waits took <c>Seconds[i]</c>.</summary>
public sealed record QuantileOfCounts(int Percent, IReadOnlyList<int> Seconds) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        var waits = new Waits();
        for (var i = 0; i < inputs.Count; i++) waits.Add(Seconds[i], (int)(inputs[i] ?? 0));
        return Reading.Quantile(waits, Percent);
    }

    public override Wording Formula => Percent == 50
        ? new("中位数：偶数个取中间两个的平均", "median; of an even count the mean of the two middle ones")
        : new($"第 {Percent} 百分位，最近秩", $"p{Percent}, nearest rank");
}
