namespace Heng.Engine.Explanation;

/// <summary>How a number follows from its inputs. Pure; null in means "no value" and each operation says what that makes.</summary>
public abstract record Operation
{
    public abstract decimal? Apply(IReadOnlyList<decimal?> inputs);
    /// <summary>What it comes to before its own rounding; of most the same.</summary>
    public virtual decimal? Unrounded(IReadOnlyList<decimal?> inputs) => Apply(inputs);
    /// <summary>The formula as people write it, e.g. <c>Σ</c>, <c>a ÷ b</c>.</summary>
    public abstract Wording Formula { get; }
}

/// <summary>A leaf: the value is a fact, not a result.</summary>
public sealed record Given : Operation
{
    public static readonly Given Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Count == 1 ? inputs[0] : null;
    public override Wording Formula => new("事实", "fact");
}

/// <summary>Adds what has a value; nothing with a value is no value.</summary>
public sealed record Sum : Operation
{
    public static readonly Sum Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.All(i => i is null) ? null : inputs.Sum(i => i ?? 0m);
    public override Wording Formula => new("Σ", "Σ");
}

/// <summary>First minus the rest; a missing first is no value, a missing other takes nothing away.</summary>
public sealed record Difference : Operation
{
    public static readonly Difference Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } first ? first - inputs.Skip(1).Sum(i => i ?? 0m) : null;
    public override Wording Formula => new("a − b", "a − b");
}

/// <summary>Part ÷ whole; a zero or missing whole is no value.</summary>
public sealed record Quotient : Operation
{
    public static readonly Quotient Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs is [{ } part, { } whole] && whole != 0 ? part / whole : null;
    public override Wording Formula => new("部分 ÷ 整体", "part ÷ whole");
}

/// <summary>The product; any missing factor is no value.</summary>
public sealed record Product : Operation
{
    public static readonly Product Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Any(i => i is null) ? null : inputs.Aggregate(1m, (a, b) => a * b!.Value);
    public override Wording Formula => new("a × b", "a × b");
}

/// <summary>Rounds once, by its rule.</summary>
public sealed record Rounded(int Digits, Rounding Rule = Rounding.HalfAway) : Operation
{
    public override decimal? Unrounded(IReadOnlyList<decimal?> inputs) => inputs[0];
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } value ? Rule.Of(value, Digits) : null;
    public override Wording Formula => Rule switch
    {
        Rounding.HalfEven => new($"四舍六入五成双到 {Digits} 位小数", $"rounded to {Digits} places, half to even"),
        Rounding.Down => new($"舍去 {Digits} 位小数之后", $"cut off after {Digits} places"),
        Rounding.Up => new($"{Digits} 位小数之后进一", $"rounded up to {Digits} places, away from zero"),
        _ => new($"四舍五入到 {Digits} 位小数", $"rounded to {Digits} places, half away from zero"),
    };
}

/// <summary>The largest value.</summary>
public sealed record Largest : Operation
{
    public static readonly Largest Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Max();
    public override Wording Formula => new("最大值", "maximum");
}
