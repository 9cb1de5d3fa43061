using System.Collections.Concurrent;
using Heng.App.Features.Quality.Language;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;

namespace Heng.App.Features.Quality.Rules;

/// <summary>A rule as the rule book keeps it: its canonical text, which stands alone. The book numbers versions itself, so every text says the first.</summary>
public static class RuleTexts
{
    private const int Shown = 5, Held = 2000;
    private static readonly ConcurrentDictionary<string, QualityRule> ByText = new(StringComparer.Ordinal);

    public static string Write(QualityRule rule) => RuleText.Of(rule with { Version = 1 });

    /// <summary>What was written before; a book is opened often, so each text is read once.</summary>
    public static QualityRule Read(string text)
    {
        if (ByText.Count > Held) ByText.Clear();
        return ByText.GetOrAdd(text, static of => RuleText.Read(of, "rule book") is { Rule: { } rule } ? rule : throw new InvalidOperationException("the rule book holds a text that is no rule"));
    }

    /// <summary>Rules that somebody typed or pasted, a pack or one alone, or what is wrong with them.</summary>
    public static (IReadOnlyList<QualityRule> Rules, Wording? Faults) Pack(string text)
    {
        var (rules, errors) = Typed(text);
        return (rules, errors.Count == 0 ? null : Join(errors));
    }

    /// <summary>The same, each fault with its line and column.</summary>
    public static (IReadOnlyList<QualityRule> Rules, IReadOnlyList<Plans.PlanError> Errors) Typed(string text, string? file = null)
    {
        var (rules, errors) = Parsed(text, file);
        return errors.Count == 0 && Unfit(rules) is { } fault ? ([], [new(file ?? "rules.yaml", 1, 1, fault)]) : (rules, errors);
    }

    private static (IReadOnlyList<QualityRule> Rules, IReadOnlyList<Plans.PlanError> Errors) Parsed(string text, string? file)
    {
        if (text.ReplaceLineEndings("\n").Split('\n').Any(l => l.StartsWith("rules:", StringComparison.Ordinal) || l.StartsWith("pack:", StringComparison.Ordinal)))
        {
            var pack = RulePackFile.Read(text, file ?? "rules.yaml");
            return (pack.Pack?.Rules ?? [], pack.Errors);
        }
        var one = RuleText.Read(text, file ?? "rule.yaml");
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
            return new($"规则用不了：{wrong.Message}", $"The rules cannot be used: {wrong.Message}");
        }
    }

    private static Wording Join(IReadOnlyList<Plans.PlanError> errors)
    {
        string In(bool english) => string.Join(english ? "; " : "；", errors.Take(Shown).Select(e => e.In(english))) + (errors.Count > Shown ? " …" : "");
        return new(In(english: false), In(english: true));
    }
}
