using Heng.App.Features.Plans;
using Heng.Engine.Quality;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Quality.Language;

/// <summary>A rule as it was read, and where: the rule, and its conditions by their order.</summary>
internal sealed record RuleRead(QualityRule Rule, YamlNode Place, IReadOnlyList<YamlNode> Conditions, IReadOnlyList<YamlNode> Examples);

/// <summary>Reads one rule.</summary>
internal static class RuleReader
{
    private const int LongestName = 100, LongestTalk = 5000, MostExamples = 50;
    private const decimal MostPoints = 100m;

    public static RuleRead Read(YamlNode node, PlanErrors errors, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var fields = new RuleFields(node, errors, RuleKeys.Rule, lists);
        var of = fields.Of;
        var expression = new ExpressionReader();
        var when = of.Required("when") is { } asked ? expression.Read(asked, fields) : new Every([]);
        var examples = of.List("examples", required: false);
        if (examples.Count > MostExamples) errors.Add(of.Find("examples")!, $"最多 {MostExamples} 个例子", $"at most {MostExamples} examples");
        var rule = new QualityRule(of.Id("id"), of.WholeNumber("version", 1), of.Words("name"), of.Choice("severity", RuleKeys.Severities), of.Text("category"), Points(of), when)
        {
            Reading = of.Choice("reading", RuleKeys.Readings),
            EachTime = of.Choice("per", RuleKeys.EachTimes, true),
            CountsAs = of.Has("counts-as") ? of.Text("counts-as") : "",
            Urgency = of.Choice("urgency", RuleKeys.Urgencies, Urgency.Usual),
            Shops = fields.OptionalPhrases("shops"), Lines = fields.OptionalPhrases("lines"), Positions = fields.OptionalPhrases("positions"),
            From = of.Day("from") ?? DateOnly.MinValue, Until = of.Day("until") ?? DateOnly.MaxValue,
            Except = [.. fields.OptionalPhrases("except").Concat(expression.Except).Distinct(StringComparer.Ordinal)],
            ExceptQuotes = of.Flag("except-quotes", false),
            Examples = [.. examples.Select(n => Example(fields.Inner(n, RuleKeys.Example)))],
        };
        Lengths(of, rule);
        return new(rule, node, expression.Places, examples);
    }

    private static void Lengths(YamlFields of, QualityRule rule)
    {
        foreach (var (key, text) in (ReadOnlySpan<(string, string)>)[("id", rule.Id), ("name", rule.Name.Zh ?? ""), ("name", rule.Name.En ?? ""), ("category", rule.Category), ("counts-as", rule.CountsAs)])
            if (text.Length > LongestName) of.Errors.Add(of.Find(key)!, $"{key} 最多 {LongestName} 字", $"{key} has at most {LongestName} characters");
        if (rule.From > rule.Until) of.Errors.Add(of.Find("until")!, "until 早于 from", "until is before from");
    }

    private static decimal Points(YamlFields of)
    {
        var points = of.OptionalNumber("points") ?? 0m;
        if (points is >= 0m and <= MostPoints && decimal.Round(points, 2) == points) return points;
        of.Errors.Add(of.Find("points")!, $"points 应在 0 到 {MostPoints} 之间，至多两位小数", $"points is from 0 to {MostPoints}, with at most two digits behind the point");
        return 0m;
    }

    private static RuleExample Example(RuleFields fields)
    {
        var talk = fields.Of.Text("talk").Trim();
        fields.Of.Required("hits");
        if (talk.Length > LongestTalk) fields.Errors.Add(fields.Of.Find("talk")!, $"例子最多 {LongestTalk} 字", $"an example has at most {LongestTalk} characters");
        else if (talk.Length > 0 && ExampleTalk.Read(talk, out var line) is null)
            fields.Errors.Add(fields.Of.Find("talk")!, $"例子第 {line} 行不是「买家：…」「客服：…」，或时间往回走", $"line {line} of the example is not 买家：… or 客服：…, or its time goes back");
        return new(talk, fields.Of.Flag("hits", true));
    }
}
