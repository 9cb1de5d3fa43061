using System.Globalization;
using System.Text;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Language;

/// <summary>Writes what a rule asks: a join line under line, a condition in one.</summary>
internal static class ExpressionText
{
    public static void Write(StringBuilder text, Expression expression, int depth)
    {
        var (key, parts) = expression switch
        {
            Every every => ("all-of", every.Of),
            Heng.Engine.Quality.Either either => ("any-of", either.Of),
            Not not => ("not", (IReadOnlyList<Expression>)[not.Of]),
            _ => ("", []),
        };
        if (expression is Condition condition) { text.Append(CultureInfo.InvariantCulture, $" {{ {string.Join(", ", Keys(condition))} }}\n"); return; }
        text.Append(CultureInfo.InvariantCulture, $"\n{new string(' ', depth * 4 - 2)}{key}:");
        if (expression is Not) { Write(text, parts[0], depth + 1); return; }
        text.Append('\n');
        foreach (var part in parts)
        {
            text.Append(' ', depth * 4).Append('-');
            Write(text, part, depth + 1);
        }
    }

    private static IEnumerable<string> Keys(Condition c)
    {
        yield return $"role: {RuleText.Word(RuleKeys.Roles, c.Role)}";
        yield return $"stretch: {RuleText.Word(RuleKeys.Stretches, c.Stretch)}";
        if (c.First is { } first) yield return $"first: {first}";
        if (c.Last is { } last) yield return $"last: {last}";
        if (c.Name is { } name) yield return $"name: {RuleText.Scalar(name)}";
        if (c.Near is { } near)
            yield return $"near: {{ to: {RuleText.Scalar(near.Name)}, where: {RuleText.Word(RuleKeys.Sides, near.Where)}{(near.WithinSeconds is { } within ? $", within: {within}" : "")} }}";
        yield return Of(c.Of);
    }

    private static string Of(Operator of) => of switch
    {
        Words { Needed: Needed.AtLeast } words => $"at-least: {{ count: {words.Count}, of: {RuleText.Phrases(words.Phrases)} }}",
        Words words => $"{words.Needed switch { Needed.Any => "any", Needed.All => "all", _ => "none" }}: {RuleText.Phrases(words.Phrases)}",
        Pattern { Except: { } except } pattern => $"pattern: {{ match: {RuleText.Scalar(pattern.Regex)}, except: {RuleText.Scalar(except)} }}",
        Pattern pattern => $"pattern: {RuleText.Scalar(pattern.Regex)}",
        SlowReply slow => $"slower-than: {slow.Seconds}",
        NoReply => "no-reply: true",
        Repeated repeated => $"repeated: {{ times: {repeated.Times}, characters: {repeated.Characters} }}",
        UnansweredQuestion question => $"unanswered-question: {{ {string.Join(", ", Lists(("asking", question.Asking), ("holding", question.Holding)))} }}",
        EarlyGoodbye early => $"early-goodbye: {{ {string.Join(", ", Lists(("goodbyes", early.Goodbyes), ("thanks", early.Thanks)))}, within: {early.WithinSeconds} }}",
        TransferWithoutReason transfer => $"transfer-without-reason: {RuleText.Phrases(transfer.Reasons)}",
        Remark { Fault: RemarkFault.Missing } => "remark: missing",
        Remark remark => $"remark: {{ formats: {RuleText.Phrases(remark.Formats)} }}",
        Mentions mentions => $"mentions: {RuleText.Word(RuleKeys.Mentioned, mentions.What)}",
        Similar similar => $"similar: {{ to: {RuleText.Phrases(similar.Phrases)}, percent: {similar.Percent} }}",
        _ => throw new ArgumentException("an operator that nobody knows"),
    };

    /// <summary>An empty list is left out.</summary>
    private static IEnumerable<string> Lists(params (string Key, IReadOnlyList<string> Phrases)[] lists) => lists.Where(l => l.Phrases.Count > 0).Select(l => $"{l.Key}: {RuleText.Phrases(l.Phrases)}");
}
