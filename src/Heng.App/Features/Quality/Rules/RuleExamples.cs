using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;

namespace Heng.App.Features.Quality.Rules;

/// <summary>An example of a rule, and what the rule found in it: the very words, empty where it is a line as a whole.</summary>
public sealed record RunExample(RuleExample Of, IReadOnlyList<string> Found)
{
    public bool Holds => Of.Hits == Found.Count > 0;
}

/// <summary>Runs the examples that a rule carries.</summary>
public static class RuleExamples
{
    public static IReadOnlyList<RunExample> Run(QualityRule rule)
    {
        var checker = new Checker([rule]);
        return [.. rule.Examples.Select(e => new RunExample(e, Found(checker, e)))];
    }

    private static List<string> Found(Checker checker, RuleExample example)
    {
        if (ExampleTalk.Read(example.Talk, out _) is not { } talk) return [];
        var found = new List<Finding>();
        checker.Check(talk, [true], found);
        return [.. found.Select(f => string.Join(" … ", f.Spans.Select(s => s.Length == 0 ? talk.TextOf(s.Line).ToString() : talk.TextOf(s.Line).Slice(s.Start, s.Length).ToString())))];
    }
}
