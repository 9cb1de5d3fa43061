using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;

namespace Heng.Engine.Tests.Quality;

/// <summary>Asks rules of talks that are written as people read them, and tells what is found as a person would point at it: the line from 1, and the characters.</summary>
internal static class Checks
{
    public static Talk TalkOf(string text) => ExampleTalk.Read(text, out var line) ?? throw new ArgumentException($"line {line} of the talk");

    public static QualityRule Rule(Expression when, Reading reading = Reading.Raw) => new("rule", 1, new("规则", "rule"), Severity.NonFatal, "服务用语", 2, when) { Reading = reading };

    public static Condition Agent(Operator of, Stretch stretch = Stretch.Message) => new(Role.Agent, stretch, of);
    public static Condition Buyer(Operator of, Stretch stretch = Stretch.Message) => new(Role.Buyer, stretch, of);
    public static Words Any(params string[] phrases) => new(Needed.Any, phrases);
    public static Words None(params string[] phrases) => new(Needed.None, phrases);

    public static List<Finding> Found(Talk talk, params QualityRule[] rules)
    {
        var found = new List<Finding>();
        new Checker(rules).Check(talk, [.. rules.Select(_ => true)], found);
        return found;
    }

    /// <summary>A finding a part, its spans joined by +: <c>2:微信</c>, or <c>2</c> for a line as a whole.</summary>
    public static string Of(QualityRule rule, string text)
    {
        var talk = TalkOf(text);
        return string.Join(" ", Found(talk, rule).Select(f => string.Join("+", f.Spans.Select(s => s.Length == 0 ? $"{s.Line + 1}" : $"{s.Line + 1}:{talk.TextOf(s.Line).Slice(s.Start, s.Length)}"))));
    }

    public static string Of(Expression when, string text, Reading reading = Reading.Raw) => Of(Rule(when, reading), text);

    /// <summary>What a phrase finds in one message of the agent's under the normalised reading.</summary>
    public static string Normalised(string phrase, string said) => Of(Agent(Any(phrase)), $"客服：{said}", Reading.Normalised);
}
