using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>Finds what each part of a formula measures, and the first place where units clash.</summary>
internal sealed class Typing(IReadOnlyList<Metric> inputs)
{
    private const int MostPlaces = 10;

    public FormulaError? Error { get; private set; }

    /// <summary>A bare number where something clashed; the error tells.</summary>
    public Measure Number(Expression of) => of switch
    {
        Written { Value: 0m, Unit: Unit.None } => Measure.Bare with { Zero = true },
        Written written => Measure.Of(written.Unit),
        InputOf input => Measure.Of(inputs[input.Input].Unit),
        Negative negative => Number(negative.Of) with { Zero = false },
        Arithmetic { Sign: '*' } times => Measure.Product(Number(times.Left), Number(times.Right)),
        Arithmetic { Sign: '/' } over => Measure.Quotient(Number(over.Left), Number(over.Right)),
        Arithmetic sum => Same(sum, [sum.Left, sum.Right], sum.Sign == '+' ? new("相加", "added") : new("相减", "subtracted")),
        Call { Function: not Function.Known } call => Called(call),
        _ => Fail(of, "number-needed", "这里需要数字，而这是一个条件", "a number belongs here, and this is a condition"),
    };

    private Measure Called(Call call)
    {
        var arguments = call.Arguments;
        switch (call.Function)
        {
            case Function.If:
                Truth(arguments[0]);
                return Same(call, [arguments[1], arguments[2]], new("作为 if 的两个结果", "the two results of one if"));
            case Function.Round:
                if (arguments.Count > 1 && !Places(arguments[1]))
                    return Fail(arguments[1], "places-wrong", $"小数位数应为 0 到 {MostPlaces} 的整数", $"the places are a whole number from 0 to {MostPlaces}");
                return Number(arguments[0]);
            default:
                return Same(call, arguments, new("一起使用", "used together"));
        }
    }

    private static bool Places(Expression of) => of is Written { Unit: Unit.None, Value: >= 0 and <= MostPlaces and var places } && places == decimal.Truncate(places);

    private void Truth(Expression of)
    {
        switch (of)
        {
            case Comparison comparison:
                Same(comparison, [comparison.Left, comparison.Right], new("相比", "compared"));
                break;
            case Not not:
                Truth(not.Of);
                break;
            case Both both:
                Truth(both.Left);
                Truth(both.Right);
                break;
            case Call { Function: Function.Known } known:
                Number(known.Arguments[0]);
                break;
            default:
                Fail(of, "condition-needed", "这里需要条件，例如 a > b", "a condition belongs here, such as a > b");
                break;
        }
    }

    private Measure Same(Expression at, IReadOnlyList<Expression> parts, Wording done)
    {
        var measure = Number(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var other = Number(part);
            if (Error is not null) return measure;
            if (Measure.Agreed(measure, other) is not { } agreed)
                return Fail(at, "units-differ", $"“{measure.Words.Zh}”与“{other.Words.Zh}”不能{done.Zh}{Hint(measure, other).Zh}", $"{measure.Words.En} and {other.Words.En} cannot be {done.En}{Hint(measure, other).En}");
            measure = agreed;
        }
        return measure;
    }

    private static Wording Hint(Measure a, Measure b)
    {
        var (bare, measured) = a == Measure.Bare ? (true, b) : (b == Measure.Bare, a);
        return !bare ? new("", "") : measured.Named switch
        {
            Unit.Yuan => new("；数字要带单位，例如 100元", "; write the number's unit, such as 100yuan"),
            Unit.Seconds => new("；数字要带单位，例如 30秒、5分钟", "; write the number's unit, such as 30s or 5min"),
            Unit.Days => new("；数字要带单位，例如 3天", "; write the number's unit, such as 3days"),
            _ => new("", ""),
        };
    }

    private Measure Fail(Expression at, string name, string zh, string en)
    {
        Error ??= new(name, at.At + 1, at.Length, new(zh, en));
        return Measure.Bare;
    }
}
