using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>Why a formula has no value (缺值原因): its stable name, and words.</summary>
public sealed record Lack(string Name, Wording Words);

/// <summary>
/// Works a formula out over its inputs' values. Each part is visited at most once, so it ends; null in is null out, save where coalesce, known and the branch that
/// an if leaves aside say otherwise. Nothing divided by and numbers beyond what a decimal holds are no value.
/// </summary>
internal sealed class Evaluation(IReadOnlyList<decimal?> inputs)
{
    private static readonly Lack ByZero = new("division-by-zero", new("除数为 0", "the divisor is 0"));
    private static readonly Lack TooLarge = new("too-large", new("数字太大", "the number is too large"));
    private static readonly Lack NoInput = new("no-data", new("有指标没有数据", "a metric has no data"));

    /// <summary>The inputs that the value rests on.</summary>
    public HashSet<int> Used { get; } = [];
    /// <summary>Why there is no value; it counts only where there is none.</summary>
    public Lack? Lack { get; private set; }

    public decimal? Number(Expression of) => of switch
    {
        Written written => written.Value,
        InputOf input => Input(input.Input),
        Negative negative => -Number(negative.Of),
        Arithmetic arithmetic => Worked(arithmetic, Number(arithmetic.Left), Number(arithmetic.Right)),
        Call call => Called(call.Function, call.Arguments),
        _ => null,
    };

    private decimal? Input(int place)
    {
        Used.Add(place);
        if (inputs[place] is null) Lack ??= NoInput;
        return inputs[place];
    }

    private decimal? Worked(Arithmetic arithmetic, decimal? left, decimal? right)
    {
        if (left is not { } a || right is not { } b) return null;
        if (arithmetic.Sign == '/' && b == 0)
        {
            Lack ??= ByZero;
            return null;
        }
        try
        {
            return arithmetic.Sign switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b };
        }
        catch (OverflowException)
        {
            Lack ??= TooLarge;
            return null;
        }
    }

    private decimal? Called(Function function, IReadOnlyList<Expression> arguments)
    {
        if (function == Function.If) return Truth(arguments[0]) is { } holds ? Number(arguments[holds ? 1 : 2]) : null;
        if (function == Function.Coalesce) return FirstKnown(arguments);
        decimal?[] values = [.. arguments.Select(Number)];
        if (Array.Exists(values, value => value is null)) return null;
        return function switch
        {
            Function.Min => values.Min(),
            Function.Max => values.Max(),
            Function.Abs => Math.Abs(values[0]!.Value),
            Function.Round => Math.Round(values[0]!.Value, (int)(values.Length > 1 ? values[1]!.Value : 0m), MidpointRounding.AwayFromZero),
            Function.Clamp => Math.Min(Math.Max(values[0]!.Value, values[1]!.Value), values[2]!.Value),
            _ => null,
        };
    }

    private decimal? FirstKnown(IReadOnlyList<Expression> arguments)
    {
        foreach (var argument in arguments)
            if (Aside(argument) is { } value) return value;
        Lack ??= NoInput;
        return null;
    }

    /// <summary>What has no value here does not make the whole lack one.</summary>
    private decimal? Aside(Expression of)
    {
        var before = Lack;
        var value = Number(of);
        Lack = before;
        return value;
    }

    /// <summary>Null where it can't be told: of two conditions the right one is looked at only where the left one does not decide.</summary>
    private bool? Truth(Expression of) => of switch
    {
        Comparison comparison => Compared(comparison.Sign, Number(comparison.Left), Number(comparison.Right)),
        Not not => !Truth(not.Of),
        Both both => Truth(both.Left) is var left && left is { } known && known != both.And ? left : Joined(both.And, left, Truth(both.Right)),
        Call { Function: Function.Known } call => Aside(call.Arguments[0]) is not null,
        _ => null,
    };

    private static bool? Joined(bool and, bool? left, bool? right) => and ? left & right : left | right;

    private static bool? Compared(string sign, decimal? left, decimal? right) => left is not { } a || right is not { } b ? null : sign switch
    {
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        ">=" => a >= b,
        "=" => a == b,
        _ => a != b,
    };
}
