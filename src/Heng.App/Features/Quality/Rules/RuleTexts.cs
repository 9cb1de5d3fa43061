using Heng.App.Features.Plans;
using Heng.App.Features.Quality.Language;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;

namespace Heng.App.Features.Quality.Rules;

/// <summary>A rule as the rule book keeps it: one text that stands alone, and the rule that it reads back as.</summary>
public static class RuleTexts
{
    public static string Write(QualityRule rule) => RuleText.Of(rule);

    public static QualityRule Read(string text)
    {
        var read = RuleText.Read(text, "rule.yaml");
        return read.Rule ?? throw new InvalidDataException(read.Errors[0].In(english: true));
    }

    /// <summary>Rules that somebody typed or pasted, a pack or one alone, or what is wrong with them.</summary>
    public static (IReadOnlyList<QualityRule> Rules, Wording? Faults) Pack(string text)
    {
        var (rules, errors) = Typed(text);
        return (rules, errors.Count == 0 ? null : new(string.Join("；", errors.Take(5).Select(e => e.In(english: false))), string.Join("; ", errors.Take(5).Select(e => e.In(english: true)))));
    }

    public static (IReadOnlyList<QualityRule> Rules, IReadOnlyList<PlanError> Errors) Typed(string text)
    {
        var (rules, errors) = Parsed(text);
        return errors.Count == 0 && Unfit(rules) is { } fault ? ([], [new("rules.yaml", 1, 1, fault)]) : (rules, errors);
    }

    private static (IReadOnlyList<QualityRule> Rules, IReadOnlyList<PlanError> Errors) Parsed(string text)
    {
        if (text.ReplaceLineEndings("\n").Split('\n').Any(l => l.StartsWith("rules:", StringComparison.Ordinal) || l.StartsWith("pack:", StringComparison.Ordinal)))
        {
            var pack = RulePackFile.Read(text, "rules.yaml");
            return (pack.Pack?.Rules ?? [], pack.Errors);
        }
        var one = RuleText.Read(text, "rule.yaml");
        return (one.Rule is { } rule ? [rule] : [], one.Errors);
    }

    /// <summary>What the reader takes and the checker or the book could not: it must never come to the folding of a day.</summary>
    private static Wording? Unfit(IReadOnlyList<QualityRule> rules)
    {
        if (rules.FirstOrDefault(r => Write(r).Length > RuleText.Largest) is { } large) return new($"{large.Id} 太长：展开后最多 {RuleText.Largest} 字", $"{large.Id} is too long: {RuleText.Largest} characters at most with its lists written out");
        try
        {
            _ = new Checker(rules);
            return null;
        }
        catch (ArgumentException wrong)
        {
            return new($"规则不成立：{wrong.Message}", $"The rule does not hold together: {wrong.Message}");
        }
    }
}
