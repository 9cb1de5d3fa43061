using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Tests.Scoring.Lint;

public sealed class FormulaLintTests
{
    private static Expression Times(int input, decimal share) => new Arithmetic(0, 0, '*', new InputOf(0, 0, input), Number(share));
    private static Expression Number(decimal value) => new Written(0, 0, value, default, "");
    private static Expression Add(Expression a, Expression b) => new Arithmetic(0, 0, '+', a, b);
    private static Expression Divide(Expression a, decimal by) => new Arithmetic(0, 0, '/', a, Number(by));

    /// <summary>self × 30% + peer × 50% + manager × 20%</summary>
    private static readonly Expression Weighted = Add(Add(Times(0, 0.3m), Times(1, 0.5m)), Times(2, 0.2m));
    private static readonly Bounds Hundred = new(0m, 100m);

    private static Finding[] Lint(Expression formula) => [.. FormulaLint.Of("p", formula, _ => Hundred, Hundred)];

    [Fact]
    public void A_weighted_mean_divided_once_more_ends_at_33_3()
    {
        var found = Assert.Single(Lint(Divide(Weighted, 3m)));
        Assert.Equal((LintRules.CompositeDividedAgain, Severity.Error), (found.Rule, found.Severity));
        Assert.Equal("the weights add up already and are divided again by 3: it comes to [0, 33.3333], not [0, 100]", found.Reason.En);
    }

    [Fact]
    public void A_weighted_mean_and_a_plain_mean_are_well_formed()
    {
        Assert.Empty(Lint(Weighted));
        Assert.Empty(Lint(Divide(Add(Add(new InputOf(0, 0, 0), new InputOf(0, 0, 1)), new InputOf(0, 0, 2)), 3m)));
    }

    [Fact]
    public void Weights_that_fall_short_leave_the_range_short_too() =>
        Assert.Equal(LintRules.RangeNotDeclared, Assert.Single(Lint(Add(Times(0, 0.3m), Times(1, 0.5m)))).Rule);

    [Fact]
    public void What_a_formula_comes_to_always_lies_in_its_range() => Prop.ForAll<int, int, int>((a, b, shape) =>
    {
        decimal[] values = [Math.Abs(a % 100), Math.Abs(b % 100)];
        Expression x = new InputOf(0, 0, 0), y = new InputOf(0, 0, 1);
        Expression formula = (Math.Abs(shape) % 8) switch
        {
            0 => Add(x, new Negative(0, 0, y)),
            1 => new Arithmetic(0, 0, '*', new Negative(0, 0, x), y),
            2 => new Arithmetic(0, 0, '/', x, Add(y, Number(1m))),
            3 => new Call(0, 0, Function.Min, [x, y, Number(40m)]),
            4 => new Call(0, 0, Function.Max, [x, new Negative(0, 0, y)]),
            5 => new Call(0, 0, Function.Abs, [new Arithmetic(0, 0, '-', x, y)]),
            6 => new Call(0, 0, Function.Clamp, [x, Number(10m), Number(60m)]),
            _ => new Arithmetic(0, 0, '-', Times(0, 0.5m), new Arithmetic(0, 0, '/', y, Number(-4m))),
        };
        return FormulaLint.RangeOf(formula, _ => Hundred).Holds(Worked(formula, values)) && FormulaLint.RangeOf(formula, i => Bounds.Of(values[i])).Holds(Worked(formula, values));
    }).QuickCheckThrowOnFailure();

    private static decimal Worked(Expression of, decimal[] values) => of switch
    {
        Written w => w.Value,
        InputOf i => values[i.Input],
        Negative n => -Worked(n.Of, values),
        Arithmetic a when (Worked(a.Left, values), Worked(a.Right, values)) is var (l, r) => a.Sign switch { '+' => l + r, '-' => l - r, '*' => l * r, _ => l / r },
        Call { Function: Function.Min } c => c.Arguments.Min(x => Worked(x, values)),
        Call { Function: Function.Max } c => c.Arguments.Max(x => Worked(x, values)),
        Call { Function: Function.Abs } c => Math.Abs(Worked(c.Arguments[0], values)),
        Call c => Math.Clamp(Worked(c.Arguments[0], values), Worked(c.Arguments[1], values), Worked(c.Arguments[2], values)),
        _ => throw new InvalidOperationException(),
    };
}
