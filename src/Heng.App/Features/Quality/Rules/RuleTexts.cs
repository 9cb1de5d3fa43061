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

    /// <summary>The rules of a pack that somebody typed or pasted, or what is wrong with it.</summary>
    public static (IReadOnlyList<QualityRule> Rules, Wording? Faults) Pack(string text)
    {
        var (pack, errors) = RulePackFile.Read(text, "rules");
        if (pack is null) return ([], Join(errors));
        try
        {
            _ = new Checker(pack.Rules);
            return (pack.Rules, null);
        }
        catch (ArgumentException wrong)
        {
            return ([], new($"规则用不了：{wrong.Message}", $"The rules cannot be used: {wrong.Message}"));
        }
    }

    private static Wording Join(IReadOnlyList<Plans.PlanError> errors)
    {
        string In(bool english) => string.Join(english ? "; " : "；", errors.Take(Shown).Select(e => e.In(english))) + (errors.Count > Shown ? " …" : "");
        return new(In(english: false), In(english: true));
    }
}
