using Heng.App.Features.Plans;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;
using Heng.Engine.Quality.Lint;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Quality.Language;

/// <summary>Reads an operator and what it is asked with.</summary>
internal sealed class OperatorReader(RuleFields fields, List<string> except)
{
    private const int MostSeconds = 86400, MostTimes = 1000;

    public Operator Read(YamlNode body, string name) => name switch
    {
        "any" => new Words(Needed.Any, fields.Phrases(body)),
        "all" => new Words(Needed.All, fields.Phrases(body)),
        "none" or "opening" or "closing" => new Words(Needed.None, fields.Phrases(body)),
        "at-least" => AtLeast(fields.Inner(body, "count", "of")),
        "characters" => new Words(Needed.Any, Characters(body)),
        "address" => Address(fields.Inner(body, "wrong", "right", "except")),
        "pattern" => PatternOf(body),
        "slower-than" => new SlowReply(fields.WholeOf(body, name, 0, MostSeconds)),
        "no-reply" => Flag(new NoReply(), name),
        "repeated" => Again(fields.Inner(body, "times", "characters")),
        "unanswered-question" => Question(fields.Inner(body, "asking", "holding")),
        "early-goodbye" => Goodbye(fields.Inner(body, "goodbyes", "thanks", "within")),
        "transfer-without-reason" => new TransferWithoutReason(fields.Phrases(body)),
        "remark" => body is YamlMappingNode ? new Remark(RemarkFault.Incomplete, fields.Inner(body, "formats").Phrases("formats")) : RemarkMissing(body),
        "mentions" => new Mentions(fields.Of.Choice("mentions", RuleKeys.Mentioned)),
        _ => Like(fields.Inner(body, "to", "percent")),
    };

    private static Words AtLeast(RuleFields body) => new(Needed.AtLeast, body.Phrases("of"), body.Whole("count", 1, MostTimes));

    /// <summary>Every character by itself.</summary>
    private IReadOnlyList<string> Characters(YamlNode body)
    {
        var text = fields.Of.TextOf(body);
        if (text.Length > RuleFields.MostPhrases || text.Any(char.IsWhiteSpace)) fields.Errors.Add(body, "characters 应为连着写的一串字", "characters is one run of characters without spaces");
        return [.. text.EnumerateRunes().Select(r => r.ToString()).Distinct()];
    }

    /// <summary>What is right is never wrong: where it holds what is wrong it is an exception.</summary>
    private Words Address(RuleFields body)
    {
        var wrong = body.Phrases("wrong");
        except.AddRange(body.OptionalPhrases("right").Where(right => wrong.Any(w => right.Length > w.Length && right.Contains(w, StringComparison.Ordinal))));
        except.AddRange(body.OptionalPhrases("except"));
        return new(Needed.Any, wrong);
    }

    private Pattern PatternOf(YamlNode body)
    {
        if (body is not YamlMappingNode) return new(Regex(body, fields));
        var parts = fields.Inner(body, "match", "except");
        return new(parts.Of.Required("match") is { } match ? Regex(match, parts) : "", parts.Of.Find("except") is { } outer ? Regex(outer, parts) : null);
    }

    private static string Regex(YamlNode node, RuleFields of)
    {
        var text = of.Of.TextOf(node);
        if (text.Length > 0 && Patterns.FaultOf(text) is { } fault) of.Errors.Add(node, LintWords.Of(fault).Zh, LintWords.Of(fault).En);
        return text;
    }

    private static Repeated Again(RuleFields body) => new(body.Whole("times", 2, MostTimes), body.Of.Has("characters") ? body.Whole("characters", 1, MostTimes) : 4);

    private static UnansweredQuestion Question(RuleFields body) => new(body.OptionalPhrases("asking"), body.OptionalPhrases("holding"));

    private static EarlyGoodbye Goodbye(RuleFields body) => new(body.Phrases("goodbyes"), body.OptionalPhrases("thanks"), body.Whole("within", 1, MostSeconds));

    private Remark RemarkMissing(YamlNode body)
    {
        if (fields.Of.TextOf(body) != "missing") fields.Errors.Add(body, "remark 应为 missing，或 formats: [格式…]", "remark is missing, or formats: [a format …]");
        return new(RemarkFault.Missing, []);
    }

    private static Similar Like(RuleFields body) => new(body.Phrases("to"), body.Whole("percent", 1, 100));

    private T Flag<T>(T read, string name)
    {
        if (!fields.Of.Flag(name, false)) fields.Errors.Add(fields.Of.Find(name)!, $"{name} 只能写 true", $"{name} can only be true");
        return read;
    }
}
