namespace Heng.Engine.Quality;

/// <summary>Where a hit stands: characters of one line's text as it was written. Length 0 points at the line as a whole.</summary>
public readonly record struct Span(int Line, int Start, int Length);

/// <summary>What a rule found in a reception (质检发现): <paramref name="Rule"/> is its place among the checker's rules. Spans are in the order of the talk and at least one.</summary>
public sealed record Finding(int Rule, IReadOnlyList<Span> Spans);
