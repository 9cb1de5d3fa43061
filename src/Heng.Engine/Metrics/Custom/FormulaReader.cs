using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>
/// Reads a formula: or, and, not, one comparison, + −, × ÷, a leading minus, then numbers, metrics, functions and brackets. The first thing wrong ends the
/// reading: everything after it is taken for the end.
/// </summary>
internal sealed class FormulaReader
{
    public const int LongestText = 2000, DeepestNesting = 64;
    private static readonly Dictionary<string, (Function Function, int Least, int Most)> Functions = new(StringComparer.Ordinal)
    {
        ["if"] = (Function.If, 3, 3), ["min"] = (Function.Min, 1, 50), ["max"] = (Function.Max, 1, 50), ["abs"] = (Function.Abs, 1, 1),
        ["round"] = (Function.Round, 1, 2), ["clamp"] = (Function.Clamp, 3, 3), ["coalesce"] = (Function.Coalesce, 1, 50), ["known"] = (Function.Known, 1, 1),
    };
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "=", "!="];

    private readonly MetricNames names;
    private readonly IReadOnlyList<Token> tokens;
    private readonly List<Metric> inputs = [];
    private FormulaError? error;
    private int next, depth;

    private FormulaReader(IReadOnlyList<Token> tokens, FormulaError? error, MetricNames names) => (this.tokens, this.error, this.names) = (tokens, error, names);

    /// <summary>Words that a metric's id may not be.</summary>
    public static bool Reserved(string word) => Functions.ContainsKey(word) || word is "and" or "or" or "not";

    public static (Expression? Expression, IReadOnlyList<Metric> Inputs, FormulaError? Error) Read(string text, MetricNames names)
    {
        if (text.Length > LongestText)
            return (null, [], new("formula-too-long", LongestText + 1, text.Length - LongestText, new($"公式最长 {LongestText} 个字符", $"a formula has at most {LongestText} characters")));
        var tokens = new Tokens(text);
        var found = tokens.Read();
        if (tokens.Error is null && found.Count == 1) return (null, [], new("formula-empty", 1, 0, new("公式是空的", "the formula is empty")));
        var reader = new FormulaReader(found, tokens.Error, names);
        var expression = reader.Or();
        if (reader.error is null && reader.Now.Kind != TokenKind.End) reader.Unexpected();
        if (reader.error is null && reader.inputs.Count == 0)
            reader.Fail(found[0], "metric-none", "公式里没有指标；只有数字的公式不是指标", "the formula names no metric; numbers alone are none");
        return reader.error is null ? (expression, reader.inputs, null) : (null, [], reader.error);
    }

    private Token Now => tokens[error is null ? next : tokens.Count - 1];
    private bool Is(string sign) => Now.Kind is TokenKind.Sign or TokenKind.Name && Now.Text == sign;

    private bool Takes(string sign)
    {
        if (!Is(sign)) return false;
        next++;
        return true;
    }

    private Expression Or()
    {
        var left = And();
        while (Takes("or")) left = Joined(left, And(), (at, length, right) => new Both(at, length, false, left, right));
        return left;
    }

    private Expression And()
    {
        var left = Negation();
        while (Takes("and")) left = Joined(left, Negation(), (at, length, right) => new Both(at, length, true, left, right));
        return left;
    }

    private Expression Negation()
    {
        var from = Now;
        return Takes("not") ? Deeper(from, () => Joined(from, Negation(), (at, length, of) => new Not(at, length, of))) : Compared();
    }

    private Expression Compared()
    {
        var left = Added();
        if (Comparisons.FirstOrDefault(Is) is not { } sign) return left;
        next++;
        var compared = Joined(left, Added(), (at, length, right) => new Comparison(at, length, sign, left, right));
        if (Comparisons.Any(Is)) Fail(Now, "comparison-chained", "一次只能比较两个数，请用 and 连接", "only two numbers are compared at a time; join comparisons by and");
        return compared;
    }

    private Expression Added()
    {
        var left = Multiplied();
        while (Is("+") || Is("-")) left = Worked(left, tokens[next++].Text[0], Multiplied());
        return left;
    }

    private Expression Multiplied()
    {
        var left = Signed();
        while (Is("*") || Is("/")) left = Worked(left, tokens[next++].Text[0], Signed());
        return left;
    }

    private static Expression Worked(Expression left, char sign, Expression right) => Joined(left, right, (at, length, r) => new Arithmetic(at, length, sign, left, r));

    private Expression Signed()
    {
        var from = Now;
        return Takes("-") ? Deeper(from, () => Joined(from, Signed(), (at, length, of) => new Negative(at, length, of))) : Value();
    }

    private Expression Value()
    {
        var token = Now;
        if (token.Kind == TokenKind.Sign && token.Text == "(") return Deeper(token, Bracketed);
        if (token.Kind is TokenKind.End or TokenKind.Sign || token.Kind == TokenKind.Name && token.Text is "and" or "or" or "not") return Unexpected();
        next++;
        return token.Kind switch
        {
            TokenKind.Number => new Written(token.At, token.Length, token.Value, token.Unit, token.Text),
            TokenKind.Quoted => Quoted(token),
            _ when Is("(") => Deeper(token, () => Called(token)),
            _ => Named(token),
        };
    }

    private Expression Bracketed()
    {
        next++;
        var inside = Or();
        if (!Takes(")") && error is null) return Fail(Now, "bracket-missing", "这里缺少右括号 )", "a closing bracket ) is missing here");
        return inside;
    }

    private Expression Called(Token name)
    {
        if (!Functions.TryGetValue(name.Text, out var function))
            return Fail(name, "function-unknown", $"没有函数“{name.Text}”，可用：{string.Join('、', Functions.Keys)}", $"there is no function '{name.Text}'; known: {string.Join(", ", Functions.Keys)}");
        List<Expression> arguments = [];
        do
        {
            next++;
            arguments.Add(Or());
        }
        while (Is(",") && arguments.Count <= function.Most);
        var end = Now;
        if (!Takes(")") && error is null) return Fail(Now, "bracket-missing", "这里缺少逗号或右括号 )", "a comma or a closing bracket ) is missing here");
        if (arguments.Count < function.Least || arguments.Count > function.Most)
            return Fail(name, "arguments-wrong", $"{name.Text} 需要 {Count(function)} 个值，这里有 {arguments.Count} 个", $"{name.Text} takes {Count(function)} values, here are {arguments.Count}");
        return new Call(name.At, end.At + end.Length - name.At, function.Function, arguments);
    }

    private static string Count((Function Function, int Least, int Most) of) => of.Least == of.Most ? $"{of.Least}" : $"{of.Least}–{of.Most}";

    private Expression Named(Token token)
    {
        if (names.Find(token.Text) is { } metric) return Input(token, metric);
        return names.Ahead.Contains(token.Text) ? AheadOf(token)
            : NameErrors.Minus(token.Text, names) is { } minus ? Fail(token, "minus-unspaced", minus.Zh, minus.En)
            : names.Named(token.Text) is [var one, ..] ? Fail(token, "name-bare", $"中文名要写在「」里，或直接写 {one.Id}", $"a name stands in 「」 or [ ]; or write {one.Id}")
            : Unknown(token);
    }

    private Expression Quoted(Token token) => names.Ahead.Contains(token.Text) ? AheadOf(token) : names.Named(token.Text) switch
    {
        [var metric] => Input(token, metric),
        [] => Unknown(token),
        var several => Fail(token, "name-ambiguous", $"“{token.Text}”有几个指标：{string.Join('、', several.Select(m => m.Id))}，请写 id",
            $"'{token.Text}' names several metrics: {string.Join(", ", several.Select(m => m.Id))}; write the id"),
    };

    private Expression AheadOf(Token token)
    {
        var words = NameErrors.Ahead(token.Text, names);
        return Fail(token, token.Text == names.Self ? "metric-self" : "metric-later", words.Zh, words.En);
    }

    private Expression Unknown(Token token)
    {
        var words = NameErrors.Unknown(token.Text, names);
        return Fail(token, "metric-unknown", words.Zh, words.En);
    }

    private InputOf Input(Token token, Metric metric)
    {
        var place = inputs.FindIndex(input => input.Id == metric.Id);
        if (place < 0) inputs.Add(metric);
        return new(token.At, token.Length, place < 0 ? inputs.Count - 1 : place);
    }

    private Expression Deeper(Token at, Func<Expression> inside)
    {
        if (depth == DeepestNesting) return Fail(at, "formula-too-deep", $"嵌套最多 {DeepestNesting} 层", $"at most {DeepestNesting} brackets, functions and signs stand inside one another");
        depth++;
        var read = inside();
        depth--;
        return read;
    }

    private Expression Unexpected() => Now.Kind == TokenKind.End
        ? Fail(Now, "value-missing", "这里缺少数字、指标或括号", "a number, a metric or a bracket is missing here")
        : next > 0 && tokens[next - 1].Kind is TokenKind.Number or TokenKind.Quoted or TokenKind.Name && !Reserved(tokens[next - 1].Text) && Now.Kind != TokenKind.Sign
            ? Fail(Now, "operator-missing", $"“{Now.Text}”之前缺少运算符", $"an operator is missing before '{Now.Text}'")
            : Fail(Now, "word-unexpected", $"这里不该是“{Now.Text}”", $"'{Now.Text}' does not belong here");

    private Written Fail(Token at, string name, string zh, string en)
    {
        error ??= new(name, at.At + 1, at.Length, new(zh, en));
        return new(at.At, at.Length, 0m, Unit.None, "");
    }

    private static Expression Joined(Expression left, Expression right, Func<int, int, Expression, Expression> make) => make(left.At, right.At + right.Length - left.At, right);
    private static Expression Joined(Token from, Expression of, Func<int, int, Expression, Expression> make) => make(from.At, of.At + of.Length - from.At, of);
}
