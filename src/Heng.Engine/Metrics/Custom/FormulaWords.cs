namespace Heng.Engine.Metrics.Custom;

/// <summary>A formula written out again, with brackets only where they are needed and words of the caller's choice for its inputs.</summary>
internal static class FormulaWords
{
    private const int OrLevel = 1, AndLevel = 2, NotLevel = 3, CompareLevel = 4, AddLevel = 5, MultiplyLevel = 6, SignLevel = 7, ValueLevel = 8;

    public static string Of(Expression expression, Func<int, string> input) => Text(expression, input);

    private static string Text(Expression of, Func<int, string> input)
    {
        string In(Expression part, int least) => LevelOf(part) < least ? $"({Text(part, input)})" : Text(part, input);
        return of switch
        {
            Written written => written.Text,
            InputOf metric => input(metric.Input),
            Negative negative => $"−{In(negative.Of, SignLevel + 1)}",
            Arithmetic { Sign: '+' } sum => $"{In(sum.Left, AddLevel)} + {In(sum.Right, AddLevel)}",
            Arithmetic { Sign: '-' } less => $"{In(less.Left, AddLevel)} − {In(less.Right, AddLevel + 1)}",
            Arithmetic { Sign: '*' } times => $"{In(times.Left, MultiplyLevel)} × {In(times.Right, MultiplyLevel + 1)}",
            Arithmetic over => $"{In(over.Left, MultiplyLevel)} ÷ {In(over.Right, MultiplyLevel + 1)}",
            Comparison comparison => $"{In(comparison.Left, AddLevel)} {Sign(comparison.Sign)} {In(comparison.Right, AddLevel)}",
            Not not => $"not {In(not.Of, NotLevel)}",
            Both both => $"{In(both.Left, LevelOf(both))} {(both.And ? "and" : "or")} {In(both.Right, LevelOf(both) + 1)}",
            Call call => $"{NameOf(call.Function)}({string.Join(", ", call.Arguments.Select(argument => Text(argument, input)))})",
            _ => throw new InvalidOperationException("unknown expression"),
        };
    }

    private static string NameOf(Function function) => function switch
    {
        Function.If => "if",
        Function.Min => "min",
        Function.Max => "max",
        Function.Abs => "abs",
        Function.Round => "round",
        Function.Clamp => "clamp",
        Function.Coalesce => "coalesce",
        _ => "known",
    };

    private static string Sign(string sign) => sign switch { "<=" => "≤", ">=" => "≥", "!=" => "≠", _ => sign };

    private static int LevelOf(Expression of) => of switch
    {
        Both { And: false } => OrLevel,
        Both => AndLevel,
        Not => NotLevel,
        Comparison => CompareLevel,
        Arithmetic { Sign: '+' or '-' } => AddLevel,
        Arithmetic => MultiplyLevel,
        Negative => SignLevel,
        _ => ValueLevel,
    };
}
