using Heng.Engine.Explanation;

namespace Heng.Engine.Quality.Lint;

/// <summary>
/// What is wrong or doubtful about a rule (规则检查). <paramref name="Kind"/> is stable: scripts name it. An error keeps the rule out, save <c>example-fails</c> of a rule that is kept already.
/// </summary>
/// <param name="Condition">Which condition, in the order in which they are written; null where it is the rule's own.</param>
/// <param name="Example">Which example, from 0; null where it is none.</param>
public sealed record RuleNote(string Kind, bool IsError, Wording Words, int? Condition = null, int? Example = null);
