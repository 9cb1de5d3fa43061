using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>A formula as it was read (表达式): a tree without names, jumps or loops, so that working it out always ends.</summary>
public abstract record Expression(int At, int Length);

/// <summary>A written number; Text is how it was written.</summary>
public sealed record Written(int At, int Length, decimal Value, Unit Unit, string Text) : Expression(At, Length);

/// <summary>The value of the metric at this place among the formula's inputs.</summary>
public sealed record InputOf(int At, int Length, int Input) : Expression(At, Length);

public sealed record Negative(int At, int Length, Expression Of) : Expression(At, Length);

/// <summary>+ − × ÷ of two numbers.</summary>
public sealed record Arithmetic(int At, int Length, char Sign, Expression Left, Expression Right) : Expression(At, Length);

/// <summary>Whether two numbers are so: &lt; &lt;= &gt; &gt;= = !=</summary>
public sealed record Comparison(int At, int Length, string Sign, Expression Left, Expression Right) : Expression(At, Length);

public sealed record Not(int At, int Length, Expression Of) : Expression(At, Length);

/// <summary>And, or of two conditions.</summary>
public sealed record Both(int At, int Length, bool And, Expression Left, Expression Right) : Expression(At, Length);

public enum Function { If, Min, Max, Abs, Round, Clamp, Coalesce, Known }

public sealed record Call(int At, int Length, Function Function, IReadOnlyList<Expression> Arguments) : Expression(At, Length);
