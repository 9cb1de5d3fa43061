using Heng.Engine.Quality.Checking;

namespace Heng.Engine.Quality.Lint;

/// <summary>What a rule finds in one of its own examples, as what was written at each span; null where the example can't be read.</summary>
public sealed record ExampleRun(RuleExample Example, IReadOnlyList<string>? Found)
{
    public bool IsRight => Found is { } found && found.Count > 0 == Example.Hits;
}

/// <summary>Asks a rule of its own examples.</summary>
public static class RuleExamples
{
    public static IReadOnlyList<ExampleRun> Of(QualityRule rule)
    {
        if (rule.Examples.Count == 0) return [];
        var checker = new Checker([rule]);
        return [.. rule.Examples.Select(e => new ExampleRun(e, ExampleTalk.Read(e.Talk, out _) is { } talk ? Found(checker, talk) : null))];
    }

    private static List<string> Found(Checker checker, Talk talk)
    {
        var found = new List<Finding>();
        checker.Check(talk, [true], found);
        return [.. found.Select(f => string.Join(" + ", f.Spans.Select(s => WrittenAt(talk, s))))];
    }

    /// <summary>The characters of a span, or its whole line.</summary>
    private static string WrittenAt(Talk talk, Span span) => (span.Length == 0 ? talk.TextOf(span.Line) : talk.TextOf(span.Line).Slice(span.Start, span.Length)).ToString();
}
