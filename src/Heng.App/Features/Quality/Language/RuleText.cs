using System.Globalization;
using System.Text;
using Heng.App.Features.Plans;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Lint;

namespace Heng.App.Features.Quality.Language;

/// <summary>A rule, or what is wrong with its text; never both.</summary>
public sealed record RuleReading(QualityRule? Rule, IReadOnlyList<PlanError> Errors);

/// <summary>One rule as a text that stands alone: every key in one order, no names of lists, no short ways of writing. The same rule is always the same text.</summary>
public static class RuleText
{
    public const int Largest = 200_000;

    /// <summary>What was kept once stays readable when more is looked at before a rule is taken; only what can't be asked at all is refused.</summary>
    public static RuleReading Read(string yaml, string fileName)
    {
        var errors = new PlanErrors(fileName);
        var read = RulePackFile.Root(yaml, errors, Largest) is { } root ? RuleReader.Read(root, errors, RulePackFile.NoLists) : null;
        if (read is null || errors.Found.Count > 0) return new(null, errors.Found);
        PlanError[] unfit = [.. RuleNotes.Of(read, RuleLint.Unfit(read.Rule), fileName)];
        return new(unfit.Length > 0 ? null : read.Rule, unfit);
    }

    public static string Of(QualityRule rule)
    {
        var text = new StringBuilder();
        Line("id", Scalar(rule.Id));
        Line("version", Number(rule.Version));
        Line("name", $"{{ zh: {Scalar(rule.Name.Zh)}, en: {Scalar(rule.Name.En)} }}");
        Line("severity", Word(RuleKeys.Severities, rule.Severity));
        Line("category", Scalar(rule.Category));
        Line("points", Number(rule.Points));
        if (!rule.EachTime) Line("per", Word(RuleKeys.EachTimes, false));
        if (rule.CountsAs.Length > 0) Line("counts-as", Scalar(rule.CountsAs));
        if (rule.Urgency != Urgency.Usual) Line("urgency", Word(RuleKeys.Urgencies, rule.Urgency));
        Line("reading", Word(RuleKeys.Readings, rule.Reading));
        foreach (var (key, names) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)[("shops", rule.Shops), ("lines", rule.Lines), ("positions", rule.Positions)])
            if (names.Count > 0) Line(key, Phrases(names));
        if (rule.From != DateOnly.MinValue) Line("from", Day(rule.From));
        if (rule.Until != DateOnly.MaxValue) Line("until", Day(rule.Until));
        text.Append("when:");
        ExpressionText.Write(text, rule.When, 1);
        if (rule.Except.Count > 0) Line("except", Phrases(rule.Except));
        if (rule.ExceptQuotes) Line("except-quotes", "true");
        if (rule.Examples.Count > 0) text.Append("examples:\n");
        foreach (var example in rule.Examples)
            text.Append(CultureInfo.InvariantCulture, $"  - talk: {Talk(example.Talk)}\n    hits: {(example.Hits ? "true" : "false")}\n");
        return text.ToString();

        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");
    }

    internal static string Word<T>(Dictionary<string, T> words, T value) where T : struct => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;

    internal static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Phrases(IReadOnlyList<string> phrases) => $"[{string.Join(", ", phrases.Select(p => Scalar(p.StartsWith('@') ? "@" + p : p)))}]";

    /// <summary>Bare where it can't be taken for anything else, or within double quotes.</summary>
    internal static string Scalar(string text)
    {
        if (text.Length > 0 && char.IsLetterOrDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '-')) return text;
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        return quoted.Append('"').ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Line under line, as people write it, where that gives every character back.</summary>
    private static string Talk(string talk)
    {
        var rows = talk.Split('\n');
        var plain = rows.All(r => r.Length > 0 && r[0] != ' ' && r[^1] != ' ' && !r.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE'));
        return plain ? $"|-\n{string.Join("\n", rows.Select(r => "      " + r))}" : Scalar(talk);
    }
}
