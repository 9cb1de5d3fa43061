using Heng.Engine.Quality.Checking;
using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Lint;

/// <summary>Looks a rule over before it is asked of anything.</summary>
public static class RuleLint
{
    /// <summary>What would keep a rule from being asked at all; a text that was kept once is asked no more than this.</summary>
    public static IReadOnlyList<RuleNote> Unfit(QualityRule rule)
    {
        Condition[] conditions = [.. ConditionsOf(rule.When)];
        return [.. conditions.SelectMany((c, i) => NamesOf(conditions, i)), .. conditions.SelectMany((c, i) => PatternsOf(c, i))];
    }

    public static IReadOnlyList<RuleNote> Of(QualityRule rule)
    {
        var unfit = Unfit(rule);
        Condition[] conditions = [.. ConditionsOf(rule.When)];
        return
        [
            .. unfit,
            .. conditions.SelectMany((c, i) => ConditionLint.Of(rule, c, i)),
            .. Meeting(rule, conditions),
            .. Exceptions(rule, conditions),
            .. Points(rule),
            .. unfit.Count > 0 ? [] : Examples(rule),
        ];
    }

    public static IEnumerable<Condition> ConditionsOf(Expression expression) => expression switch
    {
        Every every => every.Of.SelectMany(ConditionsOf),
        Either either => either.Of.SelectMany(ConditionsOf),
        Not not => ConditionsOf(not.Of),
        Condition condition => [condition],
        _ => [],
    };

    private static IEnumerable<RuleNote> NamesOf(Condition[] all, int at)
    {
        if (all[at].Name is { } name && all.Take(at).Any(c => c.Name == name))
            yield return new("name-twice", true, new($"两个条件都叫 {name}", $"two conditions are named {name}"), at);
        if (all[at].Near is not { } near || all.Take(at).Any(c => c.Name == near.Name)) yield break;
        var later = all.Skip(at).Any(c => c.Name == near.Name);
        yield return new("near-unknown", true, later
            ? new($"名为 {near.Name} 的条件要写在前面", $"the condition named {near.Name} must stand before this one")
            : new($"没有名为 {near.Name} 的条件", $"no condition is named {near.Name}"), at);
    }

    private static IEnumerable<RuleNote> PatternsOf(Condition condition, int at) =>
        condition.Of is not Pattern pattern ? []
        : new[] { pattern.Regex, pattern.Except }.Where(p => p is not null).Select(p => Patterns.FaultOf(p!)).Where(f => f is not null)
            .Select(f => new RuleNote("pattern-refused", true, LintWords.Of(f!.Value), at));

    /// <summary>Both sides never write one message.</summary>
    private static IEnumerable<RuleNote> Meeting(QualityRule rule, Condition[] conditions)
    {
        if (conditions.All(c => c.Stretch == Stretch.Message) && Together(rule.When).Select(c => c.Role).ToHashSet() is var roles && roles.Contains(Role.Agent) && roles.Contains(Role.Buyer))
            yield return new("never-holds", true, new("同一条消息不会既是客服又是买家写的，请把 stretch 写成 round 或 reception", "no message is both the agent's and the buyer's: widen a stretch to round or reception"));
    }

    private static IEnumerable<Condition> Together(Expression expression) => expression switch
    {
        Every every => every.Of.SelectMany(Together),
        Condition condition => [condition],
        _ => [],
    };

    private static IEnumerable<RuleNote> Exceptions(QualityRule rule, Condition[] conditions)
    {
        var excepted = rule.Except.Select(e => Read(rule, e)).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < conditions.Length; at++)
            foreach (var phrase in PhrasesOf(conditions[at].Of).Where(p => excepted.Contains(Read(rule, p))))
                yield return new("excepted-phrase", true, new($"「{phrase}」同时是例外，永远不会命中", $"{phrase} is an exception itself and is never found"), at);
        string[] phrases = [.. conditions.SelectMany(c => PhrasesOf(c.Of)).Select(p => Read(rule, p)).Where(p => p.Length > 0)];
        if (conditions.Any(c => c.Of is Pattern)) yield break;
        foreach (var idle in rule.Except.Where(e => !phrases.Any(p => Read(rule, e).Contains(p, StringComparison.Ordinal))))
            yield return new("idle-exception", false, new($"例外「{idle}」里没有这条规则的词句，不起作用", $"the exception {idle} holds none of the rule's phrases and does nothing"));
    }

    internal static IReadOnlyList<string> PhrasesOf(Operator of) => of is Words words ? words.Phrases : [];

    internal static string Read(QualityRule rule, string text) => rule.Reading == Reading.Normalised ? Evening.Of(text) : text;

    private static IEnumerable<RuleNote> Points(QualityRule rule)
    {
        if (rule.Severity == Severity.Attention && rule.Points > 0m)
            yield return new("attention-costs", true, new("只提醒关注的规则不加分也不扣分，请去掉 points", "what only draws attention costs and brings nothing: leave points out"));
        if (rule.Severity != Severity.Attention && rule.Urgency != Urgency.Usual)
            yield return new("counts-nothing", false, new("urgency 只对“关注”的规则起作用", "urgency does nothing on a rule that is no attention"));
        if (rule.Severity is Severity.NonFatal or Severity.Advocated && rule.Points == 0m)
            yield return new("no-points", false, new("没有写 points，命中不影响分数", "without points a finding changes no score"));
    }

    private static IEnumerable<RuleNote> Examples(QualityRule rule)
    {
        if (rule.Examples.Count == 0) yield return new("no-examples", false, new("没有例子，无法自查", "there are no examples to try it on"));
        var runs = RuleExamples.Of(rule);
        for (var at = 0; at < runs.Count; at++)
        {
            if (runs[at].IsRight) continue;
            var found = runs[at].Found is { Count: > 0 } hits ? string.Join("；", hits) : null;
            yield return new("example-fails", true, found is null
                ? new($"第 {at + 1} 个例子应当命中，但什么也没有找到", $"example {at + 1} must be hit, and nothing was found")
                : new($"第 {at + 1} 个例子不应命中，却找到了：{found}", $"example {at + 1} must not be hit, and this was found: {found}"), Example: at);
        }
    }
}
