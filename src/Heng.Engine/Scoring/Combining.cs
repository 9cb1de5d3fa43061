using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>Adds all; where one has no value there is no sum.</summary>
public sealed record SumOfAll : Operation
{
    public static readonly SumOfAll Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Any(i => i is null) ? null : inputs.Sum(i => i ?? 0m);
    public override Wording Formula => new("Σ，缺一则无", "Σ, none where one is missing");
}

/// <summary>The mean by fixed weights; the weight of what has no value goes to the others.</summary>
public sealed record WeightedMean(IReadOnlyList<decimal> Weights) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        var present = Enumerable.Range(0, inputs.Count).Where(i => inputs[i] is not null).ToArray();
        var weight = present.Sum(i => Weights[i]);
        return weight == 0 ? null : present.Sum(i => Weights[i] * inputs[i]!.Value) / weight;
    }

    public override Wording Formula
    {
        get
        {
            var weights = string.Join("/", Weights.Select(Shown.Number));
            return new($"按 {weights} 加权平均，缺项的权重分给其他项", $"mean weighted {weights}, absent weights go to the others");
        }
    }
}

/// <summary>How far from start to target (进度): (now − start) ÷ (target − start), held between 0 and 1; where both are the same, whole once it is reached.</summary>
public sealed record Progress : Operation
{
    public static readonly Progress Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs is not [{ } start, { } target, { } now] ? null
        : start == target ? (now >= target ? 1m : 0m)
        : Math.Clamp((now - start) / (target - start), 0m, 1m);
    public override Wording Formula => new("(现在 − 起点) ÷ (目标 − 起点)，0 至 1", "(now − start) ÷ (target − start), between 0 and 1");
}

/// <summary>
/// How the parts of a period grew (成长): (last − first) ÷ the steps between them, over those with a value; of one there is no growth. A part in the middle without a
/// value still takes its time.
/// </summary>
public sealed record Growth : Operation
{
    public static readonly Growth Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        var known = Enumerable.Range(0, inputs.Count).Where(i => inputs[i] is not null).ToArray();
        return known.Length < 2 ? null : (inputs[known[^1]]!.Value - inputs[known[0]]!.Value) / (known[^1] - known[0]);
    }
    public override Wording Formula => new("(末 − 首) ÷ 间隔数", "(last − first) ÷ steps between");
}

/// <summary>How far apart they lie (波动): max − min of those with a value; of one there is no spread.</summary>
public sealed record Apart : Operation
{
    public static readonly Apart Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Count(i => i is not null) < 2 ? null : inputs.Max() - inputs.Min();
    public override Wording Formula => new("最大 − 最小", "max − min");
}
